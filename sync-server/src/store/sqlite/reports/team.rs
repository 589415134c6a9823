//! What the team itself does, as it stood on the last day of the question.

use daymark_domain::{MentorId, SchoolDay, SchoolId, StudentId};
use daymark_reports::{ActionFact, CheckInFact, DecisionFact, ReferralFact, TeamFacts};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::super::meetings::note_text;
use super::super::values::{all, id, word};
use super::narrowed;
use crate::store::StoreError;
use crate::store::reports::FactsQuestion;

const DAY_S: i64 = 24 * 60 * 60;

pub(super) fn team(
    db: &Connection,
    question: FactsQuestion,
    first: SchoolDay,
) -> Result<TeamFacts, StoreError> {
    let FactsQuestion { school_id, last, .. } = question;
    let only = school_id.map(|id| *id.as_bytes());
    // Moments become days in UTC, as those of requests and phones do.
    let after = params![only, i64::from(last.next().number()) * DAY_S];
    let days = params![only, first.number(), last.number()];
    Ok(TeamFacts {
        referrals: all(db, &narrowed(include_str!("referrals.sql"), school_id), after, referral)?,
        decisions: all(db, &narrowed(include_str!("decisions.sql"), school_id), days, decision)?,
        actions: all(db, &narrowed(include_str!("actions.sql"), school_id), after, action)?,
        check_ins: all(
            db,
            &narrowed(include_str!("check_ins.sql"), school_id),
            params![only, last.number()],
            check_in,
        )?,
    })
}

fn referral(row: &Row<'_>) -> Result<ReferralFact, StoreError> {
    Ok(ReferralFact {
        school_id: id(row, 0, SchoolId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_sis_id: row.get("sis_id")?,
        kind: word(row, "kind")?,
        urgency: word(row, "urgency")?,
        day: moment(row, "begun_at")?,
        status: word(row, "status")?,
        since: moment(row, "at")?,
        owner: row.get("owner")?,
        due: row.get::<_, Option<i32>>("due_day")?.map(to_day).transpose()?,
    })
}

fn decision(row: &Row<'_>) -> Result<DecisionFact, StoreError> {
    Ok(DecisionFact {
        school_id: id(row, 0, SchoolId::from_bytes)?,
        student_sis_id: row.get("sis_id")?,
        day: to_day(row.get("day")?)?,
        text: Some(note_text(row, "text")?),
    })
}

fn action(row: &Row<'_>) -> Result<ActionFact, StoreError> {
    Ok(ActionFact {
        school_id: id(row, 0, SchoolId::from_bytes)?,
        student_sis_id: row.get("sis_id")?,
        day: moment(row, "begun_at")?,
        state: word(row, "state")?,
        since: moment(row, "at")?,
        owner: row.get("owner")?,
        due: to_day(row.get("due_day")?)?,
        text: Some(note_text(row, "text")?),
    })
}

fn check_in(row: &Row<'_>) -> Result<CheckInFact, StoreError> {
    Ok(CheckInFact {
        school_id: id(row, 0, SchoolId::from_bytes)?,
        mentor_id: id(row, 1, MentorId::from_bytes)?,
        day: to_day(row.get("day")?)?,
    })
}

fn moment(row: &Row<'_>, column: &'static str) -> Result<SchoolDay, StoreError> {
    Ok(SchoolDay::at(row.get(column)?, 0))
}

fn to_day(number: i32) -> Result<SchoolDay, StoreError> {
    SchoolDay::from_number(number).ok_or(StoreError::Unreadable { what: "day" })
}
