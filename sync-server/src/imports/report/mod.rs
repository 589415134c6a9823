//! What an import did, in figures and for people.

mod json;
mod tally;

use std::fmt;

use daymark_sis_import::{FileReport, Note, PROBLEMS_LISTED_MAX, Problem, ReadAs};
use serde::Serialize;

use tally::Grouped;
pub(super) use tally::counted;
pub use tally::{Noun, Tally};

/// The most problems that are printed; the rest is counted.
pub const PROBLEMS_PRINTED_MAX: usize = 200;
/// The most codes or events whose reading is printed; the JSON has them all.
const READINGS_PRINTED_MAX: usize = 60;
/// So many changes of each kind are told one by one.
const SAMPLES_EACH: u64 = 5;

/// Which kind of file was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ImportKind {
    /// A OneRoster set.
    OneRoster,
    /// Attendance.
    Attendance,
    /// A calendar.
    Calendar,
    /// What guardians are to students.
    Contacts,
    /// Behaviour and courses.
    Indicators,
    /// What reports group students by.
    Students,
}

impl ImportKind {
    /// All of them, in the order in which a new school imports.
    pub const ALL: [Self; 6] =
        [Self::OneRoster, Self::Calendar, Self::Attendance, Self::Contacts, Self::Indicators, Self::Students];

    /// From the stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::OneRoster => "oneroster",
            Self::Attendance => "attendance",
            Self::Calendar => "calendar",
            Self::Contacts => "contacts",
            Self::Indicators => "indicators",
            Self::Students => "students",
        }
    }
}

/// What an import did or, when it was stopped, would have done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Which kind of file.
    pub kind: ImportKind,
    /// Nothing was stored, whatever the counts say.
    pub dry_run: bool,
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
    /// The first changes of each kind, by ids and words.
    pub sample: Vec<Change>,
    /// How codes of the file, or events of a calendar, were read.
    pub preview: Vec<ReadAs>,
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// It was not there before.
    Added,
    /// It was there and is different now.
    Corrected,
    /// It was ended.
    Withdrawn,
}

impl Done {
    fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// One change, without any name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What became of it.
    pub done: Done,
    /// What it is.
    pub noun: Noun,
    /// Which one, and what is different, by ids and words.
    pub what: String,
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
            sample: Vec::new(),
            preview: Vec::new(),
            dry_run: false,
        }
    }

    /// Rows added, corrected or withdrawn.
    pub fn changes(&self) -> u64 {
        self.added.total() + self.corrected.total() + self.withdrawn.total()
    }

    /// Counts a change, and tells the first of its kind.
    pub(super) fn change(&mut self, done: Done, noun: Noun, what: impl FnOnce() -> String) {
        let tally = match done {
            Done::Added => &mut self.added,
            Done::Corrected => &mut self.corrected,
            Done::Withdrawn => &mut self.withdrawn,
        };
        if tally.count(noun) < SAMPLES_EACH {
            self.sample.push(Change { done, noun, what: what() });
        }
    }

    /// Takes up what the reading of a file has to say.
    pub(super) fn read(&mut self, file: &FileReport) {
        self.rows += file.rows + file.bad_rows;
        self.rows_skipped += file.bad_rows;
        self.notes.extend(file.notes.iter().cloned());
        self.preview.extend(file.preview.iter().cloned());
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
        if self.dry_run {
            for reading in self.preview.iter().take(READINGS_PRINTED_MAX) {
                writeln!(f, "{reading}")?;
            }
            write!(f, "{}", Sample(&self.sample))?;
        }
        write!(f, "{}", Summary(self))?;
        if self.dry_run {
            write!(f, "\nNothing was stored: this was a dry run.")?;
        }
        Ok(())
    }
}

/// Changes, a line each.
pub(super) struct Sample<'a>(pub &'a [Change]);

impl fmt::Display for Sample<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Change { done, noun, what } in self.0 {
            writeln!(f, "{}: {} {what}", done.word(), noun.words().0)?;
        }
        Ok(())
    }
}

/// The counts in one line.
pub(super) struct Summary<'a>(pub &'a ImportReport);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ImportReport { added, corrected, withdrawn, unchanged, rows, rows_skipped, .. } = self.0;
        if self.0.changes() == 0 {
            write!(f, "Nothing changed: {} as before", Or(unchanged, "the file holds no rows;"))?;
        } else {
            let parts = [(added, "added"), (corrected, "corrected"), (withdrawn, "withdrawn")];
            let told = parts.iter().filter(|(tally, _)| tally.total() > 0);
            let told: Vec<String> = told.map(|(tally, done)| format!("{tally} {done}")).collect();
            write!(f, "{}", told.join("; "))?;
            if unchanged.total() > 0 {
                write!(f, "; {unchanged} as before")?;
            }
        }
        if *rows_skipped > 0 {
            write!(f, "; {} of {} rows skipped", Grouped(*rows_skipped), Grouped(*rows))?;
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
