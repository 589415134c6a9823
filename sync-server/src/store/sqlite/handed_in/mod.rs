//! What phones brought after their mentors had left, in SQLite.

use async_trait::async_trait;
use daymark_domain::{MentorId, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Row, Transaction, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::values::{all, day, device_tag, id, run};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::handed_in::{HandedInEntry, HandedInStore, LookedThrough};
use crate::store::sync::NewChanges;

#[async_trait]
impl HandedInStore for SqliteStore {
    async fn handed_in_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<HandedInEntry>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), mentor.as_bytes()];
            all(db, include_str!("of_mentor.sql"), of, entry)
        })
        .await
    }

    async fn mentors_with_handed_in(&self, school: SchoolId) -> Result<Vec<String>, StoreError> {
        self.read(move |db| {
            all(db, include_str!("mentors.sql"), params![school.as_bytes()], |row| Ok(row.get(0)?))
        })
        .await
    }

    async fn look_through_handed_in(&self, looked: LookedThrough) -> Result<u64, StoreError> {
        self.write(move |tx| {
            let LookedThrough { school_id, mentor_id, through, by, at } = looked;
            let these = params![school_id.as_bytes(), mentor_id.as_bytes(), through];
            let students =
                all(tx, include_str!("students_of_new.sql"), these, |row| id(row, 0, StudentId::from_bytes))?;
            for student in students {
                note(tx, &AccessEvent::by_staff(at, by, school_id, "handed_in_looked_at").about(student))?;
            }
            let row = params![school_id.as_bytes(), mentor_id.as_bytes(), through, by.as_bytes(), at];
            Ok(run(tx, include_str!("look_through.sql"), row)? as u64)
        })
        .await
    }
}

/// Keeps what of these changes was handed in.
pub(super) fn add(tx: &Transaction<'_>, new: &NewChanges) -> Result<(), StoreError> {
    for handed_in in &new.handed_in {
        let row = named_params! {
            ":match_id": new.match_id.as_bytes(),
            ":hash": handed_in.hash,
            ":kind": handed_in.kind,
            ":day": handed_in.day.number(),
            ":entry_key": handed_in.entry.as_ref().map(ToString::to_string),
            ":device_id": new.device_id.as_bytes(),
            ":at": new.at,
        };
        run(tx, include_str!("add.sql"), row)?;
    }
    Ok(())
}

fn entry(row: &Row<'_>) -> Result<HandedInEntry, StoreError> {
    let (looked_at, looked_by): (Option<i64>, Option<String>) = (row.get(9)?, row.get(10)?);
    Ok(HandedInEntry {
        id: row.get(0)?,
        mentor_id: id(row, 1, MentorId::from_bytes)?,
        mentor_name: row.get(2)?,
        tag: device_tag(row, 3)?,
        student_id: id(row, 4, StudentId::from_bytes)?,
        student_name: row.get(5)?,
        kind: row.get(6)?,
        day: day(row, 7)?,
        received_at: row.get(8)?,
        looked: looked_at.map(|at| (at, looked_by.unwrap_or_default())),
    })
}
