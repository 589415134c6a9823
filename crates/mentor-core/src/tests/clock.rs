//! A wrong clock is noticed at the next sync, and so is a right one.

use super::*;

#[test]
fn a_clock_that_is_more_than_five_minutes_off_is_noticed_until_it_is_right_again() {
    let (mut core, hand) = paired();
    assert_eq!(core.status().unwrap().clock_off, None);
    // The server says in `answer` that it is Tuesday morning.
    for (off, noticed) in [
        (14 * 60 + 20, Some(14)),
        (300, None),
        (301, Some(5)),
        (-40 * 60, Some(-40)),
        (-300, None),
        (3 * 86_400, Some(3 * 1_440)),
        (0, None),
    ] {
        hand.set(TUESDAY_MORNING + off);
        core.apply_answer(&answer([]), &[]).unwrap();
        assert_eq!(core.status().unwrap().clock_off, noticed, "{off} seconds");
    }
}

#[test]
fn entries_of_a_wrong_clock_are_saved_under_the_day_that_the_mentor_saw() {
    let (mut core, hand) = paired();
    hand.set(TUESDAY_MORNING + 2 * 86_400);
    core.apply_answer(&answer([]), &[]).unwrap();
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    let entry = page(&mut core, 1).log.remove(0);
    assert_eq!((entry.day, entry.made.day), (today(), today().plus(2)));
}
