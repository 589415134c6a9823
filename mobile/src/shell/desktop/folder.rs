//! Where a window keeps things: the data, small choices beside it, and files that the mentor asked for.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use daymark_mentor_core::api::Failure;

use crate::shell::{GivenFile, Keeping, Storage};

/// `DAYMARK_DATA`, or where this system keeps an app's data.
pub fn of_data() -> Result<PathBuf, Failure> {
    let platform = || match std::env::consts::OS {
        "windows" => variable("LOCALAPPDATA"),
        "macos" | "ios" => home().map(|home| home.join("Library/Application Support")),
        _ => variable("XDG_DATA_HOME").or_else(|| home().map(|home| home.join(".local/share"))),
    };
    variable("DAYMARK_DATA")
        .or_else(|| platform().map(|folder| folder.join("daymark")))
        .ok_or_else(|| Failure::NoStorage("set DAYMARK_DATA to a folder for Daymark's data".to_owned()))
}

/// Where people look for what they have saved.
pub fn of_downloads() -> PathBuf {
    let downloads = variable("XDG_DOWNLOAD_DIR").or_else(|| home().map(|home| home.join("Downloads")));
    downloads.filter(|folder| folder.is_dir()).or_else(home).unwrap_or_else(std::env::temp_dir)
}

/// A small choice, in a file of its own beside the data: some are needed before the data is open.
pub fn setting(name: &str) -> Option<String> {
    let kept = fs::read_to_string(of_data().ok()?.join(name)).ok()?;
    Some(kept.trim().to_owned())
}

pub fn keep_setting(name: &str, value: &str) -> io::Result<()> {
    let folder = of_data().map_err(|failure| io::Error::other(failure.to_string()))?;
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(name), value)
}

/// The disk under the data. Nothing but the disk limits it.
pub fn storage() -> Storage {
    let free = of_data().ok().and_then(|folder| free_bytes(&folder));
    Storage { keeping: Keeping::Folder, used: None, free }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Not asked for on other systems: a full disk still shows with the first entry that it refuses.
#[cfg(not(unix))]
fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}

/// Writes the file under its own name, or under the next one that is free: nothing of the mentor's is written over.
pub fn save_download(folder: &Path, file: &GivenFile) -> io::Result<PathBuf> {
    let (stem, ending) = file.name.rsplit_once('.').unwrap_or((file.name, ""));
    let numbered = (2..100).map(|n| format!("{stem}-{n}.{ending}"));
    for name in std::iter::once(file.name.to_owned()).chain(numbered) {
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut opened) => return opened.write_all(file.text.as_bytes()).map(|()| path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn home() -> Option<PathBuf> {
    variable("HOME").or_else(|| variable("USERPROFILE"))
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value: &OsString| !value.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_takes_the_next_free_name_and_writes_over_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = |text: &str| GivenFile {
            name: "daymark-reminders.ics",
            media_type: "text/calendar",
            text: text.to_owned(),
        };
        let first = save_download(folder.path(), &file("one")).unwrap();
        let second = save_download(folder.path(), &file("two")).unwrap();
        assert_eq!(second, folder.path().join("daymark-reminders-2.ics"));
        assert_eq!(fs::read_to_string(first).unwrap(), "one");
        assert_eq!(fs::read_to_string(second).unwrap(), "two");
        assert!(save_download(&folder.path().join("nowhere"), &file("three")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_disk_under_a_folder_says_what_is_free_on_it() {
        assert!(free_bytes(&std::env::temp_dir()).is_some());
        assert_eq!(free_bytes(Path::new("/no/such/folder")), None);
    }
}
