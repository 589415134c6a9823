//! A OneRoster set in a zip. Nothing is unpacked to disk; names are only compared with the few that are known.

use std::fs::File;
use std::io::Read;

use zip::ZipArchive;

use crate::problem::shown;
use crate::refused::Refused;
use crate::source::SET_BYTES_MAX;

/// The most files in a zip.
pub const ZIP_FILES_MAX: usize = 40;
/// How many times its size in the zip a file may grow to.
pub const ZIP_RATIO_MAX: u64 = 200;

/// A zip whose list of files has been checked.
#[derive(Debug)]
pub struct ZipSet {
    archive: ZipArchive<File>,
    name: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    index: usize,
    /// Without folders.
    name: String,
    bytes: u64,
}

impl ZipSet {
    pub(crate) fn open(file: File, name: String) -> Result<Self, Refused> {
        let broken = |error: zip::result::ZipError| Refused::BrokenZip {
            file: name.clone(),
            reason: error.to_string(),
        };
        let archive = ZipArchive::new(file).map_err(broken)?;
        if archive.len() > ZIP_FILES_MAX {
            return Err(Refused::ZipTooManyFiles);
        }
        if archive.has_duplicate_names() {
            return Err(Refused::FileTwice { file: format!("a file in {name}") });
        }
        let (mut entries, mut folders) = (Vec::new(), Vec::new());
        for index in 0..archive.len() {
            let entry = archive.by_index_data(index).map_err(broken)?;
            let path = entry.name().map_err(broken)?;
            let flat = flat_name(&path).ok_or_else(|| Refused::ZipPath { name: shown(&path) })?;
            if entry.is_dir() {
                continue;
            }
            if entry.is_symlink() {
                return Err(Refused::Link { file: shown(flat) });
            }
            if let Some(folder) = folder_of_set(&path).filter(|folder| !folders.contains(folder)) {
                folders.push(folder);
            }
            if entry.size() > entry.compressed_size().saturating_mul(ZIP_RATIO_MAX) {
                return Err(Refused::ZipBomb { file: shown(flat) });
            }
            entries.push(Entry { index, name: flat.to_owned(), bytes: entry.size() });
        }
        if entries.iter().fold(0u64, |sum, entry| sum.saturating_add(entry.bytes)) > SET_BYTES_MAX {
            return Err(Refused::SetTooLarge { file: name });
        }
        if folders.len() > 1 {
            let folders: Vec<String> = folders.iter().map(|folder| shown(folder)).collect();
            return Err(Refused::ZipFolders { folders: folders.join(", ") });
        }
        Ok(Self { archive, name, entries })
    }

    pub(crate) fn has_file(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Bytes of those of its files, inflated.
    pub(crate) fn bytes(&self, is_wanted: impl Fn(&str) -> bool) -> u64 {
        self.entries.iter().filter(|entry| is_wanted(&entry.name)).map(|entry| entry.bytes).sum()
    }

    pub(crate) fn file(&mut self, name: &str) -> Result<Option<Box<dyn Read + '_>>, Refused> {
        let mut named = self.entries.iter().filter(|entry| entry.name.eq_ignore_ascii_case(name));
        let Some(entry) = named.next() else { return Ok(None) };
        if named.next().is_some() {
            return Err(Refused::FileTwice { file: name.to_owned() });
        }
        let inflated = self.archive.by_index(entry.index).map_err(|error| Refused::BrokenZip {
            file: self.name.clone(),
            reason: format!("{name}: {error}"),
        })?;
        // It stops by itself at the size that the list of files declares, which is what the limits were checked on.
        Ok(Some(Box::new(inflated)))
    }
}

/// The last part of a path in a zip; `None` when it leads out of the zip.
fn flat_name(path: &str) -> Option<&str> {
    let leads_out = path.starts_with(['/', '\\'])
        || path.contains(':')
        || path.split(['/', '\\']).any(|part| part == "..");
    let path = path.trim_end_matches(['/', '\\']);
    if leads_out { None } else { path.rsplit(['/', '\\']).next() }
}

/// The folder in which a file of OneRoster lies, `/` for none. `student_contacts.csv` may lie beside it.
fn folder_of_set(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let (folder, name) = path.rsplit_once('/').unwrap_or(("/", &path));
    crate::one_roster::is_of_set(name).then(|| folder.to_owned())
}
