//! The record of access in SQLite.

use async_trait::async_trait;
use daymark_domain::{DeviceId, SchoolId, StudentId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::values::{all, run};
use crate::store::StoreError;
use crate::store::audit::{AccessEvent, AuditStore};

#[async_trait]
impl AuditStore for SqliteStore {
    async fn note_access(&self, event: AccessEvent) -> Result<(), StoreError> {
        self.write(move |tx| note(tx, &event)).await
    }

    async fn accesses(&self, school: SchoolId, limit: u32) -> Result<Vec<AccessEvent>, StoreError> {
        self.read(move |db| all(db, include_str!("newest.sql"), params![school.as_bytes(), limit], event))
            .await
    }
}

/// Notes one access inside of the transaction that it is about.
pub(crate) fn note(db: &Connection, event: &AccessEvent) -> Result<(), StoreError> {
    let AccessEvent { at, staff_id, by_name, device_id, what, detail, student_id, school_id } = event;
    let row = params![
        at,
        staff_id.map(|id| *id.as_bytes()),
        device_id.map(|id| *id.as_bytes()),
        what,
        student_id.map(|id| *id.as_bytes()),
        school_id.map(|id| *id.as_bytes()),
        by_name,
        detail,
    ];
    run(db, include_str!("add.sql"), row).map(|_| ())
}

fn event(row: &Row<'_>) -> Result<AccessEvent, StoreError> {
    Ok(AccessEvent {
        at: row.get(0)?,
        staff_id: row.get::<_, Option<_>>(1)?.map(UserId::from_bytes),
        device_id: row.get::<_, Option<_>>(2)?.map(DeviceId::from_bytes),
        what: row.get(3)?,
        student_id: row.get::<_, Option<_>>(4)?.map(StudentId::from_bytes),
        school_id: row.get::<_, Option<_>>(5)?.map(SchoolId::from_bytes),
        by_name: row.get(6)?,
        detail: row.get(7)?,
    })
}
