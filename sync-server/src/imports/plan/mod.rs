//! Deciding what an import changes: stored × parsed → additions, corrections, withdrawals, report. Pure: the day, and
//! where new ids come from, are handed in.

pub(super) mod attendance;
mod attributes;
pub(super) mod calendar;
pub(super) mod contacts;
mod delta;
mod enrollments;
mod families;
mod guardians;
mod periods;
pub(super) mod phone;
pub(super) mod roster;
pub(super) mod students;
mod words;

use daymark_sis_import::{Found, Problem};

pub(super) use enrollments::EnrollmentChange;

/// A problem that only the stored data show; the row itself is well formed.
pub(super) fn problem(file: &str, line: u64, column: &'static str, found: &str, expected: &str) -> Problem {
    let found = if found.is_empty() { Found::Nothing } else { Found::value(found) };
    Problem { file: file.to_owned(), line, column: Some(column), found, expected: expected.to_owned() }
}
