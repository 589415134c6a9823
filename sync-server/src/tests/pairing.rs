use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use daymark_protocol::pairing::{PairReply, PairRequest, normalised_code, signed_bytes};
use ed25519_dalek::{Signer, SigningKey};

use super::*;
use crate::auth::{from_hex, hex, sha256};
use crate::store::contract::mentor;
use crate::store::pairing::PairingStore;

fn request_for(code: &str) -> PairRequest {
    let key = SigningKey::from_bytes(&[7; 32]);
    let public_key = key.verifying_key().to_bytes();
    let signed = signed_bytes(&normalised_code(code).unwrap_or_default(), &public_key);
    PairRequest {
        code: code.into(),
        public_key: hex(&public_key),
        signature: hex(&key.sign(&signed).to_bytes()),
        platform: "web".into(),
        app_version: "0.1.0".into(),
    }
}

impl Server {
    async fn pair(&self, request: &PairRequest) -> Answer {
        let body = Body::from(serde_json::to_vec(request).unwrap());
        let request = Request::post("/v1/pair").header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body).unwrap()).await
    }
}

/// A coordinator's browser that shows a code for Ana.
async fn invited<'a>(server: &'a Server) -> (Browser<'a>, String, String) {
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = format!("/staff/mentors/{ana}");
    let shown = kim.post(&format!("{page}/invite"), "").await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    assert!(shown.body.contains("<svg") && shown.body.contains("http://daymark.example.org/pair"));
    let code = between(&shown.body, "id=\"pairing-code\">", "<").to_owned();
    (kim, page, code)
}

#[tokio::test]
async fn a_code_pairs_a_phone_once_and_its_token_is_known_from_then_on() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let answer = server.pair(&request_for(&code.to_lowercase())).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let reply: PairReply = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((reply.mentor.as_str(), reply.school.as_str()), ("Ana Ruiz", "Lincoln Middle"));
    assert_eq!((reply.device_tag.as_str(), reply.device_id.len()), ("1", 32));
    let token = from_hex::<32>(&reply.token).unwrap();
    let device = server.store.device_by_token(sha256(&token)).await.unwrap().unwrap();
    assert_eq!(device.id.to_string(), reply.device_id);
    assert_eq!(server.pair(&request_for(&code)).await.status, StatusCode::FORBIDDEN, "used");

    assert!(kim.get(&page).await.body.contains("1 · web"));
    let revoke = format!("{page}/devices/{}/revoke", reply.device_id);
    assert_eq!(goes_to(&kim.post(&revoke, "").await), page);
    let events = Request::get("/v1/events").header(header::AUTHORIZATION, format!("Bearer {}", reply.token));
    let refused = server.send(events.body(Body::empty()).unwrap()).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(refused.headers[header::CONTENT_TYPE], "application/problem+json");
    assert!(refused.body.contains("\"type\":\"not-paired\""), "{}", refused.body);
}

#[tokio::test]
async fn a_wrong_an_expired_and_an_unsigned_code_get_one_answer() {
    let server = Server::start().await;
    let (_kim, _page, code) = invited(&server).await;
    let wrong = server.pair(&request_for("0000000000")).await;
    let short = server.pair(&request_for("7K3M")).await;
    let stranger = SigningKey::from_bytes(&[8; 32]);
    let public_key = hex(stranger.verifying_key().as_bytes());
    let unsigned = server.pair(&PairRequest { public_key, ..request_for(&code) }).await;
    server.step(600);
    let expired = server.pair(&request_for(&code)).await;
    for answer in [&short, &unsigned, &expired] {
        assert_eq!((answer.status, &answer.body), (wrong.status, &wrong.body));
    }
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    assert!(wrong.body.contains("code-refused"), "{}", wrong.body);
}

#[tokio::test]
async fn guessing_codes_is_slowed_to_twenty_a_minute() {
    let server = Server::start().await;
    for _ in 0..20 {
        assert_eq!(server.pair(&request_for("0000000000")).await.status, StatusCode::FORBIDDEN);
    }
    let slowed = server.pair(&request_for("0000000000")).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(slowed.headers.contains_key(header::RETRY_AFTER));
    server.step(60);
    assert_eq!(server.pair(&request_for("0000000000")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_request_that_is_no_pairing_tells_nothing_of_what_was_in_it() {
    let server = Server::start().await;
    let request = Request::post("/v1/pair").header(header::CONTENT_TYPE, "application/json");
    let answer = server.send(request.body(Body::from("{\"code\": \"canary\"")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(!answer.body.contains("canary"), "{}", answer.body);
}
