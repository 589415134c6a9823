//! Whether the record of access still stands as it was written.

use daymark_sqlite::rusqlite::Connection;

use super::folder::DataFolder;
use super::{OperationError, failed};
use crate::store::audit::ChainHead;
use crate::store::sqlite::{chain, chain_verify, kept_head};

/// Walks the whole record, past the end that is kept beside the ledger and past those heads that somebody else kept. Where
/// it ends; none while nothing was noted.
pub fn verify(folder: &DataFolder, heads: &[ChainHead]) -> Result<Option<ChainHead>, OperationError> {
    let db = Connection::open(folder.database())?;
    db.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;")?;
    verify_in(&db, folder, heads)
}

/// The same, of a database that is open already.
pub(super) fn verify_in(
    db: &Connection,
    folder: &DataFolder,
    heads: &[ChainHead],
) -> Result<Option<ChainHead>, OperationError> {
    // Before the rows: a server that runs beside this adds rows and moves the file.
    let kept = kept_head::read(&folder.kept_head()).ok().flatten();
    let no_head = || OperationError::NoHead(folder.kept_head());
    let known: Vec<ChainHead> = heads.iter().copied().chain(kept).collect();
    let end = holds(db, &known)?;
    if end.is_some() && known.is_empty() { Err(no_head()) } else { Ok(end) }
}

/// Whether the chain holds and passes through these.
pub(super) fn holds(db: &Connection, heads: &[ChainHead]) -> Result<Option<ChainHead>, OperationError> {
    Ok(chain_verify::verify(db, heads)??)
}

/// A folder that was made of a backup: its record ends where the backup's did, and one row later.
pub(super) fn begin_anew(folder: &DataFolder) -> Result<(), OperationError> {
    let db = Connection::open(folder.database())?;
    let Some(end) = chain::head(&db)? else { return Ok(()) };
    let file = folder.kept_head();
    kept_head::write(&file, &end).map_err(failed("cannot write", &file))
}
