//! Changes since the last folding; the unsent ones are the outbox.

use std::collections::BTreeMap;

use daymark_documents::{ChangeHash, Written, dependencies};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, params};

/// An own change that the server has not acknowledged.
#[derive(Clone, Debug)]
pub(crate) struct Unsent {
    pub match_id: MatchId,
    pub hash: Vec<u8>,
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

/// The changes of one match in the order in which they came, without those that are set aside.
pub(crate) fn bytes_of(db: &Connection, match_id: MatchId) -> Result<Vec<Vec<u8>>> {
    db.prepare_cached(include_str!("bytes_of.sql"))?
        .query_map(params![match_id.as_bytes()], |row| row.get(0))?
        .collect()
}

/// The outbox, match by match, each in the order of writing.
pub(crate) fn unsent(db: &Connection) -> Result<Vec<Unsent>> {
    db.prepare_cached(include_str!("unsent.sql"))?
        .query_map([], |row| {
            Ok(Unsent {
                match_id: super::match_id(row, "match_id")?,
                hash: row.get("hash")?,
                bytes: row.get("bytes")?,
            })
        })?
        .collect()
}

/// How many own changes wait, and how many are set aside and still stand.
pub(crate) fn counts(db: &Connection) -> Result<(u32, u32)> {
    db.prepare_cached(include_str!("counts.sql"))?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The unsent change of the match with this hash prefix turns sent, and so do those that it depends on, for its hash
/// covers them. Another that merely lies before it does not: it may have been refused. `false`: no such change, or
/// acknowledged before.
pub(crate) fn mark_sent(tx: &Transaction<'_>, match_id: MatchId, hash_prefix: &[u8]) -> Result<bool> {
    let mut waiting: BTreeMap<ChangeHash, Vec<u8>> = tx
        .prepare_cached(include_str!("unsent_of.sql"))?
        .query_map(params![match_id.as_bytes()], |row| Ok((ChangeHash(row.get(0)?), row.get(1)?)))?
        .collect::<Result<_>>()?;
    let Some(named) = waiting.keys().find(|hash| hash.prefix() == hash_prefix).copied() else {
        return Ok(false);
    };
    let mut covered = vec![named];
    while let Some(hash) = covered.pop() {
        let Some(bytes) = waiting.remove(&hash) else { continue };
        covered.extend(dependencies(&bytes));
        tx.prepare_cached(include_str!("mark_sent.sql"))?.execute(params![match_id.as_bytes(), hash.0])?;
    }
    Ok(true)
}

/// An own change that waits, by what the server calls it.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub hash: ChangeHash,
    /// How often what it says was refused already.
    pub refusals: u32,
}

/// What waits of one match, in the order of writing.
pub(crate) fn waiting(db: &Connection, match_id: MatchId) -> Result<Vec<Waiting>> {
    db.prepare_cached(include_str!("waiting.sql"))?
        .query_map(params![match_id.as_bytes()], |row| {
            Ok(Waiting { hash: ChangeHash(row.get("hash")?), refusals: row.get("refusals")? })
        })?
        .collect()
}

/// The bytes of one change.
pub(crate) fn bytes(db: &Connection, match_id: MatchId, hash: ChangeHash) -> Result<Vec<u8>> {
    db.prepare_cached(include_str!("bytes.sql"))?
        .query_row(params![match_id.as_bytes(), hash.0], |row| row.get(0))
}

/// Remembers how often what the change says was refused.
pub(crate) fn set_refusals(
    tx: &Transaction<'_>,
    match_id: MatchId,
    hash: ChangeHash,
    refusals: u32,
) -> Result<()> {
    tx.execute(include_str!("set_refusals.sql"), params![match_id.as_bytes(), hash.0, refusals])?;
    Ok(())
}

/// Lets those go first that came into the outbox later.
pub(crate) fn put_last(tx: &Transaction<'_>, match_id: MatchId, hash: ChangeHash) -> Result<()> {
    tx.execute(include_str!("put_last.sql"), params![match_id.as_bytes(), hash.0])?;
    Ok(())
}

/// Takes a change out: what it said is written again, or was never this phone's.
pub(crate) fn remove(tx: &Transaction<'_>, match_id: MatchId, hash: ChangeHash) -> Result<()> {
    tx.execute(include_str!("remove.sql"), params![match_id.as_bytes(), hash.0])?;
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
