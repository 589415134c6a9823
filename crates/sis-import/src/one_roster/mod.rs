//! A OneRoster 1.1 set: who goes to which school, and whom to call.

mod contacts;
mod demographics;
mod enrollments;
mod manifest;
mod orgs;
mod people;
mod sessions;

use std::path::Path;

pub use contacts::StudentContact;
pub use demographics::Demographics;
pub use enrollments::EnrollmentRow;
pub use orgs::{Org, OrgKind};
pub use people::{Person, Role};
pub use sessions::{AcademicSession, SessionKind};

use crate::problem::{FileReport, Note, Problem};
use crate::refused::Refused;
use crate::source::Source;
use crate::table::Table;

/// The most rows of one file; a district of 65,000 students with 14 classes each has 910,000 enrollments.
pub(crate) const ROWS_MAX: u64 = 2_000_000;
/// The most problems that are listed; the rest is counted.
pub const PROBLEMS_LISTED_MAX: usize = 10_000;

/// Everything that was read from a set.
#[derive(Debug, Default)]
pub struct OneRoster {
    /// Schools and districts.
    pub orgs: Vec<Org>,
    /// School years, semesters and terms.
    pub sessions: Vec<AcademicSession>,
    /// Students, guardians and staff.
    pub people: Vec<Person>,
    /// Who is in which school from when to when, a row a class.
    pub enrollments: Vec<EnrollmentRow>,
    /// Birth dates.
    pub demographics: Vec<Demographics>,
    /// What OneRoster has no field for about a student and a guardian.
    pub contacts: Vec<StudentContact>,
    /// The first [`PROBLEMS_LISTED_MAX`] problems in the order of files and lines.
    pub problems: Vec<Problem>,
    /// How many problems more there are.
    pub problems_unlisted: u64,
    /// What was noticed, of all files.
    pub notes: Vec<Note>,
    /// The files that were read. One that is not here was not in the set: nothing is known of its rows, which is
    /// something else than that there are none.
    pub files: Vec<FileReport>,
}

impl OneRoster {
    /// Whether the file was in the set.
    pub fn has_file(&self, file: &str) -> bool {
        self.files.iter().any(|report| report.file == file)
    }
    /// Rows that were named in a problem and are in none of the lists.
    pub fn bad_rows(&self) -> u64 {
        self.files.iter().map(|report| report.bad_rows).sum()
    }
}

/// Reads a OneRoster 1.1 bulk set from a folder or a zip, with `student_contacts.csv` if it lies there or beside the
/// folder.
pub fn read_one_roster(path: &Path) -> Result<OneRoster, Refused> {
    let mut reading = Reading { source: Source::open(path)?, set: OneRoster::default() };
    reading.source.check_is_set()?;
    manifest::check(&mut reading)?;
    reading.set.orgs = reading.required(&orgs::TABLE)?;
    reading.set.sessions = reading.optional(&sessions::TABLE, "no school year is set")?;
    reading.set.people = reading.required(&people::TABLE)?;
    reading.set.enrollments =
        reading.optional(&enrollments::TABLE, "who is enrolled from when stays unknown")?;
    reading.set.demographics = reading.optional(&demographics::TABLE, "birth dates stay unknown")?;
    reading.set.contacts = reading
        .optional(&contacts::TABLE, "relation, priority and restrictions of guardians stay unknown")?;
    Ok(reading.set)
}

/// A set half read.
struct Reading {
    source: Source,
    set: OneRoster,
}

impl Reading {
    fn required<T>(&mut self, table: &Table<T>) -> Result<Vec<T>, Refused> {
        self.read(table)?.ok_or(Refused::MissingFile { file: table.file })
    }

    fn optional<T>(&mut self, table: &Table<T>, without: &str) -> Result<Vec<T>, Refused> {
        let rows = self.read(table)?;
        if rows.is_none() {
            self.set.notes.push(Note::new(table.file, format!("is not in the set: {without}")));
        }
        Ok(rows.unwrap_or_default())
    }

    fn read<T>(&mut self, table: &Table<T>) -> Result<Option<Vec<T>>, Refused> {
        let Some(mut source) = self.source.file(table.file)? else { return Ok(None) };
        let set = &mut self.set;
        let mut rows = Vec::new();
        let mut report = table.read(&mut *source, table.file, &mut |row| match row {
            Ok(row) => rows.push(row),
            Err(problem) if set.problems.len() < PROBLEMS_LISTED_MAX => set.problems.push(problem),
            Err(_) => set.problems_unlisted += 1,
        })?;
        set.notes.append(&mut report.notes);
        set.files.push(report);
        Ok(Some(rows))
    }
}
