//! How the phone keeps what it knows: one encrypted SQLite file, a folder a noun, each statement in a `.sql` file.
//!
//! Facts are the changes in `change` and the folded documents in `record`; the tables that screens read are
//! projections of them, written in the same transaction ([`projection`]) and rebuilt to the same rows at will.

pub(crate) mod answer;
pub(crate) mod asked;
pub(crate) mod calendar_mark;
pub(crate) mod caseload;
pub(crate) mod change;
pub(crate) mod departed;
pub(crate) mod draft;
pub(crate) mod entry;
pub(crate) mod granted;
pub(crate) mod lease;
pub(crate) mod mishap;
pub(crate) mod others;
pub(crate) mod pairing;
pub(crate) mod phone;
pub mod projection;
pub(crate) mod record;
pub(crate) mod renamed;
pub(crate) mod school;
pub(crate) mod seen;
pub(crate) mod set_aside;
pub(crate) mod shut_out;
pub(crate) mod standing;
pub(crate) mod student;
pub(crate) mod trust;

use daymark_domain::{EntryKey, MatchId, SchoolDay};
use daymark_sqlite::Migration;
use daymark_sqlite::rusqlite::{self, Row, types::Type};

use crate::api::Failure;

/// The ladder of the phone's database.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_first_tables", sql: include_str!("migrations/0001_first_tables.sql") },
    Migration { name: "0002_whole_day", sql: include_str!("migrations/0002_whole_day.sql") },
    Migration { name: "0003_the_schools_word", sql: include_str!("migrations/0003_the_schools_word.sql") },
    Migration {
        name: "0004_entries_about_others",
        sql: include_str!("migrations/0004_entries_about_others.sql"),
    },
    Migration {
        name: "0005_why_the_phone_is_empty",
        sql: include_str!("migrations/0005_why_the_phone_is_empty.sql"),
    },
    Migration {
        name: "0006_over_refusals_and_copies",
        sql: include_str!("migrations/0006_over_refusals_and_copies.sql"),
    },
    Migration { name: "0007_standing", sql: include_str!("migrations/0007_standing.sql") },
    Migration { name: "0008_who_has_left", sql: include_str!("migrations/0008_who_has_left.sql") },
    Migration { name: "0009_lease", sql: include_str!("migrations/0009_lease.sql") },
    Migration { name: "0010_proof_and_words", sql: include_str!("migrations/0010_proof_and_words.sql") },
    Migration { name: "0011_granted_fields", sql: include_str!("migrations/0011_granted_fields.sql") },
    Migration { name: "0012_clock_ahead", sql: include_str!("migrations/0012_clock_ahead.sql") },
    Migration { name: "0014_lease_asked_for", sql: include_str!("migrations/0014_lease_asked_for.sql") },
];

/// Why the phone's storage could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// SQLite said no: disk full, disk failing, file damaged.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// A match record could not be read or written.
    #[error(transparent)]
    Record(#[from] daymark_documents::RecordError),
}

impl StorageError {
    /// As a failed write: nothing was saved, the text must stay on the screen.
    pub(crate) fn not_saved(self) -> Failure {
        Failure::NotSaved(self.to_string())
    }
    /// As a failed read.
    pub(crate) fn unreadable(self) -> Failure {
        Failure::Unreadable(self.to_string())
    }
}

/// A stored value that does not parse is damage, named by its column.
pub(crate) fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let index = row.as_ref().column_index(column)?;
    let text: String = row.get(index)?;
    text.parse()
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error)))
}

pub(crate) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<SchoolDay> {
    let index = row.as_ref().column_index(column)?;
    let number: i32 = row.get(index)?;
    SchoolDay::from_number(number).ok_or(rusqlite::Error::IntegralValueOutOfRange(index, i64::from(number)))
}

pub(crate) fn match_id(row: &Row<'_>, column: &str) -> rusqlite::Result<MatchId> {
    row.get::<_, [u8; 16]>(column).map(MatchId::from_bytes)
}

pub(crate) fn entry_key(row: &Row<'_>) -> rusqlite::Result<EntryKey> {
    parsed(row, "entry_key")
}
