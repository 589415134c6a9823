//! A OneRoster set, 1.1 or 1.2, whole or changes only: who goes to which school, and whom to call.

mod contacts;
mod demographics;
mod enrollments;
mod manifest;
mod orgs;
mod people;
mod roles;
mod sessions;

use std::io::{self, Read};
use std::path::Path;

pub use contacts::{StudentContact, read_student_contacts};
pub use demographics::{Demographics, RaceEthnicity, Sex};
pub use enrollments::EnrollmentRow;
pub use orgs::{Org, OrgKind};
pub use people::{Person, Role};
pub use roles::RoleRow;
pub use sessions::{AcademicSession, SessionKind};

use crate::problem::{FileReport, Found, Note, Problem};
use crate::refused::Refused;
use crate::source::Source;
use crate::table::Table;
use manifest::Manifest;

/// The most rows of one file; a district of 65,000 students with 14 classes each has 910,000 enrollments.
pub(crate) const ROWS_MAX: u64 = 2_000_000;
/// The most problems that are listed; the rest is counted.
pub const PROBLEMS_LISTED_MAX: usize = 10_000;

/// Which OneRoster a set is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RosterVersion {
    /// 1.1: roles and schools stand in `users.csv`.
    #[default]
    V1_1,
    /// 1.2: roles and schools stand in `roles.csv`.
    V1_2,
}

impl RosterVersion {
    /// As the manifest writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::V1_1 => "1.1",
            Self::V1_2 => "1.2",
        }
    }
}

/// How a set holds a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileMode {
    /// Whole: whoever is not in it has left.
    Bulk,
    /// Changes only: whoever is not in it is as before, and a row that is not `active` is to be deleted.
    Delta,
    /// Not in the set: nothing is known of its rows, which is something else than that there are none.
    Absent,
}

/// Everything that was read from a set.
#[derive(Debug, Default)]
pub struct OneRoster {
    /// Which OneRoster it is in.
    pub version: RosterVersion,
    /// Schools and districts.
    pub orgs: Vec<Org>,
    /// School years, semesters and terms.
    pub sessions: Vec<AcademicSession>,
    /// Students, guardians and staff.
    pub people: Vec<Person>,
    /// Who is what, and where, as 1.2 has it; in 1.1 it is said by the people themselves.
    pub roles: Vec<RoleRow>,
    /// Who is in which school from when to when, a row a class.
    pub enrollments: Vec<EnrollmentRow>,
    /// Birth dates, sex, race and ethnicity.
    pub demographics: Vec<Demographics>,
    /// What OneRoster has no field for about a student and a guardian.
    pub contacts: Vec<StudentContact>,
    /// The first [`PROBLEMS_LISTED_MAX`] problems in the order of files and lines.
    pub problems: Vec<Problem>,
    /// How many problems more there are.
    pub problems_unlisted: u64,
    /// What was noticed, of all files.
    pub notes: Vec<Note>,
    /// The files that were read.
    pub files: Vec<FileReport>,
    /// How the set holds each of them.
    modes: Vec<(&'static str, FileMode)>,
}

impl OneRoster {
    /// How the set holds the file.
    pub fn mode(&self, file: &str) -> FileMode {
        self.modes.iter().find(|(name, _)| *name == file).map_or(FileMode::Absent, |(_, mode)| *mode)
    }
    /// Whether any file holds changes only.
    pub fn is_delta(&self) -> bool {
        self.modes.iter().any(|(_, mode)| *mode == FileMode::Delta)
    }
    /// Whether the file was in the set.
    pub fn has_file(&self, file: &str) -> bool {
        self.mode(file) != FileMode::Absent
    }
    /// Rows that were named in a problem and are in none of the lists.
    pub fn bad_rows(&self) -> u64 {
        self.files.iter().map(|report| report.bad_rows).sum()
    }
}

/// Reads a OneRoster set from a folder or a zip, with `student_contacts.csv` if it lies there or beside the folder.
pub fn read_one_roster(path: &Path) -> Result<OneRoster, Refused> {
    read_one_roster_telling(path, &|_, _| {})
}

/// The same; tells the bytes that were read so far, and of how many: of the files themselves, not of the zip around
/// them.
pub fn read_one_roster_telling(path: &Path, tell: &dyn Fn(u64, u64)) -> Result<OneRoster, Refused> {
    let source = Source::open(path)?;
    let bytes = source.bytes(|name| FILES.iter().any(|file| file.eq_ignore_ascii_case(name)));
    let told = Told { read: 0, bytes, tell };
    let mut reading = Reading { source, set: OneRoster::default(), told };
    reading.source.check_is_set()?;
    let manifest = Manifest::read(&mut reading)?;
    reading.set.version = manifest.version;
    reading.learn_modes(&manifest);
    reading.set.orgs = reading.needed(&orgs::TABLE)?;
    reading.set.sessions = reading.optional(&sessions::TABLE, "no school year is set")?;
    reading.set.people = reading.needed(&people::TABLE)?;
    reading.set.roles = reading.roles()?;
    reading.check_people();
    reading.set.enrollments =
        reading.optional(&enrollments::TABLE, "who is enrolled from when stays unknown")?;
    reading.set.demographics =
        reading.optional(&demographics::TABLE, "birth dates, sex and race stay unknown")?;
    reading.set.contacts = reading
        .optional(&contacts::TABLE, "relation, priority and restrictions of guardians stay unknown")?;
    Ok(reading.set)
}

const FILES: [&str; 8] = [
    manifest::FILE,
    orgs::TABLE.file,
    sessions::TABLE.file,
    people::TABLE.file,
    roles::TABLE.file,
    enrollments::TABLE.file,
    demographics::TABLE.file,
    contacts::TABLE.file,
];

/// Whether a file of that name is OneRoster's own.
pub(crate) fn is_of_set(name: &str) -> bool {
    let mut of_set = FILES.iter().filter(|file| **file != contacts::TABLE.file);
    of_set.any(|file| file.eq_ignore_ascii_case(name))
}

/// A set half read.
struct Reading<'t> {
    source: Source,
    set: OneRoster,
    told: Told<'t>,
}

