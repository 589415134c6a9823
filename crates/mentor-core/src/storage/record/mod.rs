//! Match records on disk: a folded document, and the changes since.

use daymark_documents::{MatchRecord, RecordError};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

use super::{StorageError, change, standing};

/// So many sent changes are folded into the document at once; before that, loading them costs less than saving.
const CHANGES_BEFORE_FOLDING: usize = 64;

/// Loads a record: genesis for a match that nothing was written for yet.
pub(crate) fn load(db: &Connection, match_id: MatchId) -> Result<MatchRecord, StorageError> {
    let saved: Option<Vec<u8>> = db
        .prepare_cached(include_str!("get.sql"))?
        .query_row(params![match_id.as_bytes()], |row| row.get(0))
        .optional()?;
    let mut record = saved.map_or_else(MatchRecord::new, |saved| MatchRecord::load(&saved))?;
    let changes = change::bytes_of(db, match_id)?;
    match record.apply(&changes) {
        // Rescued from a damaged database: what they depend on comes from the school first.
        Err(RecordError::MissingChange) => record.apply_what_fits(&changes)?,
        other => other?,
    }
    Ok(record)
}

/// Puts the folded document in place; what it holds and is sent need not be kept twice.
pub(crate) fn fold(tx: &Transaction<'_>, match_id: MatchId, record: &MatchRecord) -> Result<()> {
    let document = record.save();
    let sha256 = standing::sha256(&document);
    tx.execute(include_str!("set.sql"), params![match_id.as_bytes(), document, sha256])?;
    change::remove_sent(tx, match_id)
}

/// Folds when enough changes have gathered.
pub(crate) fn fold_if_long(tx: &Transaction<'_>, match_id: MatchId, record: &MatchRecord) -> Result<()> {
    if change::count_sent(tx, match_id)? >= CHANGES_BEFORE_FOLDING {
        fold(tx, match_id, record)
    } else {
        Ok(())
    }
}

/// Forgets the record; unsent changes stay in the outbox.
pub(crate) fn remove(tx: &Transaction<'_>, match_id: MatchId) -> Result<()> {
    tx.execute(include_str!("remove.sql"), params![match_id.as_bytes()])?;
    change::remove_sent(tx, match_id)
}
