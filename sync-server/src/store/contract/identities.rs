//! Whom the district's own sign-in knows, as every store keeps it.

use daymark_domain::UserId;

use super::{NOON, Seed, account, session};
use crate::store::accounts::Role;
use crate::store::identities::{Connected, ConnectedBy, Identity, NewConnectLink, Place, Whose};

fn identity(subject: &str) -> Identity {
    Identity { issuer: "https://id.example.org".into(), subject: subject.into() }
}

fn by_command() -> ConnectedBy {
    ConnectedBy::Command("root".into())
}

async fn is_of(store: &dyn Seed, subject: &str, staff: UserId) -> bool {
    matches!(store.whose(&identity(subject)).await.unwrap(), Whose::Of(account) if account.id == staff)
}

pub(crate) async fn an_identity_is_one_accounts_and_an_account_has_one(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    let kim = account(store, school, "kim", Role::Coordinator).await;
    assert_eq!(store.connect(pat, identity("1"), by_command(), false, NOON).await.unwrap(), Connected::Yes);
    let taken = store.connect(kim, identity("1"), by_command(), false, NOON).await.unwrap();
    assert_eq!(taken, Connected::Taken);
    assert!(
        is_of(store, "1", pat).await && !store.is_connected(kim, "https://id.example.org").await.unwrap()
    );
    let elsewhere = Identity { issuer: "https://other.example.org".into(), ..identity("1") };
    assert!(matches!(store.whose(&elsewhere).await.unwrap(), Whose::Nobody), "another issuer's 1");

    assert_eq!(store.connect(kim, identity("2"), by_command(), false, NOON).await.unwrap(), Connected::Yes);
    let taken = store.connect(kim, identity("1"), by_command(), false, NOON).await.unwrap();
    assert!(taken == Connected::Taken && is_of(store, "2", kim).await, "what was there stays");
    assert_eq!(store.connect(kim, identity("3"), by_command(), false, NOON).await.unwrap(), Connected::Yes);
    assert!(
        matches!(store.whose(&identity("2")).await.unwrap(), Whose::Nobody),
        "the one of before gave way"
    );
    assert!(store.disable_account("kim", "root".into(), NOON).await.unwrap());
    assert!(matches!(store.whose(&identity("3")).await.unwrap(), Whose::ShutOut));
}

pub(crate) async fn a_link_connects_its_own_account_once_and_in_its_time(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let pat = account(store, school, "pat", Role::Team).await;
    let link = |hash: u8| NewConnectLink {
        code_hash: [hash; 32],
        staff: pat,
        by: None,
        at: NOON,
        expires_at: NOON + 60,
    };
    store.set_connect_link(link(1)).await.unwrap();
    store.set_connect_link(link(2)).await.unwrap();
    assert!(store.account_to_connect([1; 32], NOON).await.unwrap().is_none(), "a newer one ends it");
    assert!(store.account_to_connect([2; 32], NOON + 60).await.unwrap().is_none(), "too late");
    assert!(store.account_to_connect([2; 32], NOON).await.unwrap().is_some_and(|account| account.id == pat));
    let by = |hash: u8| ConnectedBy::Link([hash; 32]);
    let connects =
        async |hash: u8, at: i64| store.connect(pat, identity("1"), by(hash), false, at).await.unwrap();
    assert_eq!(connects(1, NOON).await, Connected::NoLink);
    assert_eq!(connects(2, NOON + 60).await, Connected::NoLink);
    assert_eq!(connects(2, NOON).await, Connected::Yes);
    assert_eq!(connects(2, NOON).await, Connected::NoLink);
}

pub(crate) async fn the_districts_word_ends_the_sessions_of_whoever_it_is_about_alone(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let pat = account(store, lincoln, "pat", Role::Team).await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    store.begin_session(session(pat)).await.unwrap();
    let other = crate::store::sessions::NewSession { token_hash: [8; 32], ..session(kim) };
    store.begin_session(other).await.unwrap();
    let place = Place { group: "leads".into(), school: adams, role: Role::Principal };
    store.follow_groups(pat, place, NOON).await.unwrap();
    let who = store.use_session([9; 32], NOON).await.unwrap().unwrap().who;
    assert!(who.role == Role::Principal && who.school_id == adams, "at once, in a session that runs");
    store.lose_groups(pat, NOON).await.unwrap();
    assert!(store.use_session([9; 32], NOON).await.unwrap().is_none());
    assert!(store.use_session([8; 32], NOON).await.unwrap().is_some(), "it is Kim's");
}
