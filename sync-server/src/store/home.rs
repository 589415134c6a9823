//! What a school has begun with, for the first page of whoever coordinates it.

use std::collections::BTreeSet;

use async_trait::async_trait;
use daymark_domain::{FirstStep, SchoolId};

use super::StoreError;

/// The beginnings of a school.
#[async_trait]
pub trait HomeStore {
    /// The first steps that the school has taken.
    async fn first_steps(&self, school: SchoolId) -> Result<BTreeSet<FirstStep>, StoreError>;
}
