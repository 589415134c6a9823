//! One row of attendance × what is stored.

use std::collections::HashMap;

use daymark_domain::{DayType, Days, SchoolDay};
use daymark_sis_import::{AttendanceRow, Problem};

use super::problem;
use crate::store::imports::{Recorded, RecordedNow};

/// What a row leads to.
pub(in crate::imports) enum Decision {
    /// A record of a day that had none.
    Add,
    /// Another record in place of the one with that number.
    Correct(i64),
    /// As it is stored.
    Keep,
    /// An earlier row of the file says the same.
    Double,
    /// The row cannot be stored.
    Refuse(Problem),
}

/// What is known of the row's student-day.
pub(in crate::imports) struct KnownDay<'a> {
    /// An earlier row of the file was about it.
    pub is_seen: bool,
    /// The record in force.
    pub now: Option<&'a RecordedNow>,
    /// What the date is for the school.
    pub day_type: Option<DayType>,
    /// Whether the school has a calendar at all.
    pub has_calendar: bool,
}

/// What the row says.
pub(in crate::imports) fn recorded(row: &AttendanceRow) -> Recorded {
    Recorded {
        status: row.status,
        missed: row.missed,
        reason: Some(row.reason.clone()).filter(|reason| !reason.is_empty()),
    }
}

/// Decides on a row. What is stored already is kept whatever has become of its date, so that a snow day that is
/// declared afterwards does not turn yesterday's file into a bad one.
pub(in crate::imports) fn decide(
    file: &str,
    row: &AttendanceRow,
    recorded: &Recorded,
    known: &KnownDay<'_>,
) -> Decision {
    let is_same = known.now.is_some_and(|now| now.recorded == *recorded);
    match (known.is_seen, is_same) {
        (true, true) => return Decision::Double,
        (true, false) => {
            let expected = "one row for each student, school and date; an earlier line says something else";
            return Decision::Refuse(at_date(file, row, expected));
        }
        (false, true) => return Decision::Keep,
        (false, false) => {}
    }
    match known.day_type {
        Some(day_type) if day_type.is_instructional() => {
            known.now.map_or(Decision::Add, |now| Decision::Correct(now.id))
        }
        Some(day_type) => {
            let expected = format!("a school day; the school's calendar has '{}' there", day_type.word());
            Decision::Refuse(at_date(file, row, &expected))
        }
        None if known.has_calendar => Decision::Refuse(at_date(
            file,
            row,
            "a school day; the school's calendar does not hold this date",
        )),
        None => Decision::Refuse(at_date(
            file,
            row,
            "a school day; the school has no calendar yet, import it first",
        )),
    }
}

/// Whose mark, where and when, by the export's keys.
pub(in crate::imports) fn place_words(row: &AttendanceRow) -> String {
    format!("{} in {} on {}", row.student_id, row.school_id, row.date)
}

/// What the mark says, without the reason, which may tell of an illness.
pub(in crate::imports) fn mark_words(recorded: &Recorded) -> String {
    format!("{} {}", recorded.status.word(), Days::from(recorded.missed))
}

fn at_date(file: &str, row: &AttendanceRow, expected: &str) -> Problem {
    problem(file, row.line, "date", &row.date.to_string(), expected)
}

pub(in crate::imports) fn unknown_student(file: &str, row: &AttendanceRow) -> Problem {
    let expected = "the id of a student who is here; import the OneRoster set first";
    problem(file, row.line, "student_id", &row.student_id, expected)
}

pub(in crate::imports) fn unknown_school(file: &str, row: &AttendanceRow) -> Problem {
    let expected = "the id of a school that is here; import the OneRoster set first";
    problem(file, row.line, "school_id", &row.school_id, expected)
}

/// The student-days of a file, by places in lists: a bit a day, so that a district's year fits in a few megabytes.
#[derive(Default)]
pub(in crate::imports) struct SeenDays(HashMap<(u32, u32, i32), u64>);

impl SeenDays {
    pub fn has(&self, student: u32, school: u32, day: SchoolDay) -> bool {
        let (block, bit) = place(day);
        self.0.get(&(student, school, block)).is_some_and(|bits| bits & bit != 0)
    }

    pub fn add(&mut self, student: u32, school: u32, day: SchoolDay) {
        let (block, bit) = place(day);
        *self.0.entry((student, school, block)).or_default() |= bit;
    }
}

fn place(day: SchoolDay) -> (i32, u64) {
    (day.number().div_euclid(64), 1 << day.number().rem_euclid(64))
}
