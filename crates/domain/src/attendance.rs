//! The school's official record of one student on one day. Imported, never written by a phone.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::DayPart;

/// The status of a student's day (`domain.md` section 3), with Ed-Fi's names as the way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceStatus {
    /// In attendance.
    Present,
    /// Came late. Tardies never add up to an absence (`domain.md` 4.1).
    Tardy,
    /// Left early.
    EarlyDeparture,
    /// Part of the day; the amount says how much was missed.
    Partial,
    /// Absent, excused. Counts like any absence.
    AbsentExcused,
    /// Absent, unexcused.
    AbsentUnexcused,
    /// Suspended out of school. Counts as absent by default.
    AbsentSuspension,
    /// Suspended in school. Counts as present by default.
    InSchoolSuspension,
}

/// A category that is none of the known names.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "'{0}' is no attendance category; expected one of In Attendance, Present, Excused Absence, Unexcused Absence, Tardy, Early departure, Partial"
)]
pub struct UnknownAttendanceStatus(pub String);

impl AttendanceStatus {
    /// Whether the day, if it was missed whole, counts as missed.
    pub fn is_absence(self) -> bool {
        matches!(self, Self::AbsentExcused | Self::AbsentUnexcused | Self::AbsentSuspension)
    }
    /// The half days missed (0, 1 or 2) when the record states no amount: a partial day counts as half.
    pub fn missed_halves_by_default(self) -> u8 {
        match self {
            Self::AbsentExcused | Self::AbsentUnexcused | Self::AbsentSuspension => 2,
            Self::Partial => 1,
            Self::Present | Self::Tardy | Self::EarlyDeparture | Self::InSchoolSuspension => 0,
        }
    }
    /// How much of the day is missed when the record states no amount: a partial day counts as half.
    pub fn missed_by_default(self) -> DayPart {
        DayPart::from_halves(self.missed_halves_by_default())
    }
    /// The word as stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Tardy => "tardy",
            Self::EarlyDeparture => "early_departure",
            Self::Partial => "partial",
            Self::AbsentExcused => "absent_excused",
            Self::AbsentUnexcused => "absent_unexcused",
            Self::AbsentSuspension => "absent_suspension",
            Self::InSchoolSuspension => "in_school_suspension",
        }
    }
}

impl FromStr for AttendanceStatus {
    type Err = UnknownAttendanceStatus;
    /// Reads Ed-Fi's names, our own words and common synonyms, whatever their case, spaces and hyphens.
    fn from_str(name: &str) -> Result<Self, UnknownAttendanceStatus> {
        let folded: String =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Ok(match folded.as_str() {
            "present" | "inattendance" | "p" => Self::Present,
            "tardy" | "late" | "t" => Self::Tardy,
            "earlydeparture" | "leftearly" => Self::EarlyDeparture,
            "partial" | "partialday" | "halfday" => Self::Partial,
            "excusedabsence" | "absentexcused" | "excused" | "ea" | "ae" => Self::AbsentExcused,
            "unexcusedabsence" | "absentunexcused" | "unexcused" | "absent" | "ua" | "au" | "a" => {
                Self::AbsentUnexcused
            }
            "absentsuspension" | "outofschoolsuspension" | "suspension" | "oss" => Self::AbsentSuspension,
            "inschoolsuspension" | "iss" => Self::InSchoolSuspension,
            _ => return Err(UnknownAttendanceStatus(name.to_owned())),
        })
    }
}
