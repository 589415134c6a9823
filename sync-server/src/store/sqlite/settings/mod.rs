//! Settings in SQLite.

use async_trait::async_trait;
use daymark_domain::SchoolId;
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::values::{all, optional_day, run};
use crate::store::StoreError;
use crate::store::settings::{NewSetting, Setting, SettingStore};

#[async_trait]
impl SettingStore for SqliteStore {
    async fn settings(&self) -> Result<Vec<Setting>, StoreError> {
        self.read(settings).await
    }

    async fn add_setting(&self, new: NewSetting) -> Result<i64, StoreError> {
        self.write(move |tx| {
            let NewSetting { school_id, key, value, from, at, by } = new;
            let school = school_id.map(|id| *id.as_bytes());
            let row = params![school, key, value, from.map(|day| day.number()), at, by];
            run(tx, include_str!("add.sql"), row)?;
            Ok(tx.last_insert_rowid())
        })
        .await
    }
}

/// All of them, inside of the transaction that needs them.
pub(crate) fn settings(db: &Connection) -> Result<Vec<Setting>, StoreError> {
    all(db, include_str!("all.sql"), [], setting)
}

fn setting(row: &Row<'_>) -> Result<Setting, StoreError> {
    Ok(Setting {
        version: row.get(0)?,
        school_id: row.get::<_, Option<[u8; 16]>>(1)?.map(SchoolId::from_bytes),
        key: row.get(2)?,
        value: row.get(3)?,
        from: optional_day(row, 4)?,
        set_at: row.get(5)?,
        set_by: row.get(6)?,
    })
}
