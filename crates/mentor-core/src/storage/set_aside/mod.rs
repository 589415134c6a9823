//! What the server goes on refusing: out of its record, kept here word for word until the mentor has decided.

use daymark_documents::ChangeHash;
use daymark_domain::{EntryKey, MatchId};
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Row, Transaction, params};

use super::match_id;

/// The mark of an entry that its mentor had taken back before it was refused, and of the taking back.
pub(crate) const TAKEN_BACK: &str = "taken-back";

/// One change that was set aside.
pub(crate) struct SetAside {
    pub id: i64,
    pub match_id: MatchId,
    pub bytes: Vec<u8>,
    /// The server's word.
    pub code: String,
}

fn set_aside(row: &Row<'_>) -> Result<SetAside> {
    Ok(SetAside {
        id: row.get("position")?,
        match_id: match_id(row, "match_id")?,
        bytes: row.get("bytes")?,
        code: row.get("refusal")?,
    })
}

/// Sets an own change aside.
pub(crate) fn add(tx: &Transaction<'_>, of: MatchId, hash: ChangeHash, code: &str) -> Result<()> {
    tx.execute(include_str!("add.sql"), params![of.as_bytes(), hash.0, code])?;
    Ok(())
}

/// Marks what was set aside under this key as taken back. `false`: there is nothing such.
pub(crate) fn take_back(tx: &Transaction<'_>, of: MatchId, key: &EntryKey) -> Result<bool> {
    let marked = tx.execute(include_str!("take_back.sql"), params![of.as_bytes(), key.to_string()])?;
    Ok(marked > 0)
}

/// What asks for a decision, latest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<SetAside>> {
    db.prepare_cached(include_str!("all.sql"))?.query_map([], set_aside)?.collect()
}

/// One of them.
pub(crate) fn get(db: &Connection, id: i64) -> Result<Option<SetAside>> {
    db.prepare_cached(include_str!("get.sql"))?.query_row(params![id], set_aside).optional()
}

/// The student is this mentor's again: what was refused for that reason alone is handed in once more. `false`: there is
/// nothing such.
pub(crate) fn hand_in_again(tx: &Transaction<'_>, of: MatchId) -> Result<bool> {
    let waits = tx.execute(include_str!("hand_in_again.sql"), params![of.as_bytes()])?;
    Ok(waits > 0)
}

/// Forgets one, because the mentor said so.
pub(crate) fn remove(tx: &Transaction<'_>, id: i64) -> Result<()> {
    tx.execute(include_str!("remove.sql"), params![id])?;
    Ok(())
}
