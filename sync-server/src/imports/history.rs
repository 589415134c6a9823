//! The imports that were made.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::report::counted;
use crate::store::StoreError;
use crate::store::imports::{BatchOutcome, ImportRecord, ImportStore};

/// The latest imports, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History(pub Vec<ImportRecord>);

/// Reads the history.
pub fn told(store: &dyn ImportStore, limit: u32) -> Result<History, StoreError> {
    store.import_history(limit, None).map(History)
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("Nothing was imported yet.");
        }
        for (n, record) in self.0.iter().enumerate() {
            let line = if n == 0 { "" } else { "\n" };
            let (at, by) = (moment(record.at), record.done_by.as_deref().unwrap_or("not written down"));
            let read = counted(record.rows_read, "row");
            let (changes, skipped) = (counted(record.changes, "change"), counted(record.problems, "row"));
            let (id, kind, digest) = (record.id, &record.kind, hex(&record.digest));
            let outcome = match record.outcome {
                BatchOutcome::Applied if record.undoes.is_some() => "undoing: ",
                BatchOutcome::Applied if record.undone_by.is_some() => "undone since: ",
                BatchOutcome::Applied => "",
                BatchOutcome::Tried => "dry run, nothing stored: ",
                BatchOutcome::Refused => "refused, nothing stored: ",
            };
            write!(
                f,
                "{line}{id}  {at}  {kind}  by {by}  {outcome}{read} read, {changes}, {skipped} skipped  {digest}"
            )?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct RecordFace<'a> {
    id: i64,
    kind: &'a str,
    at: String,
    done_by: Option<&'a str>,
    outcome: &'static str,
    undoes: Option<i64>,
    undone_by: Option<i64>,
    sha256: String,
    rows: u64,
    changes: u64,
    rows_skipped: u64,
    report: Option<Value>,
}

impl Serialize for History {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|record| RecordFace {
            id: record.id,
            kind: &record.kind,
            at: moment(record.at),
            done_by: record.done_by.as_deref(),
            outcome: record.outcome.word(),
            undoes: record.undoes,
            undone_by: record.undone_by,
            sha256: hex(&record.digest),
            rows: record.rows_read,
            changes: record.changes,
            rows_skipped: record.problems,
            report: record.report.as_deref().and_then(|text| serde_json::from_str(text).ok()),
        }))
    }
}

fn moment(at: i64) -> String {
    DateTime::<Utc>::from_timestamp(at, 0).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
