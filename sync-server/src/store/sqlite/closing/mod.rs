//! Endings in SQLite.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{MatchId, MentorId, NoteText, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::fits::has_room;
use super::proposals::steps;
use super::values::{all, day, id, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::closing::{
    Author, Closing, ClosingPlan, ClosingStore, HandOver, KeptMatch, NewPlan, NewRematch, NewStep, Rematched,
    StepTaken,
};

#[async_trait]
impl ClosingStore for SqliteStore {
    async fn kept_matches(&self, school: SchoolId, today: SchoolDay) -> Result<Vec<KeptMatch>, StoreError> {
        self.read(move |db| kept(db, school, today, None)).await
    }

    async fn kept_match(
        &self,
        school: SchoolId,
        id: MatchId,
        today: SchoolDay,
    ) -> Result<Option<KeptMatch>, StoreError> {
        self.read(move |db| Ok(kept(db, school, today, Some(id))?.pop())).await
    }

    async fn closings(&self, school: SchoolId) -> Result<BTreeMap<MatchId, Closing>, StoreError> {
        self.read(move |db| closings(db, school, None)).await
    }

    async fn closing(&self, school: SchoolId, id: MatchId) -> Result<Closing, StoreError> {
        self.read(move |db| Ok(closings(db, school, Some(id))?.remove(&id).unwrap_or_default())).await
    }

    async fn plan_closing(&self, plan: NewPlan, author: Author) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Some(student) = student_of(tx, author.school_id, plan.id, Which::Open)? else {
                return Ok(false);
            };
            let reason = plan.reason.map(|reason| reason.word());
            let last_day = plan.last_day.map(SchoolDay::number);
            let row = params![plan.id.as_bytes(), reason, last_day, author.by.as_bytes(), author.at];
            run(tx, include_str!("add_plan.sql"), row)?;
            noted(tx, author, "closing_planned", student)?;
            Ok(true)
        })
        .await
    }

    async fn note_closing_step(&self, step: NewStep, author: Author) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Some(student) = student_of(tx, author.school_id, step.id, Which::Any)? else {
                return Ok(false);
            };
            let row = params![
                step.id.as_bytes(),
                step.step.word(),
                step.state.word(),
                step.day.number(),
                step.who,
                step.note.as_ref().map(NoteText::as_str),
                author.by.as_bytes(),
                author.at,
            ];
            run(tx, include_str!("add_step.sql"), row)?;
            noted(tx, author, "closing_step_noted", student)?;
            Ok(true)
        })
        .await
    }

    async fn rematch(&self, new: NewRematch, author: Author) -> Result<Rematched, StoreError> {
        self.write(move |tx| {
            let Some(student) = student_of(tx, author.school_id, new.from, Which::Ended)? else {
                return Ok(Rematched::NotOfThisSchool);
            };
            match may_be_matched(tx, author.school_id, student, new.mentor_id)? {
                Pair::Free => {}
                Pair::Strangers => return Ok(Rematched::NotOfThisSchool),
                Pair::Matched => return Ok(Rematched::Already),
            }
            if new.beyond_room.is_none() && !has_room(tx, new.mentor_id)? {
                return Ok(Rematched::NoRoom);
            }
            let row = named_params! {
                ":id": new.id.as_bytes(),
                ":from": new.from.as_bytes(),
                ":mentor_id": new.mentor_id.as_bytes(),
                ":start_day": new.start_day.number(),
                ":expected_end_day": new.expected_end.number(),
                ":rationale": new.rationale,
                ":at": author.at,
            };
            run(tx, include_str!("add_rematch.sql"), row)?;
            let proposed = steps::NewStep::of("proposed", new.today, Some(author.by), author.at);
            let (end_day, note) = (Some(new.expected_end), new.beyond_room.as_deref());
            steps::add(tx, new.id, &steps::NewStep { end_day, note, ..proposed })?;
            if let Some(text) = &new.hand_over {
                add_hand_over(tx, new.id, new.from, text, author)?;
            }
            noted(tx, author, "rematch_proposed", student)?;
            Ok(Rematched::Yes)
        })
        .await
    }

    async fn hand_overs(&self, school: SchoolId, match_id: MatchId) -> Result<Vec<HandOver>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), match_id.as_bytes()];
            all(db, include_str!("hand_overs.sql"), of, hand_over)
        })
        .await
    }

    async fn write_hand_over(&self, id: MatchId, text: NoteText, author: Author) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let student = student_of(tx, author.school_id, id, Which::Any)?;
            let (Some(student), Some(from)) = (student, came_after(tx, id)?) else { return Ok(false) };
            add_hand_over(tx, id, from, &text, author)?;
            noted(tx, author, "hand_over_written", student)?;
            Ok(true)
        })
        .await
    }
}

/// Which matches are meant.
#[derive(Clone, Copy)]
pub(crate) enum Which {
    Open,
    Ended,
    Any,
}

/// The student of one of the school's matches.
pub(crate) fn student_of(
    db: &Connection,
    school: SchoolId,
    match_id: MatchId,
    which: Which,
) -> Result<Option<StudentId>, StoreError> {
    let which = match which {
        Which::Open => "open",
        Which::Ended => "ended",
        Which::Any => "any",
    };
    let of = params![school.as_bytes(), match_id.as_bytes(), which];
    one(db, include_str!("student_of.sql"), of, |row| id(row, 0, StudentId::from_bytes))
}

/// How a student and a mentor stand to each other.
pub(crate) enum Pair {
    Free,
    Matched,
    Strangers,
}

