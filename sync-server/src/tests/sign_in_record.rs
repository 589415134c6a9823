//! What the record of access says of how people came in, and of what became of their accounts.

use super::*;

fn of(kind: &str, details: &[&str]) -> Vec<(String, String)> {
    details.iter().map(|detail| (kind.to_owned(), (*detail).to_owned())).collect()
}

impl Server {
    /// Nothing in the record was changed, dropped or cut off.
    async fn chain_holds(&self) {
        let heads = self.store.read(|db| Ok(crate::store::sqlite::chain_verify::verify(db, &[])?.is_ok()));
        assert!(heads.await.unwrap());
    }
}

#[tokio::test]
async fn each_sign_in_is_written_down_with_its_way() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    assert_eq!(server.try_password("pat", "wrong").await.status, StatusCode::FORBIDDEN);
    let (codes, recovery) = pat.sets_up_an_app().await;
    server.step(60);
    let step = server.half_way("pat").await;
    assert_eq!(server.recorded(&["signed_in"]).await.len(), 1, "half the way is not in");
    server.shows(&step, &codes.code(NOON + 60)).await;
    let step = server.half_way("pat").await;
    server.shows(&step, &recovery[0]).await;
    assert_eq!(server.recorded(&["signed_in"]).await, of("signed_in", &["password", "code", "code"]));
    let who = server.store.account_by_login("pat").await.unwrap().unwrap().id;
    let all = server.record().await;
    assert!(all.iter().all(|event| event.staff_id == Some(who) && event.school_id == Some(server.school)));
    server.chain_holds().await;
}

#[tokio::test]
async fn a_wait_is_written_down_once_and_never_what_was_typed() {
    let server = Server::start().await;
    server.account(server.school, "pat", Role::Team).await;
    server.try_password("nobody", "wrong").await;
    for _ in 0..5 {
        server.try_password("pat", "wrong").await;
    }
    assert!(server.recorded(&["sign_in_held_up"]).await.is_empty(), "five failures are nobody's business");
    for _ in 0..9 {
        server.try_password("pat", "wrong").await;
    }
    assert_eq!(server.recorded(&["sign_in_held_up"]).await, of("sign_in_held_up", &["account"]));
    server.step(30);
    for _ in 0..3 {
        server.try_password("pat", "wrong").await;
    }
    let held_up = of("sign_in_held_up", &["account", "account"]);
    assert_eq!(server.recorded(&["sign_in_held_up"]).await, held_up, "one for the next wait");
    let said = format!("{:?}", server.record().await);
    assert!(!said.contains("wrong") && !said.contains("nobody"), "{said}");
    server.chain_holds().await;
}

#[tokio::test]
async fn an_unknown_login_and_a_flood_from_one_address_are_written_down_as_nobodys() {
    let server = Server::start().await;
    for _ in 0..6 {
        server.try_password("nobody", "wrong").await;
    }
    for n in 0..20 {
        server.try_password(&format!("guess{n}"), "wrong").await;
    }
    let held_up = of("sign_in_held_up", &["unknown login", "address"]);
    assert_eq!(server.recorded(&["sign_in_held_up"]).await, held_up);
    assert!(server.record().await.iter().all(|event| event.staff_id.is_none()));
}

#[tokio::test]
async fn guessing_codes_is_written_down_when_it_is_held_up() {
    let server = Server::start().await;
    server.signed_in("pat", Role::Team).await.sets_up_an_app().await;
    for _ in 0..8 {
        let step = server.half_way("pat").await;
        server.shows(&step, "000000").await;
    }
    assert_eq!(server.recorded(&["sign_in_held_up"]).await, of("sign_in_held_up", &["account"]));
}

#[tokio::test]
async fn each_change_of_factor_and_password_is_written_down() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    let (_, recovery) = pat.sets_up_an_app().await;
    let step = server.half_way("pat").await;
    server.shows(&step, &recovery[0]).await;
    pat.post("/account/recovery-codes", "").await;
    pat.post("/account/password", "new_password=another+sentence+that+is+long").await;
    pat.post("/account/authenticator/remove", "").await;
    assert!(server.store.reset_factors("pat", NOON, "root".into(), NOON).await.unwrap());
    assert!(server.store.disable_account("pat", "root".into(), NOON).await.unwrap());
    let changed = [
        ("factor_changed", "authenticator_added"),
        ("factor_changed", "recovery_code_used"),
        ("factor_changed", "recovery_codes_made"),
        ("password_changed", ""),
        ("factor_changed", "authenticator_removed"),
        ("factor_changed", "pat: reset"),
        ("account_disabled", "pat"),
    ];
    let kinds = ["factor_changed", "password_changed", "account_disabled"];
    let wanted = changed.map(|(what, detail)| (what.to_owned(), detail.to_owned()));
    assert_eq!(server.recorded(&kinds).await, wanted);
    let by = server.record().await.pop().unwrap().by_name;
    assert_eq!(by.as_deref(), Some("root"));
    server.chain_holds().await;
}
