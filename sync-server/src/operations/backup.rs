//! A backup: everything but what lives for an hour, as it stood at one moment, encrypted to whoever may restore it. It may
//! be taken while a server runs.

use std::fs;
use std::path::{Path, PathBuf};

use daymark_sqlite::rusqlite::{Connection, params};

use super::census::Census;
use super::folder::DataFolder;
use super::manifest::{FORMAT, Manifest};
use super::{OperationError, archive, failed, keys};
use crate::store::audit::AccessEvent;
use crate::store::sqlite::{SqliteStore, chain};

/// What the record of access calls it; the newest is when the last backup was made.
pub(crate) const BACKUP_MADE: &str = "backup_made";
/// What the record of access calls a restore that was practised.
pub(crate) const RESTORE_DRILLED: &str = "restore_drilled";

/// What was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Where.
    pub file: PathBuf,
    /// Of the whole encrypted file, in hexadecimal.
    pub sha256: String,
    /// How long the file is.
    pub bytes: u64,
    /// What it holds.
    pub manifest: Manifest,
    /// How many keys open it.
    pub recipients: usize,
}

/// Backs the folder up into a new file. `by` is noted in the record of access, at the moment `at`.
pub fn make(
    folder: &DataFolder,
    to: &Path,
    named: &[String],
    by: &str,
    at: i64,
) -> Result<Made, OperationError> {
    let made = make_unnoted(folder, to, named, at)?;
    let detail = format!("sha256 {}", &made.sha256);
    note(folder, AccessEvent::by_command(at, by.to_owned(), None, BACKUP_MADE, detail))?;
    Ok(made)
}

/// As [`make`], for a drill: nobody shall think that there is a backup.
pub(super) fn make_unnoted(
    folder: &DataFolder,
    to: &Path,
    named: &[String],
    at: i64,
) -> Result<Made, OperationError> {
    let recipients = keys::recipients(folder, named)?;
    if to.exists() {
        return Err(OperationError::Exists(to.to_owned()));
    }
    let workspace = folder.workspace()?;
    let copy = workspace.path().join("daymark.sqlite");
    copy_database(&folder.database(), &copy)?;
    let mut files = vec![("daymark.sqlite".to_owned(), copy.clone())];
    files.extend(
        folder
            .kept_files()?
            .into_iter()
            .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path))),
    );
    let manifest = manifest_of(&copy, &files, at)?;
    let written = archive::write(to, &recipients, &manifest, &files)?;
    Ok(Made {
        file: to.to_owned(),
        sha256: written.sha256,
        bytes: written.bytes,
        manifest,
        recipients: recipients.len(),
    })
}

/// That a restore was practised, and by whom.
pub(super) fn note_drill(folder: &DataFolder, by: &str, at: i64) -> Result<(), OperationError> {
    note(folder, AccessEvent::by_command(at, by.to_owned(), None, RESTORE_DRILLED, String::new()))
}

/// One consistent state, without its free pages, while others read and write.
fn copy_database(from: &Path, to: &Path) -> Result<(), OperationError> {
    let db = Connection::open(from)?;
    db.execute_batch("PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY;")?;
    let name = to.to_str().ok_or_else(|| {
        failed("cannot write", to)(std::io::Error::other("the folder's name is not written in UTF-8"))
    })?;
    db.execute("VACUUM INTO ?1", params![name])?;
    make_private(to)
}

#[cfg(unix)]
pub(super) fn make_private(path: &Path) -> Result<(), OperationError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(failed("cannot write", path))
}

#[cfg(not(unix))]
pub(super) fn make_private(_: &Path) -> Result<(), OperationError> {
    Ok(())
}

fn manifest_of(copy: &Path, files: &[(String, PathBuf)], at: i64) -> Result<Manifest, OperationError> {
    let (schema, census, access_head) = {
        let db = Connection::open(copy)?;
        (db.pragma_query_value(None, "user_version", |row| row.get(0))?, Census::of(&db)?, chain::head(&db)?)
    };
    let entries = files.iter().map(|(name, path)| archive::entry(name, path));
    Ok(Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        made_at: at,
        files: entries.collect::<Result<_, _>>()?,
        census,
        access_head,
    })
}

/// Notes an act of whoever looks after the server.
pub(super) fn note(folder: &DataFolder, event: AccessEvent) -> Result<(), OperationError> {
    let store = SqliteStore::open_keeping(folder.path(), &folder.ledger())?;
    Ok(store.write_blocking(|tx| crate::store::sqlite::note(tx, &event))?)
}
