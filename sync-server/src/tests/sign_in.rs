use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::*;

#[tokio::test]
async fn each_role_lands_on_its_page_with_a_host_cookie() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    server.account(server.school, "kim", Role::Coordinator).await;
    let pat = server.try_password("Pat", PASSWORD).await;
    assert_eq!(goes_to(&pat), "/team/week");
    assert_eq!(goes_to(&server.try_password("kim", PASSWORD).await), "/staff/home");
    let cookie = pat.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("__Host-daymark="), "{cookie}");
    for wanted in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(wanted), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn an_unknown_login_and_a_wrong_password_get_the_same_answer() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    let wrong = server.try_password("pat", "another sentence, wrong").await;
    let unknown = server.try_password("nobody", PASSWORD).await;
    assert_eq!(wrong.status, StatusCode::FORBIDDEN);
    assert_eq!((wrong.status, wrong.body), (unknown.status, unknown.body));
    assert!(wrong.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test]
async fn after_five_wrong_passwords_even_the_right_one_has_to_wait() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    for _ in 0..5 {
        assert_eq!(server.try_password("pat", "wrong").await.status, StatusCode::FORBIDDEN);
    }
    let refused = server.try_password("pat", PASSWORD).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.headers[header::RETRY_AFTER], "30");
    assert!(refused.body.contains("Try again in a minute"), "{}", refused.body);
    server.step(30);
    assert_eq!(goes_to(&server.try_password("pat", PASSWORD).await), "/team/week");
}

#[tokio::test]
async fn a_forged_sign_in_is_refused() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    let fields = || Body::from(format!("login=pat&password={}", PASSWORD.replace(' ', "+")));
    let form = || {
        Request::post("/sign-in")
            .header(header::HOST, "daymark.example.org")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
    };
    let forged = [
        form(),
        form().header("sec-fetch-site", "cross-site"),
        form().header("sec-fetch-site", "same-site"),
        form().header("sec-fetch-site", "same-origin").header(header::ORIGIN, "https://evil.example.org"),
        form().header("sec-fetch-site", "same-origin").header(header::ORIGIN, "null"),
    ];
    for request in forged {
        assert_eq!(server.send(request.body(fields()).unwrap()).await.status, StatusCode::FORBIDDEN);
    }
    let typed = form().header("sec-fetch-site", "none").body(fields()).unwrap();
    assert_eq!(goes_to(&server.send(typed).await), "/team/week");
}

#[tokio::test]
async fn a_form_without_the_sessions_token_changes_nothing() {
    let server = Server::start().await;
    let mut kim = server.signed_in("kim", Role::Coordinator).await;
    kim.form_token = "guessed".into();
    assert_eq!(kim.post("/staff/mentors", "name=Ana+Ruiz").await.status, StatusCode::FORBIDDEN);
    assert_eq!(kim.post("/sign-out", "").await.status, StatusCode::FORBIDDEN);
    assert!(!kim.get("/staff").await.body.contains("Ana Ruiz"));
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    let answer = pat.post("/sign-out", "").await;
    assert_eq!(goes_to(&answer), "/sign-in");
    assert!(answer.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(goes_to(&pat.get("/team/week").await), "/sign-in");
}

#[tokio::test]
async fn signing_in_again_takes_a_new_session_and_ends_the_old_one() {
    let server = Server::start().await;
    let before = server.signed_in("pat", Role::Team).await;
    let fields = format!("login=pat&password={}", PASSWORD.replace(' ', "+"));
    let again =
        from_our_page("/sign-in").header(header::COOKIE, &before.cookie).body(Body::from(fields)).unwrap();
    let answer = server.send(again).await;
    assert_ne!(
        answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next(),
        Some(before.cookie.as_str())
    );
    assert_eq!(goes_to(&before.get("/team/week").await), "/sign-in");
}

#[tokio::test]
async fn half_an_hour_without_a_visit_signs_out() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    server.step(29 * 60);
    assert_eq!(pat.get("/team/week").await.status, StatusCode::OK);
    server.step(31 * 60);
    assert_eq!(goes_to(&pat.get("/team/week").await), "/sign-in");
}
