//! Families' numbers, and how a school begins.

use daymark_domain::{
    AskStatus, FirstStep, GuardianId, NumberEvent, NumberMark, NumberSource, SchoolId, StudentId, UserId,
};

use super::imports::kept;
use super::{NOON, Seed, account, day, matched, mentor};
use crate::store::accounts::Role;
use crate::store::imports::{GuardianLink, GuardianRow};
use crate::store::numbers::{NewNumberEvent, NumberKept};

const DEAD: &str = "(950) 555 0100";
const OTHER: &str = "(950) 555 0199";

/// Dee, who is the student's mother, as an import brings her.
pub(crate) fn mother(store: &dyn Seed, student_id: StudentId, guardian_id: GuardianId, phone: &str) {
    let guardian = GuardianRow {
        id: guardian_id,
        sis_id: guardian_id.to_string(),
        given_name: "Dee".into(),
        family_name: "Dyer".into(),
        phone: Some(phone.into()),
        language: Some("Spanish".into()),
        active: true,
    };
    let link = GuardianLink {
        student_id,
        guardian_id,
        relation: Some("Mother".into()),
        is_primary: true,
        lives_with: true,
        is_emergency: false,
        priority: Some(1),
        restrictions: None,
        best_hours: None,
        interpreter: false,
        may_text: None,
        by_contacts: false,
        active: true,
    };
    kept(store, |tx| {
        tx.put_guardian(&guardian).unwrap();
        tx.put_guardian_link(&link, 0).unwrap();
    });
}

fn event(
    school_id: SchoolId,
    guardian_id: GuardianId,
    by: UserId,
    seen: i64,
    what: NumberEvent,
) -> NewNumberEvent {
    NewNumberEvent {
        school_id,
        guardian_id,
        seen,
        what,
        phone: (what == NumberEvent::Replaced).then(|| OTHER.into()),
        source: NumberSource::EmergencyCard,
        day: day("2025-10-13"),
        answer: Some("Call after six".to_owned().try_into().unwrap()),
        by,
        at: NOON,
    }
}

pub(crate) async fn a_dead_number_is_replaced_and_kept_and_the_mentor_who_asked_is_answered(
    store: &dyn Seed,
) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let id = matched(store, lincoln, tyrone, ana).await;
    let dee = GuardianId::random();
    mother(store, tyrone, dee, DEAD);
    assert!(store.numbers_asked_about(lincoln).await.unwrap().is_empty(), "nobody said anything of it");
    store.seed_wrong_number(id, "1-1", DEAD, NOON - 60).await;
    store.seed_ask(id, "1-2", "contact_details", "this_week", "It is dead").await;
    let wrong = store.wrong_numbers(lincoln).await.unwrap();
    assert!(wrong.len() == 1 && wrong[0].student_id == tyrone && wrong[0].mentor == "Ana Ruiz");
    assert_eq!(wrong[0].report.mark, Some(NumberMark::of(DEAD)));
    assert!(store.wrong_numbers(adams).await.unwrap().is_empty());
    let now = store.numbers_asked_about(lincoln).await.unwrap();
    assert!(now.len() == 1 && now[0].guardian_id == dee && now[0].phone.as_deref() == Some(DEAD));
    assert!(now[0].settled.is_none() && !now[0].hand_set);

    let past = store.number_past(lincoln, dee).await.unwrap();
    assert!(
        past.len() == 1 && past[0].what == NumberEvent::Recorded && past[0].phone.as_deref() == Some(DEAD)
    );
    let keep = |school, seen, what| store.keep_number_event(event(school, dee, kim, seen, what));
    assert_eq!(keep(adams, past[0].id, NumberEvent::Replaced).await.unwrap(), NumberKept::NotOfThisSchool);
    assert_eq!(keep(lincoln, 0, NumberEvent::Replaced).await.unwrap(), NumberKept::Moved);
    assert_eq!(keep(lincoln, past[0].id, NumberEvent::Replaced).await.unwrap(), NumberKept::Yes);

    let now = store.number_of(lincoln, dee).await.unwrap();
    assert!(now[0].phone.as_deref() == Some(OTHER) && now[0].hand_set && now[0].settled == Some(NOON));
    assert!(store.number_of(adams, dee).await.unwrap().is_empty());
    let past = store.number_past(lincoln, dee).await.unwrap();
    let kept_numbers: Vec<_> = past.iter().map(|past| past.phone.as_deref()).collect();
    assert_eq!(kept_numbers, [Some(OTHER), Some(DEAD)]);
    assert!(
        past[0].by.as_deref() == Some("Name of kim") && past[0].source == Some(NumberSource::EmergencyCard)
    );
    assert!(store.number_past(adams, dee).await.unwrap().is_empty());
    let answer = store.asks(lincoln).await.unwrap().remove(0).answer.unwrap();
    assert!(answer.status == AskStatus::Completed && answer.text.as_deref() == Some("Call after six"));
    assert!(store.school(lincoln).await.unwrap().unwrap().seq > 0, "phones have something to fetch");

    let newest = past[0].id;
    assert_eq!(keep(lincoln, newest, NumberEvent::Retired).await.unwrap(), NumberKept::Yes);
    let past = store.number_past(lincoln, dee).await.unwrap();
    assert!(past.len() == 3 && store.number_of(lincoln, dee).await.unwrap()[0].phone.is_none());
}

pub(crate) async fn whoever_writes_a_number_the_one_before_it_can_be_read(store: &dyn Seed) {
    let lincoln = store.seed_school("Lincoln").await;
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let dee = GuardianId::random();
    for phone in [DEAD, DEAD, OTHER, DEAD] {
        mother(store, tyrone, dee, phone);
    }
    let past = store.number_past(lincoln, dee).await.unwrap();
    let numbers: Vec<_> = past.iter().map(|past| past.phone.as_deref()).collect();
    assert_eq!(numbers, [Some(DEAD), Some(OTHER), Some(DEAD)], "the same again is nothing new");
    assert!(past.iter().all(|past| past.what == NumberEvent::Recorded && past.by.is_none()));
}

pub(crate) async fn a_school_has_taken_the_steps_that_it_took_and_not_those_of_another(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    assert!(store.first_steps(lincoln).await.unwrap().is_empty());
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    matched(store, lincoln, tyrone, ana).await;
    let taken = store.first_steps(lincoln).await.unwrap();
    for step in [FirstStep::Roster, FirstStep::Mentor, FirstStep::Match] {
        assert!(taken.contains(&step), "{step}");
    }
    for step in [FirstStep::HelpNumbers, FirstStep::Calendar, FirstStep::Attendance, FirstStep::Phone] {
        assert!(!taken.contains(&step), "{step}");
    }
    assert!(store.first_steps(adams).await.unwrap().is_empty());
}
