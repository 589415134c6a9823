//! One server a data folder. The lock is the operating system's, so a kill leaves nothing to clean up.

use std::fs::{File, OpenOptions, TryLockError};

use super::folder::{DataFolder, private};
use super::{OperationError, failed};

/// Held for as long as it lives.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "dropping the file is what unlocks it")] File);

/// Takes the folder for a server, or for what needs it to stand still. Two servers on one folder would each keep records
/// in memory that the other changes.
pub fn take(folder: &DataFolder) -> Result<Lock, OperationError> {
    let path = folder.lock();
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    let file = private(&mut options).open(&path).map_err(failed("cannot open", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(OperationError::Running(folder.path().to_owned())),
        Err(TryLockError::Error(error)) => Err(failed("cannot lock", &path)(error)),
    }
}

/// Whether a server runs on the folder.
pub fn is_held(folder: &DataFolder) -> bool {
    folder.lock().is_file() && matches!(take(folder), Err(OperationError::Running(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_server_and_is_free_again_when_it_stops() {
        let there = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(there.path());
        assert!(!is_held(&folder));
        let lock = take(&folder).unwrap();
        assert!(is_held(&folder));
        assert!(matches!(take(&folder), Err(OperationError::Running(_))));
        drop(lock);
        assert!(take(&folder).is_ok());
    }
}
