//! Where a school's export lies: a folder or zip with a OneRoster set, or a single CSV file.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::problem::shown;
use crate::refused::Refused;
use crate::zip_set::ZipSet;

/// The most bytes of a set, inflated.
pub const SET_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// The only file that is also looked for beside the folder.
const BESIDE: &str = "student_contacts.csv";

/// An export, told apart by what it is and not by what it is called.
#[derive(Debug)]
pub enum Source {
    /// A folder with the files of a set.
    Folder(FolderSet),
    /// A zip with the files of a set.
    Zip(ZipSet),
    /// A single file.
    Csv(PathBuf),
}

/// A folder whose list of files has been checked.
#[derive(Debug)]
pub struct FolderSet {
    path: PathBuf,
    /// By path and size.
    files: Vec<(PathBuf, u64)>,
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
            Self::Folder(folder) => folder.files.iter().any(|(path, _)| is_called(path, name)),
            Self::Zip(zip) => zip.has_file(name),
            Self::Csv(path) => is_called(path, name),
        }
    }

    /// Bytes of those of its files, inflated.
    pub(crate) fn bytes(&self, is_wanted: impl Fn(&str) -> bool) -> u64 {
        match self {
            Self::Folder(folder) => {
                let wanted = folder.files.iter().filter(|(path, _)| is_wanted(&file_name(path)));
                wanted.map(|(_, bytes)| bytes).sum()
            }
            Self::Zip(zip) => zip.bytes(is_wanted),
            Self::Csv(_) => 0,
        }
    }

    /// Why a set without the file is refused: it may lie one folder further in.
    pub(crate) fn missing(&self, file: &'static str) -> Refused {
        let inner = match self {
            Self::Folder(folder) => inner_folder(&folder.path, file),
            Self::Zip(_) | Self::Csv(_) => None,
        };
        inner.map_or(Refused::MissingFile { file }, |folder| Refused::InnerFolder { file, folder })
    }

    /// The file's bytes, or `None` when the set has no such file.
    pub(crate) fn file(&mut self, name: &str) -> Result<Option<Box<dyn Read + '_>>, Refused> {
        match self {
            Self::Zip(zip) => zip.file(name),
            Self::Folder(folder) => {
                folder.files.iter().find(|(path, _)| is_called(path, name)).map(open_file).transpose()
            }
            Self::Csv(_) => Ok(None),
        }
    }
}

fn folder(path: &Path) -> Result<Source, Refused> {
    let mut files = csv_files(path, |_| true)?;
    if !files.iter().any(|(path, _)| is_called(path, BESIDE)) {
        // `oneroster/..` and not `parent()`, so that a relative path such as `.` has a parent too.
        files.extend(match csv_files(&path.join(".."), |path| is_called(path, BESIDE)) {
            // Who may read the folder need not be let into the one above it.
            Err(Refused::Unreadable { .. }) => Vec::new(),
            beside => beside?,
        });
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
    Ok(Source::Folder(FolderSet { path: path.to_owned(), files }))
}

/// The CSV files of a folder. A link is not followed: whoever can write into the folder must not choose what is read.
fn csv_files(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Vec<(PathBuf, u64)>, Refused> {
    let unreadable = |source| Refused::Unreadable { file: file_name(folder), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if !is_csv || !is_wanted(&path) {
            continue;
        }
        let metadata = fs::symlink_metadata(&path).map_err(unreadable)?;
        if metadata.is_symlink() {
            return Err(Refused::Link { file: file_name(&path) });
        }
        if metadata.is_file() {
            files.push((path, metadata.len()));
        }
    }
    Ok(files)
}

/// The name of a folder inside that holds the file.
fn inner_folder(path: &Path, file: &str) -> Option<String> {
    let mut inner: Vec<PathBuf> =
        fs::read_dir(path).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    inner.sort();
    inner.iter().find(|inner| inner.join(file).is_file()).map(|inner| shown(&file_name(inner)))
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
