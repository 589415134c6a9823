//! Referrals in SQLite.

use async_trait::async_trait;
use daymark_domain::{
    EntryKey, MatchId, NoteText, ReferralId, ResourceId, SchoolDay, SchoolId, StudentId, UserId,
};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, named_params, params};

use super::SqliteStore;
use super::asks::{answer_ask, student_of_ask};
use super::audit::note;
use super::values::{all, id, one, run, word};
use crate::store::StoreError;
use crate::store::asks::NewAnswer;
use crate::store::audit::AccessEvent;
use crate::store::referrals::{
    NewReferral, NewStep, Referral, ReferralState, ReferralStep, ReferralStore, StepTaken,
};

#[async_trait]
impl ReferralStore for SqliteStore {
    async fn referrals(&self, school: SchoolId) -> Result<Vec<Referral>, StoreError> {
        self.read(move |db| select(db, school, None, None)).await
    }

    async fn referrals_of(&self, school: SchoolId, student: StudentId) -> Result<Vec<Referral>, StoreError> {
        self.read(move |db| select(db, school, Some(student), None)).await
    }

    async fn referral(&self, school: SchoolId, id: ReferralId) -> Result<Option<Referral>, StoreError> {
        self.read(move |db| Ok(select(db, school, None, Some(id))?.pop())).await
    }

    async fn referral_steps(&self, id: ReferralId) -> Result<Vec<ReferralStep>, StoreError> {
        self.read(move |db| all(db, include_str!("steps.sql"), params![id.as_bytes()], step)).await
    }

    async fn add_referral(&self, new: NewReferral) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_of_school(tx, &new)? {
                return Ok(false);
            }
            let (match_id, key) = new.ask.clone().unzip();
            let row = named_params! {
                ":id": new.id.as_bytes(),
                ":school_id": new.school_id.as_bytes(),
                ":student_id": new.student_id.as_bytes(),
                ":kind": new.kind.word(),
                ":resource_id": new.resource.map(|id| *id.as_bytes()),
                ":to_text": new.to,
                ":urgency": new.urgency.word(),
                ":reason": new.reason.as_ref().map(NoteText::as_str),
                ":match_id": match_id.map(|id| *id.as_bytes()),
                ":entry_key": key.map(|key| key.to_string()),
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            run(tx, include_str!("add.sql"), row)?;
            add_step(tx, new.id, &new.state, new.by, new.at)?;
            answer(tx, new.school_id, new.ask, &new.state, new.answer, (new.by, new.at))?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "referral_added");
            note(tx, &seen.about(new.student_id))?;
            Ok(true)
        })
        .await
    }

    async fn step_referral(&self, new: NewStep) -> Result<StepTaken, StoreError> {
        self.write(move |tx| {
            let Some(referral) = select(tx, new.school_id, None, Some(new.id))?.pop() else {
                return Ok(StepTaken::NotOfThisSchool);
            };
            let state = &referral.now.state;
            // Who left keeps what they owned until somebody else takes it.
            if new.state.owner != state.owner && !is_owner(tx, new.school_id, new.state.owner)? {
                return Ok(StepTaken::NotOfThisSchool);
            }
            if state.status != new.from {
                return Ok(StepTaken::Moved);
            }
            add_step(tx, new.id, &new.state, new.by, new.at)?;
            if state.status != new.state.status || new.answer.is_some() {
                answer(tx, new.school_id, referral.ask, &new.state, new.answer, (new.by, new.at))?;
            }
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "referral_step_taken");
            note(tx, &seen.about(referral.student_id))?;
            Ok(StepTaken::Yes)
        })
        .await
    }

    async fn referral_owners(&self, school: SchoolId) -> Result<Vec<(UserId, String)>, StoreError> {
        let owner = |row: &Row<'_>| Ok((id(row, 0, UserId::from_bytes)?, row.get(1)?));
        self.read(move |db| all(db, include_str!("owners.sql"), params![school.as_bytes()], owner)).await
    }
}

fn select(
    db: &Connection,
    school: SchoolId,
    student: Option<StudentId>,
    which: Option<ReferralId>,
) -> Result<Vec<Referral>, StoreError> {
    let (student, which) = (student.map(|id| *id.as_bytes()), which.map(|id| *id.as_bytes()));
    all(db, include_str!("select.sql"), params![school.as_bytes(), student, which], referral)
}

