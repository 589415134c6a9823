//! From a record's view to the rows that screens read.

use daymark_documents::MatchRecord;
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

use super::{StorageError, calendar_mark, caseload, entry, record};

/// The tables that are projections, in no order that matters.
pub const TABLES: [&str; 2] = ["entry", "calendar_mark"];

/// Counts up whenever the same records would give other rows: a kind that is understood now, a rule that changed.
const VERSION: u32 = 1;

/// Replaces all rows of one match by what its record says.
pub(crate) fn rewrite(tx: &Transaction<'_>, match_id: MatchId, record: &MatchRecord) -> Result<()> {
    remove(tx, match_id)?;
    let view = record.view();
    for entry in &view.entries {
        entry::add(tx, match_id, entry)?;
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
    rebuild_within(&tx)?;
    tx.commit()?;
    Ok(())
}

/// After an update: writes the rows again if another version wrote them. To be called when the database is opened.
pub fn catch_up(db: &mut Connection) -> Result<(), StorageError> {
    let tx = db.transaction()?;
    let known = "SELECT version FROM projection";
    let version: Option<u32> = tx.query_row(known, [], |row| row.get(0)).optional()?;
    if version != Some(VERSION) {
        rebuild_within(&tx)?;
        tx.execute("INSERT OR REPLACE INTO projection (id, version) VALUES (1, ?1)", params![VERSION])?;
    }
    tx.commit()?;
    Ok(())
}

/// Of a student who has left, at most unsent changes are here: they are handed in, and show nowhere.
fn rebuild_within(tx: &Transaction<'_>) -> Result<(), StorageError> {
    for table in TABLES {
        tx.execute(&format!("DELETE FROM {table}"), [])?;
    }
    for match_id in caseload::ids(tx)? {
        rewrite(tx, match_id, &record::load(tx, match_id)?)?;
    }
    Ok(())
}
