//! Coming in by the district's own sign-in, against a provider that says what the test has it say.

mod accounts;
mod fetching;
mod provider;
mod proving;
mod tokens;

use std::collections::BTreeMap;

use openidconnect::url::Url;
use provider::Provider;

use super::*;
use crate::store::audit::{AccessEvent, AuditStore};
use crate::store::identities::{Connected, ConnectedBy, Identity, IdentityStore};

/// Somebody on the way.
pub(super) struct Trip {
    /// What the browser keeps of it.
    pub cookie: String,
    /// What it was sent with.
    pub asked: BTreeMap<String, String>,
}

impl Server {
    /// With the district's sign-in, and these lines more in its file.
    pub(super) async fn with_district(more: &str) -> (Self, std::sync::Arc<Provider>) {
        let (server, provider) = (Self::start().await, Provider::start().await);
        (server.connected_to(&provider, more), provider)
    }

    fn connected_to(mut self, provider: &Provider, more: &str) -> Self {
        self.app = self.app.with_district(Some(provider.written_down(more)));
        self
    }

    /// That account is `4711` there.
    async fn knows(&self, provider: &Provider, login: &str, subject: &str) {
        let account = self.store.account_by_login(login).await.unwrap().unwrap();
        let identity = Identity { issuer: provider.address.clone(), subject: subject.to_owned() };
        let by = ConnectedBy::Command("root".to_owned());
        let connected = self.store.connect(account.id, identity, by, false, NOON).await.unwrap();
        assert_eq!(connected, Connected::Yes);
    }

    async fn get_with(&self, path: &str, cookie: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// From a page of ours to the district.
    async fn sets_out(&self, path: &str, cookie: &str) -> Trip {
        let answer = self.get_with(path, cookie).await;
        let to: Url = goes_to(&answer).parse().unwrap();
        let asked = to.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        Trip { cookie: cookie_of(&answer), asked }
    }

    /// And back, with that code; other cookies of the browser are beside the trip's.
    async fn comes_back(&self, trip: &Trip, code: &str, cookie: &str) -> Answer {
        let path = format!("/sign-in/district/back?state={}&code={code}", trip.asked["state"]);
        self.get_with(&path, &format!("{}; {cookie}", trip.cookie)).await
    }

    /// There and back.
    async fn by_the_district(&self, provider: &Provider) -> Answer {
        let trip = self.sets_out("/sign-in/district", "").await;
        let code = provider.code_for(&trip.asked);
        self.comes_back(&trip, &code, "").await
    }

    pub(super) async fn record(&self) -> Vec<AccessEvent> {
        let mut all = self.store.accesses(self.school, 1_000).await.unwrap();
        all.reverse();
        all
    }

    /// What was written down of these kinds, with its detail.
    pub(super) async fn recorded(&self, kinds: &[&str]) -> Vec<(String, String)> {
        let all = self.record().await.into_iter().filter(|event| kinds.contains(&event.what.as_str()));
        all.map(|event| (event.what, event.detail.unwrap_or_default())).collect()
    }
}

/// Nobody came in.
fn is_shut(answer: &Answer) -> bool {
    let cookies = answer.headers.get_all(header::SET_COOKIE).iter();
    let mut cookies = cookies.map(|cookie| cookie.to_str().unwrap());
    answer.status == StatusCode::FORBIDDEN && !cookies.any(|cookie| cookie.starts_with("__Host-daymark="))
}

#[tokio::test]
async fn whoever_is_known_by_the_district_comes_in_without_a_password_of_ours() {
    let (server, provider) = Server::with_district("").await;
    server.account(server.school, "pat", Role::Team).await;
    server.knows(&provider, "pat", "4711").await;
    let page = server.get("/sign-in").await.body;
    assert!(page.contains("href=\"/sign-in/district\"") && page.contains("Sign in with Lincoln Unified"));

    let answer = server.get("/sign-in/district").await;
    assert!(
        goes_to(&answer).starts_with(&format!("{}/authorize?", provider.address)),
        "{}",
        goes_to(&answer)
    );
    for wanted in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=300"] {
        assert!(answer.headers[header::SET_COOKIE].to_str().unwrap().contains(wanted), "{wanted}");
    }
    let trip = server.sets_out("/sign-in/district", "").await;
    let said = |name: &str| trip.asked.get(name).map(String::as_str);
    assert_eq!(said("response_type"), Some("code"));
    assert_eq!(said("code_challenge_method"), Some("S256"));
    assert_eq!(said("client_id"), Some("daymark"));
    assert_eq!(said("redirect_uri"), Some("https://daymark.example.org/sign-in/district/back"));
    assert_eq!(said("scope"), Some("openid profile"));
    assert!(said("prompt").is_none() && said("max_age").is_none());
    assert!(said("state").unwrap().len() == 64 && said("nonce").unwrap().len() > 20);

