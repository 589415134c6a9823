//! Changes since the last folding; the unsent ones are the outbox.

use daymark_documents::{ChangeHash, Written};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, params};

/// An own change that the server has not acknowledged.
#[derive(Clone, Debug)]
pub(crate) struct Unsent {
    pub match_id: MatchId,
    pub bytes: Vec<u8>,
}

/// Adds an own change to the outbox.
pub(crate) fn add_unsent(tx: &Transaction<'_>, match_id: MatchId, written: &Written) -> Result<()> {
    let key = written.key.as_ref().map(ToString::to_string);
    tx.prepare_cached(
        "INSERT INTO change (match_id, hash, bytes, state, entry_key) VALUES (?1, ?2, ?3, 'unsent', ?4)",
    )?
    .execute(params![match_id.as_bytes(), written.hash.0, written.bytes, key])?;
    Ok(())
}

/// Adds a change that came from the server, unless it is here already.
pub(crate) fn add_received(
    tx: &Transaction<'_>,
    match_id: MatchId,
    hash: ChangeHash,
    bytes: &[u8],
) -> Result<()> {
    tx.prepare_cached(
        "INSERT OR IGNORE INTO change (match_id, hash, bytes, state) VALUES (?1, ?2, ?3, 'sent')",
    )?
    .execute(params![match_id.as_bytes(), hash.0, bytes])?;
    Ok(())
}

/// The changes of one match in the order in which they came; refused ones too: they are what this phone shows.
pub(crate) fn bytes_of(db: &Connection, match_id: MatchId) -> Result<Vec<Vec<u8>>> {
    db.prepare_cached("SELECT bytes FROM change WHERE match_id = ?1 ORDER BY position")?
        .query_map(params![match_id.as_bytes()], |row| row.get(0))?
        .collect()
}

/// The outbox, match by match, each in the order of writing.
pub(crate) fn unsent(db: &Connection) -> Result<Vec<Unsent>> {
    db.prepare_cached(
        "SELECT match_id, bytes FROM change WHERE state = 'unsent' ORDER BY match_id, position",
    )?
    .query_map([], |row| {
        Ok(Unsent { match_id: super::match_id(row, "match_id")?, bytes: row.get("bytes")? })
    })?
    .collect()
}

/// How many own changes wait, and how many were refused.
pub(crate) fn counts(db: &Connection) -> Result<(u32, u32)> {
    db.prepare_cached(
        "SELECT count(*) FILTER (WHERE state = 'unsent'), count(*) FILTER (WHERE state = 'refused')
         FROM change WHERE state <> 'sent'",
    )?
    .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The unsent change of the match with this hash prefix and the own ones before it turn sent, for its hash covers them.
/// `false`: no such change, or acknowledged before.
pub(crate) fn mark_sent(tx: &Transaction<'_>, match_id: MatchId, hash_prefix: &[u8]) -> Result<bool> {
    let marked = tx
        .prepare_cached(
            "UPDATE change SET state = 'sent'
             WHERE state = 'unsent' AND match_id = ?1 AND position <= (
               SELECT position FROM change WHERE state = 'unsent' AND match_id = ?1 AND substr(hash, 1, 8) = ?2)",
        )?
        .execute(params![match_id.as_bytes(), hash_prefix])?;
    Ok(marked > 0)
}

/// Sets a change aside that the server refused. It is kept and shown; the rest goes on.
pub(crate) fn mark_refused(
    tx: &Transaction<'_>,
    match_id: MatchId,
    hash_prefix: &[u8],
    code: &str,
) -> Result<()> {
    tx.prepare_cached(
        "UPDATE change SET state = 'refused', refusal = ?3
         WHERE state = 'unsent' AND match_id = ?1 AND substr(hash, 1, 8) = ?2",
    )?
    .execute(params![match_id.as_bytes(), hash_prefix, code])?;
    Ok(())
}

/// How many sent changes of the match are kept beside its document.
pub(crate) fn count_sent(tx: &Transaction<'_>, match_id: MatchId) -> Result<usize> {
    tx.prepare_cached("SELECT count(*) FROM change WHERE match_id = ?1 AND state = 'sent'")?
        .query_row(params![match_id.as_bytes()], |row| row.get(0))
}

/// Forgets what was sent.
pub(crate) fn remove_sent(tx: &Transaction<'_>, match_id: MatchId) -> Result<()> {
    tx.execute("DELETE FROM change WHERE match_id = ?1 AND state = 'sent'", params![match_id.as_bytes()])?;
    Ok(())
}
