//! Where help is to be had. Each save is a version of its own, the latest is in force.

use async_trait::async_trait;
use daymark_domain::{BarrierFactor, ResourceId, SchoolDay, SchoolId, UserId};

use super::StoreError;

/// What is known of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceFacts {
    /// Its name.
    pub name: String,
    /// What it helps with.
    pub factors: Vec<BarrierFactor>,
    /// For whom; none: for everybody.
    pub eligibility: Option<String>,
    /// When it is open.
    pub hours: Option<String>,
    /// Its number.
    pub phone: Option<String>,
    /// When somebody last made sure of it.
    pub verified: Option<SchoolDay>,
    /// No longer offered.
    pub retired: bool,
}

/// A resource as one version has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Which.
    pub id: ResourceId,
    /// What is known of it.
    pub facts: ResourceFacts,
    /// Who saved it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// The directory.
#[async_trait]
pub trait ResourceStore {
    /// The school's resources by name, retired ones last.
    async fn resources(&self, school: SchoolId) -> Result<Vec<Resource>, StoreError>;
    /// Every version of one, the latest first; none: the school has no such resource.
    async fn resource_versions(&self, school: SchoolId, id: ResourceId) -> Result<Vec<Resource>, StoreError>;
    /// Saves a version. `false`: the id is another school's.
    async fn save_resource(
        &self,
        school: SchoolId,
        id: ResourceId,
        facts: ResourceFacts,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
}
