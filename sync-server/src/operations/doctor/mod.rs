//! What somebody who looks after the server should know today, and what to do about it. It reads; it mends nothing.
//! What can be mended without a person, [`rows`](super::rows) mends when the command is told to.

mod certificate;
mod house;
mod people;

use std::path::Path;

use daymark_sqlite::rusqlite::Connection;
use serde::Serialize;

use super::OperationError;
use super::folder::DataFolder;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// As it should be.
    Well,
    /// Worth knowing; nothing has to be done today.
    Note,
    /// Something has to be done.
    Act,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// A word for programs: `backup`, `disk`, `ledger`, ...
    pub subject: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// What was found.
    pub said: String,
    /// What to do; none when nothing is to be done.
    pub to_do: Option<String>,
}

impl Finding {
    fn well(subject: &'static str, said: impl Into<String>) -> Self {
        Self { subject, weight: Weight::Well, said: said.into(), to_do: None }
    }
    fn note(subject: &'static str, said: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { subject, weight: Weight::Note, said: said.into(), to_do: Some(to_do.into()) }
    }
    fn act(subject: &'static str, said: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { subject, weight: Weight::Act, said: said.into(), to_do: Some(to_do.into()) }
    }
}

/// What is looked at, and when.
struct Patient<'a> {
    folder: &'a DataFolder,
    db: &'a Connection,
    at: i64,
}

impl Patient<'_> {
    fn number(&self, sql: &str) -> Result<Option<i64>, OperationError> {
        Ok(self.db.query_row(sql, [], |row| row.get(0))?)
    }
    fn ago(&self, at: i64) -> String {
        days(self.at - at)
    }
}

/// Looks at everything; a server may run on the folder. Nothing climbs the ladder for it.
pub fn examine(
    folder: &DataFolder,
    certificate: Option<&Path>,
    at: i64,
) -> Result<Vec<Finding>, OperationError> {
    let db = Connection::open(folder.database())?;
    db.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;")?;
    let patient = Patient { folder, db: &db, at };
    let mut found = house::version(&patient)?;
    // Another version's tables are not ours to read.
    if found.iter().all(|finding| finding.weight == Weight::Well) {
        found.extend(house::examine(&patient)?);
        found.extend(people::examine(&patient)?);
    }
    found.extend(certificate.map(|file| certificate::examine(file, at)));
    found.sort_by_key(|finding| std::cmp::Reverse(finding.weight));
    Ok(found)
}

fn days(seconds: i64) -> String {
    match seconds {
        ..=7_199 => format!("{} minutes", seconds.max(0) / 60),
        7_200..=172_799 => format!("{} hours", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes / (1 << 20))
}
