//! The first coordinator of a school comes in by a code from the server's own console.

use axum::http::StatusCode;

use super::*;
use crate::service::setup::new_code;

impl Server {
    async fn sets_up(&self, code: &str, login: &str, password: &str) -> Answer {
        let fields =
            format!("code={code}&name=Kim+Lee&login={login}&password={}", password.replace(' ', "+"));
        self.send(from_our_page("/setup").body(Body::from(fields)).unwrap()).await
    }

    async fn code(&self) -> Option<String> {
        new_code(&self.store, self.school, self.app.clock.now()).await.unwrap()
    }
}

#[tokio::test]
async fn a_code_from_the_console_makes_one_coordinator_once() {
    let server = Server::start().await;
    let code = server.code().await.unwrap();
    let short = server.sets_up(&code, "kim", "fourteen chars").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        short.body.contains(&code) && short.body.contains("Kim Lee"),
        "nothing is typed twice: {}",
        short.body
    );
    let answer = server.sets_up(&code, "kim", PASSWORD).await;
    assert_eq!(goes_to(&answer), "/account");
    let kim = server.came_in_with(&answer, "/account").await;
    assert_eq!(kim.get("/staff").await.status, StatusCode::OK);
    assert_eq!(server.sets_up(&code, "another", PASSWORD).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.code().await, None, "a school that has a coordinator needs no code");
    assert_eq!(goes_to(&server.try_password("kim", PASSWORD).await), "/staff/home");
}

#[tokio::test]
async fn a_code_is_good_for_a_quarter_of_an_hour_and_a_newer_one_ends_it() {
    let server = Server::start().await;
    let (first, second) = (server.code().await.unwrap(), server.code().await.unwrap());
    assert_eq!(server.sets_up(&first, "kim", PASSWORD).await.status, StatusCode::FORBIDDEN);
    server.step(15 * 60);
    assert_eq!(server.sets_up(&second, "kim", PASSWORD).await.status, StatusCode::FORBIDDEN);
    let third = server.code().await.unwrap();
    assert_eq!(
        goes_to(&server.sets_up(&third.to_lowercase().replace('-', ""), "kim", PASSWORD).await),
        "/account"
    );
}

#[tokio::test]
async fn a_login_that_is_somebodys_leaves_the_code_as_it_was() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    let code = server.code().await.unwrap();
    assert_eq!(server.sets_up(&code, "Pat", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(goes_to(&server.sets_up(&code, "kim", PASSWORD).await), "/account");
}

#[tokio::test]
async fn guessing_the_code_is_held_up() {
    let server = Server::start().await;
    for _ in 0..20 {
        assert_eq!(
            server.sets_up("0000-0000-0000-0000", "kim", PASSWORD).await.status,
            StatusCode::FORBIDDEN
        );
    }
    let held_up = server.sets_up("0000-0000-0000-0000", "kim", PASSWORD).await;
    assert_eq!(held_up.status, StatusCode::TOO_MANY_REQUESTS);
}
