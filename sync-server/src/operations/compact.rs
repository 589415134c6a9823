//! Makes the data folder small again: records of matches that are over become one document each, free pages and the
//! write-ahead log go, and the planner learns anew what lies where. Nothing that anybody can ask for changes.

use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, params};

use super::folder::DataFolder;
use super::{OperationError, archive, erase};
use crate::store::sqlite::SqliteStore;
use crate::store::sqlite::sync::folded::fold;
use crate::store::sqlite::values::{all, id};

/// After so long nothing is taken for an ended match any more (`service/sync/push.rs`), so its record stands still.
const STILL_AFTER_S: i64 = 31 * 24 * 60 * 60;
/// Records in one transaction, so that phones wait for a moment only.
const RECORDS_AT_ONCE: usize = 16;

/// What it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compacted {
    /// Bytes of database and write-ahead log.
    pub before: u64,
    /// The same afterwards.
    pub after: u64,
    /// Records that are one document now and were not before.
    pub folded: usize,
    /// Records that one document did not give back byte by byte; they are as they were.
    pub left_alone: usize,
}

/// Compacts; a server may run on the folder, and its answers wait for the last step.
pub fn compact(folder: &DataFolder, by: &str, at: i64) -> Result<Compacted, OperationError> {
    let before = size(folder);
    let (folded, left_alone) = fold_still_records(folder, at)?;
    let detail = format!("{folded} records");
    erase::note_act(folder, by, "compacted", detail, at)?;
    {
        let db = Connection::open(folder.database())?;
        db.execute_batch("PRAGMA busy_timeout = 60000; ANALYZE;")?;
    }
    erase::clean(&folder.database())?;
    Ok(Compacted { before, after: size(folder), folded, left_alone })
}

fn size(folder: &DataFolder) -> u64 {
    let database = folder.database();
    let mut log = database.clone().into_os_string();
    log.push("-wal");
    archive::length(&database) + archive::length(log.as_ref())
}

fn fold_still_records(folder: &DataFolder, at: i64) -> Result<(usize, usize), OperationError> {
    let store = SqliteStore::open_keeping(folder.path(), &folder.ledger())?;
    let still = "SELECT DISTINCT match_id FROM change JOIN match ON match.id = change.match_id
                 WHERE match.status = 'closed' AND match.ended_at < ?1 AND length(change.bytes) > 0";
    let matches: Vec<MatchId> = store.read_blocking(|db| {
        all(db, still, params![at - STILL_AFTER_S], |row| id(row, 0, MatchId::from_bytes))
    })?;
    let mut counts = (0, 0);
    for some in matches.chunks(RECORDS_AT_ONCE) {
        let (folded, left) = store.write_blocking(|tx| {
            let mut folded = 0;
            for match_id in some {
                folded += usize::from(fold(tx, *match_id, at)?);
            }
            Ok((folded, some.len() - folded))
        })?;
        counts = (counts.0 + folded, counts.1 + left);
    }
    Ok(counts)
}
