//! The rules that were set, row by row. What is in force on a day follows from them: `service::rules`.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId};

use super::StoreError;

/// One thing that was said about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Counts over all scopes.
    pub version: i64,
    /// The school that it is said of; none: the whole district.
    pub school_id: Option<SchoolId>,
    /// Which rule.
    pub key: String,
    /// As text; none: back to the district's value, or to the default.
    pub value: Option<String>,
    /// Reports as of this day and later follow it; none: all of them.
    pub from: Option<SchoolDay>,
    /// When it was said.
    pub set_at: i64,
    /// Who said it.
    pub set_by: String,
}

/// What is about to be said.
#[derive(Clone, Debug)]
pub struct NewSetting {
    /// The school; none: the whole district.
    pub school_id: Option<SchoolId>,
    /// Which rule.
    pub key: String,
    /// As text; none: back to the district's value, or to the default.
    pub value: Option<String>,
    /// From which day on.
    pub from: Option<SchoolDay>,
    /// Now.
    pub at: i64,
    /// By whom.
    pub by: String,
}

/// The settings.
#[async_trait]
pub trait SettingStore {
    /// Everything that was ever said, in the order in which it was said.
    async fn settings(&self) -> Result<Vec<Setting>, StoreError>;
    /// Says something more; its version.
    async fn add_setting(&self, new: NewSetting) -> Result<i64, StoreError>;
}
