//! A student leaves this phone: its lists, and its files.

use daymark_domain::MatchId;
use daymark_protocol::Revoked;

use crate::core::Core;
use crate::storage::{StorageError, caseload, departed, mishap, projection, record};

impl Core {
    /// Everything about the student leaves the phone; unsent changes stay in the outbox and are still handed in, unless
    /// nothing of the match is kept anywhere.
    pub(super) fn apply_revoked(&mut self, revoked: &Revoked) -> Result<(), StorageError> {
        let match_id = MatchId::from_bytes(*revoked.match_id);
        self.forget_record(match_id);
        self.change(|tx| {
            projection::remove(tx, match_id)?;
            record::remove(tx, match_id)?;
            if revoked.erased == Some(true) {
                departed::erase(tx, match_id)?;
            }
            Ok(caseload::remove(tx, match_id)?)
        })?;
        self.left_behind = true;
        self.forget_damaged()
    }

    /// After students have left: nothing of them stays in the files. Deleted rows are overwritten where they stood
    /// (`secure_delete`); what is left of them is older pages in the logs, and damaged databases that were set aside.
    pub(super) fn leave_nothing_behind(&mut self) -> Result<(), StorageError> {
        if self.left_behind {
            // What cannot be emptied now, for want of room or because somebody reads, is emptied after the next sync.
            let busy = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
            self.left_behind = busy.unwrap_or(1) != 0;
        }
        if mishap::is_over(&self.db, self.now())? {
            self.forget_damaged()?;
        }
        Ok(())
    }

    /// Removes the damaged databases. What cannot be removed now is tried again with the next student, and after a time.
    pub(super) fn forget_damaged(&mut self) -> Result<(), StorageError> {
        match self.damaged.as_ref().map_or(Ok(()), |remove| remove()) {
            Ok(()) => self.change(|tx| Ok(mishap::forget(tx)?)),
            Err(error) => {
                tracing::warn!(%error, "a damaged database could not be removed");
                Ok(())
            }
        }
    }
}
