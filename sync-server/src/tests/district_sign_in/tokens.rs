//! Tokens that prove nothing.

use serde_json::json;

use super::provider::Signed;
use super::*;

async fn pat_is_known() -> (Server, std::sync::Arc<Provider>) {
    let (server, provider) = Server::with_district("").await;
    server.account(server.school, "pat", Role::Team).await;
    server.knows(&provider, "pat", "4711").await;
    (server, provider)
}

#[tokio::test]
async fn a_claim_that_does_not_fit_lets_nobody_in() {
    let (server, provider) = pat_is_known().await;
    let wrong = [
        json!({"nonce": "another"}),
        json!({"nonce": null}),
        json!({"iss": "https://evil.example.org"}),
        json!({"aud": "another-client"}),
        json!({"aud": ["daymark", "another-client"]}),
        json!({"exp": NOON}),
        json!({"exp": NOON - 3_600}),
        json!({"sub": null}),
    ];
    for claims in wrong {
        provider.says(|says| says.claims = claims.clone());
        assert!(is_shut(&server.by_the_district(&provider).await), "{claims}");
    }
    provider.says(|says| says.claims = json!({}));
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
}

#[tokio::test]
async fn a_signature_that_others_could_have_made_lets_nobody_in() {
    let (server, provider) = pat_is_known().await;
    let wrong = [
        Signed::BySomebodyElse,
        Signed::WithThePublicKeyAsASecret,
        Signed::WithTheClientsSecret,
        Signed::NotAtAll,
    ];
    for signed in wrong {
        provider.says(|says| says.signed = signed);
        assert!(is_shut(&server.by_the_district(&provider).await), "{signed:?}");
    }
    assert!(server.recorded(&["signed_in"]).await.is_empty());
}

#[tokio::test]
async fn a_code_that_somebody_guessed_is_good_for_nothing() {
    let (server, _) = pat_is_known().await;
    let trip = server.sets_out("/sign-in/district", "").await;
    assert!(is_shut(&server.comes_back(&trip, "guessed", "").await));
}

#[tokio::test]
async fn a_key_that_the_district_changed_is_read_anew() {
    let (server, provider) = pat_is_known().await;
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
    provider.says(|says| says.seed = 8);
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
    let keys = provider.asked.lock().unwrap().iter().filter(|asked| **asked == "keys").count();
    assert_eq!(keys, 2, "and not more often than needed");
}
