//! The way back from an upgrade: before the ladder is climbed, the database is copied; when the server has started once
//! more after that, the copy goes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use daymark_sqlite::rusqlite::{Connection, params};

use super::MIGRATIONS;
use crate::store::StoreError;

const COPY: &str = "daymark.sqlite.before-";

/// Copies a database that stands below the last step; `before-0018` is as it was before step 18. A copy that a kill left
/// unfinished has another name and is written anew.
pub(super) fn keep_copy(database: &Path) -> Result<(), StoreError> {
    if !database.is_file() {
        return Ok(());
    }
    let db = Connection::open(database)?;
    db.execute_batch("PRAGMA busy_timeout = 5000;")?;
    let taken: usize = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if taken == 0 || taken >= MIGRATIONS.len() {
        return Ok(());
    }
    let copy = database.with_file_name(format!("{COPY}{:04}", taken + 1));
    if copy.exists() {
        return Ok(());
    }
    let unfinished = database.with_file_name(".copy-before-upgrade");
    let kept = |source| StoreError::Copy { source };
    if unfinished.exists() {
        fs::remove_file(&unfinished).map_err(kept)?;
    }
    db.execute("VACUUM INTO ?1", params![unfinished.to_string_lossy()])?;
    make_private(&unfinished).map_err(kept)?;
    fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(kept)?;
    fs::rename(&unfinished, &copy).map_err(kept)
}

#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The copies that lie in the folder.
pub fn copies(folder: &Path) -> Vec<PathBuf> {
    let is_copy =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(COPY));
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().map(|entry| entry.path()).filter(is_copy).collect()
}

/// Removes them: the server has started with what they were the way back from.
pub fn forget_copies(folder: &Path) -> io::Result<()> {
    copies(folder).into_iter().try_for_each(fs::remove_file)
}
