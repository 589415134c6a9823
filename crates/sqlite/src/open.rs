//! One way in for every database file.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::migrations::{Migration, migrate};

/// A raw 256-bit SQLCipher key. Never derived from a passphrase here, never printed.
#[derive(Clone)]
pub struct DatabaseKey(pub [u8; 32]);

impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseKey(‹redacted›)")
    }
}

/// Why a database did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite said no: the disk, the key, or damage.
    #[error("the database could not be opened: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// This build has no SQLCipher, so the key would be ignored in silence.
    #[error("this build cannot encrypt its database")]
    NoCipher,
    /// The file was written by a newer version.
    #[error("the database has version {found}, this program knows up to {known}: update the program")]
    FromTheFuture {
        /// The file's version.
        found: u32,
        /// The newest that this program knows.
        known: u32,
    },
    /// A step of the ladder failed; nothing was changed.
    #[error("migration {name} failed: {source}")]
    Migration {
        /// Which step.
        name: &'static str,
        /// Why.
        source: rusqlite::Error,
    },
}

/// Opens (or makes) the file, unlocks it, sets the pragmas and climbs the migrations.
///
/// With a key the file is encrypted by SQLCipher; a build without it is refused rather than left in the clear.
pub fn open(path: &Path, key: Option<&DatabaseKey>, steps: &[Migration]) -> Result<Connection, OpenError> {
    prepare(Connection::open(path)?, key, steps)
}

/// Opens a file as it is, for whoever looks into one that may be damaged: nothing is made, set or migrated.
pub fn open_as_it_is(path: &Path, key: Option<&DatabaseKey>) -> Result<Connection, OpenError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if let Some(key) = key {
        unlock(&db, key)?;
    }
    if cfg!(target_family = "wasm") {
        // As in `prepare`: the browser's file pool has no shared memory, and a WAL is not readable without it.
        db.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
    }
    Ok(db)
}

/// Adds a second file, under a name of its own and the same key, with the same promise: a commit is on disk.
pub fn attach(db: &Connection, path: &Path, name: &str, key: Option<&DatabaseKey>) -> Result<(), OpenError> {
    let key = key.map_or_else(String::new, |key| format!("x'{}'", hex(key)));
    db.execute(&format!("ATTACH DATABASE ?1 AS {name} KEY ?2"), (path.to_string_lossy(), key))?;
    db.pragma_update_and_check(Some(name), "journal_mode", "WAL", |_| Ok(()))?;
    db.pragma_update(Some(name), "synchronous", "FULL")?;
    Ok(db.pragma_update(Some(name), "secure_delete", true)?)
}

/// A database that lives and dies with the process: for tests of SQL, never for a mentor's entries.
pub fn open_in_memory(steps: &[Migration]) -> Result<Connection, OpenError> {
    prepare(Connection::open_in_memory()?, None, steps)
}

fn prepare(
    mut db: Connection,
    key: Option<&DatabaseKey>,
    steps: &[Migration],
) -> Result<Connection, OpenError> {
    if let Some(key) = key {
        unlock(&db, key)?;
    }
    if cfg!(target_family = "wasm") {
        // The browser's file pool has no shared memory (`platform.md` 3.2); a connection that is alone for good needs
        // none for its WAL, and a commit is then one write and one flush.
        db.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
    }
    db.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    db.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA busy_timeout = 5000;",
    )?;
    #[cfg(feature = "weakened")]
    if crate::weakened::is(crate::weakened::FLUSHES_LESS) {
        db.execute_batch("PRAGMA synchronous = NORMAL")?;
    }
    db.set_prepared_statement_cache_capacity(128);
    migrate(&mut db, steps)?;
    Ok(db)
}

fn hex(DatabaseKey(bytes): &DatabaseKey) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unlock(db: &Connection, key: &DatabaseKey) -> Result<(), OpenError> {
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex(key)))?;
    let cipher: Option<String> = db.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    cipher.map(|_| ()).ok_or(OpenError::NoCipher)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &[Migration] =
        &[Migration { name: "0001_first", sql: "CREATE TABLE word (text TEXT NOT NULL) STRICT;" }];

    #[test]
    fn a_database_from_a_newer_version_is_refused_and_left_alone() {
        let db = Connection::open_in_memory().unwrap();
        db.pragma_update(None, "user_version", 7).unwrap();
        assert!(matches!(prepare(db, None, STEPS), Err(OpenError::FromTheFuture { found: 7, known: 1 })));
    }

    #[test]
    fn a_failing_step_leaves_the_database_where_it_was() {
        let broken = [STEPS[0], Migration { name: "0002_broken", sql: "CREATE TABLE word (x);" }];
        let mut db = Connection::open_in_memory().unwrap();
        assert!(matches!(migrate(&mut db, &broken), Err(OpenError::Migration { name: "0002_broken", .. })));
        let version: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 0);
    }

    #[test]
    fn sqlite_is_past_the_version_that_could_corrupt_a_wal() {
        // 3.7.0 to 3.51.2 could with two connections (`trust.md` section 6).
        assert!(rusqlite::version_number() >= 3_051_003);
    }
}
