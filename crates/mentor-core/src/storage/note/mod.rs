//! Short notes.

use daymark_domain::{Audience, NoteText};
use daymark_sqlite::rusqlite::{Result, Transaction, named_params};

use super::EntryRow;

/// Writes the row, or the fact that it was taken back.
pub(crate) fn add(
    tx: &Transaction<'_>,
    entry: &EntryRow<'_>,
    text: &NoteText,
    audience: Audience,
) -> Result<()> {
    tx.prepare_cached(include_str!("add.sql"))?.execute(named_params! {
        ":match_id": entry.match_id.as_bytes(),
        ":entry_key": entry.key.to_string(),
        ":day": entry.day.number(),
        ":at": entry.at,
        ":text": text.as_str(),
        ":audience": audience.word(),
        ":voided": entry.voided,
    })?;
    Ok(())
}
