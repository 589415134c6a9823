//! More than a password, and proving it again, through the district.

use serde_json::json;

use super::*;
use crate::store::contract::mentor;

const MFA: &str = "[second_step]\namr = ['mfa']\n";
const LATER: i64 = 5 * 60;

async fn known(more: &str, role: Role) -> (Server, std::sync::Arc<Provider>) {
    let (server, provider) = Server::with_district(more).await;
    server.new_account(server.school, "pat", role).await;
    server.knows(&provider, "pat", "4711").await;
    (server, provider)
}

#[tokio::test]
async fn the_district_is_a_first_step_until_it_says_that_it_asked_for_a_second() {
    let (server, provider) = known(MFA, Role::Team).await;
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    assert!(pat.get("/team/week").await.body.contains("Secure your sign-in"), "the days of grace count");
    server.step(15 * 24 * 60 * 60);
    let exp = NOON + 16 * 24 * 60 * 60;
    provider.says(|says| says.claims = json!({"amr": ["pwd"], "exp": exp}));
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/account/authenticator");
    provider.says(|says| says.claims = json!({"amr": ["pwd", "mfa"], "exp": exp}));
    let answer = server.by_the_district(&provider).await;
    assert_eq!(goes_to(&answer), "/team/week");
    let pat = server.came_in(&answer).await;
    assert!(!pat.get("/team/week").await.body.contains("Secure your sign-in"), "nothing more is owed");
}

#[tokio::test]
async fn what_the_district_says_of_a_second_step_counts_only_where_it_is_written_down() {
    let (server, provider) = known("", Role::Team).await;
    provider.says(|says| says.claims = json!({"amr": ["mfa"], "acr": "phr"}));
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    assert!(pat.get("/team/week").await.body.contains("Secure your sign-in"));
    let (codes, _) = pat.sets_up_an_app().await;
    server.step(60);
    let answer = server.by_the_district(&provider).await;
    assert_eq!(goes_to(&answer), "/sign-in/code", "whoever has an app is asked for its code");
    let answer = server.shows(&cookie_of(&answer), &codes.code(NOON + 60)).await;
    assert_eq!(goes_to(&answer), "/team/week");
}

#[tokio::test]
async fn a_form_that_was_held_up_goes_on_after_a_proof_at_the_district() {
    let (server, provider) = known("", Role::Coordinator).await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let pat = server.came_in_with(&server.by_the_district(&provider).await, "/staff").await;
    server.step(LATER);
    let invite = format!("/staff/mentors/{ana}/invite");
    let asked = pat.post(&invite, "").await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.body.contains("href=\"/sign-in/district/again\" target=\"_blank\""), "{}", asked.body);

    let trip = server.sets_out("/sign-in/district/again", &pat.cookie).await;
    assert_eq!((trip.asked["prompt"].as_str(), trip.asked["max_age"].as_str()), ("login", "0"));
    let old = provider.code_for(&trip.asked);
    assert!(is_shut(&server.comes_back(&trip, &old, &pat.cookie).await), "proved five minutes ago");
    assert_eq!(pat.post(&invite, "").await.status, StatusCode::FORBIDDEN);
    provider.says(|says| says.claims = json!({"auth_time": null}));
    let trip = server.sets_out("/sign-in/district/again", &pat.cookie).await;
    let silent = provider.code_for(&trip.asked);
    assert!(is_shut(&server.comes_back(&trip, &silent, &pat.cookie).await), "it does not say when");

    provider.says(|says| says.claims = json!({"auth_time": NOON + LATER}));
    let trip = server.sets_out("/sign-in/district/again", &pat.cookie).await;
    let code = provider.code_for(&trip.asked);
    let answer = server.comes_back(&trip, &code, &pat.cookie).await;
    assert!(answer.status == StatusCode::OK && answer.body.contains("press Go on"), "{}", answer.body);
    assert_eq!(goes_to(&pat.post(&invite, "").await), format!("/staff/mentors/{ana}/pairing"));
}

#[tokio::test]
async fn a_page_that_was_asked_for_is_come_back_to() {
    let (server, provider) = known("", Role::Team).await;
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    server.step(LATER);
    let asked = pat.get("/team/meeting/students.csv").await;
    let page = pat.get(goes_to(&asked)).await.body;
    let way = "/sign-in/district/again?to=/team/meeting/students.csv";
    assert!(page.contains(&format!("href=\"{way}\"")), "{page}");
    provider.says(|says| says.claims = json!({"auth_time": NOON + LATER}));
    let trip = server.sets_out(way, &pat.cookie).await;
    let code = provider.code_for(&trip.asked);
    let answer = server.comes_back(&trip, &code, &pat.cookie).await;
    assert_eq!(goes_to(&answer), "/team/meeting/students.csv");
    let trip = server.sets_out("/sign-in/district/again?to=https://evil.example.org/", &pat.cookie).await;
    let code = provider.code_for(&trip.asked);
    assert_eq!(goes_to(&server.comes_back(&trip, &code, &pat.cookie).await), "/sign-in", "ours alone");
}

#[tokio::test]
async fn nobody_proves_it_for_somebody_else_or_with_less_than_they_have_here() {
    let (server, provider) = known(MFA, Role::Team).await;
    server.account(server.school, "ana", Role::Team).await;
    server.knows(&provider, "ana", "0815").await;
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    pat.sets_up_an_app().await;
    server.step(LATER);
    let fresh = |claims: serde_json::Value| {
        let mut claims = claims;
        claims["auth_time"] = json!(NOON + LATER);
        provider.says(|says| says.claims = claims);
    };
    for (claims, said) in [
        (json!({"sub": "0815", "amr": ["mfa"]}), "Somebody else is signed in here"),
        (json!({"amr": ["pwd"]}), "asked you for less"),
    ] {
        fresh(claims);
        let trip = server.sets_out("/sign-in/district/again", &pat.cookie).await;
        let code = provider.code_for(&trip.asked);
        let answer = server.comes_back(&trip, &code, &pat.cookie).await;
        assert!(is_shut(&answer) && answer.body.contains(said), "{}", answer.body);
        assert!(goes_to(&pat.get("/team/meeting/students.csv").await).starts_with("/sign-in/again"));
    }
    fresh(json!({"amr": ["mfa"]}));
    let trip = server.sets_out("/sign-in/district/again", &pat.cookie).await;
    let code = provider.code_for(&trip.asked);
    assert_eq!(server.comes_back(&trip, &code, &pat.cookie).await.status, StatusCode::OK);
    let there = pat.get("/team/meeting/students.csv").await.status;
    assert_eq!(there, StatusCode::NOT_FOUND, "nobody is asked any more; there was no meeting yet");
}
