//! Students' files in SQLite.

mod parts;

use std::cmp::Reverse;

use async_trait::async_trait;
use daymark_domain::{CalendarMark, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::schools::by_id;
use super::values::{all, day, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::student_file::{
    ContactPoint, FileAccess, NewAmendment, Reads, RecordTaken, StaffWord, StudentFile, StudentFileStore,
};

#[async_trait]
impl StudentFileStore for SqliteStore {
    async fn student_file(
        &self,
        school: SchoolId,
        student: StudentId,
        reads: Reads,
    ) -> Result<Option<StudentFile>, StoreError> {
        self.read(move |db| file(db, school, student, reads)).await
    }

    async fn accesses_to(&self, school: SchoolId, student: StudentId) -> Result<Vec<FileAccess>, StoreError> {
        let which = (*school.as_bytes(), *student.as_bytes());
        self.read(move |db| {
            all(db, include_str!("accesses.sql"), which, |row| {
                Ok(FileAccess { at: row.get(0)?, what: row.get(1)?, by: row.get(2)?, detail: row.get(3)? })
            })
        })
        .await
    }

    async fn add_amendment(&self, new: NewAmendment) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let row = named_params! {
                ":student_id": new.student_id.as_bytes(),
                ":school_id": new.school_id.as_bytes(),
                ":day": new.day.number(),
                ":asked_by": new.asked_by,
                ":text": new.text,
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            if run(tx, include_str!("add_amendment.sql"), row)? == 0 {
                return Ok(false);
            }
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "amendment_added");
            note(tx, &seen.about(new.student_id))?;
            Ok(true)
        })
        .await
    }

    async fn note_export(&self, taken: RecordTaken) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let which = params_of(taken.school_id, taken.student_id);
            if one(tx, include_str!("enrolled.sql"), which, |_| Ok(()))?.is_none() {
                return Ok(false);
            }
            let RecordTaken { at, by, school_id, format, purpose, student_id } = taken;
            let mut event = AccessEvent::by_staff(at, by, school_id, "student_record_exported");
            event.detail = Some(format!("{format} {purpose}"));
            note(tx, &event.about(student_id))?;
            Ok(true)
        })
        .await
    }
}

/// What staff wrote, the latest day first.
fn written(db: &Connection, school: SchoolId, student: StudentId) -> Result<Vec<StaffWord>, StoreError> {
    let here = by_id(db, school)?.ok_or(StoreError::Unreadable { what: "school" })?;
    let row = |row: &Row<'_>| parts::staff_word(row, &here);
    let mut written = all(db, include_str!("written.sql"), params_of(school, student), row)?;
    written.sort_by_key(|word| Reverse(word.day));
    Ok(written)
}

fn file(
    db: &Connection,
    school: SchoolId,
    student: StudentId,
    reads: Reads,
) -> Result<Option<StudentFile>, StoreError> {
    let which = || params_of(school, student);
    let mut enrollments = Vec::new();
    let about = all(db, include_str!("student.sql"), which(), |row| {
        enrollments.push((day(row, 5)?, optional_day(row, 6)?));
        Ok((row.get(0)?, row.get(1)?, optional_day(row, 2)?, row.get(3)?, row.get(4)?))
    })?;
    let Some((name, full_name, birth_day, grade, home_language)) = about.into_iter().next() else {
        return Ok(None);
    };
    let everything = reads == Reads::Everything;
    let with_notes = params![school.as_bytes(), student.as_bytes(), everything];
    let marks = all(db, include_str!("marks.sql"), which(), |row| {
        Ok((day(row, 0)?, word::<CalendarMark>(row, "mark")?))
    })?;
    Ok(Some(StudentFile {
        id: student,
        name,
        full_name,
        birth_day,
        grade,
        home_language,
        enrollments,
        contact_points: contact_points(db, student)?,
        matches: all(db, include_str!("matches.sql"), which(), parts::match_period)?,
        entries: all(db, include_str!("entries.sql"), with_notes, parts::entry)?,
        barriers: all(db, include_str!("barriers.sql"), which(), parts::barrier)?,
        goals: all(db, include_str!("goals.sql"), which(), parts::goal)?,
        official: all(db, include_str!("official.sql"), which(), parts::official)?,
        replaced: all(db, include_str!("replaced.sql"), which(), parts::replaced)?,
        indicators: all(db, include_str!("indicators.sql"), params![student.as_bytes()], parts::indicator)?,
        written: match reads {
            Reads::Everything => written(db, school, student)?,
            Reads::Team => Vec::new(),
        },
        marks: marks.into_iter().collect(),
        amendments: all(db, include_str!("amendments.sql"), which(), parts::amendment)?,
    }))
}

fn params_of(school: SchoolId, student: StudentId) -> ([u8; 16], [u8; 16]) {
    (*school.as_bytes(), *student.as_bytes())
}

/// Whom to call, each with what became of their number.
fn contact_points(db: &Connection, student: StudentId) -> Result<Vec<ContactPoint>, StoreError> {
    let of = params![student.as_bytes()];
    let mut points = all(db, include_str!("contact_points.sql"), of, parts::contact_point)?;
    for (guardian, past) in all(db, include_str!("numbers.sql"), of, parts::number)? {
        if let Some(point) = points.iter_mut().find(|point| point.guardian_id == guardian) {
            point.past.push(past);
        }
    }
    Ok(points)
}
