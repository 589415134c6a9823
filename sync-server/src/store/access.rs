//! The gate between what is kept of students and the phones of their mentors.

use async_trait::async_trait;
use daymark_domain::{DeviceId, SchoolDay, SchoolId};

use super::StoreError;

/// What the lease of a phone follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaseTerms {
    /// The district's or school's term for its platform.
    pub seconds: i64,
    /// When a lease was first signed for it, seconds since 1970; none: never yet.
    pub first_at: Option<i64>,
    /// The first day of the term on which its mentor would not be clear; none: clear throughout, or not clear today,
    /// when nothing lies on the phone.
    pub runs_out_on: Option<SchoolDay>,
}

/// The gate.
#[async_trait]
pub trait AccessStore {
    /// Gives and takes students by what stands written, unless that was done on this day and nothing changed since:
    /// so what runs out takes effect by itself. Whether phones have something to learn.
    async fn settle_if_due(&self, school: SchoolId, today: SchoolDay, at: i64) -> Result<bool, StoreError>;
    /// How long a phone may be read that hears from the school today. None: there is no such phone.
    async fn lease_terms(&self, device: DeviceId, today: SchoolDay)
    -> Result<Option<LeaseTerms>, StoreError>;
    /// A lease is about to be signed for the phone; only the first time is kept.
    async fn note_first_lease(&self, device: DeviceId, at: i64) -> Result<(), StoreError>;
}
