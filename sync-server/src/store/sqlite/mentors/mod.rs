//! Mentors in SQLite.

pub(crate) mod facts;

use async_trait::async_trait;
use daymark_domain::{MentorId, SchoolId};
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::access::settle_now;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::mentors::{MentorStore, MentorSummary, NewMentor};

#[async_trait]
impl MentorStore for SqliteStore {
    async fn mentors(&self, school: SchoolId) -> Result<Vec<MentorSummary>, StoreError> {
        self.read(move |db| all(db, include_str!("of_school.sql"), params![school.as_bytes()], mentor)).await
    }

    async fn mentor(&self, school: SchoolId, id: MentorId) -> Result<Option<MentorSummary>, StoreError> {
        self.read(move |db| {
            one(db, include_str!("one.sql"), params![school.as_bytes(), id.as_bytes()], mentor)
        })
        .await
    }

    async fn add_mentor(&self, new: NewMentor) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewMentor { id, school_id, name, at } = new;
            run(tx, include_str!("add.sql"), params![id.as_bytes(), school_id.as_bytes(), name, at])?;
            // Writes down what the mentor waits for, under the number that phones learn of the mentor by.
            settle_now(tx, school_id, at)
        })
        .await
    }
}

fn mentor(row: &Row<'_>) -> Result<MentorSummary, StoreError> {
    Ok(MentorSummary {
        id: id(row, 0, MentorId::from_bytes)?,
        name: row.get(1)?,
        active_matches: row.get(2)?,
        phones: row.get(3)?,
        last_sync_at: row.get(4)?,
    })
}