/// Looks whether both are the school's and have no open match.
pub(crate) fn may_be_matched(
    db: &Connection,
    school: SchoolId,
    student: StudentId,
    mentor: MentorId,
) -> Result<Pair, StoreError> {
    let both = params![school.as_bytes(), student.as_bytes(), mentor.as_bytes()];
    let here =
        one(db, include_str!("../matches/both_of_school.sql"), both, |row| Ok(row.get::<_, bool>(0)?))?;
    if here != Some(true) {
        return Ok(Pair::Strangers);
    }
    let pair = params![student.as_bytes(), mentor.as_bytes()];
    let open = one(db, include_str!("../matches/active_pair.sql"), pair, |_| Ok(()))?;
    Ok(if open.is_some() { Pair::Matched } else { Pair::Free })
}

/// Notes who did what to a student's match.
pub(crate) fn noted(
    tx: &Transaction<'_>,
    author: Author,
    what: &str,
    student: StudentId,
) -> Result<(), StoreError> {
    note(tx, &AccessEvent::by_staff(author.at, author.by, author.school_id, what).about(student))
}

pub(crate) fn kept(
    db: &Connection,
    school: SchoolId,
    today: SchoolDay,
    which: Option<MatchId>,
) -> Result<Vec<KeptMatch>, StoreError> {
    let of = params![school.as_bytes(), today.number(), which.map(|id| *id.as_bytes())];
    all(db, include_str!("kept.sql"), of, kept_match)
}

fn kept_match(row: &Row<'_>) -> Result<KeptMatch, StoreError> {
    let match_id = |column| -> Result<Option<MatchId>, StoreError> {
        Ok(row.get::<_, Option<_>>(column)?.map(MatchId::from_bytes))
    };
    let end_reason: Option<String> = row.get("end_reason")?;
    let basis: Option<String> = row.get("basis")?;
    Ok(KeptMatch {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        mentor_id: id(row, 2, MentorId::from_bytes)?,
        student_name: row.get("student_name")?,
        grade: row.get("grade")?,
        mentor_name: row.get("mentor_name")?,
        start_day: day(row, 6)?,
        end_day: optional_day(row, 7)?,
        end_reason: end_reason.and_then(|word| word.parse().ok()),
        status: word(row, "status")?,
        basis: basis.and_then(|word| word.parse().ok()),
        stands_in_for: match_id("stands_in_for")?,
        continued_by: match_id("continued_by")?,
        enrolled: row.get("enrolled")?,
    })
}

fn closings(
    db: &Connection,
    school: SchoolId,
    which: Option<MatchId>,
) -> Result<BTreeMap<MatchId, Closing>, StoreError> {
    let of = params![school.as_bytes(), which.map(|id| *id.as_bytes())];
    let mut closings: BTreeMap<MatchId, Closing> = BTreeMap::new();
    for (match_id, plan) in all(db, include_str!("plans.sql"), of, plan)? {
        closings.entry(match_id).or_default().plan = Some(plan).filter(|plan| plan.reason.is_some());
    }
    let of = params![school.as_bytes(), which.map(|id| *id.as_bytes())];
    for (match_id, step) in all(db, include_str!("steps.sql"), of, step)? {
        closings.entry(match_id).or_default().history.push(step);
    }
    Ok(closings)
}

fn plan(row: &Row<'_>) -> Result<(MatchId, ClosingPlan), StoreError> {
    let reason: Option<String> = row.get("reason")?;
    let reason = reason.map(|word| word.parse()).transpose();
    let plan = ClosingPlan {
        reason: reason.map_err(|_| StoreError::Unreadable { what: "reason" })?,
        last_day: optional_day(row, 1)?,
        by: row.get(3)?,
        at: row.get(4)?,
    };
    Ok((id(row, 0, MatchId::from_bytes)?, plan))
}

fn step(row: &Row<'_>) -> Result<(MatchId, StepTaken), StoreError> {
    let taken = StepTaken {
        step: word(row, "step")?,
        state: word(row, "state")?,
        day: day(row, 1)?,
        who: row.get("who")?,
        note: note_text(row, "note")?,
        by: row.get("by_name")?,
    };
    Ok((id(row, 0, MatchId::from_bytes)?, taken))
}

fn add_hand_over(
    tx: &Transaction<'_>,
    to: MatchId,
    from: MatchId,
    text: &NoteText,
    author: Author,
) -> Result<(), StoreError> {
    let row = params![to.as_bytes(), from.as_bytes(), text.as_str(), author.by.as_bytes(), author.at];
    run(tx, include_str!("add_hand_over.sql"), row).map(|_| ())
}

fn came_after(tx: &Transaction<'_>, match_id: MatchId) -> Result<Option<MatchId>, StoreError> {
    let of = params![match_id.as_bytes()];
    one(tx, include_str!("came_after.sql"), of, |row| id(row, 0, MatchId::from_bytes))
}

fn hand_over(row: &Row<'_>) -> Result<HandOver, StoreError> {
    let text: String = row.get(1)?;
    Ok(HandOver {
        match_id: id(row, 0, MatchId::from_bytes)?,
        text: text.try_into().map_err(|_| StoreError::Unreadable { what: "hand-over" })?,
        by: row.get(2)?,
        at: row.get(3)?,
    })
}

/// Reads a longer text.
pub(crate) fn note_text(row: &Row<'_>, column: &'static str) -> Result<Option<NoteText>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(NoteText::try_from).transpose().map_err(|_| StoreError::Unreadable { what: column })
}
