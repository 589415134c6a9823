//! What a mentor does, in the programme's words (`domain.md` section 3, enumerations).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A word that is none of the known ones. An older app keeps such an entry and shows it as unknown.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("'{word}' is no {what} that this version knows")]
pub struct UnknownWord {
    /// What was looked for.
    pub what: &'static str,
    /// What stood there.
    pub word: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The word as stored and sent.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }
        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownWord { what: $what, word: word.to_owned() }),
                }
            }
        }
    };
}

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

words!(
    /// The kinds of contact that the first version records.
    ContactKind, "contact kind" {
        /// Greeted at the door.
        DoorGreeting = "door_greeting",
        /// A call to wake the student.
        WakeUpCall = "wake_up_call",
        /// Time for one student.
        OneOnOne = "one_on_one",
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
