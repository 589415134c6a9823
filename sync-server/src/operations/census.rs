//! What a database holds, counted: by which two copies are told to be the same.

use std::collections::BTreeMap;

use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::types::ValueRef;
use daymark_sqlite::rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{OperationError, hex};
use crate::store::StoreError;
use crate::store::sqlite::sync::{PROJECTIONS, record_of};
use crate::store::sqlite::values::{all, id};

/// Rows by table, and the canonical hash of every match record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Census {
    /// How many rows.
    pub tables: BTreeMap<String, u64>,
    /// Match to canonical hash, both in hexadecimal; a match without entries is not there.
    pub records: BTreeMap<String, String>,
}

impl Census {
    /// Counts everything and reads every record.
    pub fn of(db: &Connection) -> Result<Self, StoreError> {
        let mut census = Self { tables: Self::counts(db)?, records: BTreeMap::new() };
        let matches = "SELECT DISTINCT match_id FROM change ORDER BY 1";
        for match_id in all(db, matches, [], |row| id(row, 0, MatchId::from_bytes))? {
            let hash = record_of(db, match_id)?.canonical_hash();
            census.records.insert(hex(match_id.as_bytes()), hex(&hash));
        }
        Ok(census)
    }

    /// Rows by table.
    pub fn counts(db: &Connection) -> Result<BTreeMap<String, u64>, StoreError> {
        let counted = tables(db)?.into_iter().map(|table| {
            let rows = db.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?;
            Ok((table, rows))
        });
        counted.collect()
    }

    /// How many rows there are in all.
    pub fn rows(&self) -> u64 {
        self.tables.values().sum()
    }

    /// In words, where the two differ; empty when they are the same.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        let names = self.tables.keys().chain(other.tables.keys()).collect::<std::collections::BTreeSet<_>>();
        for name in names {
            let (here, there) = (self.tables.get(name), other.tables.get(name));
            if here != there {
                let said = |rows: Option<&u64>| rows.map_or("missing".to_owned(), |rows| rows.to_string());
                found.push(format!("table {name}: {} rows, expected {}", said(there), said(here)));
            }
        }
        let records = self.records.iter().filter(|(key, hash)| other.records.get(*key) != Some(hash));
        found.extend(records.map(|(key, _)| format!("the record of match {key} is another one")));
        let added = other.records.keys().filter(|key| !self.records.contains_key(*key));
        found.extend(added.map(|key| format!("the record of match {key} is not in the manifest")));
        found
    }
}

/// Our own tables.
pub(super) fn tables(db: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";
    all(db, sql, [], |row| Ok(row.get(0)?))
}

/// One hash over every row that is projected from the match records.
pub(crate) fn projections_hash(db: &Connection) -> Result<[u8; 32], StoreError> {
    let mut hash = Sha256::new();
    for table in PROJECTIONS {
        hash.update(table.as_bytes());
        hash_rows(db, table, &mut hash)?;
    }
    Ok(hash.finalize().into())
}

fn hash_rows(db: &Connection, table: &str, hash: &mut Sha256) -> Result<(), StoreError> {
    let columns: u32 =
        db.query_row("SELECT count(*) FROM pragma_table_info(?1)", params![table], |row| row.get(0))?;
    let order = (1..=columns).map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
    let mut rows = db.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY {order}"))?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns as usize {
            hash_value(row.get_ref(column)?, hash);
        }
    }
    Ok(())
}

fn hash_value(value: ValueRef<'_>, hash: &mut Sha256) {
    let (kind, bytes): (u8, Vec<u8>) = match value {
        ValueRef::Null => (0, Vec::new()),
        ValueRef::Integer(number) => (1, number.to_le_bytes().to_vec()),
        ValueRef::Real(number) => (2, number.to_le_bytes().to_vec()),
        ValueRef::Text(text) => (3, text.to_vec()),
        ValueRef::Blob(blob) => (4, blob.to_vec()),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(&bytes);
}

/// SQLite's own two checks, in words; empty when nothing is wrong.
pub fn integrity(db: &Connection) -> Result<Vec<String>, OperationError> {
    let mut found: Vec<String> = all(db, "PRAGMA integrity_check(20)", [], |row| Ok(row.get(0)?))?;
    found.retain(|line| line != "ok");
    let broken = all(db, "PRAGMA foreign_key_check", [], |row| {
        Ok(format!(
            "a row of {} points to a row of {} that is not there",
            row.get::<_, String>(0)?,
            row.get::<_, String>(2)?
        ))
    })?;
    found.extend(broken.into_iter().take(20));
    Ok(found)
}
