//! A password is the first half: the second is a code of the person's authenticator app, or a recovery code.

use axum::http::{StatusCode, header};

use super::*;
use crate::auth::one_time_code::OneTimeCodes;

const DAY: i64 = 24 * 60 * 60;

impl Server {
    /// What is typed at the second step of a sign-in.
    pub(super) async fn shows(&self, step: &str, code: &str) -> Answer {
        let fields = Body::from(format!("proof_code={}", code.replace(' ', "+")));
        self.send(from_our_page("/sign-in/code").header(header::COOKIE, step).body(fields).unwrap()).await
    }

    /// The cookie of a sign-in whose password was right.
    pub(super) async fn half_way(&self, login: &str) -> String {
        let answer = self.try_password(login, PASSWORD).await;
        assert_eq!(goes_to(&answer), "/sign-in/code");
        cookie_of(&answer)
    }
}

impl Browser<'_> {
    /// Sets up an authenticator app; what it shares with the server, and the recovery codes.
    pub(super) async fn sets_up_an_app(&self) -> (OneTimeCodes, Vec<String>) {
        let page = self.get("/account/authenticator").await.body;
        let codes = OneTimeCodes::typed(between(&page, "name=\"secret\" value=\"", "\"")).unwrap();
        let now = self.server.app.clock.now();
        let fields = format!("secret={}&code={}", codes.as_typed(), codes.code(now));
        let answer = self.post("/account/authenticator", &fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let shown = between(&answer.body, "id=\"recovery-codes\"", "</ul>").split("<code>").skip(1);
        (codes, shown.map(|code| code.split('<').next().unwrap().to_owned()).collect())
    }
}

