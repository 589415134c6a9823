//! What a phone says after its mentor left. It is taken like everything else; somebody of the school looks at it, because
//! nobody can ask the mentor about it any more (`trust.md` 3.7).

use daymark_documents::{Inspected, Said, kind_word, said};

use crate::store::handed_in::HandedIn;

/// An entry that takes another one back.
const TAKEN_BACK: &str = "void";
/// A day of the calendar.
const CALENDAR_MARK: &str = "calendar_mark";

/// One row a change, by what it says and never by its words.
pub(super) fn said_by(changes: &[(Inspected, Vec<u8>)]) -> Vec<HandedIn> {
    changes.iter().filter_map(|(change, bytes)| Some(row(change.hash.0, said(bytes)?))).collect()
}

fn row(hash: [u8; 32], said: Said) -> HandedIn {
    match said {
        Said::Mark { day, .. } => HandedIn { hash, kind: CALENDAR_MARK, day, entry: None },
        Said::Entry(entry) => match entry.takes_back() {
            Some(other) => HandedIn { hash, kind: TAKEN_BACK, day: entry.day, entry: Some(other) },
            None => HandedIn { hash, kind: kind_word(&entry.what()), day: entry.day, entry: Some(entry.key) },
        },
    }
}
