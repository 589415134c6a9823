//! What is worth a second look: the routes that ask again who one is, and that nothing typed is lost by it.

use axum::http::StatusCode;

use super::furnished::{House, LINCOLN};
use super::permissions::address;
use super::*;
use crate::auth::permissions::{Does, PERMISSIONS};
use crate::store::contract::mentor;

const LATER: i64 = 5 * 60;

#[test]
fn files_phones_undoing_and_ones_own_account_ask_again() {
    let asks: Vec<&str> =
        PERMISSIONS.iter().filter(|(_, _, access)| access.wants_proof()).map(|(_, path, _)| *path).collect();
    for path in [
        "/team/meeting/students.csv",
        "/staff/students/{student}/export",
        "/staff/mentors/{mentor}/invite",
        "/staff/reports/{report}/{face}",
        "/staff/reports/frozen/{snapshot}/{face}",
        "/district/access.csv",
        "/district/agreements/{agreement}/file",
        "/staff/imports/{batch}/undo",
        "/account/authenticator",
        "/account/recovery-codes",
        "/account/password",
    ] {
        assert!(asks.contains(&path), "{path} asks nobody");
    }
    let is_a_file = |path: &str| ["csv", "{face}", "export", "/file"].iter().any(|end| path.ends_with(end));
    let files = PERMISSIONS.iter().filter(|(_, path, _)| is_a_file(path));
    for (_, path, access) in files {
        assert!(access.wants_proof(), "{path} gives a file to whoever finds an open browser");
    }
}

#[tokio::test]
async fn after_five_minutes_each_of_them_asks_and_no_other_does() {
    let server = Server::start().await;
    for role in Role::ALL {
        server.account(server.school, role.word(), role).await;
        let browser = server.browser(role.word()).await;
        server.step(LATER);
        for (does, path, access) in PERMISSIONS {
            if !access.roles().is_some_and(|roles| roles.contains(&role)) || *path == "/sign-out" {
                continue;
            }
            let answer = match does {
                Does::Reads => browser.get(&address(path)).await,
                Does::Changes => browser.post(&address(path), "kept=what+I+typed").await,
            };
            let asks = match does {
                Does::Reads => answer
                    .headers
                    .get(header::LOCATION)
                    .is_some_and(|to| to.to_str().unwrap().starts_with("/sign-in/again?to=/")),
                Does::Changes => {
                    answer.body.contains("Is it still you?") && answer.body.contains("what I typed")
                }
            };
            assert_eq!(asks, access.wants_proof(), "{} {does:?} {path}: {}", role.word(), answer.status);
        }
    }
}

#[tokio::test]
async fn a_form_that_was_held_up_goes_on_with_all_that_was_typed() {
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    server.step(LATER);
    let invite = format!("/staff/mentors/{ana}/invite");
    let asked = kim.post(&invite, "note=caf%C3%A9+%26+more&note=twice%0D%0Aand+more").await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.body.contains(&format!("action=\"{invite}\"")), "{}", asked.body);
    assert!(
        asked.body.contains("café &#38; more") || asked.body.contains("café &amp; more"),
        "{}",
        asked.body
    );
    assert!(asked.body.contains("twice\r\nand more"), "{}", asked.body);
    assert!(!asked.body.contains("pairing-code"));

    let wrong = kim.post(&invite, "note=kept&proof_password=a+sentence+that+is+wrong").await;
    assert!(
        wrong.status == StatusCode::FORBIDDEN && wrong.body.contains("That does not fit"),
        "{}",
        wrong.body
    );
    assert!(wrong.body.contains("value=\"kept\""), "{}", wrong.body);
    assert!(!wrong.body.contains("that+is+wrong") && !wrong.body.contains("that is wrong"), "{}", wrong.body);
    let answer = kim.post(&invite, &format!("note=kept&proof_password={}", PASSWORD.replace(' ', "+"))).await;
    let pairing = goes_to(&answer).to_owned();
    assert!(kim.get(&pairing).await.body.contains("pairing-code"));
    assert_eq!(goes_to(&kim.post(&invite, "").await), pairing, "for five minutes nobody asks again");
    server.step(LATER);
    assert!(kim.post(&invite, "").await.body.contains("Is it still you?"));
}

#[tokio::test]
async fn a_file_is_asked_for_again_by_the_page_that_asks() {
    let server = Server::start().await;
    let house = House::open(&server, server.school, LINCOLN).await;
    let kim = house.browser(Role::Coordinator);
    server.step(LATER);
    let file = "/staff/reports/attendance/csv?as_of=2025-10-14";
    let to = goes_to(&kim.get(file).await).to_owned();
    assert_eq!(to, "/sign-in/again?to=/staff/reports/attendance/csv%3Fas_of%3D2025-10-14");
    let page = kim.get(&to).await.body;
    assert!(page.contains("name=\"to\" value=\"/staff/reports/attendance/csv?as_of=2025-10-14\""), "{page}");
    let fields = format!("to={file}&proof_password={}", PASSWORD.replace(' ', "+"));
    assert_eq!(goes_to(&kim.post("/sign-in/again", &fields).await), file);
    assert_eq!(kim.get(file).await.status, StatusCode::OK);
    let elsewhere = kim.post("/sign-in/again", "to=https://evil.example.org/").await;
    assert_eq!(goes_to(&elsewhere), "/sign-in");
}

#[tokio::test]
async fn whoever_has_an_app_shows_its_code_and_not_the_password() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    let (codes, recovery) = pat.sets_up_an_app().await;
    server.step(LATER);
    let asked = pat.post("/account/recovery-codes", "").await;
    assert!(asked.body.contains("proof_code") && !asked.body.contains("proof_password"), "{}", asked.body);
    let password = format!("proof_password={}", PASSWORD.replace(' ', "+"));
    assert!(pat.post("/account/recovery-codes", &password).await.body.contains("That does not fit"));
    let code = format!("proof_code={}", codes.code(NOON + LATER));
    assert!(pat.post("/account/recovery-codes", &code).await.body.contains("recovery-codes"));
    server.step(LATER);
    let old = format!("proof_code={}", recovery[0]);
    assert!(pat.post("/account/recovery-codes", &old).await.body.contains("That does not fit"));
}

#[tokio::test]
async fn a_form_of_another_session_is_not_even_asked_about() {
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let mut kim = server.signed_in("kim", Role::Coordinator).await;
    server.step(LATER);
    kim.form_token = "guessed".into();
    let fields = format!("proof_password={}", PASSWORD.replace(' ', "+"));
    let answer = kim.post(&format!("/staff/mentors/{ana}/invite"), &fields).await;
    assert!(answer.status == StatusCode::FORBIDDEN && !answer.body.contains("Is it still you?"));
}

#[tokio::test]
async fn guessing_the_proof_is_held_up() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    server.step(LATER);
    for _ in 0..5 {
        assert_eq!(pat.post("/account/password", "proof_password=wrong").await.status, StatusCode::FORBIDDEN);
    }
    let right = format!("new_password=x&proof_password={}", PASSWORD.replace(' ', "+"));
    let answer = pat.post("/account/password", &right).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers[header::RETRY_AFTER], "30");
}
