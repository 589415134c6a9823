//! Where a school's export lies: a folder or zip with a OneRoster set, or a single CSV file.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::refused::Refused;
use crate::zip_set::ZipSet;

/// The most bytes of a set, inflated.
pub const SET_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// The only file that is also looked for beside the folder.
const BESIDE: &str = "student_contacts.csv";

/// An export, told apart by what it is and not by what it is called.
#[derive(Debug)]
pub enum Source {
    /// A folder with the files of a set, by name and size.
    Folder(Vec<(PathBuf, u64)>),
    /// A zip with the files of a set.
    Zip(ZipSet),
    /// A single file.
    Csv(PathBuf),
}

impl Source {
    /// Looks at what lies there; reads no rows yet.
    pub fn open(path: &Path) -> Result<Self, Refused> {
        let unreadable = |source| Refused::Unreadable { file: file_name(path), source };
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            return folder(path);
        }
        let mut start = Vec::new();
        File::open(path).and_then(|file| file.take(4).read_to_end(&mut start)).map_err(unreadable)?;
        if !start.starts_with(b"PK") {
            return Ok(Self::Csv(path.to_owned()));
        }
        ZipSet::open(File::open(path).map_err(unreadable)?, file_name(path)).map(Self::Zip)
    }

    pub(crate) fn check_is_set(&self) -> Result<(), Refused> {
        match self {
            Self::Csv(path) => Err(Refused::NotASet { file: file_name(path) }),
            Self::Folder(_) | Self::Zip(_) => Ok(()),
        }
    }

    /// Whether the set holds the file, in any case of letters.
    pub fn has_file(&self, name: &str) -> bool {
        match self {
            Self::Folder(files) => files.iter().any(|(path, _)| is_called(path, name)),
            Self::Zip(zip) => zip.has_file(name),
            Self::Csv(path) => is_called(path, name),
        }
    }

    /// The file's bytes, or `None` when the set has no such file.
    pub(crate) fn file(&mut self, name: &str) -> Result<Option<Box<dyn Read + '_>>, Refused> {
        match self {
            Self::Zip(zip) => zip.file(name),
            Self::Folder(files) => {
                files.iter().find(|(path, _)| is_called(path, name)).map(open_file).transpose()
            }
            Self::Csv(_) => Ok(None),
        }
    }
}

fn folder(path: &Path) -> Result<Source, Refused> {
    let unreadable = |source| Refused::Unreadable { file: file_name(path), source };
    let mut files = csv_files(path).map_err(unreadable)?;
    if !files.iter().any(|(path, _)| is_called(path, BESIDE)) {
        // `oneroster/..` and not `parent()`, so that a relative path such as `.` has a parent too.
        let beside = csv_files(&path.join("..")).unwrap_or_default();
        files.extend(beside.into_iter().filter(|(path, _)| is_called(path, BESIDE)));
    }
    if files.iter().map(|(_, bytes)| bytes).sum::<u64>() > SET_BYTES_MAX {
        return Err(Refused::SetTooLarge { file: file_name(path) });
    }
    for (index, (path, _)) in files.iter().enumerate() {
        let name = file_name(path);
        if files[..index].iter().any(|(other, _)| is_called(other, &name)) {
            return Err(Refused::FileTwice { file: name });
        }
    }
    Ok(Source::Folder(files))
}

fn csv_files(folder: &Path) -> std::io::Result<Vec<(PathBuf, u64)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if let Some(metadata) = fs::metadata(&path).ok().filter(|metadata| is_csv && metadata.is_file()) {
            files.push((path, metadata.len()));
        }
    }
    Ok(files)
}

fn open_file((path, _): &(PathBuf, u64)) -> Result<Box<dyn Read + 'static>, Refused> {
    let file = File::open(path).map_err(|source| Refused::Unreadable { file: file_name(path), source })?;
    Ok(Box::new(file))
}

fn is_called(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|own| own.eq_ignore_ascii_case(name))
}

/// The last part of a path: sentences name files, never where they lie.
fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "the folder".to_owned(), |name| name.to_string_lossy().into_owned())
}
