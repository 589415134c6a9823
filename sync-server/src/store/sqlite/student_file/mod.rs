//! Students' files in SQLite.

use std::str::FromStr;

use async_trait::async_trait;
use daymark_domain::{AttendanceStatus, CalendarMark, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::values::{all, day, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::student_file::{
    Amendment, ContactPoint, EntryIs, FileAccess, FileBarrier, FileEntry, FileGoal, MatchPeriod,
    NewAmendment, OfficialDay, Reads, StudentFile, StudentFileStore,
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
                Ok(FileAccess { at: row.get(0)?, what: row.get(1)?, by: row.get(2)? })
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
        contact_points: all(
            db,
            include_str!("contact_points.sql"),
            params![student.as_bytes()],
            contact_point,
        )?,
        matches: all(db, include_str!("matches.sql"), which(), match_period)?,
        entries: all(db, include_str!("entries.sql"), with_notes, entry)?,
        barriers: all(db, include_str!("barriers.sql"), which(), barrier)?,
        goals: all(db, include_str!("goals.sql"), which(), goal)?,
        official: all(db, include_str!("official.sql"), which(), official)?,
        marks: marks.into_iter().collect(),
        amendments: all(db, include_str!("amendments.sql"), which(), amendment)?,
    }))
}

fn params_of(school: SchoolId, student: StudentId) -> ([u8; 16], [u8; 16]) {
    (*school.as_bytes(), *student.as_bytes())
}

fn contact_point(row: &Row<'_>) -> Result<ContactPoint, StoreError> {
    Ok(ContactPoint {
        name: row.get(0)?,
        relation: row.get(1)?,
        language: row.get(2)?,
        phone: row.get(3)?,
        restrictions: row.get(4)?,
        best_hours: row.get(5)?,
        interpreter: row.get(6)?,
        may_text: row.get(7)?,
        former: row.get(8)?,
    })
}

fn match_period(row: &Row<'_>) -> Result<MatchPeriod, StoreError> {
    Ok(MatchPeriod {
        mentor: row.get(0)?,
        start: day(row, 1)?,
        end: optional_day(row, 2)?,
        end_reason: row.get(3)?,
        rationale: row.get(4)?,
    })
}

fn entry(row: &Row<'_>) -> Result<FileEntry, StoreError> {
    let is = match row.get_ref(0)?.as_str().unwrap_or_default() {
        "contact" => EntryIs::Contact,
        "door_check" => EntryIs::DoorCheck,
        "note" => EntryIs::Note,
        "recognition" => EntryIs::Recognition,
        "ask" => EntryIs::Ask,
        _ => EntryIs::SafetyConcern,
    };
    Ok(FileEntry {
        is,
        day: day(row, 1)?,
        mentor: row.get(3)?,
        word: row.get(4)?,
        second: row.get(5)?,
        text: row.get(6)?,
        minutes: row.get(7)?,
        voided: row.get(8)?,
    })
}

fn barrier(row: &Row<'_>) -> Result<FileBarrier, StoreError> {
    Ok(FileBarrier {
        day: day(row, 0)?,
        factor: row.get(1)?,
        source: row.get(2)?,
        resolved: optional_day(row, 3)?,
        voided: row.get(4)?,
    })
}

fn goal(row: &Row<'_>) -> Result<FileGoal, StoreError> {
    Ok(FileGoal {
        day: day(row, 0)?,
        measure: row.get(1)?,
        was: row.get(2)?,
        aim: row.get(3)?,
        due: day(row, 4)?,
        result: row.get(5)?,
        voided: row.get(6)?,
    })
}

fn official(row: &Row<'_>) -> Result<OfficialDay, StoreError> {
    let status = AttendanceStatus::from_str(&row.get::<_, String>(1)?);
    let status = status.map_err(|_| StoreError::Unreadable { what: "attendance status" })?;
    Ok(OfficialDay { day: day(row, 0)?, status, reason: row.get(2)? })
}

fn amendment(row: &Row<'_>) -> Result<Amendment, StoreError> {
    Ok(Amendment { day: day(row, 0)?, asked_by: row.get(1)?, text: row.get(2)?, by: row.get(3)? })
}
