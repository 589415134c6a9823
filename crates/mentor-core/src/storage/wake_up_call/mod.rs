//! Calls to wake a student.

use daymark_domain::CallOutcome;
use daymark_sqlite::rusqlite::{Result, Transaction, named_params};

use super::EntryRow;

/// Writes the row, or the fact that it was taken back.
pub(crate) fn add(tx: &Transaction<'_>, entry: &EntryRow<'_>, outcome: CallOutcome) -> Result<()> {
    tx.prepare_cached(include_str!("add.sql"))?.execute(named_params! {
        ":match_id": entry.match_id.as_bytes(),
        ":entry_key": entry.key.to_string(),
        ":day": entry.day.number(),
        ":at": entry.at,
        ":outcome": outcome.word(),
        ":voided": entry.voided,
    })?;
    Ok(())
}
