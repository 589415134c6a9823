//! A contact said anew.

use daymark_domain::{Contact, ContactKind, SessionOutcome, What};
use daymark_sqlite::open;

use super::drafts::killed;
use super::*;

fn call(outcome: CallOutcome) -> Contact {
    Contact::call(ContactKind::AbsenceCall, outcome)
}

fn record(core: &mut Core, contact: Contact) -> EntryKey {
    tap(core, Request::RecordContact { match_id: match_id(1), day: today(), contact })
}

fn replace(replaced: &EntryKey, contact: Contact) -> Request {
    Request::ReplaceContact { match_id: match_id(1), replaced: replaced.clone(), day: today(), contact }
}

/// Contacts of the student that stand, latest first.
fn standing(core: &mut Core) -> Vec<Contact> {
    let stands = page(core, 1).log.into_iter().filter(|entry| !entry.voided);
    stands
        .filter_map(|entry| match entry.what {
            What::Contact(contact) => Some(contact),
            _ => None,
        })
        .collect()
}

#[test]
fn a_call_said_anew_stands_once_and_the_first_word_stays_in_the_history() {
    let (mut core, _) = paired();
    let first = record(&mut core, call(CallOutcome::NoAnswer));
    let second = tap(&mut core, replace(&first, call(CallOutcome::ReachedGuardian)));
    assert_ne!(first, second);
    assert_eq!(standing(&mut core), [call(CallOutcome::ReachedGuardian)]);
    let log = page(&mut core, 1).log;
    assert_eq!(log.iter().map(|entry| entry.voided).collect::<Vec<_>>(), [false, true]);
    let again = core.answer(replace(&first, call(CallOutcome::LeftMessage)));
    assert_eq!(again, Err(Failure::NoSuchEntry), "a second tap on the same button replaces nothing");
    assert_eq!(standing(&mut core).len(), 1);
}

#[test]
fn a_kill_or_a_full_disk_half_way_leaves_the_first_word_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (mut core, _) = paired_over(open(&folder.path().join("daymark.sqlite"), None, MIGRATIONS).unwrap());
    let first = record(&mut core, call(CallOutcome::NoAnswer));
    let before = projected(&mut core);
    // The disk fails between the two changes.
    core.db
        .execute_batch(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON change WHEN (SELECT count(*) FROM change) >= 2
             BEGIN SELECT raise(ABORT, 'disk full'); END",
        )
        .unwrap();
    let answer = core.answer(replace(&first, call(CallOutcome::ReachedGuardian)));
    assert!(matches!(answer, Err(Failure::NotSaved(_))), "{answer:?}");
    assert_eq!((projected(&mut core), unsent(&core)), (before.clone(), 1));
    let (mut core, _, _folder) = killed(core, folder.path());
    assert_eq!((projected(&mut core), unsent(&core)), (before, 1));
    tap(&mut core, replace(&first, call(CallOutcome::ReachedGuardian)));
    assert_eq!((standing(&mut core).len(), unsent(&core)), (1, 3));
}

#[test]
fn one_students_entry_of_a_group_stays_in_it_and_goes_with_it() {
    let (mut core, _) = paired();
    let held = Some(SessionOutcome::Held.into());
    let lunch = Contact { outcome: held, ..Contact::session(ContactKind::SmallGroup, 30) };
    let matches = [1, 2].map(match_id).to_vec();
    let recorded = core.answer(Request::RecordGroup { matches, day: today(), contact: lunch.clone() });
    let Ok(Reply::SavedGroup { group, keys, .. }) = recorded else { panic!("{recorded:?}") };
    let absent = Some(SessionOutcome::StudentAbsent.into());
    // The screen knows nothing of groups.
    let key = tap(&mut core, replace(&keys[0].1, Contact { outcome: absent, group: None, ..lunch.clone() }));
    assert_eq!(standing(&mut core)[0].group, Some(group));
    // What was a meeting of two is none of the group's.
    tap(&mut core, replace(&key, Contact { outcome: held, ..Contact::session(ContactKind::OneOnOne, 30) }));
    assert_eq!(standing(&mut core)[0].group, None);
    core.answer(Request::VoidGroup { group }).unwrap();
    assert_eq!((standing(&mut core).len(), page(&mut core, 2).log[0].voided), (1, true));
}

#[test]
fn what_was_come_back_to_is_not_due_again_because_it_was_said_anew() {
    let (mut core, hand) = paired();
    let to_come_back_to = |outcome| Contact { follow_up: Some(today().next()), ..call(outcome) };
    let first = record(&mut core, to_come_back_to(CallOutcome::NoAnswer));
    let follows = Some(first.clone());
    hand.set(TUESDAY_MORNING + 86_400);
    let again = Contact { follows, ..call(CallOutcome::ReachedGuardian) };
    let back = tap(
        &mut core,
        Request::RecordContact { match_id: match_id(1), day: today().next(), contact: again.clone() },
    );
    hand.set(TUESDAY_MORNING + 2 * 86_400);
    assert_eq!(today_view(&mut core).due.follow_ups, []);
    tap(&mut core, replace(&first, to_come_back_to(CallOutcome::LeftMessage)));
    assert_eq!(today_view(&mut core).due.follow_ups, []);
    // The call that came back to it may be said anew too, although what it followed was taken back.
    tap(&mut core, replace(&back, Contact { outcome: Some(CallOutcome::ReachedStudent.into()), ..again }));
    let itself = Contact { follows: Some(back.clone()), ..call(CallOutcome::NoAnswer) };
    assert_eq!(core.answer(replace(&back, itself)), Err(Failure::NoSuchEntry));
}

#[test]
fn only_a_contact_that_stands_can_be_said_anew_and_not_by_itself() {
    let (mut core, _) = paired();
    let greeting = match greet(&mut core, 1, DoorResult::Greeted) {
        Ok(Reply::Saved { key: Some(key), .. }) => key,
        other => panic!("{other:?}"),
    };
    assert_eq!(core.answer(replace(&greeting, call(CallOutcome::NoAnswer))), Err(Failure::NoSuchEntry));
    let first = record(&mut core, call(CallOutcome::NoAnswer));
    let after_itself = Contact { follows: Some(first.clone()), ..call(CallOutcome::NoAnswer) };
    assert_eq!(core.answer(replace(&first, after_itself)), Err(Failure::NoSuchEntry));
    assert_eq!(unsent(&core), 2);
}
