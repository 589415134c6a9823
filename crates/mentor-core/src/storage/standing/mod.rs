//! How this phone's records stand: the canonical hash of each, whether what is stored of it is as it was written, and
//! what of it the school lacks.

mod pieces;

use std::collections::BTreeSet;

use daymark_documents::{ChangeHash, MatchRecord, hash_of, with_preamble, without_preamble};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::{StorageError, match_id, record};
pub(crate) use pieces::rescue;

/// Of a document, as it is kept beside it.
pub(crate) fn sha256(document: &[u8]) -> [u8; 32] {
    Sha256::digest(document).into()
}

/// A record and its canonical hash, where it can be told.
pub(crate) type Standing = (MatchId, Option<[u8; 32]>);

/// The canonical hash of each record with anything in it. What was written to since is computed and kept; of a record
/// that is damaged or cannot be read there is none.
pub(crate) fn of_records(
    tx: &Transaction<'_>,
    damaged: &BTreeSet<MatchId>,
) -> Result<Vec<Standing>, StorageError> {
    let found: Vec<Standing> = tx
        .prepare_cached(include_str!("of_records.sql"))?
        .query_map([], |row| Ok((match_id(row, "match_id")?, row.get("hash")?)))?
        .collect::<Result<_, _>>()?;
    let complete = |(match_id, hash): Standing| {
        if damaged.contains(&match_id) {
            return Ok((match_id, None));
        }
        if hash.is_some() {
            return Ok((match_id, hash));
        }
        let Ok(record) = record::load(tx, match_id) else { return Ok((match_id, None)) };
        let hash = record.canonical_hash();
        tx.prepare_cached(include_str!("set.sql"))?.execute(params![match_id.as_bytes(), hash])?;
        Ok((match_id, Some(hash)))
    };
    found.into_iter().map(complete).collect()
}

/// The matches here of which nothing was written yet, with the hash of an empty record.
pub(crate) fn of_nothing(db: &Connection) -> Result<Vec<Standing>, StorageError> {
    let hash = MatchRecord::new()?.canonical_hash();
    let mut empty = db.prepare_cached(include_str!("of_nothing.sql"))?;
    let empty = empty.query_map([], |row| Ok((match_id(row, "match_id")?, Some(hash))))?;
    Ok(empty.collect::<Result<_, _>>()?)
}

/// The records of which something stored is not as it was written.
pub(crate) fn damaged(tx: &Transaction<'_>) -> Result<BTreeSet<MatchId>, StorageError> {
    let mut damaged = BTreeSet::new();
    let mut documents = tx.prepare_cached(include_str!("documents.sql"))?;
    let mut rows = documents.query([])?;
    while let Some(row) = rows.next()? {
        let id = match_id(row, "match_id")?;
        let document = row.get_ref("document")?.as_blob().unwrap_or_default();
        let kept: Option<[u8; 32]> = row.get("sha256")?;
        let sound = match kept {
            Some(kept) => sha256(document) == kept,
            None => keep_sha256(tx, id, document)?,
        };
        if !sound {
            damaged.insert(id);
        }
    }
    let mut changes = tx.prepare_cached(include_str!("changes.sql"))?;
    let mut rows = changes.query([])?;
    while let Some(row) = rows.next()? {
        let (hash, bytes) = (row.get_ref("hash")?.as_blob(), row.get_ref("bytes")?.as_blob());
        if !is_sound(hash.unwrap_or_default(), bytes.unwrap_or_default()) {
            damaged.insert(match_id(row, "match_id")?);
        }
    }
    Ok(damaged)
}

/// A document of an earlier version has its own checksum inside, which reading it compares; the next look is cheaper.
fn keep_sha256(tx: &Transaction<'_>, id: MatchId, document: &[u8]) -> Result<bool, StorageError> {
    if MatchRecord::load(document).is_err() {
        return Ok(false);
    }
    tx.execute(include_str!("set_sha256.sql"), params![id.as_bytes(), sha256(document)])?;
    Ok(true)
}

/// Whether a stored change is what its name says.
pub(crate) fn is_sound(hash: &[u8], bytes: &[u8]) -> bool {
    hash_of(bytes).0 == hash && is_whole(bytes)
}

/// Whether the bytes of a change agree with the checksum that stands in front of them.
fn is_whole(bytes: &[u8]) -> bool {
    with_preamble(without_preamble(bytes)) == bytes
}

/// Whether anything of a student who is here waits in the outbox.
pub(crate) fn has_unsent(db: &Connection) -> Result<bool, StorageError> {
    Ok(db.prepare_cached(include_str!("has_unsent.sql"))?.query_row([], |row| row.get(0))?)
}

/// Puts whatever the school lacks of a record back into the outbox, whoever wrote it, each change after those that it
/// depends on. Returns whether there was anything that was not waiting already.
pub(crate) fn hand_in_again(
    tx: &Transaction<'_>,
    match_id: MatchId,
    record: &MatchRecord,
    school_holds: impl Fn(&ChangeHash) -> bool,
) -> Result<bool, StorageError> {
    let lacking: Vec<_> = record.changes().into_iter().filter(|(hash, _)| !school_holds(hash)).collect();
    let waits = |hash: &ChangeHash| {
        let state: Option<bool> = tx
            .prepare_cached(include_str!("is_unsent.sql"))?
            .query_row(params![match_id.as_bytes(), hash.0], |row| row.get(0))
            .optional()?;
        Ok::<_, StorageError>(state == Some(true))
    };
    let mut fresh = false;
    for (hash, _) in &lacking {
        fresh |= !waits(hash)?;
    }
    if !fresh {
        return Ok(false);
    }
    for (hash, bytes) in &lacking {
        let row = params![match_id.as_bytes(), hash.0];
        if tx.prepare_cached(include_str!("send_again.sql"))?.execute(row)? == 0 {
            let row = params![match_id.as_bytes(), hash.0, bytes];
            tx.prepare_cached(include_str!("put_back.sql"))?.execute(row)?;
        }
    }
    Ok(true)
}
