//! Where the chain ends, kept in a file of its own beside the ledger: a row that is cut off the end leaves no trace in
//! the database, and shows because this file still names it.
//!
//! It is written after the commit and not flushed: a power cut leaves it some rows behind, never ahead. It moves on only
//! from a row that still stands, so that whoever cut the end off does not have it mended by the next page that is opened.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use daymark_sqlite::rusqlite::{Connection, OptionalExtension};

use super::chain::head;
use crate::store::StoreError;
use crate::store::audit::ChainHead;

/// The file's place.
pub(crate) fn beside(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".head");
    PathBuf::from(name)
}

/// What it says; `Ok(None)`: it is not there yet.
pub(crate) fn read(file: &Path) -> io::Result<Option<ChainHead>> {
    match std::fs::read_to_string(file) {
        Ok(text) => text.parse().map(Some).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Moves it on to the end of the chain, after a commit. What was committed stays so, whatever becomes of the file.
pub(crate) fn keep(db: &Connection, ledger: &Path, known: &Mutex<Option<ChainHead>>) {
    if let Err(error) = moved_on(db, &beside(ledger), known) {
        tracing::error!(
            "the end of the record of access could not be kept: {error}; run daymark-server doctor"
        );
    }
}

fn moved_on(db: &Connection, file: &Path, known: &Mutex<Option<ChainHead>>) -> Result<(), KeepError> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(end) = head(db)? else { return Ok(()) };
    if *known == Some(end) {
        return Ok(());
    }
    // Another process may have moved it meanwhile.
    let stands = match read(file)? {
        Some(kept) => still_stands(db, &kept)?,
        None => true,
    };
    *known = Some(end);
    if stands { Ok(write(file, &end)?) } else { Err(KeepError::CutOff) }
}

fn still_stands(db: &Connection, kept: &ChainHead) -> Result<bool, StoreError> {
    let sql = "SELECT hash = ?2 FROM access_event WHERE id = ?1";
    let same = db.prepare_cached(sql)?.query_row((kept.id, kept.hash), |row| row.get(0)).optional()?;
    Ok(same.unwrap_or(false))
}

/// Writes it whole: one line of one length, so that nothing of an earlier one is left.
pub(crate) fn write(file: &Path, end: &ChainHead) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    let line = format!("{:020}:{}\n", end.id, crate::auth::hex(&end.hash));
    crate::operations::folder::private(&mut options).open(file)?.write_all(line.as_bytes())
}

#[derive(Debug, thiserror::Error)]
enum KeepError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    File(#[from] io::Error),
    #[error("the row that it names is not there any more")]
    CutOff,
}
