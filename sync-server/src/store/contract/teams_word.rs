//! What the school says back to its mentors.

use daymark_domain::{AskStatus, SafetyContact, UserId};

use super::{NOON, Seed, account, day, matched, mentor};
use crate::store::accounts::Role;
use crate::store::asks::NewAnswer;
use crate::store::seen::Shown;

pub(crate) async fn an_answer_is_followed_by_another_and_no_other_school_answers(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let match_id = matched(store, lincoln, tyrone, ana).await;
    store.seed_ask(match_id, "1-4", "transport", "today", "A bus pass").await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let answer = |school_id, status, by: UserId| NewAnswer {
        school_id,
        match_id,
        key: "1-4".parse().unwrap(),
        status,
        text: None,
        by,
        at: NOON,
    };
    assert!(!store.answer_ask(answer(adams, AskStatus::Completed, kim)).await.unwrap());
    for status in [AskStatus::Accepted, AskStatus::Completed] {
        assert!(store.answer_ask(answer(lincoln, status, kim)).await.unwrap());
    }
    let asks = store.asks(lincoln).await.unwrap();
    assert_eq!(asks.len(), 1);
    assert!(asks[0].answer.as_ref().unwrap().status == AskStatus::Completed && !asks[0].is_open());
    assert!(store.asks(adams).await.unwrap().is_empty());
    let seqs = [lincoln, adams].map(async |id| store.school(id).await.unwrap().unwrap().seq);
    let [of_lincoln, of_adams] = seqs;
    assert_eq!(
        (of_lincoln.await, of_adams.await),
        (4, 0),
        "mentor, match and two answers took a number each"
    );
}

pub(crate) async fn only_what_is_newer_than_what_was_seen_takes_a_number(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let tyrone = store.seed_student(school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    let match_id = matched(store, school, tyrone, ana).await;
    for key in ["1-9", "1-10", "2-1"] {
        store.seed_ask(match_id, key, "food", "this_week", "Lunch").await;
    }
    let seq = async || store.school(school).await.unwrap().unwrap().seq;
    assert_eq!((store.mark_seen(school, Shown::Asks, NOON).await.unwrap(), seq().await), (true, 3));
    assert_eq!((store.mark_seen(school, Shown::Asks, NOON).await.unwrap(), seq().await), (false, 3));
    store.seed_ask(match_id, "2-2", "food", "this_week", "Lunch").await;
    assert_eq!((store.mark_seen(school, Shown::Asks, NOON).await.unwrap(), seq().await), (true, 4));
}

pub(crate) async fn safety_contacts_keep_their_order_and_the_same_again_tells_nobody(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let contacts: Vec<_> =
        ["Zoe", "Ann"].iter().map(|name| SafetyContact::new(name, "Nurse", "911").unwrap()).collect();
    for _ in 0..2 {
        store.set_safety_contacts(school, contacts.clone(), NOON).await.unwrap();
    }
    assert_eq!(store.safety_contacts(school).await.unwrap(), contacts);
    assert_eq!(store.school(school).await.unwrap().unwrap().seq, 1);
}
