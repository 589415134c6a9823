//! The beginnings of a school in SQLite.

use std::collections::BTreeSet;

use async_trait::async_trait;
use daymark_domain::{FirstStep, SchoolId};
use daymark_sqlite::rusqlite::params;

use super::SqliteStore;
use super::values::all;
use crate::store::StoreError;
use crate::store::home::HomeStore;

#[async_trait]
impl HomeStore for SqliteStore {
    async fn first_steps(&self, school: SchoolId) -> Result<BTreeSet<FirstStep>, StoreError> {
        self.read(move |db| {
            let steps = all(db, include_str!("first_steps.sql"), params![school.as_bytes()], |row| {
                let word: String = row.get(0)?;
                word.parse().map_err(|_| StoreError::Unreadable { what: "first step" })
            })?;
            Ok(steps.into_iter().collect())
        })
        .await
    }
}
