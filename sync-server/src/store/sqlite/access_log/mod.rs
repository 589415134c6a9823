//! The record of access, for the auditor, in SQLite.

use async_trait::async_trait;
use daymark_domain::{StudentId, UserId};
use daymark_sqlite::rusqlite::{Row, named_params};

use super::SqliteStore;
use super::values::{all, id, one};
use crate::store::StoreError;
use crate::store::access_log::{Access, AccessChoices, AccessFilter, AccessLogStore};

#[async_trait]
impl AccessLogStore for SqliteStore {
    async fn access_log(&self, filter: AccessFilter, limit: u32) -> Result<Vec<Access>, StoreError> {
        self.read(move |db| {
            let which = named_params! {
                ":staff_id": filter.staff.map(|id| *id.as_bytes()),
                ":what": filter.what,
                ":student_id": filter.student.map(|id| *id.as_bytes()),
                ":school_id": filter.school.map(|id| *id.as_bytes()),
                ":from": filter.from,
                ":until": filter.until,
                ":before": filter.before,
                ":limit": limit,
            };
            all(db, include_str!("select.sql"), which, access)
        })
        .await
    }

    async fn access_choices(&self) -> Result<AccessChoices, StoreError> {
        self.read(|db| {
            let person = |row: &Row<'_>| Ok((id(row, 0, UserId::from_bytes)?, row.get(1)?));
            let people = all(db, include_str!("people.sql"), [], person)?;
            let kinds = all(db, include_str!("kinds.sql"), [], |row| Ok(row.get(0)?))?;
            Ok(AccessChoices { people, kinds })
        })
        .await
    }

    async fn student_with_key(&self, key: &str) -> Result<Option<StudentId>, StoreError> {
        self.student_by_sis_id(key).await
    }

    async fn key_of_student(&self, student: StudentId) -> Result<Option<String>, StoreError> {
        self.read(move |db| one(db, include_str!("key.sql"), [student.as_bytes()], |row| Ok(row.get(0)?)))
            .await
    }
}

fn access(row: &Row<'_>) -> Result<Access, StoreError> {
    Ok(Access {
        id: row.get("id")?,
        at: row.get("at")?,
        staff_id: row.get::<_, Option<_>>("staff_id")?.map(UserId::from_bytes),
        by: row.get("by_name")?,
        by_phone: row.get("by_phone")?,
        what: row.get("what")?,
        detail: row.get("detail")?,
        student_id: row.get::<_, Option<_>>("student_id")?.map(StudentId::from_bytes),
        student_key: row.get("student_key")?,
        school: row.get("school_name")?,
    })
}
