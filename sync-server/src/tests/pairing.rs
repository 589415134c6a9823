use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use daymark_domain::DeviceId;
use daymark_protocol::access::{Challenge, Leaving, PROOF_SCHEME, TOKEN_HEADER, proof_bytes, shut_out_bytes};
use daymark_protocol::pairing::{
    AnswerRequest, PairAnswer, PairAsked, PairReply, PairRequest, normalised_code, signed_bytes,
};
use daymark_protocol::words::{Exchange, three_words};
use daymark_protocol::{Frames, Hello, Problem, Up};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::*;
use crate::auth::{from_hex, hex, sha256};
use crate::store::contract::mentor;
use crate::store::pairing::{NewAccess, NewDevice, NewInvite, PairingStore, Revocation};

/// A phone by its key; its nonce is made of the same seed.
pub(super) struct Phone {
    seed: u8,
    key: SigningKey,
}

impl Phone {
    fn of(seed: u8) -> Self {
        Self { seed, key: SigningKey::from_bytes(&[seed; 32]) }
    }

    fn public(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    fn request(&self, code: &str) -> PairRequest {
        let commitment = sha256(&[self.seed; 32]);
        let signed = signed_bytes(&normalised_code(code).unwrap_or_default(), &self.public(), &commitment);
        PairRequest {
            code: code.into(),
            public_key: hex(&self.public()),
            commitment: hex(&commitment),
            signature: hex(&self.key.sign(&signed).to_bytes()),
            platform: "web".into(),
            app_version: "0.1.0".into(),
            language: "es".into(),
        }
    }

    fn asks_for_the_answer(&self) -> AnswerRequest {
        AnswerRequest { public_key: hex(&self.public()), nonce: hex(&[self.seed; 32]) }
    }

    /// As the phone shows them.
    fn words(&self, code: &str, asked: &PairAsked) -> String {
        let exchange = Exchange {
            code_hash: sha256(normalised_code(code).unwrap().as_bytes()),
            public_key: self.public(),
            server_key: from_hex(&asked.server_key).unwrap(),
            phone_nonce: [self.seed; 32],
            server_nonce: from_hex(&asked.nonce).unwrap(),
        };
        three_words(&exchange, "es").map(|word| format!("<span>{word}</span>")).join(" ")
    }

    /// What lets it in for a quarter of an hour.
    pub(super) async fn token(&self, server: &Server, device: &str) -> String {
        token(&server.sync_as(&self.proof(device, &challenge(&server.sync_as("").await))).await)
    }

    fn proof(&self, device: &str, challenge: &Challenge) -> String {
        let server = from_hex(&challenge.server_key).unwrap();
        let device_bytes = from_hex(device).unwrap();
        let signature = self.key.sign(&proof_bytes(&server, &device_bytes, &challenge.nonce)).to_bytes();
        format!("{PROOF_SCHEME} {device}.{}.{}", challenge.nonce, hex(&signature))
    }
}

impl Server {
    async fn post_json(&self, path: &str, body: &impl serde::Serialize) -> Answer {
        let body = Body::from(serde_json::to_vec(body).unwrap());
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body).unwrap()).await
    }

    async fn pair(&self, request: &PairRequest) -> Answer {
        self.post_json("/v1/pair", request).await
    }

    async fn answer_to(&self, phone: &Phone) -> Answer {
        self.post_json("/v1/pair/answer", &phone.asks_for_the_answer()).await
    }

    /// A sync of a phone that has nothing to send, with that header.
    async fn sync_as(&self, authorization: &str) -> Answer {
        let mut frames = Vec::new();
        Up::from(Hello::new(0, None, 0)).write(&mut frames);
        assert_eq!(Frames::<Up>::of(&frames).count(), 1);
        self.send_as("/v1/sync", authorization, frames).await
    }

    async fn send_as(&self, path: &str, authorization: &str, body: Vec<u8>) -> Answer {
        let mut request = Request::post(path);
        if !authorization.is_empty() {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = crate::app(self.app.clone()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 4 << 20).await.unwrap();
        // What comes down is no text.
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

fn problem(answer: &Answer) -> Problem {
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", answer.body);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    serde_json::from_str(&answer.body).unwrap()
}

fn challenge(answer: &Answer) -> Challenge {
    problem(answer).challenge.unwrap()
}

fn token(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    format!("Bearer {}", answer.headers[TOKEN_HEADER].to_str().unwrap())
}

/// A coordinator's browser that shows a code for Ana, and the page it shows it on.
pub(super) async fn invited<'a>(server: &'a Server) -> (Browser<'a>, String, String) {
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = format!("/staff/mentors/{ana}");
    let code = new_code(&kim, &page).await;
    (kim, page, code)
}

async fn new_code(kim: &Browser<'_>, page: &str) -> String {
    let pairing = goes_to(&kim.post(&format!("{page}/invite"), "").await).to_owned();
    assert_eq!(pairing, format!("{page}/pairing"));
    // However often it is asked for.
    for _ in 0..2 {
        let shown = kim.server.send(from_this_host(kim, &pairing)).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        assert!(shown.body.contains("<svg") && shown.body.contains("http://daymark.example.org/pair"));
    }
    let shown = kim.server.send(from_this_host(kim, &pairing)).await;
    between(&shown.body, "id=\"pairing-code\">", "<").to_owned()
}

fn from_this_host(kim: &Browser<'_>, path: &str) -> Request<Body> {
    let request = Request::get(path).header(header::COOKIE, &kim.cookie);
    request.header(header::HOST, "daymark.example.org").body(Body::empty()).unwrap()
}

async fn pairing_page(kim: &Browser<'_>, page: &str) -> String {
    let shown = kim.server.send(from_this_host(kim, &format!("{page}/pairing"))).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    shown.body
}

/// The coordinator's tap, as the form on the page sends it.
async fn say(kim: &Browser<'_>, page: &str, said: &str) {
    let shown = pairing_page(kim, page).await;
    let phone = between(&shown, "name=\"phone\" value=\"", "\"");
    let to = format!("{page}/pairing");
    assert_eq!(goes_to(&kim.post(&to, &format!("phone={phone}&said={said}")).await), to);
}

/// Ana's phone, let in.
pub(super) async fn paired(server: &Server, kim: &Browser<'_>, page: &str, code: &str) -> (Phone, PairReply) {
    let phone = Phone::of(7);
    assert_eq!(server.pair(&phone.request(code)).await.status, StatusCode::OK);
    server.answer_to(&phone).await;
    say(kim, page, "same").await;
    let answer = server.answer_to(&phone).await;
    let Ok(PairAnswer::Same(reply)) = serde_json::from_str(&answer.body) else { panic!("{}", answer.body) };
    (phone, reply)
}

#[tokio::test]
async fn a_code_becomes_three_words_and_only_the_coordinators_tap_makes_them_a_phone() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let phone = Phone::of(7);
    let answer = server.pair(&phone.request(&code.to_lowercase())).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let asked: PairAsked = serde_json::from_str(&answer.body).unwrap();
    let words = phone.words(&code, &asked);
    assert!(!pairing_page(&kim, &page).await.contains(&words), "not before the phone has told its nonce");
    let said_so_far = server.answer_to(&phone).await.body;
    assert_eq!(said_so_far, "{\"said\":\"waiting\"}");
    for nothing in [&answer.body, &said_so_far] {
        assert!(!nothing.contains("Ana") && !nothing.contains("Lincoln"), "{nothing}");
    }
    // The page has the phone's words, in the phone's language, however often it is loaded.
    for _ in 0..2 {
        let shown = pairing_page(&kim, &page).await;
        assert!(shown.contains(&words) && shown.contains("lang=\"es\""), "{words} in {shown}");
    }
    let repeated = server.pair(&phone.request(&code)).await;
    assert_eq!(repeated.body, answer.body, "a request whose answer was lost is repeated");
    say(&kim, &page, "same").await;
    let same = server.answer_to(&phone).await;
    assert_eq!(server.answer_to(&phone).await.body, same.body, "an answer that was lost is asked for again");
    let Ok(PairAnswer::Same(reply)) = serde_json::from_str(&same.body) else { panic!("{}", same.body) };
    assert_eq!((reply.mentor.as_str(), reply.school.as_str()), ("Ana Ruiz", "Lincoln Middle"));
    assert_eq!((reply.device_tag.as_str(), reply.device_id.len()), ("1", 32));
    assert_eq!(server.pair(&Phone::of(8).request(&code)).await.status, StatusCode::FORBIDDEN, "used");
    assert!(kim.get(&page).await.body.contains("1 · web"));
    assert!(pairing_page(&kim, &page).await.contains("The phone of Ana Ruiz is paired."));
}

