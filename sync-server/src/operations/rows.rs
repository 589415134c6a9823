//! The team's rows against the match records that they are made from. A row that is not as the records make it is
//! damage, or a mistake of an earlier version; it is found here, and written anew when somebody says so.

use daymark_domain::SchoolId;
use daymark_sqlite::rusqlite::{Connection, Transaction, params};

use super::OperationError;
use super::folder::DataFolder;
use crate::store::StoreError;
use crate::store::sqlite::SqliteStore;
use crate::store::sqlite::sync::{PROJECTIONS, rebuild};
use crate::store::sqlite::values::{all, id};

/// How many rows are there that the records do not make, or are missing, by table; tables that are right are left out.
/// Only reads, and holds up nobody: the rows are made in tables of this connection alone, which hide those of the same
/// name.
///
/// # Errors
/// A database or record that cannot be read.
pub fn differing(folder: &DataFolder) -> Result<Vec<(&'static str, u64)>, OperationError> {
    let mut db = Connection::open(folder.database())?;
    db.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;")?;
    let tx = db.transaction()?;
    for table in PROJECTIONS {
        let find = "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?1";
        let made: String = tx.query_row(find, params![table], |row| row.get(0))?;
        tx.execute_batch(&made.replacen("CREATE TABLE", "CREATE TEMP TABLE", 1))?;
    }
    for school in schools(&tx)? {
        rebuild(&tx, school)?;
    }
    let mut found = Vec::new();
    for table in PROJECTIONS {
        let rows = |one: &str, other: &str| {
            let sql = format!(
                "SELECT count(*) FROM (SELECT * FROM {one}.{table} EXCEPT SELECT * FROM {other}.{table})"
            );
            tx.query_row(&sql, [], |row| row.get::<_, u64>(0))
        };
        // A row that says something else is in both counts.
        let wrong = rows("main", "temp")?.max(rows("temp", "main")?);
        if wrong > 0 {
            found.push((table, wrong));
        }
    }
    Ok(found)
}

/// Writes the rows of every school anew from its records, a transaction a school; a server may run meanwhile, and waits.
///
/// # Errors
/// A record that cannot be read: the rows of its school stay as they are.
pub fn write_anew(folder: &DataFolder) -> Result<(), OperationError> {
    let store = SqliteStore::open_keeping(folder.path(), &folder.ledger())?;
    for school in store.write_blocking(schools)? {
        store.write_blocking(|tx| rebuild(tx, school))?;
    }
    Ok(())
}

fn schools(tx: &Transaction<'_>) -> Result<Vec<SchoolId>, StoreError> {
    all(tx, "SELECT id FROM school", [], |row| id(row, 0, SchoolId::from_bytes))
}
