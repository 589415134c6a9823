//! Mentors of a school. Every question names the school of the person who asks; another school's mentor is not there.

use async_trait::async_trait;
use daymark_domain::{MentorId, SchoolId};

use super::StoreError;

/// A mentor who is about to be added.
#[derive(Clone)]
pub struct NewMentor {
    /// Their id.
    pub id: MentorId,
    /// Their school.
    pub school_id: SchoolId,
    /// Their name.
    pub name: String,
    /// Now.
    pub at: i64,
}

/// A mentor as the coordinator's list shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct MentorSummary {
    /// Their id.
    pub id: MentorId,
    /// Their name.
    pub name: String,
    /// Students now.
    pub active_matches: u32,
    /// Phones that may sync.
    pub phones: u32,
    /// When a phone of theirs last synced.
    pub last_sync_at: Option<i64>,
}

/// The mentors.
#[async_trait]
pub trait MentorStore {
    /// The school's mentors by name.
    async fn mentors(&self, school: SchoolId) -> Result<Vec<MentorSummary>, StoreError>;
    /// One of the school's mentors.
    async fn mentor(&self, school: SchoolId, id: MentorId) -> Result<Option<MentorSummary>, StoreError>;
    /// Adds a mentor, of whom nothing else is written down yet.
    async fn add_mentor(&self, mentor: NewMentor) -> Result<(), StoreError>;
}
