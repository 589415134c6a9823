//! Three years of entries for one student, for those who measure.

use daymark_domain::{Audience, CallOutcome, DoorResult, NoteText, SchoolDay};
use daymark_test_support::{Contact, ContactEntry};

/// How far back they go.
pub(crate) const DAYS: u64 = 3 * 365;
const SECONDS_OF_A_DAY: i64 = 86_400;

/// So many entries, evenly spread, the last one yesterday.
pub(crate) fn entries(today: SchoolDay, count: u32, now: i64) -> Vec<Contact> {
    (0..count)
        .map(|n| {
            let back = DAYS * u64::from(count - n) / u64::from(count);
            let back = back.max(1);
            Contact { day: today.minus(back), at: now - back as i64 * SECONDS_OF_A_DAY, entry: entry(n) }
        })
        .collect()
}

/// Greetings mostly, as in life.
fn entry(n: u32) -> ContactEntry {
    match n % 10 {
        3 => ContactEntry::WakeUpCall(CallOutcome::ReachedStudent),
        6 => ContactEntry::OneOnOne { minutes: 20 },
        9 => match NoteText::try_from("Talked about the bus and the new timetable.".to_owned()) {
            Ok(text) => ContactEntry::Note { text, audience: Audience::Match },
            Err(_) => ContactEntry::Door(DoorResult::Late),
        },
        _ => ContactEntry::Door(DoorResult::Greeted),
    }
}
