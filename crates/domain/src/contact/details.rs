//! What is known of a contact: how it ended, with whom, where, and the reason that was given.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::CallOutcome;
use crate::UnknownWord;
use crate::words::words;

words!(
    /// How a meeting ended.
    SessionOutcome, "session outcome" {
        /// As planned.
        Held = "held",
        /// Shorter than planned.
        Shortened = "shortened",
        /// The student did not come.
        StudentAbsent = "student_absent",
        /// The mentor did not come.
        MentorAbsent = "mentor_absent",
        /// The school needed the time.
        CancelledBySchool = "cancelled_by_school",
    }
);

words!(
    /// Who began it.
    ContactDirection, "direction" {
        /// The mentor.
        Out = "out",
        /// The student or the family.
        In = "in",
    }
);

words!(
    /// With whom.
    Party, "party" {
        /// The student.
        Student = "student",
        /// A parent or guardian.
        Guardian = "guardian",
        /// Somebody else: staff, a relative, an agency.
        Other = "other",
    }
);

words!(
    /// Where.
    Place, "place" {
        /// Somewhere at school.
        School = "school",
        /// In class.
        Classroom = "classroom",
        /// At breakfast, lunch or recess.
        Break = "break",
        /// After school.
        AfterSchool = "after_school",
        /// At the student's home.
        Home = "home",
        /// Elsewhere in the neighbourhood.
        Community = "community",
        /// By video.
        Online = "online",
    }
);

words!(
    /// Why the student is absent, as the student or the family says: kept apart from the school's own code and never
    /// written over it. Health is "health" and nothing more (`domain.md` R4).
    ReportedReason, "reported reason" {
        /// Ill, hurt, at the doctor's.
        Health = "health",
        /// An emergency or a death in the family.
        FamilyEmergency = "family_emergency",
        /// A trip or another plan of the family.
        FamilyActivity = "family_activity",
        /// No bus, no ride, no safe way.
        Transport = "transport",
        /// Work.
        Work = "work",
        /// A religious day.
        Religious = "religious",
        /// A court or another office.
        Legal = "legal",
        /// Sent home or suspended.
        Discipline = "discipline",
        /// With the school somewhere else.
        SchoolActivity = "school_activity",
        /// Did not want to go.
        Skipping = "skipping",
        /// Not known.
        Unknown = "unknown",
    }
);

impl SessionOutcome {
    /// Whether there was a meeting at all.
    pub fn took_place(self) -> bool {
        matches!(self, Self::Held | Self::Shortened)
    }
}

impl ReportedReason {
    /// The reason's code in the NCES taxonomy.
    pub fn nces_code(self) -> &'static str {
        match self {
            Self::SchoolActivity => "2A",
            Self::Religious => "2B",
            Self::Health => "2C",
            Self::FamilyEmergency => "2D",
            Self::Discipline => "2E",
            Self::Legal => "2F",
            Self::FamilyActivity => "2G",
            Self::Work => "2H",
            Self::Transport => "2I",
            Self::Skipping => "2J",
            Self::Unknown => "2K",
        }
    }
}

/// How a contact ended: as calls end, or as meetings do. The two have no word in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ContactOutcome {
    /// A call or a text.
    Call(CallOutcome),
    /// A meeting.
    Session(SessionOutcome),
}

impl ContactOutcome {
    /// The word as stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Call(outcome) => outcome.word(),
            Self::Session(outcome) => outcome.word(),
        }
    }
    /// As a call's.
    pub fn call(self) -> Option<CallOutcome> {
        match self {
            Self::Call(outcome) => Some(outcome),
            Self::Session(_) => None,
        }
    }
}

impl fmt::Display for ContactOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for ContactOutcome {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        word.parse().map(Self::Call).or_else(|_| word.parse().map(Self::Session))
    }
}
