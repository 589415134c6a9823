//! Match records in memory, so that a push need not read a year of changes again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use daymark_documents::{MatchRecord, RecordError};
use daymark_domain::MatchId;

use crate::store::sync::MatchForPush;

/// About 230 KB each at the end of a year (`sync.md` 1.3): 60 MB at the most.
const RECORDS_MAX: usize = 256;

/// The records that were last pushed to, each with the version that it shows.
#[derive(Default)]
pub struct RecordCache(Mutex<HashMap<MatchId, (i64, MatchRecord)>>);

impl RecordCache {
    /// Which version is in memory.
    pub(super) fn version(&self, match_id: MatchId) -> Option<i64> {
        self.records().get(&match_id).map(|(version, _)| *version)
    }

    /// The record of that match as the store has it now.
    pub(super) fn take(&self, match_id: MatchId, found: MatchForPush) -> Result<MatchRecord, RecordError> {
        let cached = self.records().remove(&match_id).filter(|(version, _)| *version == found.version);
        if let Some((_, record)) = cached {
            return Ok(record);
        }
        let mut record = MatchRecord::new()?;
        record.apply(&found.changes)?;
        Ok(record)
    }

    /// Keeps a record for the next push; any other makes room when there is none.
    pub(super) fn put(&self, match_id: MatchId, version: i64, record: MatchRecord) {
        let mut records = self.records();
        if records.len() >= RECORDS_MAX
            && let Some(other) = records.keys().next().copied()
        {
            records.remove(&other);
        }
        records.insert(match_id, (version, record));
    }

    /// Forgets a record that the store no longer has as it was.
    pub(super) fn forget(&self, match_id: MatchId) {
        self.records().remove(&match_id);
    }

    fn records(&self) -> std::sync::MutexGuard<'_, HashMap<MatchId, (i64, MatchRecord)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
