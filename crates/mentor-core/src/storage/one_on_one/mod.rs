//! Time for one student.

use daymark_sqlite::rusqlite::{Result, Transaction, named_params};

use super::EntryRow;

/// Writes the row, or the fact that it was taken back.
pub(crate) fn add(tx: &Transaction<'_>, entry: &EntryRow<'_>, minutes: u16) -> Result<()> {
    tx.prepare_cached(include_str!("add.sql"))?.execute(named_params! {
        ":match_id": entry.match_id.as_bytes(),
        ":entry_key": entry.key.to_string(),
        ":day": entry.day.number(),
        ":at": entry.at,
        ":minutes": minutes,
        ":voided": entry.voided,
    })?;
    Ok(())
}
