//! What a date is for a school.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The type of a calendar day, named as Ed-Fi's `CalendarEventDescriptor` names it (`field.md` 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayType {
    /// School is held.
    Instructional,
    /// School is held in place of a day that was lost.
    MakeUp,
    /// A holiday.
    Holiday,
    /// Snow or other weather.
    Weather,
    /// Another emergency.
    Emergency,
    /// A strike.
    Strike,
    /// Teachers only.
    TeacherOnly,
    /// No school for another reason.
    NonInstructional,
}

/// A day type that is none of the known names.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "'{0}' is no day type; expected one of Instructional day, Make-up day, Holiday, Weather day, Emergency day, Strike, Teacher only day, Non-instructional day"
)]
pub struct UnknownDayType(pub String);

impl DayType {
    /// Whether students are expected: such days count in the denominator of every rate (`domain.md` 4.1).
    pub fn is_instructional(self) -> bool {
        matches!(self, Self::Instructional | Self::MakeUp)
    }
    /// The word as stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Instructional => "instructional",
            Self::MakeUp => "make_up",
            Self::Holiday => "holiday",
            Self::Weather => "weather",
            Self::Emergency => "emergency",
            Self::Strike => "strike",
            Self::TeacherOnly => "teacher_only",
            Self::NonInstructional => "non_instructional",
        }
    }
}

impl FromStr for DayType {
    type Err = UnknownDayType;
    /// Reads Ed-Fi's names and our own words, whatever their case, spaces, hyphens and underscores.
    fn from_str(name: &str) -> Result<Self, UnknownDayType> {
        let folded: String =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Ok(match folded.as_str() {
            "instructional" | "instructionalday" | "schoolday" => Self::Instructional,
            "makeup" | "makeupday" => Self::MakeUp,
            "holiday" => Self::Holiday,
            "weather" | "weatherday" | "snowday" => Self::Weather,
            "emergency" | "emergencyday" => Self::Emergency,
            "strike" => Self::Strike,
            "teacheronly" | "teacheronlyday" => Self::TeacherOnly,
            "noninstructional" | "noninstructionalday" | "noschool" | "other" => Self::NonInstructional,
            _ => return Err(UnknownDayType(name.to_owned())),
        })
    }
}
