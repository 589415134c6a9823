//! The canonical hash of each record: what both sides compare at the end of a sync.

use daymark_documents::MatchRecord;
use daymark_domain::{MatchId, SchoolDay};
use daymark_sqlite::rusqlite::{Connection, Transaction, named_params};

use super::super::values::{all, id, run};
use super::record_of;
use super::sound::{is_as_stored, name_again};
use crate::store::StoreError;
use crate::store::sync::{Asker, RecordHash};

/// Of every record that this mentor's phones have or had. What is not kept is computed; and once a day the stored changes
/// are read through, and those that are damaged no longer count.
pub(super) fn of_mentor(
    db: &Connection,
    asker: Asker,
    today: SchoolDay,
) -> Result<Vec<RecordHash>, StoreError> {
    let whose =
        named_params! { ":mentor_id": asker.mentor_id.as_bytes(), ":school_id": asker.school_id.as_bytes() };
    all(db, include_str!("record_hashes.sql"), whose, |row| {
        let match_id = id(row, 0, MatchId::from_bytes)?;
        let (version, kept): (i64, Option<[u8; 32]>) = (row.get(2)?, row.get(3)?);
        let checked = row.get::<_, Option<i32>>(4)? == Some(today.number());
        let sound = checked || version == 0 || is_as_stored(db, match_id)?;
        let hash = match kept {
            Some(hash) if sound => hash,
            _ if version > 0 => record_of(db, match_id)?.canonical_hash(),
            _ => of_nothing()?,
        };
        let fresh = version > 0 && !(checked && kept.is_some());
        Ok(RecordHash { match_id, open: row.get(1)?, version, hash, fresh, damaged: !sound })
    })
}

/// Of a record in which nothing was written yet.
fn of_nothing() -> Result<[u8; 32], StoreError> {
    let record = MatchRecord::new().map_err(|_| StoreError::Unreadable { what: "genesis" })?;
    Ok(record.canonical_hash())
}

/// Keeps the hash of a version, unless a later one is kept already.
pub(super) fn keep(
    tx: &Transaction<'_>,
    match_id: MatchId,
    version: i64,
    hash: &[u8; 32],
) -> Result<(), StoreError> {
    let row = named_params! { ":match_id": match_id.as_bytes(), ":version": version, ":hash": hash };
    run(tx, include_str!("keep_hash.sql"), row).map(|_| ())
}

/// Keeps what was computed, and that it was checked.
pub(super) fn keep_checked(
    tx: &Transaction<'_>,
    record: &RecordHash,
    today: SchoolDay,
) -> Result<(), StoreError> {
    keep(tx, record.match_id, record.version, &record.hash)?;
    if record.damaged {
        name_again(tx, record.match_id)?;
    }
    let row = named_params! { ":match_id": record.match_id.as_bytes(), ":today": today.number() };
    run(tx, include_str!("keep_checked.sql"), row).map(|_| ())
}