#[tokio::test]
async fn whoever_else_has_the_code_shows_other_words_and_is_sent_away() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let (thief, anas) = (Phone::of(8), Phone::of(7));
    server.pair(&thief.request(&code)).await;
    server.answer_to(&thief).await;
    assert_eq!(server.pair(&anas.request(&code)).await.status, StatusCode::FORBIDDEN, "the code is taken");
    say(&kim, &page, "differ").await;
    let refused = server.answer_to(&thief).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("words-differ"), "{}", refused.body);
    let shown = pairing_page(&kim, &page).await;
    assert!(shown.contains("No phone was let in"), "{shown}");
    assert!(kim.get(&page).await.body.contains("No phone is paired yet."));
    // A tap on a page that stood open too long is about a phone that waits no more.
    let late = format!("phone={}&said=same", hex(&thief.public()));
    kim.post(&format!("{page}/pairing"), &late).await;
    assert!(kim.get(&page).await.body.contains("No phone is paired yet."));
    let code = new_code(&kim, &page).await;
    paired(&server, &kim, &page, &code).await;
}

#[tokio::test]
async fn nobody_compared_within_ten_minutes_and_the_phone_is_not_let_in() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let phone = Phone::of(7);
    server.pair(&phone.request(&code)).await;
    server.answer_to(&phone).await;
    let open_since_then = pairing_page(&kim, &page).await;
    server.step(600);
    let fields = format!("phone={}&said=same", between(&open_since_then, "name=\"phone\" value=\"", "\""));
    kim.post(&format!("{page}/pairing"), &fields).await;
    assert_eq!(server.answer_to(&phone).await.status, StatusCode::FORBIDDEN);
    assert!(pairing_page(&kim, &page).await.contains("There is no code that works."));
}

