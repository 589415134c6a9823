//! That the school shut this phone out, and what is left to tell it.

use daymark_protocol::access::Leaving;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

/// Who tells the school that nothing is here any more.
pub(crate) struct Untold {
    /// This phone's name of before.
    pub device_id: [u8; 16],
    /// The secret half of its key.
    pub signing_key: [u8; 32],
    /// Where the school's server is.
    pub server: String,
    /// The key that was pinned.
    pub server_key: [u8; 32],
}

/// Whether this phone was cleared by the school, and how.
pub(crate) fn action(db: &Connection) -> Result<Option<Leaving>> {
    let word: Option<String> =
        db.prepare_cached(include_str!("action.sql"))?.query_row([], |row| row.get(0)).optional()?;
    Ok(word.as_deref().and_then(Leaving::of_word))
}

/// What is still to be told.
pub(crate) fn untold(db: &Connection) -> Result<Option<Untold>> {
    db.prepare_cached(include_str!("untold.sql"))?
        .query_row([], |row| {
            Ok(Untold {
                device_id: row.get(0)?,
                signing_key: row.get(1)?,
                server: row.get(2)?,
                server_key: row.get(3)?,
            })
        })
        .optional()
}

/// Writes down that it happened.
pub(crate) fn set(tx: &Transaction<'_>, action: Leaving, at: i64, untold: &Untold) -> Result<()> {
    let Untold { device_id, signing_key, server, server_key } = untold;
    let row = params![action.word(), at, device_id, signing_key, server, server_key];
    tx.execute(include_str!("set.sql"), row)?;
    Ok(())
}

/// The school knows. The key goes with it.
pub(crate) fn told(tx: &Transaction<'_>) -> Result<()> {
    tx.execute(include_str!("told.sql"), [])?;
    Ok(())
}

/// Paired again: it is over.
pub(crate) fn clear(tx: &Transaction<'_>) -> Result<()> {
    tx.execute(include_str!("clear.sql"), [])?;
    Ok(())
}

/// Takes every row out of every table of this database and of its spare copy. A new table is part of it by itself.
pub(crate) fn empty(tx: &Transaction<'_>) -> Result<()> {
    let schemas = rows(tx, "SELECT name FROM pragma_database_list WHERE name <> 'temp'")?;
    for schema in schemas {
        let tables = format!(
            "SELECT name FROM {schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        );
        for table in rows(tx, &tables)? {
            tx.execute_batch(&format!("DELETE FROM {schema}.\"{table}\""))?;
        }
    }
    Ok(())
}

/// Lets go of every page that held something: rows are overwritten when they are deleted (`secure_delete`), and this
/// takes free pages and the write-ahead log away.
pub(crate) fn let_go(db: &Connection) -> Result<()> {
    for schema in rows(db, "SELECT name FROM pragma_database_list WHERE name <> 'temp'")? {
        db.execute_batch(&format!("VACUUM {schema}"))?;
    }
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

fn rows(db: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = db.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}
