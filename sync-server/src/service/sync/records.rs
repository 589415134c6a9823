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

    /// The record of that match as the store has it now. The store does not say again what it was told is known; `None`:
    /// another push of the match has that record in hand by now, so the store is to be asked for all of it.
    pub(super) fn take(
        &self,
        match_id: MatchId,
        known: Option<i64>,
        found: MatchForPush,
    ) -> Result<Option<MatchRecord>, RecordError> {
        let cached = self.records().remove(&match_id).filter(|(version, _)| *version == found.version);
        if let Some((_, record)) = cached {
            return Ok(Some(record));
        }
        if known == Some(found.version) {
            return Ok(None);
        }
        let mut record = MatchRecord::new()?;
        record.apply(&found.changes)?;
        Ok(Some(record))
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

#[cfg(test)]
mod tests {
    use daymark_domain::SchoolId;

    use super::*;

    const VERSION: i64 = 5;

    /// What the store answers to whoever named this version as known.
    fn nothing_new() -> MatchForPush {
        let school_id = SchoolId::from_bytes([1; 16]);
        MatchForPush { school_id, ended_at: None, version: VERSION, changes: Vec::new() }
    }

    #[test]
    fn of_two_pushes_that_rely_on_the_same_record_the_second_does_not_judge_by_an_empty_one() {
        let (records, match_id) = (RecordCache::default(), MatchId::from_bytes([2; 16]));
        records.put(match_id, VERSION, MatchRecord::new().unwrap());
        let known = records.version(match_id);
        assert_eq!(known, Some(VERSION));
        assert!(records.take(match_id, known, nothing_new()).unwrap().is_some());
        assert!(records.take(match_id, known, nothing_new()).unwrap().is_none(), "to be asked for again");
        assert_eq!(records.version(match_id), None, "and then for all of it");
    }

    #[test]
    fn a_record_that_is_not_in_memory_is_made_of_what_the_store_says() {
        let (records, match_id) = (RecordCache::default(), MatchId::from_bytes([2; 16]));
        assert!(records.take(match_id, None, nothing_new()).unwrap().is_some());
        assert!(records.take(match_id, Some(VERSION - 1), nothing_new()).unwrap().is_some());
    }
}
