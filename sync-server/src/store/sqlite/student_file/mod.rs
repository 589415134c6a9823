//! Students' files in SQLite.

mod parts;

use std::cmp::Reverse;

use async_trait::async_trait;
use daymark_domain::{CalendarMark, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::schools::by_id;
use super::values::{all, day, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::fields::{FieldClass, Readable};
use crate::store::student_file::{
    ContactPoint, FileAccess, FileEntry, FileIndicator, MatchPeriod, NewAmendment, OfficialDay, RecordTaken,
    ReplacedDay, StaffWord, StudentFile, StudentFileStore,
};

#[async_trait]
impl StudentFileStore for SqliteStore {
    async fn student_file(
        &self,
        school: SchoolId,
        student: StudentId,
        fields: Readable,
    ) -> Result<Option<StudentFile>, StoreError> {
        self.read(move |db| file(db, school, student, fields)).await
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
            let RecordTaken { at, by, school_id, format, purpose, student_id, recipient } = taken;
            if let Some(recipient) = recipient {
                let row = named_params! {
                    ":student_id": student_id.as_bytes(),
                    ":school_id": school_id.as_bytes(),
                    ":staff_id": by.as_bytes(),
                    ":at": at,
                    ":purpose": purpose.word(),
                    ":format": format,
                    ":recipient": recipient,
                };
                run(tx, include_str!("add_disclosure.sql"), row)?;
            }
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

/// The file with these of its fields, in the transaction of the caller.
pub(super) fn file(
    db: &Connection,
    school: SchoolId,
    student: StudentId,
    fields: Readable,
) -> Result<Option<StudentFile>, StoreError> {
    let mut enrollments = Vec::new();
    let about = all(db, include_str!("student.sql"), params_of(school, student), |row| {
        enrollments.push((day(row, 5)?, optional_day(row, 6)?));
        Ok((row.get(0)?, row.get(1)?, optional_day(row, 2)?, row.get(3)?, row.get(4)?))
    })?;
    let Some((name, full_name, birth_day, grade, home_language)) = about.into_iter().next() else {
        return Ok(None);
    };
    let read = Read { db, school, student, fields };
    let identity = fields.has(FieldClass::Identity);
    Ok(Some(StudentFile {
        id: student,
        name: fields.of_class(FieldClass::Identity, name),
        full_name: fields.of_class(FieldClass::Identity, full_name),
        birth_day: fields.of_class(FieldClass::Birthday, birth_day),
        grade: fields.of_class(FieldClass::Identity, grade),
        home_language: fields.of_class(FieldClass::Identity, home_language),
        enrollments: if identity { enrollments } else { Vec::new() },
        contact_points: read.contact_points()?,
        matches: read.matches()?,
        entries: read.entries()?,
        barriers: read.rows(FieldClass::Barriers, include_str!("barriers.sql"), parts::barrier)?,
        goals: read.rows(FieldClass::MentorWork, include_str!("goals.sql"), parts::goal)?,
        official: read.official()?,
        replaced: read.replaced()?,
        indicators: read.indicators()?,
        written: if fields.has(FieldClass::StaffWords) { written(db, school, student)? } else { Vec::new() },
        marks: read.rows(FieldClass::MentorWork, include_str!("marks.sql"), mark)?.into_iter().collect(),
        amendments: read.rows(FieldClass::FamilyWords, include_str!("amendments.sql"), parts::amendment)?,
        disclosures: read.rows(FieldClass::StaffWords, include_str!("disclosures.sql"), parts::disclosure)?,
    }))
}

fn mark(row: &Row<'_>) -> Result<(SchoolDay, CalendarMark), StoreError> {
    Ok((day(row, 0)?, word::<CalendarMark>(row, "mark")?))
}

/// A file that is being read, with what may be read of it.
struct Read<'a> {
    db: &'a Connection,
    school: SchoolId,
    student: StudentId,
    fields: Readable,
}

impl Read<'_> {
    /// The rows of a class; none for who may not read it: nothing is asked of the database then.
    fn rows<T>(
        &self,
        class: FieldClass,
        sql: &str,
        row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match self.fields.has(class) {
            true => all(self.db, sql, params_of(self.school, self.student), row),
            false => Ok(Vec::new()),
        }
    }

    /// Why these two were matched is said in staff's own words.
    fn matches(&self) -> Result<Vec<MatchPeriod>, StoreError> {
        let mut found =
            self.rows(FieldClass::MentorWork, include_str!("matches.sql"), parts::match_period)?;
        let may_read = |why: Option<String>| self.fields.of_class(FieldClass::StaffWords, why);
        found.iter_mut().for_each(|of| of.rationale = may_read(of.rationale.take()));
        Ok(found)
    }

    fn entries(&self) -> Result<Vec<FileEntry>, StoreError> {
        if !self.fields.has(FieldClass::MentorWork) {
            return Ok(Vec::new());
        }
        let [notes, close] = [FieldClass::TeamNotes, FieldClass::CloseNotes].map(|of| self.fields.has(of));
        let which = params![self.school.as_bytes(), self.student.as_bytes(), close, notes];
        all(self.db, include_str!("entries.sql"), which, parts::entry)
    }

    fn official(&self) -> Result<Vec<OfficialDay>, StoreError> {
        let mut days = self.rows(FieldClass::Attendance, include_str!("official.sql"), parts::official)?;
        days.iter_mut().for_each(|day| day.reason = self.reason(day.reason.take()));
        Ok(days)
    }

    fn replaced(&self) -> Result<Vec<ReplacedDay>, StoreError> {
        let mut days = self.rows(FieldClass::Attendance, include_str!("replaced.sql"), parts::replaced)?;
        days.iter_mut().for_each(|day| day.reason = self.reason(day.reason.take()));
        Ok(days)
    }

    fn reason(&self, reason: Option<String>) -> Option<String> {
        self.fields.of_class(FieldClass::AttendanceReasons, reason)
    }

    fn indicators(&self) -> Result<Vec<FileIndicator>, StoreError> {
        let of = params![self.student.as_bytes()];
        let mut found = all(self.db, include_str!("indicators.sql"), of, parts::indicator)?;
        found.retain(|of| self.fields.has(FieldClass::of_indicator(of.kind)));
        Ok(found)
    }

    /// Whom to call, each with what became of their number.
    fn contact_points(&self) -> Result<Vec<ContactPoint>, StoreError> {
        if !self.fields.has(FieldClass::ContactPoints) {
            return Ok(Vec::new());
        }
        let of = params![self.student.as_bytes()];
        let mut points = all(self.db, include_str!("contact_points.sql"), of, parts::contact_point)?;
        if !self.fields.has(FieldClass::NumberHistory) {
            return Ok(points);
        }
        for (guardian, past) in all(self.db, include_str!("numbers.sql"), of, parts::number)? {
            if let Some(point) = points.iter_mut().find(|point| point.guardian_id == guardian) {
                point.past.push(past);
            }
        }
        Ok(points)
    }
}

fn params_of(school: SchoolId, student: StudentId) -> ([u8; 16], [u8; 16]) {
    (*school.as_bytes(), *student.as_bytes())
}
