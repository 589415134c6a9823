//! Changes of a closed match, kept as one document. Its history holds every change, so whoever reads changes gets the same
//! bytes as before; their rows stay, since late entries and checks go by their hashes.

use std::collections::HashMap;

use daymark_documents::MatchRecord;
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::super::values::all;
use crate::store::StoreError;

/// The bytes of a match's changes in the order of the statement, which selects hash and bytes.
pub(super) fn bytes_of(db: &Connection, match_id: MatchId, sql: &str) -> Result<Vec<Vec<u8>>, StoreError> {
    let rows: Vec<([u8; 32], Vec<u8>)> =
        all(db, sql, params![match_id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if rows.iter().all(|(_, bytes)| !bytes.is_empty()) {
        return Ok(rows.into_iter().map(|(_, bytes)| bytes).collect());
    }
    let mut folded = unfold(db, match_id)?;
    let whole = rows.into_iter().map(|(hash, bytes)| {
        if bytes.is_empty() { folded.remove(&hash).ok_or_else(unreadable) } else { Ok(bytes) }
    });
    whole.collect()
}

fn unfold(db: &Connection, match_id: MatchId) -> Result<HashMap<[u8; 32], Vec<u8>>, StoreError> {
    let sql = "SELECT bytes FROM folded_record WHERE match_id = ?1";
    let saved: Option<Vec<u8>> =
        db.prepare_cached(sql)?.query_row(params![match_id.as_bytes()], |row| row.get(0)).optional()?;
    let record = MatchRecord::load(&saved.ok_or_else(unreadable)?).map_err(|_| unreadable())?;
    Ok(record.changes().into_iter().map(|(hash, bytes)| (hash.0, bytes)).collect())
}

fn unreadable() -> StoreError {
    StoreError::Unreadable { what: "folded match record" }
}

/// Folds a match's changes. Nothing is let go of that the document does not give back byte by byte; a record that it does
/// not is left as it is, and this says so.
pub(crate) fn fold(tx: &Transaction<'_>, match_id: MatchId, at: i64) -> Result<bool, StoreError> {
    let record = super::record_of(tx, match_id)?;
    let saved = record.save();
    let sql = "INSERT INTO folded_record (match_id, bytes, at) VALUES (?1, ?2, ?3)
               ON CONFLICT (match_id) DO UPDATE SET bytes = excluded.bytes, at = excluded.at";
    let before = super::changes_of(tx, match_id)?;
    tx.execute_batch("SAVEPOINT folding")?;
    tx.execute(sql, params![match_id.as_bytes(), saved, at])?;
    tx.execute("UPDATE change SET bytes = x'' WHERE match_id = ?1", params![match_id.as_bytes()])?;
    let same = super::changes_of(tx, match_id).is_ok_and(|after| after == before);
    tx.execute_batch(if same { "RELEASE folding" } else { "ROLLBACK TO folding; RELEASE folding" })?;
    Ok(same)
}
