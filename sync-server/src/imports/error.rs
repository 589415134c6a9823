//! Why an import stored nothing.

use std::path::PathBuf;

use daymark_domain::SchoolDay;
use daymark_sis_import::{InvalidMap, Refused};

use super::report::{ImportReport, Problems, Sample};
use super::undo::UndoError;
use crate::store::StoreError;

/// Why an import stored nothing; each sentence says what to do.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each sentence says what its variant and fields mean")]
pub enum ImportError {
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(
        "{}Nothing was imported: {} of {} rows are not as expected. Correct them where the file comes from and export \
         it again, or say --skip-bad-rows to import the others.",
        Problems(report), report.rows_skipped, report.rows
    )]
    BadRows { report: Box<ImportReport> },
    #[error(
        "{}Nothing was imported: {ended} of {before} {of_what} would be ended, more than one in ten. Look whether the \
         export is whole; if they have really ended, say --confirm-withdrawals.",
        Sample(&report.sample)
    )]
    TooManyWithdrawals { of_what: &'static str, ended: u64, before: u64, report: Box<ImportReport> },
    #[error("'{0}' is no time zone; expected an IANA name such as America/Chicago")]
    TimeZone(String),
    #[error("attendance cannot be complete through {through}: today is {today}. Name a day that has passed.")]
    NotYet { through: SchoolDay, today: SchoolDay },
    #[error(
        "{file} is a calendar of events; say for which schools and days it is: --school ID --first DATE --last DATE"
    )]
    NoSchoolDays { file: String },
    #[error(
        "no school has the SIS id '{0}'; import the OneRoster set first, or look at: daymark-server school list"
    )]
    NoSuchSchool(String),
    #[error("the schools lie in different time zones; import the calendar once for those of each zone")]
    TwoZones,
    #[error("the file changes another school too; import it for the whole district: daymark-server import")]
    OtherSchools,
    #[error(transparent)]
    Map(#[from] InvalidMap),
    #[error("the folder {} cannot be made; choose one that you may write to: {source}", path.display())]
    Folder { path: PathBuf, source: std::io::Error },
    #[error(transparent)]
    Undo(#[from] UndoError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ImportError {
    /// What the command line ends with: 2 when the export or the command must be changed, 1 when the machine failed.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Refused(_)
            | Self::BadRows { .. }
            | Self::TooManyWithdrawals { .. }
            | Self::TimeZone(_)
            | Self::NotYet { .. }
            | Self::NoSchoolDays { .. }
            | Self::NoSuchSchool(_)
            | Self::TwoZones
            | Self::OtherSchools
            | Self::Map(_) => 2,
            Self::Undo(error) => error.exit_code(),
            Self::Folder { .. } | Self::Store(_) => 1,
        }
    }

    /// What the import would have done, when it was read whole and then stopped.
    pub fn report(&self) -> Option<&ImportReport> {
        match self {
            Self::BadRows { report } | Self::TooManyWithdrawals { report, .. } => Some(report),
            _ => None,
        }
    }
}
