//! What is counted, and how a count reads.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// A school.
    School,
    /// A student.
    Student,
    /// A student in a school.
    Enrollment,
    /// What reports group a student by.
    Attributes,
    /// A guardian.
    Guardian,
    /// A guardian of a student.
    GuardianLink,
    /// A student's day as the school recorded it.
    AttendanceRecord,
    /// A date of a school.
    CalendarDay,
    /// How a school reports attendance, and through which day.
    SchoolSetting,
    /// A student with a mentor.
    Match,
    /// A student's indicator of a period.
    Indicator,
}

impl Noun {
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::School => ("school", "schools"),
            Self::Student => ("student", "students"),
            Self::Enrollment => ("enrollment", "enrollments"),
            Self::Attributes => ("student's attributes", "students' attributes"),
            Self::Guardian => ("guardian", "guardians"),
            Self::GuardianLink => ("guardian of a student", "guardians of students"),
            Self::AttendanceRecord => ("attendance record", "attendance records"),
            Self::CalendarDay => ("calendar day", "calendar days"),
            Self::SchoolSetting => ("school setting", "school settings"),
            Self::Match => ("match", "matches"),
            Self::Indicator => ("indicator", "indicators"),
        }
    }
}

/// Counts by noun; prints as `3 schools, 943 students`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Tally(BTreeMap<Noun, u64>);

impl Tally {
    /// Counts one more; how many there were before.
    pub(in crate::imports) fn count(&mut self, noun: Noun) -> u64 {
        let count = self.0.entry(noun).or_default();
        *count += 1;
        *count - 1
    }
    /// How many of that noun.
    pub fn of(&self, noun: Noun) -> u64 {
        self.0.get(&noun).copied().unwrap_or(0)
    }
    /// How many of all.
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, (noun, count)) in self.0.iter().enumerate() {
            let (one, many) = noun.words();
            let comma = if n == 0 { "" } else { ", " };
            write!(f, "{comma}{} {}", Grouped(*count), if *count == 1 { one } else { many })?;
        }
        Ok(())
    }
}

/// `1 row`, `1,839 rows`.
pub(in crate::imports) fn counted(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", Grouped(count), if count == 1 { "" } else { "s" })
}

/// `1,839`.
pub(super) struct Grouped(pub u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}
