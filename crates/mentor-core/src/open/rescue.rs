//! What must not be lost with a damaged database: the pairing, the outbox, and what the server refused.

use std::path::Path;

use daymark_sqlite::rusqlite::types::Value;
use daymark_sqlite::rusqlite::{Connection, Result, Row, Transaction, params, params_from_iter};
use daymark_sqlite::{DatabaseKey, open_as_it_is};

use super::Place;
use crate::storage::mishap::{self, Damage};
use crate::storage::{StorageError, phone};

/// Of a database whose own count cannot be read: so many places are looked at.
const PLACES_MAX: i64 = 1_000;

/// A row with the names of its columns: of whichever version wrote it.
pub(super) type Named = Vec<(String, Value)>;

/// What could be read.
#[derive(Debug, Default)]
pub(super) struct Saved {
    phone: Option<Named>,
    changes: Vec<Named>,
    /// Unsent changes that are known to have been there and cannot be read.
    lost: u32,
}

/// Reads what can be read, from the spare copy and from the damaged file, row by row.
pub(super) fn rescue(place: &impl Place, key: Option<&DatabaseKey>) -> Saved {
    let mut saved = place.spare().map(|spare| read(spare, key)).unwrap_or_default();
    let had_spare = saved.phone.is_some();
    let damaged = read(place.database(), key);
    saved.phone = saved.phone.or(damaged.phone);
    for change in damaged.changes {
        let same = |known: &Named| {
            ["match_id", "hash"].iter().all(|name| value(known, name) == value(&change, name))
        };
        if !saved.changes.iter().any(same) {
            saved.changes.push(change);
        }
    }
    // What the damaged file cannot give is in the spare copy, unless that is gone as well.
    saved.lost = if had_spare { 0 } else { damaged.lost };
    saved
}

pub(super) fn value<'n>(row: &'n Named, column: &str) -> Option<&'n Value> {
    row.iter().find(|(name, _)| name == column).map(|(_, value)| value)
}

fn read(path: &Path, key: Option<&DatabaseKey>) -> Saved {
    let mut reader = Reader { path, key, db: None };
    // Without its list of tables nothing can be asked for.
    if reader.number("SELECT count(*) FROM sqlite_schema").is_err() {
        return Saved::default();
    }
    let phone = reader.row("SELECT * FROM phone", 0).ok().flatten();
    let last = reader.number("SELECT max(position) FROM change");
    let (mut changes, mut lost) = (Vec::new(), 0);
    let unsent = "SELECT * FROM change WHERE position = ?1 AND state <> 'sent'";
    for position in 1..=last.unwrap_or(PLACES_MAX) {
        match reader.row(unsent, position) {
            Ok(found) => changes.extend(found),
            Err(_) => lost += u32::from(last.is_ok() && reader.is_unsent(position)),
        }
    }
    Saved { phone, changes, lost }
}

/// Reads one row at a time. A broken seal stops a connection for good, so each failure takes a new one.
struct Reader<'a> {
    path: &'a Path,
    key: Option<&'a DatabaseKey>,
    db: Option<Connection>,
}

impl Reader<'_> {
    fn with<T>(&mut self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T, ()> {
        let db = match self.db.take() {
            Some(db) => db,
            None => open_as_it_is(self.path, self.key).map_err(drop)?,
        };
        let found = read(&db).map_err(drop)?;
        self.db = Some(db);
        Ok(found)
    }

    fn row(&mut self, sql: &str, position: i64) -> Result<Option<Named>, ()> {
        self.with(|db| {
            let mut statement = db.prepare_cached(sql)?;
            let wanted = params![position];
            let mut rows = match statement.parameter_count() {
                0 => statement.query([])?,
                _ => statement.query(wanted)?,
            };
            rows.next()?.map(named).transpose()
        })
    }

    fn number(&mut self, sql: &str) -> Result<i64, ()> {
        self.with(|db| db.query_row(sql, [], |row| Ok(row.get::<_, Option<i64>>(0)?.unwrap_or(0))))
    }

    /// The list of what waits lies on pages of its own, and may say so where the row itself is gone. Where it cannot
    /// either, the row counts as lost.
    fn is_unsent(&mut self, position: i64) -> bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM change INDEXED BY change_outbox WHERE state <> 'sent' AND rowid = ?1)";
        self.with(|db| db.query_row(sql, params![position], |row| row.get(0))).unwrap_or(true)
    }
}

pub(super) fn named(row: &Row<'_>) -> Result<Named> {
    let names: Vec<String> = row.as_ref().column_names().map(str::to_owned).collect();
    names.into_iter().zip(0..).map(|(name, column)| Ok((name, row.get(column)?))).collect()
}

/// Puts what was saved into a new database, which writes under another name from here on, and remembers what happened.
pub(super) fn take_over(db: &mut Connection, saved: Saved, now: i64) -> Result<(), StorageError> {
    let tx = db.transaction()?;
    let paired = saved.phone.is_some();
    if let Some(row) = &saved.phone {
        insert(&tx, "phone", row)?;
    }
    let rescued = u32::try_from(saved.changes.len()).unwrap_or(u32::MAX);
    for mut change in saved.changes {
        // Its place is given anew: the rows may come from two files.
        change.retain(|(name, _)| name != "position");
        insert(&tx, "change", &change)?;
    }
    if let Some(mut phone) = phone::get(&tx)? {
        phone::next_generation(&tx, &mut phone)?;
        phone::set_cursor(&tx, None, 0)?;
    }
    mishap::add(&tx, Damage { at: now, rescued, lost: saved.lost, paired })?;
    tx.commit()?;
    Ok(())
}

/// Adds a row with the columns that both versions know. `false`: it is there already.
pub(super) fn insert(tx: &Transaction<'_>, table: &str, row: &Named) -> Result<bool> {
    let mut columns = tx.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let known: Vec<String> = columns.query_map([table], |row| row.get(0))?.collect::<Result<_>>()?;
    let row: Vec<_> = row.iter().filter(|(name, _)| known.contains(name)).collect();
    let names: Vec<String> = row.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let marks: Vec<&str> = row.iter().map(|_| "?").collect();
    let sql = format!("INSERT OR IGNORE INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", "));
    Ok(tx.execute(&sql, params_from_iter(row.iter().map(|(_, value)| value)))? > 0)
}
