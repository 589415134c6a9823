//! The record of access in SQLite: a chain of rows, each with the hash of the one before.

pub(crate) mod blank;
pub(crate) mod chain;
pub(crate) mod kept_head;
pub(crate) mod verify;

use async_trait::async_trait;
use daymark_domain::{DeviceId, SchoolId, StudentId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use self::chain::{BEGINNING, Link, Part};
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

/// Notes one access inside of the transaction that it is about, behind all others.
pub(crate) fn note(db: &Connection, event: &AccessEvent) -> Result<(), StoreError> {
    let before = chain::head(db)?;
    let AccessEvent { at, staff_id, by_name, device_id, what, detail, student_id, school_id } = event;
    let link = Link {
        id: before.as_ref().map_or(1, |head| head.id + 1),
        at: *at,
        staff: staff_id.map(|id| id.as_bytes().to_vec()),
        device: device_id.map(|id| id.as_bytes().to_vec()),
        what: what.clone(),
        school: school_id.map(|id| id.as_bytes().to_vec()),
        by: by_name.clone(),
        student: Part::new(student_id.map(|id| id.as_bytes().to_vec())),
        detail: Part::new(detail.clone().map(String::into_bytes)),
    };
    let hash = link.hash_after(&before.map_or(BEGINNING, |head| head.hash));
    let row = params![
        link.id,
        at,
        link.staff,
        link.device,
        what,
        link.student.value,
        link.school,
        by_name,
        detail,
        link.student.salt,
        link.detail.salt,
        hash,
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
