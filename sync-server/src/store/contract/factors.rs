//! Second factors, sessions and the first account, as every store keeps them.

use daymark_domain::UserId;

use super::{NOON, Seed, account, session};
use crate::store::StoreError;
use crate::store::accounts::{NewAccount, Role};
use crate::store::factors::{FromSession, NewAuthenticator, Passkey};
use crate::store::sessions::NewSession;
use crate::store::setup::NewSetupCode;

fn from(token: u8, recovery_codes: Option<Vec<[u8; 32]>>) -> FromSession {
    FromSession { keep: [token; 32], recovery_codes, at: NOON }
}

fn app(staff: UserId, step: i64) -> NewAuthenticator {
    NewAuthenticator { staff, secret: vec![7; 20], step, at: NOON }
}

fn passkey(staff: UserId, id: u8) -> Passkey {
    let (name, host) = ("Laptop".to_owned(), "daymark.example.org".to_owned());
    Passkey { credential_id: vec![id; 16], staff, name, host, credential: "{}".into() }
}

pub(crate) async fn a_code_of_an_app_is_used_once_and_no_earlier_one_after_it(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    assert!(!store.use_step(pat, 100).await.unwrap(), "there is no app");
    store.set_authenticator(app(pat, 100), from(9, None)).await.unwrap();
    let used = [(100, false), (102, true), (102, false), (101, false), (103, true)];
    for (step, taken) in used {
        assert_eq!(store.use_step(pat, step).await.unwrap(), taken, "{step}");
    }
    assert_eq!(store.authenticator(pat).await.unwrap().unwrap().last_step, 103);
    store.remove_authenticator(pat, from(9, None)).await.unwrap();
    assert!(store.authenticator(pat).await.unwrap().is_none());
}

pub(crate) async fn a_recovery_code_is_used_up_and_belongs_to_one_person(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    let kim = account(store, school, "kim", Role::Coordinator).await;
    store.set_authenticator(app(pat, 1), from(9, Some(vec![[1; 32], [2; 32]]))).await.unwrap();
    assert!(!store.use_recovery_code(kim, [1; 32], NOON).await.unwrap());
    assert!(store.use_recovery_code(pat, [1; 32], NOON).await.unwrap());
    assert!(!store.use_recovery_code(pat, [1; 32], NOON).await.unwrap());
    assert_eq!(store.factors(pat).await.unwrap().recovery_codes, 1);
    store.set_recovery_codes(pat, vec![[3; 32], [4; 32], [5; 32]], NOON).await.unwrap();
    assert!(!store.use_recovery_code(pat, [2; 32], NOON).await.unwrap(), "new ones end the old");
    assert_eq!(store.factors(pat).await.unwrap().recovery_codes, 3);
}

pub(crate) async fn a_new_factor_ends_the_other_sessions_of_that_person_alone(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    let kim = account(store, school, "kim", Role::Coordinator).await;
    let begins = [(pat, 9), (pat, 8), (kim, 7)];
    for (staff, token) in begins {
        let begun = NewSession { token_hash: [token; 32], ..session(staff) };
        store.begin_session(begun).await.unwrap();
    }
    assert_eq!(store.sessions_of(pat, NOON).await.unwrap().len(), 2);
    store.add_passkey(passkey(pat, 1), from(9, None)).await.unwrap();
    for (token, stays) in [(9, true), (8, false), (7, true)] {
        assert_eq!(store.use_session([token; 32], NOON).await.unwrap().is_some(), stays, "{token}");
    }
    store.end_session_of(pat, [7; 32]).await.unwrap();
    assert!(store.use_session([7; 32], NOON).await.unwrap().is_some(), "it is Kim's");
}

pub(crate) async fn a_passkey_is_one_persons_and_for_one_servers_name(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    let kim = account(store, school, "kim", Role::Coordinator).await;
    store.add_passkey(passkey(pat, 1), from(9, None)).await.unwrap();
    let again = store.add_passkey(passkey(kim, 1), from(9, None)).await;
    assert!(matches!(again, Err(StoreError::Taken { what: "passkey" })));
    assert_eq!(store.passkeys(pat, "daymark.example.org").await.unwrap().len(), 1);
    assert!(store.passkeys(pat, "other.example.org").await.unwrap().is_empty());
    store.use_passkey(vec![1; 16], "{\"counter\":1}".into(), NOON + 5).await.unwrap();
    assert_eq!(store.factors(pat).await.unwrap().passkeys[0].used_at, Some(NOON + 5));
    store.remove_passkey(kim, vec![1; 16], from(9, None)).await.unwrap();
    assert!(store.factors(pat).await.unwrap().second(), "it is not Kim's to remove");
    store.remove_passkey(pat, vec![1; 16], from(9, None)).await.unwrap();
    assert!(!store.factors(pat).await.unwrap().second());
}

pub(crate) async fn the_days_of_a_password_alone_count_from_the_first_and_end_with_a_factor(
    store: &dyn Seed,
) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    assert_eq!(store.second_factor_by(pat, NOON + 10).await.unwrap(), NOON + 10);
    assert_eq!(store.second_factor_by(pat, NOON + 99).await.unwrap(), NOON + 10);
    store.begin_session(session(pat)).await.unwrap();
    let due = async || store.use_session([9; 32], NOON).await.unwrap().unwrap().who.second_factor_by;
    assert_eq!(due().await, Some(NOON + 10));
    store.set_authenticator(app(pat, 1), from(9, None)).await.unwrap();
    assert_eq!(due().await, None);
    assert!(store.reset_factors("PAT", NOON + 20, "root".into(), NOON).await.unwrap());
    assert!(store.use_session([9; 32], NOON).await.unwrap().is_none(), "whoever lost it is signed out");
    assert_eq!(store.second_factor_by(pat, NOON + 99).await.unwrap(), NOON + 20);
    assert!(!store.reset_factors("nobody", NOON, "root".into(), NOON).await.unwrap());
}

pub(crate) async fn a_setup_code_makes_one_account_and_none_beside_a_coordinator(store: &dyn Seed) {
    let school_id = store.seed_school("Lincoln").await;
    let code = |hash: u8| NewSetupCode { code_hash: [hash; 32], school_id, expires_at: NOON + 60 };
    let first = |login: &str| NewAccount {
        id: UserId::random(),
        school_id,
        login: login.into(),
        name: "Kim".into(),
        role: Role::Coordinator,
        password_hash: "hash".into(),
        at: NOON,
    };
    assert!(store.set_setup_code(code(1)).await.unwrap() && store.set_setup_code(code(2)).await.unwrap());
    assert_eq!(store.school_to_set_up([1; 32], NOON).await.unwrap(), None, "a newer one ends it");
    assert_eq!(store.school_to_set_up([2; 32], NOON + 60).await.unwrap(), None, "its time is over");
    assert_eq!(store.school_to_set_up([2; 32], NOON).await.unwrap(), Some(school_id));
    account(store, school_id, "pat", Role::Team).await;
    assert!(matches!(store.set_up([2; 32], first("pat")).await, Err(StoreError::Taken { .. })));
    assert!(store.set_up([2; 32], first("kim")).await.unwrap(), "a login that was taken used nothing up");
    assert!(!store.set_up([2; 32], first("ana")).await.unwrap());
    assert!(!store.set_setup_code(code(3)).await.unwrap());
}
