//! What a mentor does, in the programme's words (`domain.md` section 3, enumerations).

mod details;
mod entry;
mod kind;
mod number_mark;

pub use details::{ContactDirection, ContactOutcome, Party, Place, ReportedReason, SessionOutcome};
pub use entry::{Contact, InvalidContact};
pub use kind::ContactKind;
pub use number_mark::NumberMark;

use crate::words::words;

words!(
    /// What the mentor saw at the door. An observation: `NotSeen` is never an absence.
    DoorResult, "door result" {
        /// Met and greeted before the bell.
        Greeted = "greeted",
        /// Came after the bell and was greeted.
        Late = "late",
        /// The mentor did not see the student.
        NotSeen = "not_seen",
    }
);

words!(
    /// How a call ended.
    CallOutcome, "call outcome" {
        /// The student answered.
        ReachedStudent = "reached_student",
        /// A guardian answered.
        ReachedGuardian = "reached_guardian",
        /// A message was left.
        LeftMessage = "left_message",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// The number is wrong or disconnected: a repair for the coordinator.
        WrongNumber = "wrong_number",
        /// Whoever answered did not want to talk.
        Declined = "declined",
        /// No common language; an interpreter is needed.
        LanguageBarrier = "language_barrier",
    }
);

words!(
    /// What mentor and student put on a day of the calendar. Not attendance evidence.
    CalendarMark, "calendar mark" {
        /// The sun: present, marked together.
        Present = "present",
        /// A sun that was taken off again.
        Cleared = "cleared",
    }
);

impl DoorResult {
    /// Whether the student was reached: what counts towards three contacts a week (`domain.md` 4.6).
    pub fn reached_student(self) -> bool {
        matches!(self, Self::Greeted | Self::Late)
    }
}

impl CalendarMark {
    /// The other one.
    pub fn opposite(self) -> Self {
        match self {
            Self::Present => Self::Cleared,
            Self::Cleared => Self::Present,
        }
    }
}

impl CallOutcome {
    /// Whether the student was reached. A call that only a parent answers is family contact (T25).
    pub fn reached_student(self) -> bool {
        self == Self::ReachedStudent
    }
    /// Whether the family was reached.
    pub fn reached_family(self) -> bool {
        self == Self::ReachedGuardian
    }
}
