//! `daymark-server import WHAT PATH`. Whoever calls [`run`] prints what came of it, or the error, and ends with
//! [`ImportError::exit_code`].

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::Weekday;
use clap::{Args, Subcommand, ValueEnum};
use daymark_domain::SchoolDay;

use super::apply::{file_name, unreadable};
use super::history::{History, told};
use super::undo::{self, UndoOptions};
use super::{
    AttendanceMap, DEFAULT_TIME_ZONE, EventWords, ImportError, ImportOptions, ImportReport, SchoolDays,
    import_attendance, import_calendar, import_contacts, import_indicators, import_oneroster,
    import_students,
};
use crate::store::imports::Undone;
use crate::store::sqlite::SqliteStore;

/// Import a school's export: OneRoster first, then the calendar, then attendance
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// What to import.
    #[command(subcommand)]
    pub what: ImportWhat,
}

/// What can be imported, in the order in which a new district does it.
#[derive(Subcommand, Clone, Debug)]
#[allow(missing_docs, reason = "clap would print it")]
pub enum ImportWhat {
    /// Schools, students and guardians: a OneRoster 1.1 or 1.2 set, whole or changes only, as a folder or a zip
    Oneroster {
        #[command(flatten)]
        common: Common,
        /// The zone of new schools, as an IANA name; schools that are there keep theirs
        #[arg(long, value_name = "ZONE", default_value = DEFAULT_TIME_ZONE)]
        time_zone: String,
        #[command(flatten)]
        withdrawals: Withdrawals,
    },
    /// The school calendar: a CSV file with school_id,date,day_type,value, or a calendar of events (iCalendar)
    Calendar {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        events: Events,
    },
    /// Official attendance: a CSV file with student_id,school_id,date,category,reason,duration, or as a map says
    Attendance {
        #[command(flatten)]
        common: Common,
        /// How the school writes attendance: a small TOML file with its columns and codes
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        /// Whether a student is present on a school day unless the file says otherwise (yes until told otherwise)
        #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
        negative_reporting: Option<bool>,
        /// The last day that the file covers, as 2026-10-14 (else the latest day in the file)
        #[arg(long, value_name = "DATE")]
        through: Option<SchoolDay>,
        /// The file has every mark of its schools from its first date on: take back the marks that it no longer has
        #[arg(long)]
        whole: bool,
        #[command(flatten)]
        withdrawals: Withdrawals,
    },
    /// What guardians are to students: a CSV file with student_id,contact_id,relation and more
    Contacts {
        #[command(flatten)]
        common: Common,
    },
    /// Behaviour and courses: a CSV file with student_id,period_start,period_end,kind,value
    Indicators {
        #[command(flatten)]
        common: Common,
    },
    /// What reports group students by: a CSV file with student_id,english_learner,special_education and more
    Students {
        #[command(flatten)]
        common: Common,
    },
    /// Undo the last import: what it changed goes back, what it added is ended
    Undo {
        /// Its number in the history
        import: i64,
        /// The server's data folder
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
    /// The imports that were made, newest first
    History {
        /// The server's data folder
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// How many
        #[arg(long, default_value_t = 50)]
        limit: u32,
        /// How to print them
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// What every import needs.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// The file or folder
    pub path: PathBuf,
    /// The server's data folder
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Import the good rows even if others are bad
    #[arg(long)]
    pub skip_bad_rows: bool,
    /// Try everything, show what would change, and store nothing
    #[arg(long)]
    pub dry_run: bool,
    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What an import that can end something needs.
#[derive(Args, Clone, Copy, Debug)]
pub struct Withdrawals {
    /// End what is no longer in the file even if it is more than one in ten
    #[arg(long)]
    pub confirm_withdrawals: bool,
}

/// What a calendar of events does not say.
#[derive(Args, Clone, Debug)]
pub struct Events {
    /// A calendar of events: a school that it is for, by the key of the district's export (may be said several times)
    #[arg(long, value_name = "ID", requires = "first", requires = "last")]
    pub school: Vec<String>,
    /// A calendar of events: the first day of school
    #[arg(long, value_name = "DATE", requires = "school")]
    pub first: Option<SchoolDay>,
    /// A calendar of events: the last day of school
    #[arg(long, value_name = "DATE", requires = "school")]
    pub last: Option<SchoolDay>,
    /// A calendar of events: the weekdays of school
    #[arg(long, value_name = "DAYS", value_delimiter = ',', default_value = "mon,tue,wed,thu,fri")]
    pub weekdays: Vec<Weekday>,
    /// A calendar of events: what its words mean, a small TOML file
    #[arg(long, value_name = "FILE")]
    pub words: Option<PathBuf>,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Sentences.
    #[default]
    Text,
    /// One JSON value.
    Json,
}

impl Common {
    fn options(&self, now: i64) -> ImportOptions {
        let Self { skip_bad_rows, dry_run, .. } = *self;
        ImportOptions { skip_bad_rows, dry_run, ..ImportOptions::at(now) }
    }

    fn store(&self) -> Result<SqliteStore, ImportError> {
        open(&self.data)
    }
}

fn open(data: &Path) -> Result<SqliteStore, ImportError> {
    let folder = |source| ImportError::Folder { path: data.to_owned(), source };
    crate::operations::folder::make_private_folder(data).map_err(folder)?;
    let ledger = crate::operations::folder::DataFolder::at(data).ledger();
    Ok(SqliteStore::open_keeping(data, &ledger)?)
}

/// What came of a command, to be printed.
#[derive(Debug)]
pub enum Outcome {
    /// An import.
    Report(Box<ImportReport>, Format),
    /// The imports that were made.
    History(History, Format),
    /// An import was undone.
    Undone(Undone),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Report(report, Format::Text) => report.fmt(f),
            Self::Report(report, Format::Json) => f.write_str(&json(report)),
            Self::Undone(undone) => undo::Told(undone).fmt(f),
            Self::History(history, Format::Text) => history.fmt(f),
            Self::History(history, Format::Json) => f.write_str(&json(history)),
        }
    }
}

/// None of our values has a key that is no text, so that JSON cannot fail; if it did, it is said in JSON.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value)
        .unwrap_or_else(|error| serde_json::json!({ "error": error.to_string() }).to_string())
}

