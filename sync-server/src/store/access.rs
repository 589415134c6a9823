//! The gate between what is kept of students and the phones of their mentors.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId};

use super::StoreError;

/// The gate.
#[async_trait]
pub trait AccessStore {
    /// Gives and takes students by what stands written, unless that was done on this day and nothing changed since:
    /// so what runs out takes effect by itself. Whether phones have something to learn.
    async fn settle_if_due(&self, school: SchoolId, today: SchoolDay, at: i64) -> Result<bool, StoreError>;
}
