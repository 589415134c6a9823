//! Who looked at what. Rows are added, never changed.

use async_trait::async_trait;
use daymark_domain::{DeviceId, SchoolId, StudentId, UserId};

use super::StoreError;

/// One look at, or change of, what is known about students.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessEvent {
    /// When.
    pub at: i64,
    /// By whom, signed in.
    pub staff_id: Option<UserId>,
    /// By whom, on the command line.
    pub by_name: Option<String>,
    /// By which phone.
    pub device_id: Option<DeviceId>,
    /// What: `week_viewed`, `match_added`, ...
    pub what: String,
    /// Which report as of which day, which field: keys and words.
    pub detail: Option<String>,
    /// About one student, when it was one.
    pub student_id: Option<StudentId>,
    /// Of which school.
    pub school_id: Option<SchoolId>,
}

impl AccessEvent {
    /// A member of staff saw something about the school's students.
    pub fn by_staff(at: i64, staff: UserId, school: SchoolId, what: &str) -> Self {
        Self {
            at,
            staff_id: Some(staff),
            by_name: None,
            device_id: None,
            what: what.to_owned(),
            detail: None,
            student_id: None,
            school_id: Some(school),
        }
    }
    /// Somebody saw or changed something on the command line; without a school it is about the district.
    pub fn by_command(at: i64, by: String, school: Option<SchoolId>, what: &str, detail: String) -> Self {
        Self {
            at,
            staff_id: None,
            by_name: Some(by),
            device_id: None,
            what: what.to_owned(),
            detail: Some(detail),
            student_id: None,
            school_id: school,
        }
    }
    /// The gate of access gave or took something by what stands written.
    pub(crate) fn by_the_gate(at: i64, school: SchoolId, what: &str) -> Self {
        Self {
            at,
            staff_id: None,
            by_name: None,
            device_id: None,
            what: what.to_owned(),
            detail: None,
            student_id: None,
            school_id: Some(school),
        }
    }
    /// About that student.
    pub fn about(mut self, student: StudentId) -> Self {
        self.student_id = Some(student);
        self
    }
}

/// The record of access.
#[async_trait]
pub trait AuditStore {
    /// Notes one access.
    async fn note_access(&self, event: AccessEvent) -> Result<(), StoreError>;
    /// The school's newest accesses and those to the whole district, newest first.
    async fn accesses(&self, school: SchoolId, limit: u32) -> Result<Vec<AccessEvent>, StoreError>;
}
