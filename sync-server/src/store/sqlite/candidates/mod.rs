//! Candidates in SQLite.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use daymark_domain::{Availability, NoteText, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::values::{all, day, id, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::candidates::{
    CandidateRecord, CandidateStore, CandidateStudent, MenteeProfile, NewDecision, NewProfile,
};

#[async_trait]
impl CandidateStore for SqliteStore {
    async fn candidate_students(
        &self,
        school: SchoolId,
        day: SchoolDay,
    ) -> Result<Vec<CandidateStudent>, StoreError> {
        self.read(move |db| students(db, school, Some(day), None)).await
    }

    async fn candidate_student(
        &self,
        school: SchoolId,
        student: StudentId,
    ) -> Result<Option<CandidateStudent>, StoreError> {
        self.read(move |db| Ok(students(db, school, None, Some(student))?.pop())).await
    }

    async fn decisions_in_force(
        &self,
        school: SchoolId,
    ) -> Result<BTreeMap<StudentId, CandidateRecord>, StoreError> {
        self.read(move |db| Ok(decisions(db, school, None, true)?.into_iter().collect())).await
    }

    async fn decisions_about(
        &self,
        school: SchoolId,
        student: StudentId,
    ) -> Result<Vec<CandidateRecord>, StoreError> {
        let records = self.read(move |db| decisions(db, school, Some(student), false)).await?;
        Ok(records.into_iter().map(|(_, record)| record).collect())
    }

    async fn decide_candidate(&self, new: NewDecision) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_of_school(tx, new.school_id, new.student_id)? {
                return Ok(false);
            }
            let row = named_params! {
                ":school_id": new.school_id.as_bytes(),
                ":student_id": new.student_id.as_bytes(),
                ":decision": new.decision.word(),
                ":reason": new.reason.word(),
                ":note": new.note.as_ref().map(NoteText::as_str),
                ":look_again_day": new.look_again.map(SchoolDay::number),
                ":rules": new.rules.join(" "),
                ":day": new.day.number(),
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            run(tx, include_str!("decide.sql"), row)?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "candidate_decided");
            note(tx, &seen.about(new.student_id))?;
            Ok(true)
        })
        .await
    }

    async fn mentee_profile(
        &self,
        school: SchoolId,
        student: StudentId,
    ) -> Result<Option<MenteeProfile>, StoreError> {
        let of = (*school.as_bytes(), *student.as_bytes());
        self.read(move |db| one(db, include_str!("profile.sql"), of, profile)).await
    }

    async fn save_mentee_profile(&self, new: NewProfile) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_of_school(tx, new.school_id, new.student_id)? {
                return Ok(false);
            }
            let row = named_params! {
                ":school_id": new.school_id.as_bytes(),
                ":student_id": new.student_id.as_bytes(),
                ":interests": new.profile.interests,
                ":strengths": new.profile.strengths,
                ":preferences": new.profile.preferences,
                ":availability": availability_words(&new.profile.availability),
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            run(tx, include_str!("save_profile.sql"), row)?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "mentee_profile_saved");
            note(tx, &seen.about(new.student_id))?;
            Ok(true)
        })
        .await
    }
}

fn students(
    db: &Connection,
    school: SchoolId,
    day: Option<SchoolDay>,
    student: Option<StudentId>,
) -> Result<Vec<CandidateStudent>, StoreError> {
    let of = params![school.as_bytes(), day.map(SchoolDay::number), student.map(|id| *id.as_bytes())];
    all(db, include_str!("students.sql"), of, |row| {
        Ok(CandidateStudent {
            id: id(row, 0, StudentId::from_bytes)?,
            sis_id: row.get("sis_id")?,
            name: row.get("name")?,
            grade: row.get("grade")?,
            languages: names(row.get("languages")?, "\u{1f},"),
            mentors: names(row.get("mentors")?, "\u{1f}"),
            preparing: row.get("preparing")?,
        })
    })
}

/// What `group_concat` put together; one that makes its values distinct puts a comma behind each.
fn names(joined: Option<String>, between: &str) -> Vec<String> {
    let joined = joined.unwrap_or_default();
    let names = joined.split(between).map(|name| name.trim_end_matches('\u{1f}'));
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Enrolled now or before: who left is decided about no more, but what was decided can still be followed.
pub(super) fn is_of_school(
    db: &Connection,
    school: SchoolId,
    student: StudentId,
) -> Result<bool, StoreError> {
    let of = params![school.as_bytes(), student.as_bytes()];
    Ok(one(db, include_str!("is_of_school.sql"), of, |_| Ok(()))?.is_some())
}

fn decisions(
    db: &Connection,
    school: SchoolId,
    student: Option<StudentId>,
    only_latest: bool,
) -> Result<Vec<(StudentId, CandidateRecord)>, StoreError> {
    let of = params![school.as_bytes(), student.map(|id| *id.as_bytes()), only_latest];
    all(db, include_str!("decisions.sql"), of, |row| Ok((id(row, 0, StudentId::from_bytes)?, record(row)?)))
}

fn record(row: &Row<'_>) -> Result<CandidateRecord, StoreError> {
    Ok(CandidateRecord {
        decision: word(row, "decision")?,
        reason: word(row, "reason")?,
        note: note_text(row, "note")?,
        look_again: optional_day(row, 4)?,
        rules: row.get::<_, String>("rules")?.split_whitespace().map(str::to_owned).collect(),
        day: day(row, 6)?,
        by: row.get("by_name")?,
        at: row.get("at")?,
    })
}

/// A note that may be missing.
pub(super) fn note_text(row: &Row<'_>, column: &'static str) -> Result<Option<NoteText>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(NoteText::try_from).transpose().map_err(|_| StoreError::Unreadable { what: "note" })
}

fn profile(row: &Row<'_>) -> Result<MenteeProfile, StoreError> {
    Ok(MenteeProfile {
        interests: row.get(0)?,
        strengths: row.get(1)?,
        preferences: row.get(2)?,
        availability: availability(&row.get::<_, String>(3)?)?,
    })
}

fn availability_words(of: &BTreeSet<Availability>) -> String {
    of.iter().map(|part| part.word()).collect::<Vec<_>>().join(" ")
}

/// Words with a space between.
pub(super) fn availability(words: &str) -> Result<BTreeSet<Availability>, StoreError> {
    let parts = words.split_whitespace().map(str::parse).collect::<Result<_, _>>();
    parts.map_err(|_| StoreError::Unreadable { what: "availability" })
}
