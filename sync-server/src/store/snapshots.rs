//! Reports that were frozen: the bytes that were given out, and what they were made from.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId};

use super::StoreError;

/// A report that is about to be kept.
#[derive(Clone, Debug)]
pub struct NewSnapshot {
    /// The report's name.
    pub report: String,
    /// The school that it is of; none: the district.
    pub school_id: Option<SchoolId>,
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// The version of the rules.
    pub rule_version: i64,
    /// Sha-256 of the facts and rules.
    pub inputs: [u8; 32],
    /// Its JSON face.
    pub json: Vec<u8>,
    /// Its CSV face.
    pub csv: Vec<u8>,
    /// Now.
    pub at: i64,
    /// By whom.
    pub by: String,
}

/// A frozen report, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its number.
    pub id: i64,
    /// The report's name.
    pub report: String,
    /// The school's key in the export; none: the district.
    pub school_sis_id: Option<String>,
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// The version of the rules.
    pub rule_version: i64,
    /// Sha-256 of the facts and rules.
    pub inputs: [u8; 32],
    /// When it was frozen.
    pub frozen_at: i64,
    /// By whom.
    pub frozen_by: String,
}

/// Which bytes of a frozen report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// JSON.
    Json,
    /// CSV.
    Csv,
}

/// The frozen reports.
#[async_trait]
pub trait SnapshotStore {
    /// Keeps a report; its number.
    async fn add_snapshot(&self, new: NewSnapshot) -> Result<i64, StoreError>;
    /// All of them, the oldest first.
    async fn snapshots(&self) -> Result<Vec<Snapshot>, StoreError>;
    /// The bytes of one of them.
    async fn snapshot_bytes(&self, id: i64, face: Face) -> Result<Option<Vec<u8>>, StoreError>;
}
