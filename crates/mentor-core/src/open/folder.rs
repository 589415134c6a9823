//! The data as files in a folder of this computer.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Damaged, Place};
use crate::native::{erase, write_whole};

/// A folder with the database, its spare copy, and what only this installation knows.
pub struct Folder {
    database: PathBuf,
    spare: PathBuf,
    install: PathBuf,
    lock: PathBuf,
}

impl Folder {
    /// The files of the folder, which is there.
    pub fn at(folder: &Path) -> Self {
        Self {
            database: folder.join("daymark.sqlite"),
            spare: folder.join("spare.sqlite"),
            install: folder.join("install"),
            lock: folder.join("pin.sqlite"),
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

    fn damaged(&self) -> Damaged {
        let folder = self.database.with_file_name("");
        Box::new(move || remove_damaged(&folder).map_err(|error| error.to_string()))
    }

    fn lock(&self) -> Option<&Path> {
        Some(&self.lock)
    }

    fn remove_all(&mut self) -> Vec<String> {
        let folder = self.database.parent().unwrap_or(Path::new("."));
        let Ok(files) = std::fs::read_dir(folder) else { return vec![folder.display().to_string()] };
        // The installation's own bytes stay: they say nothing of anybody, and the next database is opened on it too.
        let ours = |name: &str| ["daymark.", "spare.", "key"].iter().any(|begin| name.starts_with(begin));
        let names = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
        names.filter(|name| ours(name) && erase(&folder.join(name)).is_err()).collect()
    }
}

fn remove_damaged(folder: &Path) -> std::io::Result<()> {
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with("daymark.damaged-") {
            std::fs::remove_file(file.path())?;
        }
    }
    Ok(())
}