    let code = provider.code_for(&trip.asked);
    let answer = server.comes_back(&trip, &code, "").await;
    assert_eq!(goes_to(&answer), "/team/week");
    let pat = server.came_in(&answer).await;
    assert_eq!(pat.get("/team/week").await.status, StatusCode::OK);
    assert_eq!(server.recorded(&["signed_in"]).await, [("signed_in".into(), "district".into())]);
}

#[tokio::test]
async fn without_a_file_there_is_no_district_to_sign_in_with() {
    let server = Server::start().await;
    assert!(!server.get("/sign-in").await.body.contains("/sign-in/district"));
    for path in ["/sign-in/district", "/sign-in/district/back?state=1&code=2"] {
        assert_eq!(server.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn signing_out_ends_our_session() {
    let (server, provider) = Server::with_district("").await;
    server.account(server.school, "pat", Role::Team).await;
    server.knows(&provider, "pat", "4711").await;
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    assert_eq!(goes_to(&pat.post("/sign-out", "").await), "/sign-in");
    assert_eq!(goes_to(&pat.get("/team/week").await), "/sign-in");
}

#[tokio::test]
async fn an_answer_is_good_once_in_the_browser_that_asked_and_for_five_minutes() {
    let (server, provider) = Server::with_district("").await;
    server.account(server.school, "pat", Role::Team).await;
    server.knows(&provider, "pat", "4711").await;
    let trip = server.sets_out("/sign-in/district", "").await;
    let code = provider.code_for(&trip.asked);
    assert_eq!(goes_to(&server.comes_back(&trip, &code, "").await), "/team/week");
    let another = provider.code_for(&trip.asked);
    assert!(is_shut(&server.comes_back(&trip, &another, "").await), "the state was used");

    // Somebody has a victim's browser come back with their own answer.
    let (own, victims) =
        (server.sets_out("/sign-in/district", "").await, server.sets_out("/sign-in/district", "").await);
    let code = provider.code_for(&own.asked);
    let crossed = Trip { cookie: victims.cookie, asked: own.asked.clone() };
    assert!(is_shut(&server.comes_back(&crossed, &code, "").await), "another browser's");
    let bare = Trip { cookie: "x=y".to_owned(), asked: own.asked };
    assert!(is_shut(&server.comes_back(&bare, &code, "").await), "no browser's");

    let late = server.sets_out("/sign-in/district", "").await;
    let code = provider.code_for(&late.asked);
    server.step(300);
    assert!(is_shut(&server.comes_back(&late, &code, "").await), "too late");
}

#[tokio::test]
async fn whoever_turns_back_at_the_district_or_comes_from_another_issuer_is_not_let_in() {
    let (server, provider) = Server::with_district("").await;
    let trip = server.sets_out("/sign-in/district", "").await;
    let path = format!("/sign-in/district/back?state={}&error=access_denied", trip.asked["state"]);
    let answer = server.get_with(&path, &trip.cookie).await;
    assert!(is_shut(&answer) && answer.body.contains("gave no proof of who you are"), "{}", answer.body);
    let trip = server.sets_out("/sign-in/district", "").await;
    let code = provider.code_for(&trip.asked);
    let path = format!(
        "/sign-in/district/back?state={}&code={code}&iss=https://evil.example.org",
        trip.asked["state"]
    );
    assert!(is_shut(&server.get_with(&path, &trip.cookie).await));
    assert_eq!(*provider.asked.lock().unwrap(), ["metadata", "keys"], "no code was taken anywhere");
}