#[tokio::test]
async fn a_wrong_an_expired_and_an_unsigned_code_get_one_answer() {
    let server = Server::start().await;
    let (_kim, _page, code) = invited(&server).await;
    let phone = Phone::of(7);
    let wrong = server.pair(&phone.request("0000000000")).await;
    let short = server.pair(&phone.request("7K3M")).await;
    let public_key = hex(&Phone::of(8).public());
    let unsigned = server.pair(&PairRequest { public_key, ..phone.request(&code) }).await;
    server.step(600);
    let expired = server.pair(&phone.request(&code)).await;
    for answer in [&short, &unsigned, &expired] {
        assert_eq!((answer.status, &answer.body), (wrong.status, &wrong.body));
    }
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    assert!(wrong.body.contains("code-refused"), "{}", wrong.body);
}

#[tokio::test]
async fn guessing_codes_is_slowed_to_twenty_a_minute() {
    let server = Server::start().await;
    let phone = Phone::of(7);
    for _ in 0..20 {
        assert_eq!(server.pair(&phone.request("0000000000")).await.status, StatusCode::FORBIDDEN);
    }
    let slowed = server.pair(&phone.request("0000000000")).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(slowed.headers.contains_key(header::RETRY_AFTER));
    server.step(60);
    assert_eq!(server.pair(&phone.request("0000000000")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_request_that_is_no_pairing_tells_nothing_of_what_was_in_it() {
    let server = Server::start().await;
    let request = Request::post("/v1/pair").header(header::CONTENT_TYPE, "application/json");
    let answer = server.send(request.body(Body::from("{\"code\": \"canary\"")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(!answer.body.contains("canary"), "{}", answer.body);
}

#[tokio::test]
async fn a_phone_proves_itself_once_in_a_quarter_of_an_hour() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let (phone, PairReply { device_id, .. }) = paired(&server, &kim, &page, &code).await;
    let asked = server.sync_as("").await;
    assert_eq!(problem(&asked).kind, "prove");
    assert_eq!(asked.headers[header::WWW_AUTHENTICATE], PROOF_SCHEME);
    let proof = phone.proof(&device_id, &challenge(&asked));
    let proved = server.sync_as(&proof).await;
    let token = token(&proved);
    let again = server.sync_as(&token).await;
    assert_eq!(
        (again.status, again.headers.get(TOKEN_HEADER)),
        (StatusCode::OK, None),
        "one request, no new token"
    );
    assert_eq!(problem(&server.sync_as(&proof).await).kind, "prove", "a proof is good once");
    server.step(899);
    assert_eq!(server.sync_as(&token).await.status, StatusCode::OK);
    server.step(1);
    let run_out = server.sync_as(&token).await;
    assert_eq!(problem(&run_out).kind, "prove");
    let late = phone.proof(&device_id, &challenge(&run_out));
    server.step(121);
    assert_eq!(problem(&server.sync_as(&late).await).kind, "prove", "a question is good for two minutes");
    let stored: i64 = server
        .store
        .read_blocking(|db| {
            Ok(db.query_row(
                "SELECT count(*) FROM device_token WHERE length(token_hash) = 32",
                [],
                |row| row.get(0),
            )?)
        })
        .unwrap();
    assert_eq!(stored, 1);
}

#[tokio::test]
async fn nobody_gets_in_with_another_key_for_another_server_or_as_another_phone() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let (phone, PairReply { device_id, .. }) = paired(&server, &kim, &page, &code).await;
    let ask = || async { challenge(&server.sync_as("").await) };
    let others_key = Phone::of(8).proof(&device_id, &ask().await);
    let unknown = phone.proof(&hex(&[1; 16]), &ask().await);
    let for_another = phone.proof(&device_id, &Challenge { server_key: hex(&[9; 32]), ..ask().await });
    for wrong in
        [others_key, unknown, for_another, format!("{PROOF_SCHEME} x"), format!("{PROOF_SCHEME} a.b.c")]
    {
        assert_eq!(problem(&server.sync_as(&wrong).await).kind, "not-paired", "{wrong}");
    }
    let invented = Challenge { nonce: hex(&[7; 40]), ..ask().await };
    assert_eq!(problem(&server.sync_as(&phone.proof(&device_id, &invented)).await).kind, "prove");
}

#[tokio::test]
async fn a_phone_that_is_shut_out_hears_the_servers_signed_word_and_nothing_else() {
    for leaving in ["left", "lost"] {
        let server = Server::start().await;
        let (kim, page, code) = invited(&server).await;
        let (phone, PairReply { device_id, .. }) = paired(&server, &kim, &page, &code).await;
        let token =
            token(&server.sync_as(&phone.proof(&device_id, &challenge(&server.sync_as("").await))).await);
        let unproven = challenge(&server.sync_as("").await);
        let revoke = format!("{page}/devices/{device_id}/revoke");
        assert_eq!(goes_to(&kim.post(&revoke, &format!("leaving={leaving}")).await), page);
        assert!(kim.get(&page).await.body.contains("clears itself at its next contact"));
        let stranger = server.sync_as(&token).await;
        assert_eq!(problem(&stranger).kind, "prove", "the token died with the tap");
        assert!(problem(&stranger).shut_out.is_none(), "and who cannot prove it is that phone hears no word");
        // A proof of before the tap is late as well.
        let told = problem(&server.sync_as(&phone.proof(&device_id, &unproven)).await);
        let word = told.shut_out.unwrap();
        assert_eq!(
            (told.kind.as_str(), word.action.word(), &word.nonce),
            ("shut-out", leaving, &unproven.nonce)
        );
        let signed = shut_out_bytes(&from_hex(&device_id).unwrap(), word.action, &word.nonce);
        let key = VerifyingKey::from_bytes(&server.app.key.public()).unwrap();
        key.verify_strict(&signed, &Signature::from_bytes(&from_hex(&word.signature).unwrap())).unwrap();

        let next = || async { phone.proof(&device_id, &challenge(&server.sync_as("").await)) };
        let mut frames = Vec::new();
        Up::from(Hello::new(0, None, 0)).write(&mut frames);
        let handed_in = server.send_as("/v1/hand-in", &next().await, frames).await.status;
        let expected = if leaving == "left" { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(handed_in, expected, "what comes from a lost phone is nobody's word");
        assert_eq!(server.send_as("/v1/wiped", &token, vec![]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(server.send_as("/v1/wiped", &next().await, vec![]).await.status, StatusCode::NO_CONTENT);
        assert!(kim.get(&page).await.body.contains("cleared Tue 14 Oct"));
    }
}

/// P10: the coordinator's tap falls at any moment of a sync that is under way.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_is_written_after_a_phone_was_shut_out_ever_reaches_it() {
    const ROUNDS: u8 = 120;
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let (mut answered, mut sent_away) = (0, 0);
    for n in 0..ROUNDS {
        let (id, by, store) = (DeviceId::random(), UserId::random(), &server.store);
        let (code_hash, school_id) = (sha256(&[n]), server.school);
        let invite = NewInvite { code_hash, school_id, mentor_id: ana, by, at: NOON, expires_at: NOON + 600 };
        assert!(store.add_invite(invite).await.unwrap());
        let (platform, app_version) = ("web".to_owned(), "0".to_owned());
        let device = NewDevice { code_hash, id, public_key: [n; 32], platform, app_version, by, at: NOON };
        store.pair_device(device).await.unwrap().unwrap();
        let access =
            NewAccess { token_hash: sha256(&[n; 32]), device_id: id, at: NOON, expires_at: NOON + 900 };
        assert!(store.begin_access(access).await.unwrap());
        let (token, canary) = (format!("Bearer {}", hex(&[n; 32])), format!("canary {n}"));
        let (answers_so_far, mut so_far) = tokio::sync::watch::channel(0);
        let shut_out = async {
            so_far.wait_for(|answers| *answers >= n % 3).await.unwrap();
            for _ in 0..u32::from(n / 3).pow(2) {
                tokio::task::yield_now().await;
            }
            let revocation = Revocation { device: id, leaving: Leaving::Lost, by, at: NOON };
            assert!(store.revoke_device(school_id, revocation).await.unwrap());
            store
                .write({
                    let canary = canary.clone();
                    move |tx| {
                        let seq = crate::store::sqlite::log::next_seq(
                            tx,
                            school_id,
                            "mentor",
                            Some(ana.as_bytes()),
                            NOON,
                        )?;
                        tx.execute("UPDATE mentor SET name = ?1, seq = ?2", (canary, seq))?;
                        Ok(())
                    }
                })
                .await
                .unwrap();
        };
        let syncs = async {
            let mut answers = Vec::new();
            for _ in 0..3 {
                answers.push(server.sync_as(&token).await);
                answers_so_far.send_modify(|answers| *answers += 1);
            }
            answers
        };
        let (mut answers, ()) = tokio::join!(syncs, shut_out);
        answers.push(server.sync_as(&token).await);
        assert_eq!(answers.last().unwrap().status, StatusCode::UNAUTHORIZED, "round {n}");
        for answer in answers {
            assert!(!answer.body.contains(&canary), "round {n}");
            match answer.status {
                StatusCode::OK => answered += 1,
                status => {
                    assert_eq!(status, StatusCode::UNAUTHORIZED);
                    sent_away += 1;
                }
            }
        }
    }
    println!("{answered} answers before, {sent_away} after");
    assert!(answered > 0 && sent_away > 0, "the tap fell among the syncs");
}
