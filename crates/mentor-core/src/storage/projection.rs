//! From a record's view to the rows that screens read.

use daymark_documents::{Entry, MatchRecord, What};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, params};

use super::{
    EntryRow, StorageError, calendar_mark, door_check, note, one_on_one, record, unknown_entry, wake_up_call,
};

/// The tables that are projections, in no order that matters.
pub const TABLES: [&str; 6] =
    ["door_check", "wake_up_call", "one_on_one", "note", "unknown_entry", "calendar_mark"];

/// Writes one entry's row.
pub(crate) fn add_entry(tx: &Transaction<'_>, match_id: MatchId, entry: &Entry) -> Result<()> {
    let row = EntryRow { match_id, key: &entry.key, day: entry.day, at: entry.at, voided: entry.voided };
    match &entry.what {
        What::DoorCheck(result) => door_check::add(tx, &row, *result),
        What::WakeUpCall(outcome) => wake_up_call::add(tx, &row, *outcome),
        What::OneOnOne { minutes } => one_on_one::add(tx, &row, *minutes),
        What::Note { text, audience } => note::add(tx, &row, text, *audience),
        What::Unknown => unknown_entry::add(tx, &row),
    }
}

/// Replaces all rows of one match by what its record says.
pub(crate) fn rewrite(tx: &Transaction<'_>, match_id: MatchId, record: &MatchRecord) -> Result<()> {
    remove(tx, match_id)?;
    let view = record.view();
    for entry in &view.entries {
        add_entry(tx, match_id, entry)?;
    }
    for (day, marks) in view.marks {
        calendar_mark::set(tx, match_id, day, marks)?;
    }
    Ok(())
}

/// Removes all rows of one match.
pub(crate) fn remove(tx: &Transaction<'_>, match_id: MatchId) -> Result<()> {
    for table in TABLES {
        tx.execute(&format!("DELETE FROM {table} WHERE match_id = ?1"), params![match_id.as_bytes()])?;
    }
    Ok(())
}

/// Drops every projected row and writes it again from the facts.
pub fn rebuild(db: &mut Connection) -> Result<(), StorageError> {
    let tx = db.transaction()?;
    for table in TABLES {
        tx.execute(&format!("DELETE FROM {table}"), [])?;
    }
    for match_id in record::all(&tx)? {
        rewrite(&tx, match_id, &record::load(&tx, match_id)?)?;
    }
    tx.commit()?;
    Ok(())
}
