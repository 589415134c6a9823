//! Leases as the server's answers bring them, with every clock in the test's hand.

use std::time::Duration;

use daymark_protocol::lease::{Leased, signed_bytes};
use daymark_protocol::{Frames, Lease};
use ed25519_dalek::{Signer, SigningKey};

use super::*;
use crate::lock::lease::TERM_OF_A_WINDOW;
use crate::storage::trust;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A paired phone that has pinned the school's key, with its clock and the ticks that only grow.
struct Held {
    core: Core,
    wall: Hand,
    ticks: Rc<Cell<i64>>,
}

fn school() -> SigningKey {
    SigningKey::from_bytes(&[3; 32])
}

fn held() -> Held {
    let (mut core, wall) = paired();
    core.change(|tx| Ok(trust::pin(tx, Some(&school().verifying_key().to_bytes()), None)?)).unwrap();
    let ticks = Rc::new(Cell::new(0));
    let hand = ticks.clone();
    core.keep_to_a_lease(
        Rc::new(move || Duration::from_secs(u64::try_from(hand.get()).unwrap())),
        TERM_OF_A_WINDOW,
    );
    Held { core, wall, ticks }
}

fn leased(issued_at: i64, until: i64) -> Leased {
    let device_id = *a_phone().device_id.as_bytes();
    Leased { server_key: school().verifying_key().to_bytes(), device_id, issued_at, until, nonce: None }
}

fn signed_by(key: &SigningKey, lease: &Leased) -> Lease {
    Lease::new(lease.issued_at, lease.until, key.sign(&signed_bytes(lease)).to_bytes().into())
}

fn genuine(issued_at: i64, until: i64) -> Lease {
    signed_by(&school(), &leased(issued_at, until))
}

impl Held {
    /// An answer whose greeting says that it is `at`, with this lease.
    fn hear(&mut self, at: i64, lease: Lease) {
        let mut body = Vec::new();
        Down::from(Welcome::new([7; 8].into(), at, None, None, None)).write(&mut body);
        Down::from(lease).write(&mut body);
        Down::from(Done::new(5, false, None)).write(&mut body);
        assert!(Frames::<Down>::of(&body).all(|frame| frame.is_ok()));
        assert!(self.core.apply_answer(&body, &[]).unwrap().whole);
    }

    /// The next request goes out; the lease that answers it.
    fn is_answered(&mut self, issued_at: i64, until: i64) -> Lease {
        let nonce = self.core.ask_for_lease().unwrap();
        assert!(nonce.is_some(), "it asks for one");
        signed_by(&school(), &Leased { nonce, ..leased(issued_at, until) })
    }

    fn is_over_at(&mut self, wall: i64) -> bool {
        self.wall.set(wall);
        self.core.is_lease_over().unwrap()
    }

    fn wants(&self) -> bool {
        self.core.wants_lease().unwrap()
    }
}

#[test]
fn a_signed_lease_holds_to_its_last_second_by_whichever_clock() {
    let until = TUESDAY_MORNING + 3 * DAY;
    let mut phone = held();
    phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, until));
    assert!(!phone.is_over_at(until) && phone.is_over_at(until + 1), "by the clock on the wall");
    assert!(phone.is_over_at(TUESDAY_MORNING - 400 * DAY), "setting it back opens nothing");

    let mut phone = held();
    phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, until));
    phone.ticks.set(3 * DAY);
    assert!(!phone.is_over_at(TUESDAY_MORNING), "a clock that stands still");
    phone.ticks.set(3 * DAY + 1);
    assert!(phone.is_over_at(TUESDAY_MORNING), "holds nothing up");
}

#[test]
fn a_lease_that_is_not_the_schools_own_word_to_this_phone_changes_nothing() {
    let until = TUESDAY_MORNING + DAY;
    let long = leased(TUESDAY_MORNING + HOUR, TUESDAY_MORNING + 300 * DAY);
    let other = SigningKey::from_bytes(&[4; 32]);
    let mut altered = signed_by(&school(), &Leased { until, ..long });
    altered.until = long.until;
    let mut no_signature = signed_by(&school(), &long);
    no_signature.signature = [0; 64].into();
    let forged = [
        ("signed by nobody", no_signature),
        ("of another server", signed_by(&other, &long)),
        (
            "of another server, in its own name",
            signed_by(&other, &Leased { server_key: other.verifying_key().to_bytes(), ..long }),
        ),
        ("in another server's name", signed_by(&school(), &Leased { server_key: [5; 32], ..long })),
        ("of another phone", signed_by(&school(), &Leased { device_id: [8; 16], ..long })),
        ("made longer on the way", altered),
    ];
    for (what, lease) in forged {
        let mut phone = held();
        phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, until));
        phone.hear(TUESDAY_MORNING + HOUR, lease);
        assert!(phone.is_over_at(until + 1), "{what}");
    }
}

#[test]
fn an_answer_that_somebody_recorded_gives_no_time_back() {
    let mut phone = held();
    let first = genuine(TUESDAY_MORNING, TUESDAY_MORNING + 20 * DAY);
    let second = genuine(TUESDAY_MORNING + DAY, TUESDAY_MORNING + 3 * DAY);
    phone.hear(TUESDAY_MORNING, first.clone());
    phone.hear(TUESDAY_MORNING + DAY, second.clone());
    assert!(phone.is_over_at(TUESDAY_MORNING + 3 * DAY + 1), "the school made it shorter");
    // The clock is set back, and whoever holds the phone plays both answers to it, as often as they like.
    for lease in [second.clone(), first, second] {
        phone.wall.set(TUESDAY_MORNING + DAY);
        phone.hear(TUESDAY_MORNING + DAY, lease);
        assert!(phone.is_over_at(TUESDAY_MORNING + DAY));
    }
}

