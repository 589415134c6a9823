//! Actions in SQLite.

use async_trait::async_trait;
use daymark_domain::{ActionId, ActionState, MeetingId, NoteText, SchoolDay, SchoolId, StudentId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, params};

use super::SqliteStore;
use super::audit::note;
use super::meetings::{is_of_school, is_student, note_text};
use super::referrals::is_owner;
use super::values::{all, id, run, word};
use crate::store::StoreError;
use crate::store::actions::{ActionItem, ActionNow, ActionStep, ActionStore, NewAction, NewActionStep};
use crate::store::audit::AccessEvent;
use crate::store::referrals::StepTaken;

#[async_trait]
impl ActionStore for SqliteStore {
    async fn actions(&self, school: SchoolId) -> Result<Vec<ActionItem>, StoreError> {
        self.read(move |db| select(db, school, None)).await
    }

    async fn action(&self, school: SchoolId, id: ActionId) -> Result<Option<ActionItem>, StoreError> {
        self.read(move |db| Ok(select(db, school, Some(id))?.pop())).await
    }

    async fn action_steps(&self, school: SchoolId, id: ActionId) -> Result<Vec<ActionStep>, StoreError> {
        let which = (*school.as_bytes(), *id.as_bytes());
        self.read(move |db| all(db, include_str!("steps.sql"), which, step)).await
    }

    async fn add_action(&self, new: NewAction) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_here(tx, &new)? {
                return Ok(false);
            }
            let (meeting, student) = (new.meeting.map(|id| *id.as_bytes()), new.student_id);
            let student_id = student.map(|id| *id.as_bytes());
            let (text, by) = (new.text.as_str(), new.by.as_bytes());
            let row =
                params![new.id.as_bytes(), new.school_id.as_bytes(), meeting, student_id, text, by, new.at];
            run(tx, include_str!("add.sql"), row)?;
            let now = ActionNow { state: ActionState::Open, owner: new.owner, due: new.due, note: None };
            add_step(tx, new.id, &now, new.by, new.at)?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "action_added");
            note(tx, &AccessEvent { student_id: student, ..seen })?;
            Ok(true)
        })
        .await
    }

    async fn step_action(&self, new: NewActionStep) -> Result<StepTaken, StoreError> {
        self.write(move |tx| {
            let Some(action) = select(tx, new.school_id, Some(new.id))?.pop() else {
                return Ok(StepTaken::NotOfThisSchool);
            };
            let now = &action.now.now;
            // Who left keeps what they owned until somebody else takes it.
            if new.now.owner != now.owner && !is_owner(tx, new.school_id, new.now.owner)? {
                return Ok(StepTaken::NotOfThisSchool);
            }
            if now.state != new.from {
                return Ok(StepTaken::Moved);
            }
            add_step(tx, new.id, &new.now, new.by, new.at)?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "action_step_taken");
            note(tx, &AccessEvent { student_id: action.student_id, ..seen })?;
            Ok(StepTaken::Yes)
        })
        .await
    }
}

fn is_here(tx: &Transaction<'_>, new: &NewAction) -> Result<bool, StoreError> {
    let meeting = match new.meeting {
        Some(meeting) => is_of_school(tx, new.school_id, meeting)?,
        None => true,
    };
    Ok(meeting && is_student(tx, new.school_id, new.student_id)? && is_owner(tx, new.school_id, new.owner)?)
}

fn select(db: &Connection, school: SchoolId, which: Option<ActionId>) -> Result<Vec<ActionItem>, StoreError> {
    let which = which.map(|id| *id.as_bytes());
    all(db, include_str!("select.sql"), params![school.as_bytes(), which], action)
}

fn add_step(
    tx: &Transaction<'_>,
    action: ActionId,
    now: &ActionNow,
    by: UserId,
    at: i64,
) -> Result<(), StoreError> {
    let (owner, note) = (now.owner.as_bytes(), now.note.as_ref().map(NoteText::as_str));
    let row = params![action.as_bytes(), now.state.word(), owner, now.due.number(), note, by.as_bytes(), at];
    run(tx, include_str!("add_step.sql"), row).map(|_| ())
}

fn action(row: &Row<'_>) -> Result<ActionItem, StoreError> {
    Ok(ActionItem {
        id: id(row, 0, ActionId::from_bytes)?,
        meeting: row.get::<_, Option<_>>(1)?.map(MeetingId::from_bytes),
        student_id: row.get::<_, Option<_>>(2)?.map(StudentId::from_bytes),
        text: note_text(row, "text")?,
        at: row.get("begun_at")?,
        now: step(row)?,
    })
}

fn step(row: &Row<'_>) -> Result<ActionStep, StoreError> {
    let unreadable = |what| StoreError::Unreadable { what };
    let note: Option<String> = row.get("note")?;
    Ok(ActionStep {
        now: ActionNow {
            state: word(row, "state")?,
            owner: UserId::from_bytes(row.get("owner_id")?),
            due: SchoolDay::from_number(row.get("due_day")?).ok_or(unreadable("day"))?,
            note: note.map(NoteText::try_from).transpose().map_err(|_| unreadable("note"))?,
        },
        owner_name: row.get("owner_name")?,
        by: row.get("by_name")?,
        at: row.get("at")?,
    })
}
