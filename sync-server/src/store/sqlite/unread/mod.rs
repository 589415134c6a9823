//! Entries that could not be read, in SQLite.

use async_trait::async_trait;
use daymark_domain::{MentorId, SchoolId};
use daymark_sqlite::rusqlite::{Transaction, params};

use super::SqliteStore;
use super::values::{all, id, run};
use crate::store::StoreError;
use crate::store::unread::{KEPT_DAYS, UnreadEntry, UnreadStore};

const DAY_S: i64 = 86_400;

#[async_trait]
impl UnreadStore for SqliteStore {
    async fn unread_entries(&self, school: SchoolId) -> Result<Vec<UnreadEntry>, StoreError> {
        self.read(move |db| {
            all(db, include_str!("of_school.sql"), params![school.as_bytes()], |row| {
                Ok(UnreadEntry {
                    mentor_id: id(row, 0, MentorId::from_bytes)?,
                    mentor_name: row.get(1)?,
                    code: row.get(2)?,
                    at: row.get(3)?,
                })
            })
        })
        .await
    }
}

/// Deletes what was kept long enough.
pub(super) fn purge(tx: &Transaction<'_>, at: i64) -> Result<(), StoreError> {
    run(tx, include_str!("purge.sql"), params![at - KEPT_DAYS * DAY_S]).map(drop)
}
