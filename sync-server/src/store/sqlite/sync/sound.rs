//! Stored changes that are not as they were stored: found by their own hashes, left out, and replaced by what a phone
//! hands in again.

use std::collections::BTreeSet;

use daymark_documents::{
    ChangeHash, Inspected, MatchRecord, dependencies, hash_of, with_preamble, without_preamble,
};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, Transaction, named_params, params};

use super::super::values::{all, run};
use crate::store::StoreError;

/// Whether the bytes agree with the checksum that stands in front of them.
fn is_whole(bytes: &[u8]) -> bool {
    with_preamble(without_preamble(bytes)) == bytes
}

/// Those changes that can be believed: damaged ones are left out, with all that depends on them.
pub(super) fn only(changes: Vec<Vec<u8>>) -> Result<Vec<Vec<u8>>, StoreError> {
    if changes.iter().all(|bytes| is_whole(bytes)) {
        return Ok(changes);
    }
    let genesis = MatchRecord::new().map_err(|_| StoreError::Unreadable { what: "genesis" })?;
    let mut held: BTreeSet<ChangeHash> = genesis.heads().into_iter().collect();
    let stands = |bytes: &Vec<u8>| {
        let sound = is_whole(bytes) && dependencies(bytes).iter().all(|hash| held.contains(hash));
        sound && held.insert(hash_of(bytes))
    };
    Ok(changes.into_iter().filter(stands).collect())
}

/// Whether every stored change of the match is what its name says.
pub(super) fn is_as_stored(db: &Connection, match_id: MatchId) -> Result<bool, StoreError> {
    let of = named_params! { ":match_id": match_id.as_bytes() };
    let sound = all(db, include_str!("stored.sql"), of, |row| {
        let (hash, bytes) = (row.get_ref(0)?.as_blob(), row.get_ref(1)?.as_blob());
        let (hash, bytes) = (hash.unwrap_or_default(), bytes.unwrap_or_default());
        Ok(hash_of(bytes).0 == hash && is_whole(bytes))
    })?;
    Ok(sound.into_iter().all(|sound| sound))
}

/// Before a change is stored: the gate saw a record without it, so whatever lies in its place is damaged.
pub(super) fn make_room(
    tx: &Transaction<'_>,
    match_id: MatchId,
    change: &Inspected,
) -> Result<(), StoreError> {
    let row = named_params! {
        ":match_id": match_id.as_bytes(),
        ":actor": change.actor,
        ":actor_seq": change.seq,
    };
    run(tx, include_str!("make_room.sql"), row).map(|_| ())
}

/// Changes that are whole under a damaged name get their name again.
pub(super) fn name_again(tx: &Transaction<'_>, match_id: MatchId) -> Result<(), StoreError> {
    let of = named_params! { ":match_id": match_id.as_bytes() };
    let stored: Vec<(Vec<u8>, Vec<u8>, i64)> =
        all(tx, include_str!("stored.sql"), of, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (hash, bytes, rowid) in stored {
        let name = hash_of(&bytes).0;
        if is_whole(&bytes) && name[..] != hash[..] {
            run(tx, include_str!("name_again.sql"), params![rowid, name])?;
        }
    }
    Ok(())
}
