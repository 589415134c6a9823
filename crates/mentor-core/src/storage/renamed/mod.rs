//! Entries that were written again under another key, for screens that still hold the old one.

use daymark_domain::{EntryKey, MatchId};
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

use super::parsed;

/// Remembers under which key the entry is now; whatever led to the old key leads to the new one.
pub(crate) fn set(tx: &Transaction<'_>, match_id: MatchId, old: &EntryKey, new: &EntryKey) -> Result<()> {
    let row = params![match_id.as_bytes(), old.to_string(), new.to_string()];
    tx.execute(include_str!("follow.sql"), row)?;
    tx.execute(include_str!("set.sql"), row)?;
    Ok(())
}

/// The key that the entry has today.
pub(crate) fn today(db: &Connection, match_id: MatchId, key: EntryKey) -> Result<EntryKey> {
    let which = params![match_id.as_bytes(), key.to_string()];
    let renamed = db
        .prepare_cached(include_str!("get.sql"))?
        .query_row(which, |row| parsed(row, "new_key"))
        .optional()?;
    Ok(renamed.unwrap_or(key))
}
