//! What whoever looks after the server does with all of it at once: back up, restore, check, erase, let go of old years.
//!
//! Each of these says what it did and takes nothing half way: a file appears under its name when it is whole, a folder
//! when everything in it was checked, and rows change in one transaction. The command line prints; nothing here does.

pub mod affected;
mod archive;
pub mod audit;
pub mod backup;
pub mod census;
pub mod compact;
pub mod doctor;
pub mod drill;
pub mod erase;
pub mod folder;
pub mod keys;
pub mod ledger;
pub mod lock;
mod manifest;
pub mod purge;
pub mod restore;
pub mod rows;
pub mod verify;

use std::path::{Path, PathBuf};

use crate::store::StoreError;
use crate::store::audit::ChainBreak;

pub use manifest::Manifest;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum OperationError {
    /// There is no database.
    #[error("{} holds no daymark.sqlite; --data names the folder that `serve --data` uses", .0.display())]
    NoDatabase(PathBuf),
    /// A file or folder could not be used.
    #[error("{what} {path}: {source}", path = path.display())]
    File {
        /// What was tried.
        what: &'static str,
        /// With which file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// It would be overwritten.
    #[error("{} is there already; choose another name, nothing is overwritten", .0.display())]
    Exists(PathBuf),
    /// The folder is in use.
    #[error("{} is not empty; a backup is restored into a folder of its own", .0.display())]
    NotEmpty(PathBuf),
    /// A server runs on it.
    #[error("a server is running on {}; stop it first", .0.display())]
    Running(PathBuf),
    /// Nobody could ever read it.
    #[error(
        "nobody could open this backup: name a --recipient (age1...), or write one a line into {}; daymark-server backup-key makes a key",
        .0.display()
    )]
    NoRecipient(PathBuf),
    /// A key is none.
    #[error("'{0}' is no recipient; expected a public key that begins with age1")]
    BadRecipient(String),
    /// The file with the secret key.
    #[error("{} holds no secret key of age (AGE-SECRET-KEY-1...)", .0.display())]
    BadIdentity(PathBuf),
    /// Encrypting failed.
    #[error("the backup could not be encrypted: {0}")]
    Encrypt(#[from] age::EncryptError),
    /// Decrypting failed: another key, or damage.
    #[error("{path} could not be opened: {source}", path = path.display())]
    Decrypt {
        /// Which backup.
        path: PathBuf,
        /// Why not.
        source: age::DecryptError,
    },
    /// The archive is not one of ours.
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    /// A line of the ledger.
    #[error("line {line} of the ledger {path} cannot be read; mend or remove it, then run the same again", path = path.display())]
    Ledger {
        /// Which file.
        path: PathBuf,
        /// From 1.
        line: usize,
    },
    /// Nobody has the key.
    #[error("no student has the SIS id '{0}'")]
    NoSuchStudent(String),
    /// No account and no phone.
    #[error(
        "nobody here is called '{0}'; expected an account's login, or a phone's id as its mentor's page has it"
    )]
    NobodyOfThatName(String),
    /// The words name no school year.
    #[error("'{0}' is no school year; expected one such as 2024-25")]
    BadSchoolYear(String),
    /// The year is still needed.
    #[error("{0}")]
    TooEarly(String),
    /// The record of access was tampered with, or damaged.
    #[error("the record of access does not hold: {0}")]
    RecordBroken(#[from] ChainBreak),
    /// Nobody can tell whether rows were cut off the record's end.
    #[error(
        "{} is missing or cannot be read, so nobody can tell whether rows were cut off the end of the record of access; name a head that a backup printed: --head NUMBER:HASH",
        .0.display()
    )]
    NoHead(PathBuf),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<daymark_sqlite::rusqlite::Error> for OperationError {
    fn from(error: daymark_sqlite::rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<daymark_sqlite::OpenError> for OperationError {
    fn from(error: daymark_sqlite::OpenError) -> Self {
        Self::Store(error.into())
    }
}

/// `.map_err(failed("cannot write", path))`.
fn failed<'a>(what: &'static str, path: &'a Path) -> impl Fn(std::io::Error) -> OperationError + 'a {
    move |source| OperationError::File { what, path: path.to_owned(), source }
}

/// Lowercase hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
