//! Opening the phone's data, sound or not.
//!
//! What is damaged is set aside and never written to again. Pairing, unsent entries and what the server refused are taken
//! over into a new database, and everything else comes again from the school (`trust.md` 4, F5). A database that
//! was last open on another installation is a copy, and writes under another name (`sync.md` 3.6).

#[cfg(not(target_family = "wasm"))]
mod folder;
mod memory;
mod rescue;
mod spare;

use std::path::Path;

use daymark_sqlite::rusqlite::{Connection, ErrorCode};
use daymark_sqlite::{DatabaseKey, OpenError};

#[cfg(not(target_family = "wasm"))]
pub use self::folder::Folder;
pub use self::memory::Memory;
pub(crate) use self::spare::Spare;
use crate::api::Failure;
use crate::core::{Clock, Core};
use crate::storage::{MIGRATIONS, StorageError, phone, projection};

/// Where the data lies: a folder, or the browser's file pool.
pub trait Place {
    /// The database in use.
    fn database(&self) -> &Path;
    /// The second copy of what must not be lost; none where a second file costs too much at every tap.
    fn spare(&self) -> Option<&Path>;
    /// Whether every page is looked at whenever the data is opened. Otherwise only when something could not be read or
    /// written the last time: where it takes longer than a mentor waits for the first screen.
    fn always_looks(&self) -> bool;
    /// Puts the damaged database out of the way, kept under another name; `database` leads to an empty place after it.
    ///
    /// # Errors
    /// What the platform says.
    fn set_aside(&mut self, now: i64) -> Result<(), String>;
    /// Drops a spare copy that cannot be read.
    ///
    /// # Errors
    /// What the platform says.
    fn drop_spare(&mut self) -> Result<(), String>;
    /// What removes all databases that were put out of the way so far.
    fn damaged(&self) -> Damaged;
    /// The lock's own file; `None`: in memory.
    fn lock(&self) -> Option<&Path>;
    /// Whether nothing here outlives the app.
    fn is_memory(&self) -> bool {
        false
    }
    /// Removes every file that holds data, damaged ones that were kept too, once nobody has them open. What is left of them.
    fn remove_all(&mut self) -> Vec<String>;
}

/// Removes the damaged databases for good, or says why it cannot.
pub type Damaged = Box<dyn Fn() -> Result<(), String>>;

/// Opens the phone's data. `install` is what only this installation knows, and no backup carries.
///
/// # Errors
/// `Unreadable` when nothing can be opened: no right to the files, no room, written by a newer version.
pub fn open(
    place: &mut impl Place,
    key: &DatabaseKey,
    install: Option<&[u8]>,
    clock: Clock,
) -> Result<Core, Failure> {
    open_with(place, Some(key), install, clock)
}

/// Without a key what lies on the disk can be read: only for the test that looks for what must not be there.
pub(crate) fn open_with(
    place: &mut impl Place,
    key: Option<&DatabaseKey>,
    install: Option<&[u8]>,
    clock: Clock,
) -> Result<Core, Failure> {
    let unreadable = |error: &dyn std::fmt::Display| Failure::Unreadable(error.to_string());
    let db = match sound(place, key).and_then(|db| spare::completed(db, place, key)) {
        Ok(db) => db,
        Err(Trouble::Other(reason)) => return Err(unreadable(&reason)),
        Err(Trouble::Damaged(_)) => {
            let saved = rescue::rescue(place, key);
            place.set_aside(clock()).map_err(|error| unreadable(&error))?;
            let mut db = sound(place, key).map_err(|error| unreadable(&error))?;
            rescue::take_over(&mut db, saved, clock()).map_err(|error| unreadable(&error))?;
            db
        }
    };
    let mut core = Core::new(db, clock);
    if let Some(install) = install {
        core.settle_install(install).map_err(StorageError::unreadable)?;
    }
    core.spare = Spare::begin(&mut core.db, place, key);
    core.damaged = Some(place.damaged());
    Ok(core)
}

/// Why a database does not open.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    /// What is there cannot be trusted.
    #[error("the data is damaged: {0}")]
    Damaged(String),
    /// Nothing is wrong with the file that another one would mend.
    #[error("{0}")]
    Other(String),
}

impl From<OpenError> for Trouble {
    fn from(error: OpenError) -> Self {
        let text = error.to_string();
        match error {
            OpenError::Sqlite(source) => source.into(),
            OpenError::Migration { source, .. } if !is_passing(&source) => Self::Damaged(text),
            _ => Self::Other(text),
        }
    }
}

impl From<daymark_sqlite::rusqlite::Error> for Trouble {
    fn from(error: daymark_sqlite::rusqlite::Error) -> Self {
        if is_damage(&error) { Self::Damaged(error.to_string()) } else { Self::Other(error.to_string()) }
    }
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Sqlite(source) => source.into(),
            StorageError::Record(record) => Self::Damaged(record.to_string()),
        }
    }
}

/// A page that is not what was written: SQLCipher's seal is broken, SQLite's structure is, or a value is none of ours.
fn is_damage(error: &daymark_sqlite::rusqlite::Error) -> bool {
    use daymark_sqlite::rusqlite::Error;
    match error {
        Error::FromSqlConversionFailure(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::InvalidColumnType(..)
        | Error::Utf8Error(..) => true,
        other => matches!(
            other.sqlite_error_code(),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown)
        ),
    }
}

/// Room, rights, somebody else's lock: what goes by without another file.
fn is_passing(error: &daymark_sqlite::rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::CannotOpen
                | ErrorCode::OutOfMemory
        )
    )
}

/// Where in the database's first page it is written that something could not be read or written: a number that is for
/// the application's own use.
const DOUBT: &str = "application_id";

/// Opens the database and migrates it, and looks at every page where that is called for.
fn sound(place: &impl Place, key: Option<&DatabaseKey>) -> Result<Connection, Trouble> {
    let mut db = daymark_sqlite::open(place.database(), key, MIGRATIONS)?;
    let doubted = db.pragma_query_value(None, DOUBT, |row| row.get::<_, i64>(0))? != 0;
    if doubted || place.always_looks() {
        check(&db)?;
        db.pragma_update(None, DOUBT, 0)?;
    }
    projection::catch_up(&mut db)?;
    phone::get(&db)?;
    Ok(db)
}

/// Each page's seal is checked where it is read, so a walk over all of them finds any that was changed.
fn check(db: &Connection) -> Result<(), Trouble> {
    let says: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if says == "ok" { Ok(()) } else { Err(Trouble::Damaged(says)) }
}

impl Core {
    /// Something could not be read or written: every page is looked at when the data is opened next. Where not even this
    /// can be written there is nothing to be done about it.
    pub(crate) fn doubt_the_disk(&self) {
        let _ = self.db.pragma_update(None, DOUBT, 1);
    }

    /// A database from another installation is a copy: before it writes anything it takes another name, and what the
    /// other copy has sent meanwhile is fetched.
    fn settle_install(&mut self, install: &[u8]) -> Result<(), StorageError> {
        let Some(mut paired) = phone::get(&self.db)? else { return Ok(()) };
        let known = phone::install(&self.db)?;
        if known.as_deref() == Some(install) {
            return Ok(());
        }
        self.change(|tx| {
            if known.is_some() {
                phone::next_generation(tx, &mut paired)?;
                phone::set_cursor(tx, paired.log_id, 0)?;
            }
            Ok(phone::set_install(tx, install)?)
        })
    }
}
