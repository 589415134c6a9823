//! What matches try: the learning agenda.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{MatchId, SchoolId, UserId};

use super::StoreError;

/// A match with what it tries. No `Debug`: it names a child.
#[derive(Clone, PartialEq, Eq)]
pub struct MatchVariant {
    /// The match.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// The mentor's name.
    pub mentor: String,
    /// What it tries.
    pub variant: Option<String>,
    /// How often that was said differently before.
    pub changes: u32,
}

/// The variants.
#[async_trait]
pub trait VariantStore {
    /// The school's open matches, by student.
    async fn variants(&self, school: SchoolId) -> Result<Vec<MatchVariant>, StoreError>;
    /// Says what a match tries; whether it is one of the school's. The same again is no new mark.
    async fn set_variant(
        &self,
        school: SchoolId,
        match_id: MatchId,
        variant: Option<String>,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
    /// What every match of the district tries, where it tries something.
    async fn all_variants(&self) -> Result<BTreeMap<MatchId, String>, StoreError>;
}
