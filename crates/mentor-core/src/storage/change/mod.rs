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
    tx.prepare_cached(include_str!("add_unsent.sql"))?.execute(params![
        match_id.as_bytes(),
        written.hash.0,
        written.bytes,
        key
    ])?;
    Ok(())
}

/// Adds a change that came from the server, unless it is here already.
pub(crate) fn add_received(
    tx: &Transaction<'_>,
    match_id: MatchId,
    hash: ChangeHash,
    bytes: &[u8],
) -> Result<()> {
    tx.prepare_cached(include_str!("add_received.sql"))?.execute(params![
        match_id.as_bytes(),
        hash.0,
        bytes
    ])?;
    Ok(())
}

/// The changes of one match in the order in which they came; refused ones too: they are what this phone shows.
pub(crate) fn bytes_of(db: &Connection, match_id: MatchId) -> Result<Vec<Vec<u8>>> {
    db.prepare_cached(include_str!("bytes_of.sql"))?
        .query_map(params![match_id.as_bytes()], |row| row.get(0))?
        .collect()
}

/// The outbox, match by match, each in the order of writing.
pub(crate) fn unsent(db: &Connection) -> Result<Vec<Unsent>> {
    db.prepare_cached(include_str!("unsent.sql"))?
        .query_map([], |row| {
            Ok(Unsent { match_id: super::match_id(row, "match_id")?, bytes: row.get("bytes")? })
        })?
        .collect()
}

/// How many own changes wait, and how many were refused.
pub(crate) fn counts(db: &Connection) -> Result<(u32, u32)> {
    db.prepare_cached(include_str!("counts.sql"))?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The unsent change of the match with this hash prefix and the own ones before it turn sent, for its hash covers them.
/// `false`: no such change, or acknowledged before.
pub(crate) fn mark_sent(tx: &Transaction<'_>, match_id: MatchId, hash_prefix: &[u8]) -> Result<bool> {
    let marked = tx
        .prepare_cached(include_str!("mark_sent.sql"))?
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
    tx.prepare_cached(include_str!("mark_refused.sql"))?.execute(params![
        match_id.as_bytes(),
        hash_prefix,
        code
    ])?;
    Ok(())
}

/// How many sent changes of the match are kept beside its document.
pub(crate) fn count_sent(tx: &Transaction<'_>, match_id: MatchId) -> Result<usize> {
    tx.prepare_cached(include_str!("count_sent.sql"))?
        .query_row(params![match_id.as_bytes()], |row| row.get(0))
}

/// Forgets what was sent.
pub(crate) fn remove_sent(tx: &Transaction<'_>, match_id: MatchId) -> Result<()> {
    tx.execute(include_str!("remove_sent.sql"), params![match_id.as_bytes()])?;
    Ok(())
}
