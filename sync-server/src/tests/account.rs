//! One's own account: the password, and where one is signed in.

use axum::http::{StatusCode, header};

use super::*;

impl Server {
    /// Somebody who comes in to that page.
    pub(super) async fn came_in_with(&self, answer: &Answer, page: &str) -> Browser<'_> {
        let mut browser = Browser { server: self, cookie: cookie_of(answer), form_token: String::new() };
        let page = browser.get(page).await.body;
        browser.form_token = between(&page, "name=\"form_token\" value=\"", "\"").to_owned();
        browser
    }

    async fn browser_that_is(&self, login: &str, line: &str) -> Browser<'_> {
        let fields = Body::from(format!("login={login}&password={}", PASSWORD.replace(' ', "+")));
        let request = from_our_page("/sign-in").header(header::USER_AGENT, line).body(fields).unwrap();
        let answer = self.send(request).await;
        self.came_in_with(&answer, "/account").await
    }
}

#[tokio::test]
async fn a_page_says_where_one_is_signed_in_and_ends_one_or_all_others() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    let here = server.browser_that_is("pat", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0").await;
    server.step(90);
    let phone =
        server.browser_that_is("pat", "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Safari/537.36").await;
    let third = server.browser_that_is("pat", "").await;
    let page = here.get("/account").await.body;
    for line in ["Firefox · Windows", "this browser", "Chrome · Android", "unknown browser"] {
        assert!(page.contains(line), "{line} is missing in {page}");
    }
    let row = page.split("<tr>").find(|row| row.contains("Chrome · Android")).unwrap();
    let which = between(row, "name=\"session\" value=\"", "\"");
    assert_eq!(goes_to(&here.post("/account/sessions/end", &format!("session={which}")).await), "/account");
    assert_eq!(goes_to(&phone.get("/team/week").await), "/sign-in");
    assert_eq!(third.get("/team/week").await.status, StatusCode::OK);
    assert_eq!(goes_to(&here.post("/account/sessions/end-others", "").await), "/account");
    assert_eq!(goes_to(&third.get("/team/week").await), "/sign-in");
    assert_eq!(here.get("/team/week").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_ends_another_persons_session_or_sees_it() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let pat = server.signed_in("pat", Role::Team).await;
    let (_, token) = kim.cookie.split_once('=').unwrap();
    let hash = crate::auth::hex(&crate::auth::sha256(&crate::auth::from_hex::<32>(token).unwrap()));
    assert!(!pat.get("/account").await.body.contains(&hash));
    pat.post("/account/sessions/end", &format!("session={hash}")).await;
    pat.post("/account/sessions/end-others", "").await;
    assert_eq!(kim.get("/staff").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_password_is_the_only_one_and_ends_the_other_sessions() {
    let server = Server::start().await;
    let elsewhere = server.signed_in("pat", Role::Team).await;
    let pat = server.browser("pat").await;
    let short = pat.post("/account/password", "new_password=fourteen+chars").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains("15 characters or more"), "{}", short.body);
    let changed = pat.post("/account/password", "new_password=another+sentence+of+mine").await;
    assert_eq!(goes_to(&changed), "/account");
    assert_eq!(goes_to(&elsewhere.get("/team/week").await), "/sign-in");
    assert_eq!(pat.get("/team/week").await.status, StatusCode::OK);
    assert_eq!(server.try_password("pat", PASSWORD).await.status, StatusCode::FORBIDDEN);
    assert_eq!(goes_to(&server.try_password("pat", "another sentence of mine").await), "/team/week");
}
