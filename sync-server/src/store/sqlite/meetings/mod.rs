//! Meetings in SQLite.

use async_trait::async_trait;
use daymark_domain::{DecisionId, MeetingCheck, MeetingId, NoteText, SchoolId, StudentId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::audit::note;
use super::values::{all, day, id, one, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::meetings::{
    AgendaNote, Decision, Meeting, MeetingFacts, MeetingStore, NewAgendaNote, NewDecision, NewMeeting,
    TeamStudent,
};

#[async_trait]
impl MeetingStore for SqliteStore {
    async fn begin_meeting(&self, new: NewMeeting) -> Result<MeetingId, StoreError> {
        self.write(move |tx| {
            let (school, day, by) = (new.school_id, new.day.number(), new.by.as_bytes());
            let row = params![new.id.as_bytes(), school.as_bytes(), day, new.as_of.number(), by, new.at];
            if run(tx, include_str!("begin.sql"), row)? > 0 {
                note(tx, &AccessEvent::by_staff(new.at, new.by, school, "meeting_begun"))?;
            }
            let read = |row: &Row<'_>| id(row, 0, MeetingId::from_bytes);
            let found = one(tx, include_str!("on_day.sql"), params![school.as_bytes(), day], read)?;
            found.ok_or(StoreError::Unreadable { what: "meeting" })
        })
        .await
    }

    async fn meetings(&self, school: SchoolId) -> Result<Vec<Meeting>, StoreError> {
        self.read(move |db| select(db, school, None)).await
    }

    async fn meeting(&self, school: SchoolId, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
        self.read(move |db| Ok(select(db, school, Some(id))?.pop())).await
    }

    async fn say_of_meeting(
        &self,
        school: SchoolId,
        id: MeetingId,
        facts: MeetingFacts,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_of_school(tx, school, id)? {
                return Ok(false);
            }
            for person in facts.attended.iter().chain(&facts.chair) {
                if !is_staff(tx, school, *person)? {
                    return Ok(false);
                }
            }
            let checks: Vec<&str> = facts.checks.iter().map(|check| check.word()).collect();
            let chair = facts.chair.map(|chair| *chair.as_bytes());
            let (checks, by_id) = (checks.join(" "), by.as_bytes());
            let row = params![id.as_bytes(), chair, facts.chair_name, facts.others, checks, by_id, at];
            run(tx, include_str!("add_version.sql"), row)?;
            let version = tx.last_insert_rowid();
            for person in &facts.attended {
                run(tx, include_str!("add_attended.sql"), params![version, person.as_bytes()])?;
            }
            note(tx, &AccessEvent::by_staff(at, by, school, "meeting_changed"))?;
            Ok(true)
        })
        .await
    }

    async fn agenda_notes(&self, school: SchoolId, id: MeetingId) -> Result<Vec<AgendaNote>, StoreError> {
        let which = (*school.as_bytes(), *id.as_bytes());
        self.read(move |db| all(db, include_str!("notes.sql"), which, agenda_note)).await
    }

    async fn note_agenda(&self, new: NewAgendaNote) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let known = match new.lead {
                Some(lead) => is_staff(tx, new.school_id, lead)?,
                None => true,
            };
            if !known || !is_of_school(tx, new.school_id, new.meeting_id)? {
                return Ok(false);
            }
            let lead = new.lead.map(|lead| *lead.as_bytes());
            let text = new.text.as_ref().map(NoteText::as_str);
            let (meeting, by) = (new.meeting_id.as_bytes(), new.by.as_bytes());
            let row = params![meeting, new.item.word(), lead, text, by, new.at];
            run(tx, include_str!("add_note.sql"), row)?;
            note(tx, &AccessEvent::by_staff(new.at, new.by, new.school_id, "meeting_note_added"))?;
            Ok(true)
        })
        .await
    }

    async fn decisions(&self, school: SchoolId, id: MeetingId) -> Result<Vec<Decision>, StoreError> {
        let which = (*school.as_bytes(), *id.as_bytes());
        self.read(move |db| all(db, include_str!("decisions.sql"), which, decision)).await
    }

    async fn add_decision(&self, new: NewDecision) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let here = is_of_school(tx, new.school_id, new.meeting_id)?
                && is_student(tx, new.school_id, new.student_id)?;
            if !here {
                return Ok(false);
            }
            let student = new.student_id.map(|id| *id.as_bytes());
            let (meeting, text, by) = (new.meeting_id.as_bytes(), new.text.as_str(), new.by.as_bytes());
            let row = params![new.id.as_bytes(), meeting, student, text, by, new.at];
            run(tx, include_str!("add_decision.sql"), row)?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "decision_added");
            note(tx, &AccessEvent { student_id: new.student_id, ..seen })?;
            Ok(true)
        })
        .await
    }

    async fn take_back_decision(
        &self,
        school: SchoolId,
        meeting: MeetingId,
        decision: DecisionId,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let which = params![school.as_bytes(), meeting.as_bytes(), decision.as_bytes()];
            let student = |row: &Row<'_>| Ok(row.get::<_, Option<_>>(0)?.map(StudentId::from_bytes));
            let Some(student_id) = one(tx, include_str!("standing_decision.sql"), which, student)? else {
                return Ok(false);
            };
            run(tx, include_str!("take_back.sql"), params![decision.as_bytes(), by.as_bytes(), at])?;
            let seen = AccessEvent::by_staff(at, by, school, "decision_taken_back");
            note(tx, &AccessEvent { student_id, ..seen })?;
            Ok(true)
        })
        .await
    }

    async fn mentor_leads(&self, school: SchoolId) -> Result<Vec<(UserId, String)>, StoreError> {
        let lead = |row: &Row<'_>| Ok((id(row, 0, UserId::from_bytes)?, row.get(1)?));
        self.read(move |db| all(db, include_str!("leads.sql"), params![school.as_bytes()], lead)).await
    }

    async fn team_students(&self, school: SchoolId) -> Result<Vec<TeamStudent>, StoreError> {
        self.read(move |db| all(db, include_str!("students.sql"), params![school.as_bytes()], student)).await
    }
}

