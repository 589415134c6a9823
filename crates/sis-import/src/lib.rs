//! Bytes of a school's export become typed rows and problems with line numbers.
//!
//! It never fails half-way and never guesses: a row is either read whole or named with file, line, column and what
//! was expected; a file is either read to its end or [`Refused`] with a sentence that says what to do. Whoever gets
//! a `Refused` forgets the rows that came before it.
//!
//! Rows stream through a sink, so memory does not grow with the file; only a OneRoster set, whose people fit, and a
//! calendar of events, which is small, are collected. What a school writes in its own way (codes, columns, events) is read
//! under a small TOML map, and the report's preview lists what each code or event was read as. This crate knows nothing of databases, clocks or what is already stored: whether a student-day stands
//! twice, or names a student nobody enrolled, is for the server's plan.

mod amount;
mod attendance;
mod calendar;
mod csv_rows;
mod date_form;
mod indicators;
mod one_roster;
mod problem;
mod refused;
mod row;
mod source;
mod students;
mod table;
mod toml_file;
mod zip_set;

pub use attendance::{AttendanceMap, AttendanceRow, read_attendance, read_attendance_as};
pub use calendar::icalendar::{EventWords, SchoolDates, read_icalendar};
pub use calendar::{CalendarRow, read_calendar};
pub use csv_rows::{FIELD_BYTES_MAX, ROW_BYTES_MAX};
pub use indicators::{IndicatorRow, read_indicators};
pub use one_roster::{
    AcademicSession, Demographics, EnrollmentRow, FileMode, OneRoster, Org, OrgKind, PROBLEMS_LISTED_MAX,
    Person, RaceEthnicity, Role, RoleRow, RosterVersion, SessionKind, Sex, StudentContact, read_one_roster,
    read_one_roster_telling, read_student_contacts,
};
pub use problem::{FileReport, Found, Note, Problem, ReadAs};
pub use refused::Refused;
pub use source::{FolderSet, SET_BYTES_MAX, Source};
pub use students::{Lunch, StudentAttributes, read_student_attributes};
pub use toml_file::InvalidMap;
pub use zip_set::{ZIP_FILES_MAX, ZIP_RATIO_MAX};
