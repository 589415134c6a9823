//! The ledger: what must hold even when yesterday's backup is put back. A file of lines beside the data folder, in no
//! backup, only ever added to: erased students, destroyed records, phones and accounts that were shut out, matches that
//! were taken from phones. Ids, words and days; no name.
//!
//! A line is on disk before the transaction that made it commits. A kill between the two leaves a line for something that
//! did not happen; whoever restores then shuts out one phone too many and not one too few.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use daymark_sqlite::rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::folder::private;
use super::{OperationError, failed};
use crate::store::StoreError;
use crate::store::sqlite::values::all;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Seconds since 1970-01-01 UTC.
    pub at: i64,
    /// What became of it.
    pub what: What,
    /// The id of the phone, account, match or student, in hexadecimal.
    pub id: String,
    /// Keys, words and numbers that are needed to do it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<serde_json::Value>,
}

/// What can stand in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A phone was shut out.
    PhoneRevoked,
    /// An account was shut out.
    AccountDisabled,
    /// A match left its mentor's phones; the detail says how it stood.
    MatchTaken,
    /// It came back to them.
    MatchGiven,
    /// A match's record was destroyed; the detail says whose phones held it.
    MatchErased,
    /// Everything about a student was destroyed.
    StudentErased,
}

impl What {
    /// As it stands in tables and lines.
    pub fn word(self) -> &'static str {
        match self {
            Self::PhoneRevoked => "phone_revoked",
            Self::AccountDisabled => "account_disabled",
            Self::MatchTaken => "match_taken",
            Self::MatchGiven => "match_given",
            Self::MatchErased => "match_erased",
            Self::StudentErased => "student_erased",
        }
    }
}

/// Puts a line on its way, in the transaction of what it tells.
pub(crate) fn add(
    db: &Connection,
    what: What,
    subject: &[u8],
    detail: Option<serde_json::Value>,
    at: i64,
) -> Result<(), StoreError> {
    let detail = detail.map(|value| value.to_string());
    let sql = "INSERT INTO ledger_due (what, subject, detail, at) VALUES (?1, ?2, ?3, ?4)";
    db.prepare_cached(sql)?.execute(params![what.word(), subject, detail, at])?;
    Ok(())
}

/// Writes the lines of a transaction down, before it commits. Nothing to write is the usual case and costs one look at an
/// empty table.
pub(crate) fn write_due(db: &Connection, ledger: &Path) -> Result<(), StoreError> {
    let due =
        all(db, "SELECT at, what, lower(hex(subject)), detail FROM ledger_due ORDER BY id", [], |row| {
            let (what, detail): (String, Option<String>) = (row.get(1)?, row.get(3)?);
            let at: i64 = row.get(0)?;
            let id: String = row.get(2)?;
            let detail = detail.map_or_else(String::new, |detail| format!(",\"detail\":{detail}"));
            Ok(format!("{{\"at\":{at},\"what\":\"{what}\",\"id\":\"{id}\"{detail}}}\n"))
        })?;
    if due.is_empty() {
        return Ok(());
    }
    append(ledger, &due.concat()).map_err(|source| StoreError::Ledger { source })?;
    db.execute("DELETE FROM ledger_due", [])?;
    Ok(())
}

fn append(ledger: &Path, lines: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    let is_new = !ledger.exists();
    let mut file = private(&mut options).open(ledger)?;
    file.write_all(lines.as_bytes())?;
    file.sync_all()?;
    if is_new { super::folder::sync_folder_of(ledger) } else { Ok(()) }
}

/// All lines in their order; none when there is no file. What a power cut left of a last line, without its end, is not one.
pub fn read(ledger: &Path) -> Result<Vec<Line>, OperationError> {
    if !ledger.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(ledger).map_err(failed("cannot read", ledger))?;
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    let lines = whole.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(n, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|_| OperationError::Ledger { path: ledger.to_owned(), line: n + 1 })
    };
    lines.map(read).collect()
}

/// Lets another ledger begin with the lines of this one, where it lacks them.
pub(super) fn carry_over(from: &Path, to: &Path) -> Result<(), OperationError> {
    let known = read(to)?;
    let mut missing = String::new();
    for line in read(from)?.iter().filter(|line| !known.contains(line)) {
        missing.push_str(&serde_json::to_string(line).unwrap_or_default());
        missing.push('\n');
    }
    if missing.is_empty() { Ok(()) } else { append(to, &missing).map_err(failed("cannot write", to)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_a_power_cut_left_without_its_end_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = folder.path().join("ledger");
        append(&ledger, "{\"at\":1,\"what\":\"phone_revoked\",\"id\":\"aa\"}\n{\"at\":2,\"wh").unwrap();
        let lines = read(&ledger).unwrap();
        assert_eq!(lines, [Line { at: 1, what: What::PhoneRevoked, id: "aa".into(), detail: None }]);
    }

    #[test]
    fn a_line_that_nobody_can_read_is_named_and_not_skipped() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = folder.path().join("ledger");
        append(&ledger, "{\"at\":1,\"what\":\"phone_revoked\",\"id\":\"aa\"}\nwhat is this\n").unwrap();
        assert!(matches!(read(&ledger), Err(OperationError::Ledger { line: 2, .. })));
    }
}
