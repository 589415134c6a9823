//! Frozen reports in SQLite.

use async_trait::async_trait;
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::values::{all, day, one, run};
use crate::store::StoreError;
use crate::store::snapshots::{Face, NewSnapshot, Snapshot, SnapshotStore};

#[async_trait]
impl SnapshotStore for SqliteStore {
    async fn add_snapshot(&self, new: NewSnapshot) -> Result<i64, StoreError> {
        self.write(move |tx| add(tx, &new)).await
    }

    async fn snapshots(&self) -> Result<Vec<Snapshot>, StoreError> {
        self.read(|db| all(db, include_str!("all.sql"), [], snapshot)).await
    }

    async fn snapshot_bytes(&self, id: i64, face: Face) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = match face {
            Face::Json => include_str!("json.sql"),
            Face::Csv => include_str!("csv.sql"),
        };
        self.read(move |db| one(db, sql, params![id], |row| Ok(row.get(0)?))).await
    }
}

/// Keeps a report inside of the transaction that it belongs to; its number.
pub(super) fn add(tx: &Connection, new: &NewSnapshot) -> Result<i64, StoreError> {
    let NewSnapshot { report, school_id, as_of, rule_version, inputs, json, csv, at, by } = new;
    let school = school_id.map(|id| *id.as_bytes());
    let row = params![report, school, as_of.number(), rule_version, inputs, json, csv, at, by];
    run(tx, include_str!("add.sql"), row)?;
    Ok(tx.last_insert_rowid())
}

fn snapshot(row: &Row<'_>) -> Result<Snapshot, StoreError> {
    Ok(Snapshot {
        id: row.get(0)?,
        report: row.get(1)?,
        school_sis_id: row.get(2)?,
        as_of: day(row, 3)?,
        rule_version: row.get(4)?,
        inputs: row.get(5)?,
        frozen_at: row.get(6)?,
        frozen_by: row.get(7)?,
    })
}
