//! Bytes of a school's export become typed rows and problems with line numbers.
//!
//! It never fails half-way and never guesses: a row is either read whole or named with file, line, column and what
//! was expected; a file is either read to its end or [`Refused`] with a sentence that says what to do. Whoever gets
//! a `Refused` forgets the rows that came before it.
//!
//! Rows stream through a sink, so memory does not grow with the file; only a OneRoster set, whose people fit, is
//! collected. This crate knows nothing of databases, clocks or what is already stored: whether a student-day stands
//! twice, or names a student nobody enrolled, is for the server's plan.

mod attendance;
mod calendar;
mod csv_rows;
mod one_roster;
mod problem;
mod refused;
mod row;
mod source;
mod table;
mod zip_set;

pub use attendance::{AttendanceRow, read_attendance};
pub use calendar::{CalendarRow, read_calendar};
pub use csv_rows::{FIELD_BYTES_MAX, ROW_BYTES_MAX};
pub use one_roster::{
    AcademicSession, Demographics, EnrollmentRow, OneRoster, Org, OrgKind, PROBLEMS_LISTED_MAX, Person, Role,
    SessionKind, StudentContact, read_one_roster,
};
pub use problem::{FileReport, Found, Note, Problem};
pub use refused::Refused;
pub use source::{SET_BYTES_MAX, Source};
pub use zip_set::{ZIP_FILES_MAX, ZIP_RATIO_MAX};
