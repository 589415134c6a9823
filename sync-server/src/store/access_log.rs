//! The record of access as the auditor reads it: filtered and page by page.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId, StudentId, UserId};

use super::StoreError;

/// Which of it; what is none does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessFilter {
    /// By whom.
    pub staff: Option<UserId>,
    /// What was done.
    pub what: Option<String>,
    /// About whom.
    pub student: Option<StudentId>,
    /// Of which school.
    pub school: Option<SchoolId>,
    /// From this moment on.
    pub from: Option<i64>,
    /// Before this moment.
    pub until: Option<i64>,
    /// Older than the event of this number: the next page.
    pub before: Option<i64>,
}

/// One access, with names where they are known. No `Debug`: it leads to a child's record.
#[derive(Clone, PartialEq, Eq)]
pub struct Access {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: i64,
    /// By which account.
    pub staff_id: Option<UserId>,
    /// Its name; of a command who ran it.
    pub by: Option<String>,
    /// Whether a phone did it.
    pub by_phone: bool,
    /// What.
    pub what: String,
    /// Which report as of which day, which field.
    pub detail: Option<String>,
    /// About whom.
    pub student_id: Option<StudentId>,
    /// The export's key of the student: no name.
    pub student_key: Option<String>,
    /// The school's name.
    pub school: Option<String>,
}

/// What can be narrowed by.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct AccessChoices {
    /// Accounts with their names.
    pub people: Vec<(UserId, String)>,
    /// What was ever done.
    pub kinds: Vec<String>,
}

/// The record of access.
#[async_trait]
pub trait AccessLogStore {
    /// What fits, the latest first.
    async fn access_log(&self, filter: AccessFilter, limit: u32) -> Result<Vec<Access>, StoreError>;
    /// What can be narrowed by.
    async fn access_choices(&self) -> Result<AccessChoices, StoreError>;
    /// The student with the export's key.
    async fn student_with_key(&self, key: &str) -> Result<Option<StudentId>, StoreError>;
    /// The export's key of a student.
    async fn key_of_student(&self, student: StudentId) -> Result<Option<String>, StoreError>;
}

/// The first and the last moment of a date, as moments from it to before it: the log is filtered by days in UTC.
pub fn moments_of(day: SchoolDay) -> (i64, i64) {
    let first = i64::from(day.number()) * 86_400;
    (first, first + 86_400)
}
