//! Two phones of one mentor that marked a day differently: both marks show, one tap chooses, and nothing is forgotten.

use daymark_documents::MatchRecord;
use daymark_protocol::ChangesBelow;

use super::*;
use crate::storage::record;

/// The same mentor's other phone.
fn other_phone() -> Core {
    let (mut core, _) = paired();
    let phone = Phone {
        device_id: DeviceId::from_bytes([8; 16]),
        tag: DeviceTag::from_serial(12),
        ..core.phone().unwrap()
    };
    core.change(|tx| Ok(phone::set(tx, &phone, &[1; 32])?)).unwrap();
    core
}

fn mark(core: &mut Core, mark: CalendarMark) {
    core.answer(Request::MarkCalendarDay { match_id: match_id(1), day: today(), mark }).unwrap();
}

fn shown(core: &mut Core) -> Vec<CalendarMark> {
    let month = page(core, 1).month;
    month.days.into_iter().find(|day| day.day == today()).unwrap().marks
}

/// What one phone has written goes to the other, as the server would relay it.
fn relay(from: &Core, to: &mut Core) {
    let changes = change::unsent(&from.db).unwrap().into_iter().map(|unsent| unsent.bytes.into()).collect();
    let below = ChangesBelow::new([1; 16].into(), changes);
    assert!(to.apply_answer(&answer([below.into()]), &[]).unwrap().whole);
}

/// One phone has put a sun on the day, the other has taken it off.
fn two_that_disagree() -> [Core; 2] {
    let (mut one, mut other) = (paired().0, other_phone());
    mark(&mut one, CalendarMark::Present);
    mark(&mut other, CalendarMark::Present);
    mark(&mut other, CalendarMark::Cleared);
    relay(&one, &mut other);
    relay(&other, &mut one);
    for core in [&mut one, &mut other] {
        assert_eq!(shown(core), CalendarMark::ALL, "both are shown");
    }
    [one, other]
}

#[test]
fn a_choice_between_two_marks_holds_on_both_phones_whoever_makes_it() {
    for (chosen, left) in
        [(CalendarMark::Present, vec![CalendarMark::Present]), (CalendarMark::Cleared, Vec::new())]
    {
        for chooser in 0..2 {
            let mut phones = two_that_disagree();
            mark(&mut phones[chooser], chosen);
            let [one, other] = &mut phones;
            relay(one, other);
            relay(other, one);
            for core in [one, other] {
                assert_eq!(shown(core), left, "{chosen:?} by phone {chooser}");
                let rows = projected(core);
                projection::rebuild(&mut core.db).unwrap();
                assert_eq!(projected(core), rows);
            }
        }
    }
}

#[test]
fn both_earlier_marks_stay_in_the_records_history() {
    let [mut one, mut other] = two_that_disagree();
    mark(&mut one, CalendarMark::Present);
    relay(&one, &mut other);
    let history = record::load(&other.db, match_id(1)).unwrap().changes();
    assert_eq!(history.len(), 4, "a sun, another one, its removal, and the choice");
    let before: Vec<Vec<u8>> = history[..3].iter().map(|(_, bytes)| bytes.clone()).collect();
    let mut replayed = MatchRecord::new().unwrap();
    replayed.apply(&before).unwrap();
    assert!(
        replayed.view().marks[&today()].iter().eq(CalendarMark::ALL),
        "the disagreement can be read back"
    );
    assert_eq!(shown(&mut other), [CalendarMark::Present]);
}

#[test]
fn two_choices_that_differ_are_shown_again_as_two_marks() {
    let [mut one, mut other] = two_that_disagree();
    mark(&mut one, CalendarMark::Present);
    mark(&mut other, CalendarMark::Cleared);
    relay(&one, &mut other);
    relay(&other, &mut one);
    for core in [&mut one, &mut other] {
        assert_eq!(shown(core), CalendarMark::ALL);
    }
    assert_eq!(one.record_hash(match_id(1)).unwrap(), other.record_hash(match_id(1)).unwrap());
}
