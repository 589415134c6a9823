//! Whatever points to a row that goes, goes with it: found by the references of the schema itself, so that a table that
//! somebody adds next year is not forgotten.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use daymark_sqlite::rusqlite::types::Value;
use daymark_sqlite::rusqlite::{Transaction, params};

use super::Rows;
use crate::operations::census::tables;
use crate::store::StoreError;
use crate::store::sqlite::values::all;

/// Columns that name a student, match or guardian even where no reference is declared (a projection's row may be written
/// before what it points to).
const BY_NAME: [(&str, &str); 3] =
    [("student_id", "student"), ("match_id", "match"), ("guardian_id", "guardian")];
/// Tells of students beside other things; its rows stay and forget whom they were about.
const STAYS: &str = "access_event";

/// Rows of a table by one column's value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::operations) struct Key {
    pub table: String,
    pub column: String,
    pub value: Value,
}

impl Key {
    pub(in crate::operations) fn of(table: &str, column: &str, id: [u8; 16]) -> Self {
        Self { table: table.to_owned(), column: column.to_owned(), value: Value::Blob(id.to_vec()) }
    }
    fn name(&self) -> String {
        format!("{}.{}={:?}", self.table, self.column, self.value)
    }
}

/// `child.column` points to `parent.key`.
struct Reference {
    child: String,
    column: String,
    parent: String,
    key: String,
}

/// Deletes the rows and all that point to them, at any distance.
pub(in crate::operations) fn erase_rows(tx: &Transaction<'_>, roots: Vec<Key>) -> Result<Rows, StoreError> {
    let references = references(tx)?;
    let doomed = doomed(tx, roots, &references)?;
    // In whatever order: at the end nothing points to what is gone.
    tx.pragma_update(None, "defer_foreign_keys", true)?;
    let mut rows = BTreeMap::new();
    for Key { table, column, value } in &doomed {
        let sql = format!("DELETE FROM \"{table}\" WHERE \"{column}\" = ?1");
        let gone = tx.prepare_cached(&sql)?.execute(params![value])?;
        if gone > 0 {
            *rows.entry(table.clone()).or_default() += gone as u64;
        }
    }
    Ok(rows)
}

fn doomed(tx: &Transaction<'_>, roots: Vec<Key>, references: &[Reference]) -> Result<Vec<Key>, StoreError> {
    let (mut seen, mut waiting, mut doomed) = (HashSet::new(), roots, Vec::new());
    while let Some(key) = waiting.pop() {
        if !seen.insert(key.name()) {
            continue;
        }
        let keys: BTreeSet<&str> =
            references.iter().filter(|to| to.parent == key.table).map(|to| to.key.as_str()).collect();
        for parent_key in keys {
            let sql = format!(
                "SELECT DISTINCT \"{parent_key}\" FROM \"{}\" WHERE \"{}\" = ?1 AND \"{parent_key}\" IS NOT NULL",
                key.table, key.column
            );
            let values: Vec<Value> = all(tx, &sql, params![key.value], |row| Ok(row.get(0)?))?;
            let children = references.iter().filter(|to| to.parent == key.table && to.key == parent_key);
            for child in children {
                waiting.extend(values.iter().map(|value| Key {
                    table: child.child.clone(),
                    column: child.column.clone(),
                    value: value.clone(),
                }));
            }
        }
        doomed.push(key);
    }
    Ok(doomed)
}

fn references(tx: &Transaction<'_>) -> Result<Vec<Reference>, StoreError> {
    let mut found = Vec::new();
    for child in tables(tx)?.into_iter().filter(|table| table != STAYS) {
        let declared = "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1) AS one
                        WHERE (SELECT count(*) FROM pragma_foreign_key_list(?1) AS other WHERE other.id = one.id) = 1";
        let declared = all(tx, declared, params![child], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let declared: Vec<(String, String, String)> = declared;
        let columns: Vec<String> =
            all(tx, "SELECT name FROM pragma_table_info(?1)", params![child], |row| Ok(row.get(0)?))?;
        for (column, parent) in BY_NAME {
            let there = columns.iter().any(|name| name == column);
            if there && !declared.iter().any(|(from, _, _)| from == column) {
                found.push(Reference {
                    child: child.clone(),
                    column: column.to_owned(),
                    parent: parent.to_owned(),
                    key: "id".to_owned(),
                });
            }
        }
        found.extend(declared.into_iter().map(|(column, parent, key)| Reference {
            child: child.clone(),
            column,
            parent,
            key,
        }));
    }
    Ok(found)
}

/// The triggers that keep rows from being changed or removed, set aside for this transaction. Erasing is what they must
/// not hinder, and nothing else is done meanwhile; a rollback brings them back by itself.
pub(in crate::operations) struct Unlocked(Vec<String>);

impl Unlocked {
    pub(in crate::operations) fn of(tx: &Transaction<'_>) -> Result<Self, StoreError> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%raise(ABORT%'";
        let found: Vec<(String, String)> = all(tx, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (name, _) in &found {
            tx.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
        }
        Ok(Self(found.into_iter().map(|(_, sql)| sql).collect()))
    }

    pub(in crate::operations) fn lock_again(&mut self, tx: &Transaction<'_>) -> Result<(), StoreError> {
        for sql in self.0.drain(..) {
            tx.execute_batch(&sql)?;
        }
        Ok(())
    }
}