#[test]
fn an_answer_to_an_earlier_question_gives_no_time_back() {
    let mut phone = held();
    let first = phone.is_answered(TUESDAY_MORNING, TUESDAY_MORNING + 20 * DAY);
    phone.hear(TUESDAY_MORNING, first.clone());
    phone.wall.set(TUESDAY_MORNING + DAY);
    // Somebody holds this one back, and the phone asks again.
    let held_back = phone.is_answered(TUESDAY_MORNING + DAY, TUESDAY_MORNING + 21 * DAY);
    let second = phone.is_answered(TUESDAY_MORNING + DAY, TUESDAY_MORNING + 3 * DAY);
    phone.hear(TUESDAY_MORNING + DAY, second.clone());
    assert!(phone.is_over_at(TUESDAY_MORNING + 3 * DAY + 1), "the school made it shorter");
    // Nor does one count that the server signed for an app of before, later than all of them.
    let of_before = genuine(TUESDAY_MORNING + 2 * DAY, TUESDAY_MORNING + 30 * DAY);
    for lease in [first, held_back, second, of_before] {
        phone.wall.set(TUESDAY_MORNING + DAY);
        phone.core.ask_for_lease().unwrap();
        phone.hear(TUESDAY_MORNING + DAY, lease);
        assert!(phone.is_over_at(TUESDAY_MORNING + DAY));
    }
}

#[test]
fn a_lease_of_a_clock_that_ran_ahead_gives_way_to_the_next_one_that_the_phone_asked_for() {
    let mut phone = held();
    let year = 365 * DAY;
    let ahead = phone.is_answered(TUESDAY_MORNING + year, TUESDAY_MORNING + year + 14 * DAY);
    phone.hear(TUESDAY_MORNING + year, ahead);
    phone.ticks.set(HOUR);
    phone.wall.set(TUESDAY_MORNING + HOUR);
    let (now, until) = (TUESDAY_MORNING + HOUR, TUESDAY_MORNING + 3 * DAY);
    let right = phone.is_answered(now, until);
    phone.hear(now, right);
    assert!(!phone.is_over_at(until) && phone.is_over_at(until + 1), "by the school's own time");
}

#[test]
fn a_phone_that_has_a_signed_lease_believes_no_greeting_about_the_time() {
    let mut phone = held();
    let until = TUESDAY_MORNING + 3 * DAY;
    phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, until));
    // The clock stands still, and something in between says every day that it is still Tuesday.
    for _ in 0..40 {
        phone.ticks.set(phone.ticks.get() + 2 * HOUR);
        phone.core.is_lease_over().unwrap();
        phone.core.apply_answer(&answer([]), &[]).unwrap();
    }
    assert!(phone.is_over_at(TUESDAY_MORNING));
    // The school itself opens it again, and says what time it is.
    phone.ticks.set(4 * DAY);
    let wednesday = TUESDAY_MORNING + 8 * DAY;
    phone.wall.set(wednesday);
    phone.hear(wednesday, genuine(wednesday, wednesday + 3 * DAY));
    assert!(!phone.is_over_at(wednesday));
}

#[test]
fn a_clock_that_had_run_ahead_closes_the_phone_until_the_school_says_what_time_it_is() {
    let mut phone = held();
    phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, TUESDAY_MORNING + 3 * DAY));
    assert!(phone.is_over_at(TUESDAY_MORNING + 375 * DAY));
    assert!(phone.is_over_at(TUESDAY_MORNING + DAY), "the clock alone is not believed");
    assert!(phone.wants());
    phone.hear(TUESDAY_MORNING + DAY, genuine(TUESDAY_MORNING + DAY, TUESDAY_MORNING + 4 * DAY));
    assert!(!phone.is_over_at(TUESDAY_MORNING + DAY));
}

#[test]
fn a_lease_is_asked_for_where_there_is_none_and_when_it_has_aged() {
    let mut phone = held();
    assert!(phone.wants(), "after pairing");
    phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, TUESDAY_MORNING + 3 * DAY));
    assert!(!phone.wants(), "most syncs carry none");
    phone.wall.set(TUESDAY_MORNING + HOUR);
    assert!(phone.wants());
    // One that ends with the mentor's clearance, in two hours.
    phone.hear(TUESDAY_MORNING + HOUR, genuine(TUESDAY_MORNING + HOUR, TUESDAY_MORNING + 3 * HOUR));
    assert!(!phone.wants());
    phone.wall.set(TUESDAY_MORNING + HOUR + HOUR / 2);
    assert!(phone.wants());
    let (core, _) = paired();
    assert!(!core.wants_lease().unwrap(), "a core without a keeper keeps to none");
}

#[test]
fn a_phone_that_is_paired_again_begins_without_the_lease_of_its_earlier_name() {
    let mut phone = held();
    phone.hear(TUESDAY_MORNING, genuine(TUESDAY_MORNING, TUESDAY_MORNING + 300 * DAY));
    phone.core.change(|tx| Ok(crate::storage::lease::forget(tx)?)).unwrap();
    assert!(phone.wants());
    assert!(!phone.is_over_at(TUESDAY_MORNING + DAY));
    assert!(phone.is_over_at(TUESDAY_MORNING + 60 * DAY));
}
