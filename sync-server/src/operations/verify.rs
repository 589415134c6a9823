//! A backup that was never opened is a hope. This opens one: every file, the database's own checks, every count, every
//! match record by its canonical hash, and the team's rows written anew from the records.

use std::path::Path;

use daymark_domain::SchoolId;
use daymark_sqlite::rusqlite::Connection;

use super::census::{Census, integrity, projections_hash};
use super::folder::workspace_in;
use super::{Manifest, OperationError, archive, audit};
use crate::store::sqlite::sync::rebuild;
use crate::store::sqlite::values::{all, id};
use crate::store::sqlite::{MIGRATIONS, SqliteStore};

/// What was found to be right.
#[derive(Clone, Debug)]
pub struct Verified {
    /// What the backup says of itself, and what was found to be so.
    pub manifest: Manifest,
}

/// Opens the backup in a folder of its own below `scratch` and checks it; nothing of it stays there.
pub fn verify(file: &Path, identity: &Path, scratch: &Path) -> Result<Verified, OperationError> {
    let workspace = workspace_in(scratch)?;
    let manifest = archive::extract(file, identity, workspace.path())?;
    check(workspace.path(), &manifest)?;
    Ok(Verified { manifest })
}

/// Holds what lies in the folder against the manifest.
pub(super) fn check(folder: &Path, manifest: &Manifest) -> Result<(), OperationError> {
    {
        let db = Connection::open(folder.join("daymark.sqlite"))?;
        nothing_wrong(integrity(&db)?)?;
        nothing_wrong(manifest.census.differences(&Census::of(&db)?))?;
        // A backup from before there was a chain has nothing to hold.
        if let Some(head) = manifest.access_head {
            audit::holds(&db, &[head])?;
        }
    }
    projections_are_equal(folder, manifest)
}

fn nothing_wrong(found: Vec<String>) -> Result<(), OperationError> {
    if found.is_empty() { Ok(()) } else { Err(OperationError::Damaged(found.join("; "))) }
}

/// Writes the projected rows anew and takes that back. An older backup climbs the ladder first: its rows are then those of
/// this version, which is what a restore would give.
fn projections_are_equal(folder: &Path, manifest: &Manifest) -> Result<(), OperationError> {
    let store = SqliteStore::open(folder)?;
    debug_assert!(manifest.schema as usize <= MIGRATIONS.len(), "a newer one does not open");
    let equal = store.write_blocking(|tx| {
        tx.execute_batch("SAVEPOINT rebuilt")?;
        let before = projections_hash(tx)?;
        for school in all(tx, "SELECT id FROM school", [], |row| id(row, 0, SchoolId::from_bytes))? {
            rebuild(tx, school)?;
        }
        let after = projections_hash(tx)?;
        tx.execute_batch("ROLLBACK TO rebuilt; RELEASE rebuilt")?;
        Ok(before == after)
    })?;
    match equal {
        true => Ok(()),
        false => Err(OperationError::Damaged(
            "the team's rows are not those that the match records make".to_owned(),
        )),
    }
}
