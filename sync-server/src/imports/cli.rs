//! `daymark-server import oneroster|attendance|calendar PATH`. Whoever calls [`run`] prints the report, or the error, and
//! ends with [`ImportError::exit_code`].

use std::path::PathBuf;

use clap::{Args, Subcommand};
use daymark_domain::SchoolDay;

use super::{
    DEFAULT_TIME_ZONE, ImportError, ImportOptions, ImportReport, import_attendance, import_calendar,
    import_oneroster,
};
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
pub enum ImportWhat {
    /// Schools, students and guardians: a OneRoster 1.1 bulk set, as a folder or a zip
    Oneroster {
        #[command(flatten)]
        #[allow(missing_docs, reason = "clap would print it")]
        common: Common,
        /// The zone of new schools, as an IANA name; schools that are there keep theirs
        #[arg(long, value_name = "ZONE", default_value = DEFAULT_TIME_ZONE)]
        time_zone: String,
        /// Withdraw those who are no longer in the set even if they are more than one in ten
        #[arg(long)]
        confirm_withdrawals: bool,
    },
    /// The school calendar: a CSV file with school_id,date,day_type
    Calendar {
        #[command(flatten)]
        #[allow(missing_docs, reason = "clap would print it")]
        common: Common,
    },
    /// Official attendance: a CSV file with student_id,school_id,date,category,reason,duration
    Attendance {
        #[command(flatten)]
        #[allow(missing_docs, reason = "clap would print it")]
        common: Common,
        /// Whether a student is present on a school day unless the file says otherwise (yes until told otherwise)
        #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
        negative_reporting: Option<bool>,
        /// The last day that the file covers, as 2026-10-14 (else the latest day in the file)
        #[arg(long, value_name = "DATE")]
        through: Option<SchoolDay>,
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
    /// Try everything and store nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl Common {
    fn options(&self, now: i64) -> ImportOptions {
        let Self { skip_bad_rows, dry_run, .. } = *self;
        ImportOptions { skip_bad_rows, dry_run, ..ImportOptions::at(now) }
    }

    fn store(&self) -> Result<SqliteStore, ImportError> {
        let folder = |source| ImportError::Folder { path: self.data.clone(), source };
        std::fs::create_dir_all(&self.data).map_err(folder)?;
        Ok(SqliteStore::open(&self.data)?)
    }
}

/// Runs what the arguments say, at that moment.
pub fn run(args: ImportArgs, now: i64) -> Result<ImportReport, ImportError> {
    match args.what {
        ImportWhat::Oneroster { common, time_zone, confirm_withdrawals } => {
            let time_zone = Some(time_zone);
            let options = ImportOptions { time_zone, confirm_withdrawals, ..common.options(now) };
            import_oneroster(&common.store()?, &common.path, &options)
        }
        ImportWhat::Calendar { common } => {
            import_calendar(&common.store()?, &common.path, &common.options(now))
        }
        ImportWhat::Attendance { common, negative_reporting, through } => {
            let options = ImportOptions { negative_reporting, through, ..common.options(now) };
            import_attendance(&common.store()?, &common.path, &options)
        }
    }
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("expected yes or no".to_owned()),
    }
}
