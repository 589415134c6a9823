//! What the server did not take, and what befell this phone.

use daymark_domain::{CalendarMark, MatchId, SchoolDay, What};
use serde::{Deserialize, Serialize};

use super::LocalTime;

/// What waits for the mentor's decision, latest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SetAsideView {
    /// What was set aside.
    pub rows: Vec<SetAsideRow>,
    /// The data on this phone was found damaged and made anew.
    pub damage: Option<DamageView>,
}

/// One thing that the server refused; it is kept here word for word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetAsideRow {
    /// Its name here.
    pub id: i64,
    /// The student, while on this phone.
    pub student: Option<String>,
    /// Whose.
    pub match_id: MatchId,
    /// What it says; `None` where the bytes cannot be read.
    pub what: Option<SetAsideWhat>,
    /// Why.
    pub reason: RefusalReason,
}

/// What was refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SetAsideWhat {
    /// An entry.
    Entry {
        /// The day that it is about.
        day: SchoolDay,
        /// When it was made.
        at: LocalTime,
        /// What was done.
        what: What,
    },
    /// The taking back of an entry, which stands again.
    TakingBack {
        /// The day of the entry.
        day: SchoolDay,
    },
    /// A mark of the calendar.
    Mark {
        /// Which day.
        day: SchoolDay,
        /// Put on or taken off.
        mark: CalendarMark,
    },
    /// What another mentor wrote is not for this one to read.
    NotShown {
        /// The day that it is about.
        day: SchoolDay,
    },
}

/// Why the server did not take something, as far as a mentor can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RefusalReason {
    /// The student is not this mentor's any more, or the match ended too long ago.
    NotYourStudent,
    /// The student never was this mentor's: whoever had this phone before wrote it.
    AnotherMentors,
    /// It is longer than any entry can be.
    TooLong,
    /// It came to the server in a form that it does not know; written again it may be taken.
    NotUnderstood,
}

/// The database was found damaged when it was opened, kept aside under another name, and made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DamageView {
    /// When.
    pub at: LocalTime,
    /// Unsent changes that were taken over.
    pub rescued: u32,
    /// Unsent changes that were there and could not be read.
    pub lost: u32,
    /// The pairing was taken over too; otherwise the phone has to be paired again.
    pub paired: bool,
}
