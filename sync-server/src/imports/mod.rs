//! A school's export becomes what the server knows.
//!
//! An import parses ([`daymark_sis_import`]), decides ([`plan`], pure), and applies in one transaction: stored as a
//! whole or not at all. What changed takes the next number of its school's log, once a school, so that phones pull it;
//! a second run of the same file changes nothing and takes no number. Each import leaves a row in the history, dry runs
//! and refused ones too.
//!
//! What a file does *not* say:
//! - a student, guardian or enrollment that a whole OneRoster set no longer has is ended, never deleted, and only in the
//!   schools that the set's `orgs.csv` names; nobody is ended while a bad row may hide them. A set of changes (delta) ends
//!   only what its rows name;
//! - attendance and calendar files are facts for the days that they name. A row that an earlier file had and a later
//!   one has not stays: to take an absence back, the file must say that the student was present. Only a file that is said
//!   to be [`whole`](ImportOptions::whole) takes back what it no longer has. A calendar of events tells all days between
//!   the first and the last;
//! - contacts, indicators and students' attributes are facts for the rows that they have, and end nothing;
//! - what staff set by hand (time zone, bell, a guardian's number and language) is never overwritten.
//!
//! Whatever would end more than one in ten stops, unless [`confirmed`](ImportOptions::confirm_withdrawals).
//!
//! A row that cannot be stored is a [`Problem`] with its file, line, column and what was expected. With one problem or
//! more nothing is applied, unless the person says that the good rows count
//! ([`skip_bad_rows`](ImportOptions::skip_bad_rows)). No name and no number to call is in any message.

mod apply;
pub mod cli;
mod digest;
mod error;
pub mod history;
mod plan;
pub mod preview;
pub mod progress;
mod report;
#[cfg(test)]
pub(crate) mod tests;
pub mod undo;

use std::path::Path;

use chrono::{DateTime, Utc, Weekday};
use chrono_tz::Tz;
use daymark_domain::{SchoolDay, SchoolId, UserId};
pub use daymark_sis_import::{AttendanceMap, EventWords, Note, Problem, ReadAs};

use apply::unstored::noted;
pub use error::ImportError;
use progress::Progress;
pub use report::{Change, Done, ImportKind, ImportReport, Noun, PROBLEMS_PRINTED_MAX, Tally};

use crate::store::imports::ImportStore;

/// The zone of a new school when nobody names one.
pub const DEFAULT_TIME_ZONE: &str = "America/New_York";

/// How to import.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The moment of the import, in seconds since 1970-01-01 UTC.
    pub now: i64,
    /// The good rows count even if others are bad.
    pub skip_bad_rows: bool,
    /// Everything is tried and reported, and nothing is stored.
    pub dry_run: bool,
    /// OneRoster: the IANA zone of new schools; schools that are there keep theirs.
    pub time_zone: Option<String>,
    /// More than a tenth of what there is may be ended.
    pub confirm_withdrawals: bool,
    /// Who imports; none: the command line.
    pub done_by: Option<UserId>,
    /// Nothing of any other school may change; none: the district's file.
    pub only_school: Option<SchoolId>,
    /// Attendance: whether a student is present on a school day unless the file says otherwise. None: as it was; yes
    /// for a new school.
    pub negative_reporting: Option<bool>,
    /// Attendance: the last day that the file covers. None: the latest day in it.
    pub through: Option<SchoolDay>,
    /// Attendance: how the school writes it. None: the plain format.
    pub attendance_map: Option<AttendanceMap>,
    /// Attendance: the file has every mark of its schools from its first date to its last.
    pub whole: bool,
    /// A calendar of events: what is school unless an event says otherwise.
    pub school_days: Option<SchoolDays>,
    /// A calendar of events: what its words mean. None: the usual ones.
    pub event_words: Option<EventWords>,
    /// How far the file is read.
    pub progress: Progress,
}

/// When there is school unless a calendar of events says otherwise.
#[derive(Clone, Debug)]
pub struct SchoolDays {
    /// The schools, by the export's keys.
    pub schools: Vec<String>,
    /// The first day.
    pub first: SchoolDay,
    /// The last day.
    pub last: SchoolDay,
    /// The weekdays of school.
    pub weekdays: Vec<Weekday>,
}

impl ImportOptions {
    /// The careful way: a bad row stops everything, nobody is withdrawn in great number.
    pub fn at(now: i64) -> Self {
        Self {
            now,
            skip_bad_rows: false,
            dry_run: false,
            time_zone: None,
            confirm_withdrawals: false,
            done_by: None,
            only_school: None,
            negative_reporting: None,
            through: None,
            attendance_map: None,
            whole: false,
            school_days: None,
            event_words: None,
            progress: Progress::default(),
        }
    }
}

/// Imports a OneRoster set: schools, students, enrollments, guardians. Blocks; call it from a thread that may.
pub fn import_oneroster(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, ImportKind::OneRoster, path, options, || apply::roster::import(store, path, options))
}

/// Imports `student_id,school_id,date,category,reason,duration`, or what the map says instead. Blocks; call it from a thread that may.
pub fn import_attendance(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, ImportKind::Attendance, path, options, || apply::attendance::import(store, path, options))
}

/// Imports `school_id,date,day_type,value`, or a calendar of events (iCalendar). Blocks; call it from a thread that may.
pub fn import_calendar(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, ImportKind::Calendar, path, options, || apply::calendar::import(store, path, options))
}

/// Imports what guardians are to students: `student_contacts.csv` by itself. Blocks; call it from a thread that may.
pub fn import_contacts(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, ImportKind::Contacts, path, options, || apply::contacts::import(store, path, options))
}

/// Imports `student_id,period_start,period_end,kind,value`. Blocks; call it from a thread that may.
pub fn import_indicators(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, ImportKind::Indicators, path, options, || apply::indicators::import(store, path, options))
}

/// Imports what reports group students by, `student_id,english_learner,…`. Blocks; call it from a thread that may.
pub fn import_students(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, ImportKind::Students, path, options, || apply::students::import(store, path, options))
}

/// A number as somebody typed it, if it can be called.
pub fn number_to_call(text: &str) -> Option<String> {
    plan::phone::usable(Some(text))
}

/// The date in a zone. A stored zone that this version does not know counts as UTC.
fn day_at(time_zone: &str, now: i64) -> SchoolDay {
    let zone: Tz = time_zone.parse().unwrap_or(Tz::UTC);
    SchoolDay(DateTime::<Utc>::from_timestamp(now, 0).unwrap_or_default().with_timezone(&zone).date_naive())
}
