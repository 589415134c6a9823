//! What an import did, in figures and for people.

use std::collections::BTreeMap;
use std::fmt;

use daymark_sis_import::{Note, PROBLEMS_LISTED_MAX, Problem};

/// The most problems that are printed; the rest is counted.
pub const PROBLEMS_PRINTED_MAX: usize = 200;

/// Which kind of file was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// A OneRoster set.
    OneRoster,
    /// Attendance.
    Attendance,
    /// A calendar.
    Calendar,
}

impl ImportKind {
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::OneRoster => "oneroster",
            Self::Attendance => "attendance",
            Self::Calendar => "calendar",
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// A school.
    School,
    /// A student.
    Student,
    /// A student in a school.
    Enrollment,
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
}

impl Noun {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::School => ("school", "schools"),
            Self::Student => ("student", "students"),
            Self::Enrollment => ("enrollment", "enrollments"),
            Self::Guardian => ("guardian", "guardians"),
            Self::GuardianLink => ("guardian of a student", "guardians of students"),
            Self::AttendanceRecord => ("attendance record", "attendance records"),
            Self::CalendarDay => ("calendar day", "calendar days"),
            Self::SchoolSetting => ("school setting", "school settings"),
        }
    }
}

/// Counts by noun; prints as `3 schools, 943 students`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Noun, u64>);

impl Tally {
    pub(super) fn count(&mut self, noun: Noun) {
        *self.0.entry(noun).or_default() += 1;
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

/// What an import did or, when it was stopped, would have done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Which kind of file.
    pub kind: ImportKind,
    /// Rows read, bad ones too.
    pub rows: u64,
    /// Rows that were left out, each named in a problem or more.
    pub rows_skipped: u64,
    /// What was not there before.
    pub added: Tally,
    /// What was there and is different now.
    pub corrected: Tally,
    /// What is as it was.
    pub unchanged: Tally,
    /// What was ended because the set no longer has it.
    pub withdrawn: Tally,
    /// The first problems, in the order in which they were found.
    pub problems: Vec<Problem>,
    /// How many problems more there are.
    pub problems_unlisted: u64,
    /// What was noticed and stops nothing.
    pub notes: Vec<Note>,
}

impl ImportReport {
    pub(super) fn new(kind: ImportKind) -> Self {
        Self {
            kind,
            rows: 0,
            rows_skipped: 0,
            added: Tally::default(),
            corrected: Tally::default(),
            unchanged: Tally::default(),
            withdrawn: Tally::default(),
            problems: Vec::new(),
            problems_unlisted: 0,
            notes: Vec::new(),
        }
    }

    /// Rows added, corrected or withdrawn.
    pub fn changes(&self) -> u64 {
        self.added.total() + self.corrected.total() + self.withdrawn.total()
    }

    /// Lists a problem, or counts it when the list is full.
    pub(super) fn problem(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS_LISTED_MAX {
            self.problems.push(problem);
        } else {
            self.problems_unlisted += 1;
        }
    }

    /// Leaves a row out for the reason given.
    pub(super) fn skip_row(&mut self, problem: Problem) {
        self.rows_skipped += 1;
        self.problem(problem);
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Problems(self))?;
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        if self.changes() == 0 {
            write!(f, "Nothing changed: {} as before", Or(&self.unchanged, "the file holds no rows;"))?;
        } else {
            let parts =
                [(&self.added, "added"), (&self.corrected, "corrected"), (&self.withdrawn, "withdrawn")];
            let told = parts.iter().filter(|(tally, _)| tally.total() > 0);
            let told: Vec<String> = told.map(|(tally, done)| format!("{tally} {done}")).collect();
            write!(f, "{}", told.join("; "))?;
            if self.unchanged.total() > 0 {
                write!(f, "; {} as before", self.unchanged)?;
            }
        }
        if self.rows_skipped > 0 {
            write!(f, "; {} of {} rows skipped", Grouped(self.rows_skipped), Grouped(self.rows))?;
        }
        Ok(())
    }
}

/// A report's problems, a line each, up to [`PROBLEMS_PRINTED_MAX`].
pub(super) struct Problems<'a>(pub &'a ImportReport);

impl fmt::Display for Problems<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ImportReport { problems, problems_unlisted, .. } = self.0;
        for problem in problems.iter().take(PROBLEMS_PRINTED_MAX) {
            writeln!(f, "{problem}")?;
        }
        let more = problems.len().saturating_sub(PROBLEMS_PRINTED_MAX) as u64 + problems_unlisted;
        if more > 0 {
            writeln!(f, "and {} more", counted(more, "problem"))?;
        }
        Ok(())
    }
}

struct Or<'a>(&'a Tally, &'static str);

impl fmt::Display for Or<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.total() == 0 { f.write_str(self.1) } else { self.0.fmt(f) }
    }
}

/// `1 row`, `1,839 rows`.
pub(super) fn counted(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", Grouped(count), if count == 1 { "" } else { "s" })
}

/// `1,839`.
struct Grouped(u64);

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
