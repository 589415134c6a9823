//! One contact with several students.

use daymark_domain::{Contact, ContactKind, GroupId, SchoolDay, SessionOutcome, What};

use super::*;

fn lunch() -> Contact {
    Contact { outcome: Some(SessionOutcome::Held.into()), ..Contact::session(ContactKind::SmallGroup, 30) }
}

fn group(numbers: &[u8], day: SchoolDay, contact: Contact) -> Request {
    Request::RecordGroup { matches: numbers.iter().copied().map(match_id).collect(), day, contact }
}

fn record(core: &mut Core, numbers: &[u8]) -> GroupId {
    match core.answer(group(numbers, today(), lunch())) {
        Ok(Reply::SavedGroup { group, keys, .. }) => {
            assert_eq!(keys.len(), numbers.len());
            group
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_group_is_one_entry_in_each_record_and_its_minutes_count_once() {
    let (mut core, _) = paired();
    let group = record(&mut core, &[1, 2, 3]);
    assert_eq!(unsent(&core), 3);
    for n in 1..=3 {
        let log = page(&mut core, n).log;
        let What::Contact(contact) = &log[0].what else { panic!("{log:?}") };
        assert_eq!((log.len(), contact.group, contact.minutes), (1, Some(group), Some(30)));
    }
    let Ok(Reply::MyWeek(week)) = core.answer(Request::MyWeek { day: None }) else { panic!() };
    assert_eq!(week.minutes, 30);
    assert!(week.rows.iter().all(|row| row.reached == [today()]));
    core.answer(Request::VoidGroup { group }).unwrap();
    core.answer(Request::VoidGroup { group }).unwrap();
    assert_eq!(unsent(&core), 6, "each entry is taken back once");
    assert!((1..=3).all(|n| page(&mut core, n).log[0].voided));
}

#[test]
fn the_latest_group_that_stands_is_offered_again() {
    let (mut core, _) = paired();
    let last_group = |core: &mut Core| match core.answer(Request::Caseload) {
        Ok(Reply::Caseload(view)) => view.last_group,
        other => panic!("{other:?}"),
    };
    assert_eq!(last_group(&mut core), []);
    let group = record(&mut core, &[1, 3]);
    assert_eq!(last_group(&mut core), [match_id(1), match_id(3)]);
    core.answer(Request::VoidGroup { group }).unwrap();
    assert_eq!(last_group(&mut core), []);
}

#[test]
fn a_group_is_saved_for_all_or_for_none() {
    let (mut core, _) = paired();
    // The disk fails at the third entry.
    core.db
        .execute_batch(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON change WHEN (SELECT count(*) FROM change) >= 2
             BEGIN SELECT raise(ABORT, 'disk full'); END",
        )
        .unwrap();
    assert!(matches!(core.answer(group(&[1, 2, 3], today(), lunch())), Err(Failure::NotSaved(_))));
    assert!(projected(&mut core).is_empty());
    assert_eq!(unsent(&core), 0);
    core.db.execute_batch("DROP TRIGGER full").unwrap();
    record(&mut core, &[1, 2, 3]);
    assert!(
        (1..=3).all(|n| page(&mut core, n).log.len() == 1),
        "and nothing of the failure is left in memory"
    );
}

#[test]
fn a_group_that_makes_no_sense_is_refused_before_anything_is_written() {
    let (mut core, _) = paired();
    let follows = Contact { follows: Some("a-1".parse().unwrap()), ..lunch() };
    let refused = [
        group(&[1], today(), lunch()),
        group(&[1, 1], today(), lunch()),
        group(&[1, 2], today().next(), lunch()),
        group(&[1, 2], today(), Contact::session(ContactKind::SmallGroup, 0)),
        group(&[1, 2], today(), follows),
    ];
    for request in refused {
        let answer = core.answer(request.clone());
        assert!(matches!(answer, Err(Failure::Invalid(_))), "{request:?}: {answer:?}");
    }
    assert_eq!(core.answer(group(&[1, 7], today(), lunch())), Err(Failure::NoSuchMatch));
    assert_eq!(unsent(&core), 0);
}