fn select(db: &Connection, school: SchoolId, which: Option<MeetingId>) -> Result<Vec<Meeting>, StoreError> {
    let which = which.map(|id| *id.as_bytes());
    all(db, include_str!("select.sql"), params![school.as_bytes(), which], |row| meeting(db, row))
}

pub(super) fn is_of_school(db: &Connection, school: SchoolId, id: MeetingId) -> Result<bool, StoreError> {
    exists(db, include_str!("of_school.sql"), school, id.as_bytes())
}

fn is_staff(db: &Connection, school: SchoolId, id: UserId) -> Result<bool, StoreError> {
    exists(db, include_str!("staff_of_school.sql"), school, id.as_bytes())
}

/// Nobody is of every school: about the school itself.
pub(super) fn is_student(
    db: &Connection,
    school: SchoolId,
    id: Option<StudentId>,
) -> Result<bool, StoreError> {
    match id {
        Some(id) => exists(db, include_str!("student_of_school.sql"), school, id.as_bytes()),
        None => Ok(true),
    }
}

fn exists(db: &Connection, sql: &str, school: SchoolId, id: &[u8; 16]) -> Result<bool, StoreError> {
    Ok(one(db, sql, params![school.as_bytes(), id], |_| Ok(()))?.is_some())
}

fn meeting(db: &Connection, row: &Row<'_>) -> Result<Meeting, StoreError> {
    let version: Option<i64> = row.get("version_id")?;
    let person = |row: &Row<'_>| Ok((id(row, 0, UserId::from_bytes)?, row.get::<_, String>(1)?));
    let there = match version {
        Some(version) => all(db, include_str!("attended.sql"), params![version], person)?,
        None => Vec::new(),
    };
    let (attended, attended_names) = there.into_iter().unzip();
    let checks: Option<String> = row.get("checks")?;
    Ok(Meeting {
        id: id(row, 0, MeetingId::from_bytes)?,
        day: day(row, 2)?,
        as_of: day(row, 3)?,
        decisions: row.get("decisions")?,
        actions: row.get("actions")?,
        attended_names,
        facts: MeetingFacts {
            chair: row.get::<_, Option<_>>(1)?.map(UserId::from_bytes),
            chair_name: row.get::<_, Option<String>>("chair_name")?.unwrap_or_default(),
            attended,
            others: row.get("others")?,
            checks: read_checks(&checks.unwrap_or_default())?,
        },
    })
}

fn read_checks(words: &str) -> Result<Vec<MeetingCheck>, StoreError> {
    let checks = words.split_whitespace().map(|word| word.parse());
    checks.collect::<Result<_, _>>().map_err(|_| StoreError::Unreadable { what: "check of a meeting" })
}

fn agenda_note(row: &Row<'_>) -> Result<AgendaNote, StoreError> {
    Ok(AgendaNote {
        item: word(row, "item")?,
        lead: row.get::<_, Option<_>>(0)?.map(UserId::from_bytes),
        text: note_text(row, "text")?,
        by: row.get("by_name")?,
        at: row.get("at")?,
    })
}

fn decision(row: &Row<'_>) -> Result<Decision, StoreError> {
    Ok(Decision {
        id: id(row, 0, DecisionId::from_bytes)?,
        student_id: row.get::<_, Option<_>>(1)?.map(StudentId::from_bytes),
        text: note_text(row, "text")?,
        by: row.get("by_name")?,
        at: row.get("at")?,
        taken_back_by: row.get("taken_back_by")?,
    })
}

pub(super) fn note_text(row: &Row<'_>, column: &'static str) -> Result<NoteText, StoreError> {
    NoteText::try_from(row.get::<_, String>(column)?).map_err(|_| StoreError::Unreadable { what: column })
}

fn student(row: &Row<'_>) -> Result<TeamStudent, StoreError> {
    Ok(TeamStudent {
        id: id(row, 0, StudentId::from_bytes)?,
        sis_id: row.get(1)?,
        given: row.get(2)?,
        family: row.get(3)?,
    })
}
