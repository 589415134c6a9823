//! Groups of students that the team looks at together, by criteria, each with somebody who looks after them.

use async_trait::async_trait;
use daymark_domain::{DayGroupId, SchoolId, UserId};

use super::StoreError;

/// A group as it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayGroup {
    /// Its id.
    pub id: DayGroupId,
    /// What it is called.
    pub name: String,
    /// Who belongs to it: the criteria as the page's address has them.
    pub criteria: String,
    /// Who looks after them.
    pub owner: Option<UserId>,
    /// The owner's name.
    pub owner_name: Option<String>,
}

/// A version that is about to be kept.
#[derive(Clone, Debug)]
pub struct NewDayGroup {
    /// Of which group.
    pub id: DayGroupId,
    /// Whose school.
    pub school_id: SchoolId,
    /// What it is called.
    pub name: String,
    /// Who belongs to it.
    pub criteria: String,
    /// Who looks after them.
    pub owner: Option<UserId>,
    /// No longer offered.
    pub retired: bool,
    /// Who saves it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Groups.
#[async_trait]
pub trait DayGroupStore {
    /// The school's, by name.
    async fn day_groups(&self, school: SchoolId) -> Result<Vec<DayGroup>, StoreError>;
    /// Keeps a version. `false`: the group is another school's, or the owner is nobody of this one.
    async fn save_day_group(&self, new: NewDayGroup) -> Result<bool, StoreError>;
}
