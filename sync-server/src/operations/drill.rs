//! The restore drill by one command: back up, restore next to it, check, throw both away. It says how long each took, so
//! that nobody learns it on the day on which it counts.

use std::path::Path;
use std::time::{Duration, Instant};

use super::folder::{DataFolder, workspace_in};
use super::{Manifest, OperationError, archive, backup, keys, restore, verify};

/// How it went.
#[derive(Clone, Debug)]
pub struct Drilled {
    /// What was backed up.
    pub manifest: Manifest,
    /// The encrypted file.
    pub backup_bytes: u64,
    /// The restored database.
    pub restored_bytes: u64,
    /// Making the backup.
    pub backed_up_in: Duration,
    /// Opening and checking it.
    pub verified_in: Duration,
    /// Opening, checking and making it a data folder.
    pub restored_in: Duration,
}

/// Runs it with a key of its own, in a folder below `scratch` that goes away. The data folder is only read, but for the
/// note that it was done.
pub fn drill(folder: &DataFolder, scratch: &Path, by: &str, at: i64) -> Result<Drilled, OperationError> {
    let workspace = workspace_in(scratch)?;
    let identity = workspace.path().join("key");
    let recipient = keys::make(&identity)?;
    let file = workspace.path().join("drill.backup");
    let begun = Instant::now();
    let made = backup::make_unnoted(folder, &file, &[recipient], at)?;
    let backed_up_in = begun.elapsed();
    let begun = Instant::now();
    verify::verify(&file, &identity, workspace.path())?;
    let verified_in = begun.elapsed();
    let to = DataFolder::at(&workspace.path().join("restored"));
    let begun = Instant::now();
    let restored = restore::restore(&file, &identity, &to, &folder.ledger(), by, at)?;
    let restored_in = begun.elapsed();
    backup::note_drill(folder, by, at)?;
    Ok(Drilled {
        manifest: restored.manifest,
        backup_bytes: made.bytes,
        restored_bytes: archive::length(&to.database()),
        backed_up_in,
        verified_in,
        restored_in,
    })
}
