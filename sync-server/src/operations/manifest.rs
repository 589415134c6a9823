//! The first file of a backup: what the others must be.

use serde::{Deserialize, Serialize};

use super::census::Census;
use crate::store::audit::ChainHead;

/// Its name in the archive.
pub(super) const NAME: &str = "manifest.json";
/// The form of the archive that this version writes and reads.
pub(super) const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the archive.
    pub format: u32,
    /// The server that wrote it.
    pub version: String,
    /// The database's step of the ladder.
    pub schema: u32,
    /// Seconds since 1970-01-01 UTC.
    pub made_at: i64,
    /// Every other file of the archive.
    pub files: Vec<FileEntry>,
    /// What the database holds.
    pub census: Census,
    /// Where its record of access ends; none when nothing was noted yet, or by a version without a chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_head: Option<ChainHead>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// As it is called in the data folder.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}
