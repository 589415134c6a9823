//! A damaged record: what is sound of it goes on, what is not is set aside as it was.

use std::collections::BTreeMap;

use daymark_documents::{ChangeHash, MatchRecord, hash_of};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{OptionalExtension, Transaction, params};

use super::{StorageError, is_sound, is_whole, sha256};
use crate::storage::record;

/// What came of a rescue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rescued {
    /// Stored pieces that were not as written.
    pub damaged: usize,
    /// Changes that waited in the outbox and could not be read.
    pub lost: usize,
    /// Something that the school lacks goes into the outbox.
    pub to_send: bool,
}

/// A row of `change`.
struct Piece {
    hash: [u8; 32],
    bytes: Vec<u8>,
    unsent: bool,
    entry_key: Option<String>,
    refusals: u32,
}

/// Makes the record anew: what the school sent, and on it whatever is sound here, in memory or stored.
pub(crate) fn rescue(
    tx: &Transaction<'_>,
    match_id: MatchId,
    school: &MatchRecord,
    in_memory: Option<&MatchRecord>,
    now: i64,
) -> Result<(MatchRecord, Rescued), StorageError> {
    let pieces = pieces(tx, match_id)?;
    let document: Option<(Vec<u8>, Option<[u8; 32]>)> = tx
        .query_row(include_str!("document.sql"), params![match_id.as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    // Automerge is not given what is known to be damaged.
    let as_written =
        |(bytes, kept): &&(Vec<u8>, Option<[u8; 32]>)| kept.is_none_or(|kept| sha256(bytes) == kept);
    let stored = document.as_ref().filter(as_written).and_then(|(bytes, _)| MatchRecord::load(bytes).ok());
    let mut damaged: Vec<&[u8]> = Vec::new();
    damaged.extend(document.as_ref().filter(|_| stored.is_none()).map(|(bytes, _)| bytes.as_slice()));
    let unsound = pieces.iter().filter(|piece| !is_sound(&piece.hash, &piece.bytes));
    damaged.extend(unsound.map(|piece| piece.bytes.as_slice()));
    for bytes in &damaged {
        let row = params![match_id.as_bytes(), now, bytes];
        tx.execute(include_str!("keep_damaged.sql"), row)?;
    }
    let whole = pieces.iter().filter(|piece| is_whole(&piece.bytes));
    let mut sound: Vec<(ChangeHash, Vec<u8>)> =
        whole.map(|piece| (hash_of(&piece.bytes), piece.bytes.clone())).collect();
    sound.extend(in_memory.into_iter().flat_map(MatchRecord::changes));
    sound.extend(stored.iter().flat_map(MatchRecord::changes));
    let mut record = school.clone();
    put_together(&mut record, sound);
    tx.execute(include_str!("remove_pieces.sql"), params![match_id.as_bytes()])?;
    let to_send = put_back(tx, match_id, school, &record, &pieces)?;
    record::fold(tx, match_id, &record)?;
    let is_lost = |piece: &&Piece| {
        let names = [ChangeHash(piece.hash), hash_of(&piece.bytes)];
        piece.unsent && !names.iter().any(|name| record.holds(name))
    };
    let lost = pieces.iter().filter(is_lost).count();
    let rescued = Rescued { damaged: damaged.len(), lost, to_send };
    Ok((record, rescued))
}

fn pieces(tx: &Transaction<'_>, match_id: MatchId) -> Result<Vec<Piece>, StorageError> {
    let read = |row: &daymark_sqlite::rusqlite::Row<'_>| {
        let state: String = row.get("state")?;
        Ok(Piece {
            hash: row.get("hash")?,
            bytes: row.get("bytes")?,
            unsent: state == "unsent",
            entry_key: row.get("entry_key")?,
            refusals: row.get("refusals")?,
        })
    };
    let mut pieces = tx.prepare_cached(include_str!("pieces.sql"))?;
    let pieces = pieces.query_map(params![match_id.as_bytes()], read)?;
    Ok(pieces.collect::<Result<_, _>>()?)
}

/// Applies what can be applied, each once what it depends on is there; the rest has nothing to stand on.
fn put_together(record: &mut MatchRecord, mut waiting: Vec<(ChangeHash, Vec<u8>)>) {
    loop {
        let before = waiting.len();
        waiting.retain(|(hash, bytes)| !record.holds(hash) && record.apply(&[bytes]).is_err());
        if waiting.len() == before {
            return;
        }
    }
}

/// Puts what the school lacks into the outbox, with what was known of it.
fn put_back(
    tx: &Transaction<'_>,
    match_id: MatchId,
    school: &MatchRecord,
    record: &MatchRecord,
    pieces: &[Piece],
) -> Result<bool, StorageError> {
    let names = pieces.iter().flat_map(|piece| [(piece.hash, piece), (hash_of(&piece.bytes).0, piece)]);
    let known: BTreeMap<[u8; 32], &Piece> = names.collect();
    let mut any = false;
    for (hash, bytes) in record.changes().iter().filter(|(hash, _)| !school.holds(hash)) {
        let piece = known.get(&hash.0);
        let key = piece.and_then(|piece| piece.entry_key.as_deref());
        let refusals = piece.map_or(0, |piece| piece.refusals);
        let row = params![match_id.as_bytes(), hash.0, bytes, key, refusals];
        tx.prepare_cached(include_str!("put_piece_back.sql"))?.execute(row)?;
        any = true;
    }
    Ok(any)
}