/// Runs what the arguments say, at that moment.
pub fn run(args: ImportArgs, now: i64) -> Result<Outcome, ImportError> {
    match args.what {
        ImportWhat::Oneroster { common, time_zone, withdrawals: Withdrawals { confirm_withdrawals } } => {
            let time_zone = Some(time_zone);
            let options = ImportOptions { time_zone, confirm_withdrawals, ..common.options(now) };
            reported(common.format, import_oneroster(&common.store()?, &common.path, &options))
        }
        ImportWhat::Calendar { common, events } => {
            let event_words = events.words.as_deref().map(event_words).transpose()?;
            let school_days = events.school_days();
            let options = ImportOptions { event_words, school_days, ..common.options(now) };
            reported(common.format, import_calendar(&common.store()?, &common.path, &options))
        }
        ImportWhat::Attendance { common, map, negative_reporting, through, whole, withdrawals } => {
            let attendance_map = map.as_deref().map(attendance_map).transpose()?;
            let Withdrawals { confirm_withdrawals } = withdrawals;
            let options = ImportOptions {
                attendance_map,
                negative_reporting,
                through,
                whole,
                confirm_withdrawals,
                ..common.options(now)
            };
            reported(common.format, import_attendance(&common.store()?, &common.path, &options))
        }
        ImportWhat::Contacts { common } => {
            reported(common.format, import_contacts(&common.store()?, &common.path, &common.options(now)))
        }
        ImportWhat::Indicators { common } => {
            reported(common.format, import_indicators(&common.store()?, &common.path, &common.options(now)))
        }
        ImportWhat::Students { common } => {
            reported(common.format, import_students(&common.store()?, &common.path, &common.options(now)))
        }
        ImportWhat::Undo { import, data } => {
            let options = UndoOptions { batch: import, now, done_by: None, only_school: None };
            Ok(Outcome::Undone(undo::undo(&open(&data)?, &options)?))
        }
        ImportWhat::History { data, limit, format } => {
            Ok(Outcome::History(told(&open(&data)?, limit)?, format))
        }
    }
}

/// A report that stopped the import is printed here when JSON is wanted, so that a program reads it where it would have
/// read the other.
fn reported(format: Format, done: Result<ImportReport, ImportError>) -> Result<Outcome, ImportError> {
    if let (Format::Json, Err(stopped)) = (format, &done)
        && let Some(report) = stopped.report()
    {
        println!("{}", json(report));
    }
    done.map(|report| Outcome::Report(Box::new(report), format))
}

impl Events {
    fn school_days(&self) -> Option<SchoolDays> {
        let (first, last) = self.first.zip(self.last)?;
        Some(SchoolDays { schools: self.school.clone(), first, last, weekdays: self.weekdays.clone() })
    }
}

fn attendance_map(path: &Path) -> Result<AttendanceMap, ImportError> {
    Ok(AttendanceMap::parse(&file_name(path), &text_of(path)?)?)
}

fn event_words(path: &Path) -> Result<EventWords, ImportError> {
    Ok(EventWords::parse(&file_name(path), &text_of(path)?)?)
}

fn text_of(path: &Path) -> Result<String, ImportError> {
    Ok(std::fs::read_to_string(path).map_err(unreadable(path))?)
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("expected yes or no".to_owned()),
    }
}
