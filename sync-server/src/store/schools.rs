//! Schools. They come into being by the import of a district's roster; here they are read and set up.

use async_trait::async_trait;
use daymark_domain::{SafetyContact, SchoolDay, SchoolId};

use super::StoreError;

/// A school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Our id.
    pub id: SchoolId,
    /// The export's own key.
    pub sis_id: String,
    /// Its name.
    pub name: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Minutes from midnight to the morning bell; none until staff set it.
    pub bell_minute: Option<u16>,
    /// The last day that the imported attendance covers.
    pub recorded_through: Option<SchoolDay>,
    /// The last day that its imported calendar knows.
    pub last_calendar_day: Option<SchoolDay>,
    /// The last number that its log gave out.
    pub seq: i64,
}

/// What staff may set; what is none stays as it is.
#[derive(Clone, Debug, Default)]
pub struct SchoolSettings {
    /// IANA name.
    pub time_zone: Option<String>,
    /// Minutes since midnight.
    pub bell_minute: Option<u16>,
}

/// The schools.
#[async_trait]
pub trait SchoolStore {
    /// All schools by name.
    async fn schools(&self) -> Result<Vec<School>, StoreError>;
    /// One school.
    async fn school(&self, id: SchoolId) -> Result<Option<School>, StoreError>;
    /// The school with the export's key.
    async fn school_by_sis_id(&self, sis_id: &str) -> Result<Option<School>, StoreError>;
    /// Sets what is given and tells the phones.
    async fn set_school(&self, id: SchoolId, settings: SchoolSettings, at: i64) -> Result<(), StoreError>;
    /// Whom mentors phone at once when a student may not be safe, in their order.
    async fn safety_contacts(&self, id: SchoolId) -> Result<Vec<SafetyContact>, StoreError>;
    /// Puts others in their place and tells the phones. The same ones again change nothing.
    async fn set_safety_contacts(
        &self,
        id: SchoolId,
        contacts: Vec<SafetyContact>,
        at: i64,
    ) -> Result<(), StoreError>;
}