#[tokio::test]
async fn whoever_set_up_an_app_is_asked_for_its_code_after_the_password() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    let page = pat.get("/account/authenticator").await.body;
    assert!(page.contains("<svg") && page.contains("id=\"secret\""), "{page}");
    let (codes, recovery) = pat.sets_up_an_app().await;
    assert_eq!(recovery.len(), 10);
    assert_eq!(pat.get("/team/week").await.status, StatusCode::OK, "this session stays");

    server.step(60);
    let step = server.half_way("pat").await;
    assert!(step.starts_with("__Host-daymark-step="), "{step}");
    let asked =
        server.send(Request::get("/sign-in/code").header(header::COOKIE, &step).body(Body::empty()).unwrap());
    assert!(asked.await.body.contains("Code of your authenticator app"));
    assert_eq!(server.shows(&step, "000000").await.status, StatusCode::FORBIDDEN);
    let answer = server.shows(&step, &codes.code(NOON + 60)).await;
    assert_eq!(goes_to(&answer), "/team/week");
    assert_eq!(server.came_in(&answer).await.get("/team/week").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_password_alone_opens_nothing_for_whoever_has_an_app() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    pat.sets_up_an_app().await;
    let answer = server.try_password("pat", PASSWORD).await;
    let cookies: Vec<_> = answer.headers.get_all(header::SET_COOKIE).iter().collect();
    assert!(!cookies.iter().any(|cookie| cookie.to_str().unwrap().starts_with("__Host-daymark=")));
    let step = cookie_of(&answer).replace("__Host-daymark-step", "__Host-daymark");
    let tried = Request::get("/team/week").header(header::COOKIE, step).body(Body::empty()).unwrap();
    assert_eq!(goes_to(&server.send(tried).await), "/sign-in");
    let password = format!("proof_password={}", PASSWORD.replace(' ', "+"));
    let twice = from_our_page("/sign-in/code").header(header::COOKIE, cookie_of(&answer));
    assert_eq!(server.send(twice.body(Body::from(password)).unwrap()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(goes_to(&server.shows("__Host-daymark-step=guessed", "123456").await), "/sign-in");
}

#[tokio::test]
async fn a_code_is_good_once_even_within_its_half_minute() {
    let server = Server::start().await;
    let (codes, _) = server.signed_in("pat", Role::Team).await.sets_up_an_app().await;
    let used = codes.code(NOON);
    let step = server.half_way("pat").await;
    assert_eq!(server.shows(&step, &used).await.status, StatusCode::FORBIDDEN, "setting up used it");
    server.step(30);
    let next = codes.code(NOON + 30);
    assert_eq!(goes_to(&server.shows(&step, &next).await), "/team/week");
    let again = server.half_way("pat").await;
    assert_eq!(server.shows(&again, &next).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.shows(&again, &used).await.status, StatusCode::FORBIDDEN, "an earlier one as well");
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_new_ones_end_the_old() {
    let server = Server::start().await;
    let (_, codes) = server.signed_in("pat", Role::Team).await.sets_up_an_app().await;
    let step = server.half_way("pat").await;
    let answer = server.shows(&step, &codes[3].to_lowercase().replace('-', " ")).await;
    let pat = server.came_in(&answer).await;
    assert!(pat.get("/account").await.body.contains("9 recovery codes are left"));
    let step = server.half_way("pat").await;
    assert_eq!(server.shows(&step, &codes[3]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(pat.post("/account/recovery-codes", "").await.status, StatusCode::OK);
    assert_eq!(server.shows(&step, &codes[4]).await.status, StatusCode::FORBIDDEN);
    assert!(pat.get("/account").await.body.contains("10 recovery codes are left"));
}

#[tokio::test]
async fn guessing_codes_is_held_up_and_a_right_password_does_not_forgive_it() {
    let server = Server::start().await;
    let (codes, _) = server.signed_in("pat", Role::Team).await.sets_up_an_app().await;
    server.step(60);
    for _ in 0..5 {
        let step = server.half_way("pat").await;
        assert_eq!(server.shows(&step, "000000").await.status, StatusCode::FORBIDDEN);
    }
    let step = server.half_way("pat").await;
    let answer = server.shows(&step, &codes.code(NOON + 60)).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.body);
    assert_eq!(answer.headers[header::RETRY_AFTER], "30");
    server.step(30);
    assert_eq!(goes_to(&server.shows(&step, &codes.code(NOON + 90)).await), "/team/week");
}

#[tokio::test]
async fn a_second_step_waits_five_minutes() {
    let server = Server::start().await;
    let (codes, _) = server.signed_in("pat", Role::Team).await.sets_up_an_app().await;
    let step = server.half_way("pat").await;
    server.step(301);
    assert_eq!(goes_to(&server.shows(&step, &codes.code(NOON + 301)).await), "/sign-in");
}

#[tokio::test]
async fn after_a_fortnight_a_password_alone_opens_only_the_setting_up_of_a_second_step() {
    let server = Server::start().await;
    server.new_account(server.school, "pat", Role::Team).await;
    let pat = server.browser("pat").await;
    let page = pat.get("/team/week").await.body;
    assert!(page.contains("Secure your sign-in"), "{page}");
    assert!(pat.get("/account").await.body.contains("28 October 2025"));
    server.step(13 * DAY);
    let answer = server.try_password("pat", PASSWORD).await;
    assert_eq!(goes_to(&answer), "/team/week", "the days count from the first time");

    server.step(DAY);
    let answer = server.try_password("pat", PASSWORD).await;
    assert_eq!(goes_to(&answer), "/account/authenticator");
    let pat = server.came_in_with(&answer, "/account/authenticator").await;
    for page in ["/team/week", "/staff/students", "/team/meeting/students.csv"] {
        assert_eq!(goes_to(&pat.get(page).await), "/account/authenticator", "{page}");
    }
    assert_eq!(goes_to(&pat.post("/staff/students", "name=a").await), "/account/authenticator");
    pat.sets_up_an_app().await;
    let page = pat.get("/team/week").await;
    assert!(page.status == StatusCode::OK && !page.body.contains("Secure your sign-in"));
}

#[tokio::test]
async fn the_district_says_how_long_a_password_alone_is_enough() {
    use crate::store::settings::{NewSetting, SettingStore};
    let server = Server::start().await;
    let set = NewSetting {
        school_id: None,
        key: "second_factor_within_days".into(),
        value: Some("0".into()),
        from: None,
        at: NOON,
        by: "Kim".into(),
    };
    server.store.add_setting(set).await.unwrap();
    server.new_account(server.school, "pat", Role::Team).await;
    assert_eq!(goes_to(&server.try_password("pat", PASSWORD).await), "/account/authenticator");
}

#[tokio::test]
async fn setting_up_an_app_needs_its_code_and_ends_the_other_sessions() {
    let server = Server::start().await;
    let elsewhere = server.signed_in("pat", Role::Team).await;
    let pat = server.browser("pat").await;
    let secret = OneTimeCodes::new().as_typed();
    let wrong = pat.post("/account/authenticator", &format!("secret={secret}&code=000000")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains(&secret), "the picture stays the same");
    assert_eq!(elsewhere.get("/team/week").await.status, StatusCode::OK);
    pat.sets_up_an_app().await;
    assert_eq!(goes_to(&elsewhere.get("/team/week").await), "/sign-in");
    let (_, others) = (pat.post("/account/authenticator/remove", "").await, server.browser("pat").await);
    assert_eq!(
        others.get("/team/week").await.status,
        StatusCode::OK,
        "removed: the password is enough again"
    );
}
