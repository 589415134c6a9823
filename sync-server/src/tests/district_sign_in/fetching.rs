//! Nothing is asked but the issuer, and no answer of it leads anywhere else.

use serde_json::json;

use super::provider::Answers;
use super::*;

#[tokio::test]
async fn the_issuers_own_documents_cannot_lead_the_server_elsewhere() {
    let elsewhere = Provider::start().await;
    for document in ["jwks_uri", "token_endpoint"] {
        let (server, provider) = Server::with_district("").await;
        server.account(server.school, "pat", Role::Team).await;
        server.knows(&provider, "pat", "4711").await;
        let path = if document == "jwks_uri" { "/keys" } else { "/token" };
        provider.says(|says| says.metadata = json!({document: format!("{}{path}", elsewhere.address)}));
        let answer = server.get("/sign-in/district").await;
        if document == "jwks_uri" {
            assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
        } else {
            assert!(is_shut(&server.by_the_district(&provider).await));
        }
        assert!(elsewhere.asked.lock().unwrap().is_empty(), "{document}");

        // An operator who wrote the other place down is believed.
        let more = format!("also_at = ['{}']", elsewhere.address);
        let server = server.connected_to(&provider, &more);
        server.by_the_district(&provider).await;
        assert!(!elsewhere.asked.lock().unwrap().is_empty(), "{document}");
        elsewhere.asked.lock().unwrap().clear();
    }
}

#[tokio::test]
async fn neither_a_redirect_is_followed_nor_a_flood_read() {
    let (server, provider) = Server::with_district("").await;
    server.account(server.school, "pat", Role::Team).await;
    server.knows(&provider, "pat", "4711").await;
    for answers in [Answers::ARedirect, Answers::AFlood] {
        provider.says(|says| says.answers_tokens_with = answers);
        assert!(is_shut(&server.by_the_district(&provider).await));
    }
    assert!(!provider.asked.lock().unwrap().contains(&"elsewhere"));
}

#[tokio::test]
async fn documents_of_another_issuer_or_a_sign_in_that_is_not_encrypted_send_nobody_anywhere() {
    let wrong = [
        json!({"issuer": "https://evil.example.org"}),
        json!({"authorization_endpoint": "http://id.example.org/authorize"}),
        json!({"authorization_endpoint": "javascript:alert(1)"}),
    ];
    for metadata in wrong {
        let (server, provider) = Server::with_district("").await;
        provider.says(|says| says.metadata = metadata.clone());
        let answer = server.get("/sign-in/district").await;
        assert_eq!(answer.status, StatusCode::BAD_GATEWAY, "{metadata}");
        assert!(answer.body.contains("Lincoln Unified gave no proof"), "{}", answer.body);
    }
}

#[tokio::test]
async fn the_documents_are_read_once_in_ten_minutes_and_an_address_goes_there_sixty_times_a_minute() {
    let (server, provider) = Server::with_district("").await;
    for _ in 0..60 {
        assert_eq!(server.get("/sign-in/district").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(server.get("/sign-in/district").await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(provider.asked.lock().unwrap().len(), 2);
    server.step(600);
    assert_eq!(server.get("/sign-in/district").await.status, StatusCode::SEE_OTHER);
    assert_eq!(provider.asked.lock().unwrap().len(), 4);
}
