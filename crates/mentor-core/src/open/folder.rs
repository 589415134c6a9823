//! The data as files in a folder of this computer.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::Place;
use crate::native::write_whole;

/// A folder with the database, its spare copy, and what only this installation knows.
pub struct Folder {
    database: PathBuf,
    spare: PathBuf,
    install: PathBuf,
}

impl Folder {
    /// The files of the folder, which is there.
    pub fn at(folder: &Path) -> Self {
        Self {
            database: folder.join("daymark.sqlite"),
            spare: folder.join("spare.sqlite"),
            install: folder.join("install"),
        }
    }

    /// What no copy of the folder has: random bytes in a file of their own, and the number that this file system gave the
    /// file. A copied or restored folder has another number; a moved one may have, and then only takes a new name.
    ///
    /// # Errors
    /// The disk, or no source of randomness.
    pub fn install(&self) -> std::io::Result<Vec<u8>> {
        let mut install = match std::fs::File::open(&self.install) {
            Ok(mut file) => {
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes)?;
                bytes
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let mut bytes = [0; 16];
                getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
                write_whole(&self.install, &bytes)?;
                bytes.to_vec()
            }
            Err(error) => return Err(error),
        };
        install.extend(number_of(&self.install)?);
        Ok(install)
    }
}

#[cfg(unix)]
fn number_of(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::os::unix::fs::MetadataExt;
    Ok(std::fs::metadata(path)?.ino().to_be_bytes().to_vec())
}

/// Elsewhere the random bytes alone must do: a copy of the whole folder shows only at the server.
#[cfg(not(unix))]
fn number_of(_: &Path) -> std::io::Result<Vec<u8>> {
    Ok(Vec::new())
}

impl Place for Folder {
    fn database(&self) -> &Path {
        &self.database
    }

    fn spare(&self) -> Option<&Path> {
        Some(&self.spare)
    }

    fn always_looks(&self) -> bool {
        true
    }

    fn set_aside(&mut self, now: i64) -> Result<(), String> {
        // Twice in one second is twice kept.
        let free = |n: &i64| !self.database.with_file_name(format!("daymark.damaged-{n}")).exists();
        let stamp = (now..).find(free).unwrap_or(now);
        for end in ["", "-wal", "-shm"] {
            let damaged = self.database.with_file_name(format!("daymark.sqlite{end}"));
            let kept = self.database.with_file_name(format!("daymark.damaged-{stamp}{end}"));
            match std::fs::rename(damaged, kept) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.to_string()),
                _ => {}
            }
        }
        Ok(())
    }

    fn drop_spare(&mut self) -> Result<(), String> {
        for end in ["", "-wal", "-shm"] {
            match std::fs::remove_file(self.spare.with_file_name(format!("spare.sqlite{end}"))) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.to_string()),
                _ => {}
            }
        }
        Ok(())
    }
}
