//! What leaves the district, on which agreement, and to whom it went.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId, UserId};

use super::StoreError;
use super::snapshots::Face;

/// An agreement with a partner.
#[derive(Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its number.
    pub id: i64,
    /// With whom.
    pub partner: String,
    /// What for.
    pub purpose: String,
    /// The first day on which it holds.
    pub first: SchoolDay,
    /// The last one; the partner destroys what it got by then.
    pub last: SchoolDay,
    /// The first day on which it no longer holds, when it was ended before.
    pub ended: Option<SchoolDay>,
    /// Who wrote it down.
    pub by: String,
    /// When.
    pub at: i64,
}

impl Agreement {
    /// Whether a file may be given on that day.
    pub fn holds_on(&self, day: SchoolDay) -> bool {
        self.first <= day && day <= self.last && self.ended.is_none_or(|ended| day < ended)
    }
}

/// An agreement that is about to be written down.
#[derive(Clone)]
pub struct NewAgreement {
    /// With whom.
    pub partner: String,
    /// What for.
    pub purpose: String,
    /// The first day on which it holds.
    pub first: SchoolDay,
    /// The last one.
    pub last: SchoolDay,
    /// Who writes it down.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A file that is about to be given.
#[derive(Clone)]
pub struct NewDisclosure {
    /// On which agreement.
    pub agreement: i64,
    /// Of which school; none: of the district.
    pub school_id: Option<SchoolId>,
    /// The day that its figures look from.
    pub as_of: SchoolDay,
    /// Which face.
    pub face: Face,
    /// Sha-256 of the bytes.
    pub digest: [u8; 32],
    /// Who gives it.
    pub by: UserId,
    /// Today where it is given.
    pub today: SchoolDay,
    /// Now.
    pub at: i64,
}

/// A file that was given.
#[derive(Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// To whom.
    pub partner: String,
    /// What for.
    pub purpose: String,
    /// On which agreement.
    pub agreement: i64,
    /// Of which school, by name; none: of the district.
    pub school: Option<String>,
    /// The day that its figures look from.
    pub as_of: SchoolDay,
    /// `csv` or `json`.
    pub face: String,
    /// Sha-256 of the bytes.
    pub digest: [u8; 32],
    /// Who gave it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// Agreements and what was given on them.
#[async_trait]
pub trait SharingStore {
    /// All agreements, the latest first.
    async fn agreements(&self) -> Result<Vec<Agreement>, StoreError>;
    /// One of them.
    async fn agreement(&self, id: i64) -> Result<Option<Agreement>, StoreError>;
    /// Writes one down; its number.
    async fn add_agreement(&self, new: NewAgreement) -> Result<i64, StoreError>;
    /// Ends one from that day on; whether there is one that had not ended.
    async fn end_agreement(&self, id: i64, day: SchoolDay, by: UserId, at: i64) -> Result<bool, StoreError>;
    /// Writes down that a file is given, before it is; refuses where no agreement holds.
    async fn disclose(&self, new: NewDisclosure) -> Result<bool, StoreError>;
    /// Everything that was given, the latest first.
    async fn disclosures(&self) -> Result<Vec<Disclosure>, StoreError>;
}
