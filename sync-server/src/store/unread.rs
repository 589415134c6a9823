//! What phones sent and the gate refused, as people are told of it: whose, when and why, and never what stood in it.

use async_trait::async_trait;
use daymark_domain::{MentorId, SchoolId};

use super::StoreError;

/// So long a refused change is kept, in case that somebody must look at its bytes.
pub const KEPT_DAYS: i64 = 30;

/// One entry that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadEntry {
    /// Whose phone sent it.
    pub mentor_id: MentorId,
    /// The mentor's name.
    pub mentor_name: String,
    /// Why it was refused, a word of the gate.
    pub code: String,
    /// When it came.
    pub at: i64,
}

/// Entries that could not be read.
#[async_trait]
pub trait UnreadStore {
    /// Those of a school's phones in the last thirty days, newest first.
    async fn unread_entries(&self, school: SchoolId) -> Result<Vec<UnreadEntry>, StoreError>;
}