/// How far that is.
struct Told<'t> {
    read: u64,
    bytes: u64,
    tell: &'t dyn Fn(u64, u64),
}

/// A file whose bytes are told as they are read.
struct Telling<'f, 't> {
    file: Box<dyn Read + 'f>,
    told: &'f mut Told<'t>,
}

impl Read for Telling<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.told.read += read as u64;
        (self.told.tell)(self.told.read, self.told.bytes);
        Ok(read)
    }
}

impl Reading<'_> {
    fn learn_modes(&mut self, manifest: &Manifest) {
        self.set.modes = FILES.map(|file| (file, manifest.mode(self, file))).to_vec();
    }

    /// A file that a whole set cannot be without. A set of changes may hold any files, as long as it holds one.
    fn needed<T>(&mut self, table: &Table<T>) -> Result<Vec<T>, Refused> {
        if self.set.is_delta() {
            return Ok(self.read(table)?.unwrap_or_default());
        }
        self.read(table)?.ok_or_else(|| self.source.missing(table.file))
    }

    fn optional<T>(&mut self, table: &Table<T>, without: &str) -> Result<Vec<T>, Refused> {
        let rows = self.read(table)?;
        if rows.is_none() && !self.set.is_delta() {
            self.set.notes.push(Note::new(table.file, format!("is not in the set: {without}")));
        }
        Ok(rows.unwrap_or_default())
    }

    /// The roles of 1.2, given to its people.
    fn roles(&mut self) -> Result<Vec<RoleRow>, Refused> {
        let roles = self.read(&roles::TABLE)?;
        let is_missing = roles.is_none()
            && self.set.mode(people::TABLE.file) == FileMode::Bulk
            && self.set.people.iter().any(|person| person.role == Role::Unstated);
        if is_missing {
            return Err(match self.set.version {
                RosterVersion::V1_1 => Refused::MissingColumns {
                    file: people::TABLE.file.to_owned(),
                    columns: "role".to_owned(),
                },
                RosterVersion::V1_2 => Refused::MissingRoles,
            });
        }
        let roles = roles.unwrap_or_default();
        if self.set.is_delta() {
            roles::give_changes(&mut self.set.people, &roles);
        } else {
            roles::give(&mut self.set.people, &roles);
        }
        Ok(roles)
    }

    /// What can be said of a person only when the roles are known.
    fn check_people(&mut self) {
        let is_whole =
            [people::TABLE.file, roles::TABLE.file].iter().all(|file| self.set.mode(file) == FileMode::Bulk);
        for person in std::mem::take(&mut self.set.people) {
            let grade = person.grade.as_deref().filter(|grade| !people::is_one_grade(grade));
            let (column, found, expected) = match (person.role, grade) {
                (Role::Student, Some(grade)) => ("grades", grade, people::ONE_GRADE),
                (Role::Unstated, _) if is_whole && person.active => {
                    ("sourcedId", person.sourced_id.as_str(), "the id of a person who has a row in roles.csv")
                }
                _ => {
                    self.set.people.push(person);
                    continue;
                }
            };
            self.refuse_person(person.line, column, found, expected);
        }
    }

    fn refuse_person(&mut self, line: u64, column: &'static str, found: &str, expected: &str) {
        let file = people::TABLE.file;
        if let Some(report) = self.set.files.iter_mut().find(|report| report.file == file) {
            report.rows -= 1;
            report.bad_rows += 1;
        }
        let (found, expected) = (Found::value(found), expected.to_owned());
        self.set.list(Problem { file: file.to_owned(), line, column: Some(column), found, expected });
    }

    fn read<T>(&mut self, table: &Table<T>) -> Result<Option<Vec<T>>, Refused> {
        let is_delta = self.set.mode(table.file) == FileMode::Delta;
        let Some(file) = self.source.file(table.file)? else { return Ok(None) };
        let mut source = Telling { file, told: &mut self.told };
        let set = &mut self.set;
        let mut rows = Vec::new();
        let mut report = table.read_mode(&mut source, table.file, is_delta, &mut |row| match row {
            Ok(row) => rows.push(row),
            Err(problem) => set.list(problem),
        })?;
        set.notes.append(&mut report.notes);
        set.files.push(report);
        Ok(Some(rows))
    }
}

impl OneRoster {
    fn list(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS_LISTED_MAX {
            self.problems.push(problem);
        } else {
            self.problems_unlisted += 1;
        }
    }
}
