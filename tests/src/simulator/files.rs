//! Folders in memory, where there is such a place: no power cut is simulated here (that is the work of the faults'
//! own file system), so a sync to disk that costs nothing loses nothing.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder that goes when it is dropped.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    tempfile::Builder::new().prefix("daymark-simulator-").tempdir_in(base).unwrap()
}

/// The database of a folder.
pub fn database(folder: &Path) -> PathBuf {
    folder.join("daymark.sqlite")
}

/// The files as they lie at this moment, as a kill leaves them: the WAL with them, the index of it not.
pub fn as_they_lie(from: &Path) -> TempDir {
    let to = folder();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_owned();
        if path.is_file() && !name.to_string_lossy().ends_with("-shm") {
            fs::copy(&path, to.path().join(name)).unwrap();
        }
    }
    to
}