fn is_of_school(tx: &Transaction<'_>, new: &NewReferral) -> Result<bool, StoreError> {
    let resource = new.resource.map(|id| *id.as_bytes());
    let which = params![new.school_id.as_bytes(), new.student_id.as_bytes(), resource];
    let here = one(tx, include_str!("student_and_resource.sql"), which, |_| Ok(()))?.is_some();
    let asked = match &new.ask {
        None => true,
        Some((match_id, key)) => student_of_ask(tx, new.school_id, *match_id, key)? == Some(new.student_id),
    };
    Ok(here && asked && is_owner(tx, new.school_id, new.state.owner)?)
}

pub(super) fn is_owner(tx: &Transaction<'_>, school: SchoolId, owner: UserId) -> Result<bool, StoreError> {
    let which = params![school.as_bytes(), owner.as_bytes()];
    Ok(one(tx, include_str!("owner.sql"), which, |_| Ok(()))?.is_some())
}

fn add_step(
    tx: &Transaction<'_>,
    referral: ReferralId,
    state: &ReferralState,
    by: UserId,
    at: i64,
) -> Result<(), StoreError> {
    let row = named_params! {
        ":referral_id": referral.as_bytes(),
        ":status": state.status.word(),
        ":consent": state.consent.word(),
        ":outcome": state.outcome.map(|outcome| outcome.word()),
        ":owner_id": state.owner.as_bytes(),
        ":due_day": state.due.map(SchoolDay::number),
        ":note": state.note.as_ref().map(NoteText::as_str),
        ":staff_id": by.as_bytes(),
        ":at": at,
    };
    run(tx, include_str!("add_step.sql"), row).map(|_| ())
}

/// Tells the mentor who asked; a request that was taken back meanwhile needs no answer.
fn answer(
    tx: &Transaction<'_>,
    school_id: SchoolId,
    ask: Option<(MatchId, EntryKey)>,
    state: &ReferralState,
    text: Option<NoteText>,
    (by, at): (UserId, i64),
) -> Result<(), StoreError> {
    let (Some((match_id, key)), Some(status)) = (ask, state.status.answers()) else { return Ok(()) };
    answer_ask(tx, NewAnswer { school_id, match_id, key, status, text, by, at }).map(|_| ())
}

fn referral(row: &Row<'_>) -> Result<Referral, StoreError> {
    let key: Option<String> = row.get("entry_key")?;
    let key = key.map(|key| key.parse::<EntryKey>()).transpose();
    let key = key.map_err(|_| StoreError::Unreadable { what: "entry key" })?;
    let match_id = row.get::<_, Option<_>>(3)?.map(MatchId::from_bytes);
    Ok(Referral {
        id: id(row, 0, ReferralId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        resource: row.get::<_, Option<_>>(2)?.map(ResourceId::from_bytes),
        ask: match_id.zip(key),
        student_name: row.get("student_name")?,
        grade: row.get("grade")?,
        kind: word(row, "kind")?,
        to: row.get("to_text")?,
        urgency: word(row, "urgency")?,
        reason: row.get("reason")?,
        now: step(row)?,
    })
}

fn step(row: &Row<'_>) -> Result<ReferralStep, StoreError> {
    let unreadable = |what| StoreError::Unreadable { what };
    let outcome: Option<String> = row.get("outcome")?;
    let due: Option<i32> = row.get("due_day")?;
    let note: Option<String> = row.get("note")?;
    Ok(ReferralStep {
        state: ReferralState {
            status: word(row, "status")?,
            consent: word(row, "consent")?,
            outcome: outcome.map(|word| word.parse()).transpose().map_err(|_| unreadable("outcome"))?,
            owner: UserId::from_bytes(row.get("owner_id")?),
            due: due.map(|day| SchoolDay::from_number(day).ok_or(unreadable("day"))).transpose()?,
            note: note.map(NoteText::try_from).transpose().map_err(|_| unreadable("note"))?,
        },
        owner_name: row.get("owner_name")?,
        by: row.get("by_name")?,
        at: row.get("at")?,
    })
}
