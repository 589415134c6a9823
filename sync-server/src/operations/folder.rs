//! The data folder: which file is what.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::{OperationError, failed};

/// Beginning of the names of folders that an operation works in; whatever a kill left of them goes away with the next.
const WORK: &str = ".work-";

/// Everything that a server keeps.
#[derive(Clone, Debug)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder that `serve --data` uses.
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }
    /// The same, if a database lies in it.
    pub fn with_database(path: &Path) -> Result<Self, OperationError> {
        let folder = Self::at(path);
        let there = folder.database().is_file();
        there.then_some(folder).ok_or_else(|| OperationError::NoDatabase(path.to_owned()))
    }
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }
    /// The one database file; beside it lie its `-wal` and `-shm` while it is open.
    pub fn database(&self) -> PathBuf {
        self.0.join("daymark.sqlite")
    }
    /// Files that somebody uploaded for an import and has not confirmed yet.
    pub fn uploads(&self) -> PathBuf {
        self.0.join("uploads")
    }
    /// Who may open backups: public keys, one a line.
    pub fn recipients(&self) -> PathBuf {
        self.0.join("backup-recipients")
    }
    /// Held while a server runs.
    pub fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }
    /// What must outlive every backup: `DATA-ledger`, beside the folder and never inside. To keep it on another disk, put a
    /// symbolic link there.
    pub fn ledger(&self) -> PathBuf {
        let mut name = self.0.file_name().unwrap_or_default().to_owned();
        name.push("-ledger");
        self.0.with_file_name(name)
    }
    /// Where the record of access ends: beside the ledger, so that rows which are cut off its end are missed.
    pub fn kept_head(&self) -> PathBuf {
        crate::store::sqlite::kept_head::beside(&self.ledger())
    }

    /// The files that a backup holds beside the database: keys and lists. Not what lives for an hour (uploads), nor what is
    /// of this machine only (lock, copies from before a migration).
    pub fn kept_files(&self) -> Result<Vec<PathBuf>, OperationError> {
        let mut kept = Vec::new();
        for entry in fs::read_dir(&self.0).map_err(failed("cannot read", &self.0))? {
            let entry = entry.map_err(failed("cannot read", &self.0))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let ours = name.starts_with("daymark.sqlite") || name.starts_with('.') || name == "lock";
            if !ours && entry.path().is_file() {
                kept.push(entry.path());
            }
        }
        kept.sort();
        Ok(kept)
    }

    /// Every file below the folder.
    pub fn all_files(&self) -> Result<Vec<PathBuf>, OperationError> {
        let (mut files, mut folders) = (Vec::new(), vec![self.0.clone()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).map_err(failed("cannot read", &folder))? {
                let path = entry.map_err(failed("cannot read", &folder))?.path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files.sort();
        Ok(files)
    }

    /// A folder to work in, readable by nobody else, that goes away when it is dropped. What kills left is removed first.
    pub(super) fn workspace(&self) -> Result<tempfile::TempDir, OperationError> {
        for entry in fs::read_dir(&self.0).map_err(failed("cannot read", &self.0))?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(WORK) && is_left(&entry.path()) {
                fs::remove_dir_all(entry.path()).map_err(failed("cannot remove", &entry.path()))?;
            }
        }
        workspace_in(&self.0)
    }
}

/// Nobody works in it any more: whoever does touches it within the day.
fn is_left(folder: &Path) -> bool {
    let age = fs::metadata(folder).and_then(|data| data.modified()).ok().and_then(|at| at.elapsed().ok());
    age.is_none_or(|age| age.as_secs() > 24 * 60 * 60)
}

/// As [`DataFolder::workspace`], anywhere.
pub(super) fn workspace_in(folder: &Path) -> Result<tempfile::TempDir, OperationError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(WORK);
    // What lies in it is not encrypted.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(folder).map_err(failed("cannot make a folder in", folder))
}

/// Makes the data folder, as its owner's alone, unless it is there.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut folder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.recursive(true).create(path)
}

/// A new file that its owner alone may read; never one that is there.
pub(super) fn new_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options).open(path)
}

/// Sets the mode for files that are made with these options.
#[cfg(unix)]
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

/// Elsewhere the folder's own rights decide.
#[cfg(not(unix))]
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Makes a name in a folder durable.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Gives a finished file its name, unless the name is taken.
pub(super) fn publish(finished: &Path, name: &Path) -> Result<(), OperationError> {
    match fs::hard_link(finished, name) {
        Ok(()) => fs::remove_file(finished).map_err(failed("cannot remove", finished))?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(OperationError::Exists(name.to_owned()));
        }
        // A file system without links, such as that of a memory stick.
        Err(_) if !name.exists() => fs::rename(finished, name).map_err(failed("cannot write", name))?,
        Err(_) => return Err(OperationError::Exists(name.to_owned())),
    }
    sync_folder_of(name).map_err(failed("cannot write", name))
}
