//! A contact as the dosage rule sees it.

use crate::{CallOutcome, DoorResult, SchoolDay};

/// Whom a contact reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Reach {
    /// Nobody: it was tried.
    Nobody,
    /// The family: contact with the family, none of those wanted with the student (T25).
    Family,
    /// The student.
    Student,
}

impl From<DoorResult> for Reach {
    fn from(result: DoorResult) -> Self {
        if result.reached_student() { Self::Student } else { Self::Nobody }
    }
}

impl From<CallOutcome> for Reach {
    fn from(outcome: CallOutcome) -> Self {
        match outcome {
            outcome if outcome.reached_student() => Self::Student,
            outcome if outcome.reached_family() => Self::Family,
            _ => Self::Nobody,
        }
    }
}

/// One entry of a match's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LoggedContact<'a> {
    /// The date at the school on which it happened, whenever it was sent (T27).
    pub day: SchoolDay,
    /// Its kind, as stored; a newer phone may write kinds that this version does not know.
    pub kind: &'a str,
    /// When it happened, in seconds since 1970 UTC.
    pub at: i64,
    /// The phone that wrote it.
    pub device: &'a str,
    /// Whom it reached.
    pub reach: Reach,
}

/// The entries without those that tell of a contact a second time: of the same kind and date, by another phone,
/// within so many minutes of the one that is kept. In order of date.
pub(super) fn without_duplicates<'a>(
    contacts: impl IntoIterator<Item = LoggedContact<'a>>,
    within_minutes: u32,
) -> Vec<LoggedContact<'a>> {
    let mut sorted: Vec<_> = contacts.into_iter().collect();
    sorted.sort_unstable();
    let mut kept: Vec<LoggedContact<'a>> = Vec::new();
    for contact in sorted {
        let same = |other: &LoggedContact<'_>| (other.day, other.kind) == (contact.day, contact.kind);
        let told_before = kept.iter_mut().rev().take_while(|other| same(other)).find(|other| {
            other.device != contact.device && contact.at - other.at <= 60 * i64::from(within_minutes)
        });
        match told_before {
            // One phone saw the student at the door and the other did not: the student was reached.
            Some(other) => other.reach = other.reach.max(contact.reach),
            None => kept.push(contact),
        }
    }
    kept
}
