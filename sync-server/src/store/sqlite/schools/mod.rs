//! Schools in SQLite.

use async_trait::async_trait;
use daymark_domain::{SafetyContact, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::log::next_seq;
use super::values::{all, id, one, optional_day, run};
use crate::store::StoreError;
use crate::store::schools::{School, SchoolSettings, SchoolStore};

#[async_trait]
impl SchoolStore for SqliteStore {
    async fn schools(&self) -> Result<Vec<School>, StoreError> {
        self.read(|db| all(db, include_str!("all.sql"), [], school)).await
    }

    async fn school(&self, id: SchoolId) -> Result<Option<School>, StoreError> {
        self.read(move |db| by_id(db, id)).await
    }

    async fn school_by_sis_id(&self, sis_id: &str) -> Result<Option<School>, StoreError> {
        let sis_id = sis_id.to_owned();
        self.read(move |db| one(db, include_str!("by_sis_id.sql"), params![sis_id], school)).await
    }

    async fn set_school(&self, id: SchoolId, settings: SchoolSettings, at: i64) -> Result<(), StoreError> {
        self.write(move |tx| {
            next_seq(tx, id, "school", None, at)?;
            let SchoolSettings { time_zone, bell_minute } = settings;
            run(tx, include_str!("set.sql"), params![id.as_bytes(), time_zone, bell_minute])?;
            Ok(())
        })
        .await
    }

    async fn safety_contacts(&self, id: SchoolId) -> Result<Vec<SafetyContact>, StoreError> {
        self.read(move |db| safety_contacts(db, id)).await
    }

    async fn set_safety_contacts(
        &self,
        id: SchoolId,
        contacts: Vec<SafetyContact>,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            if safety_contacts(tx, id)? == contacts {
                return Ok(());
            }
            next_seq(tx, id, "school", None, at)?;
            run(tx, include_str!("remove_safety_contacts.sql"), params![id.as_bytes()])?;
            for (position, SafetyContact { name, role, phone }) in contacts.iter().enumerate() {
                let row = params![id.as_bytes(), position, name, role, phone];
                run(tx, include_str!("add_safety_contact.sql"), row)?;
            }
            Ok(())
        })
        .await
    }
}

/// Those of one school, in their order.
/// The school, inside of the transaction that needs it.
pub(crate) fn by_id(db: &Connection, id: SchoolId) -> Result<Option<School>, StoreError> {
    one(db, include_str!("by_id.sql"), params![id.as_bytes()], school)
}

pub(crate) fn safety_contacts(db: &Connection, id: SchoolId) -> Result<Vec<SafetyContact>, StoreError> {
    all(db, include_str!("safety_contacts.sql"), params![id.as_bytes()], |row| {
        Ok(SafetyContact { name: row.get(0)?, role: row.get(1)?, phone: row.get(2)? })
    })
}

fn school(row: &Row<'_>) -> Result<School, StoreError> {
    Ok(School {
        id: id(row, 0, SchoolId::from_bytes)?,
        sis_id: row.get(1)?,
        name: row.get(2)?,
        time_zone: row.get(3)?,
        bell_minute: row.get(4)?,
        recorded_through: optional_day(row, 5)?,
        last_calendar_day: optional_day(row, 6)?,
        seq: row.get(7)?,
    })
}
