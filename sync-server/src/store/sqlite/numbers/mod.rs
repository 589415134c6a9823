//! Families' numbers in SQLite.

use async_trait::async_trait;
use daymark_domain::{
    EntryKey, GuardianId, MatchId, NoteText, NumberEvent, NumberMark, NumberReport, SchoolId, StudentId,
};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, named_params, params};

use super::SqliteStore;
use super::asks::answer_ask;
use super::audit::note;
use super::imports::set_guardian;
use super::values::{all, day, id, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::asks::NewAnswer;
use crate::store::audit::AccessEvent;
use crate::store::imports::{ByHand, GuardianField};
use crate::store::numbers::{NewNumberEvent, NumberKept, NumberOf, NumberPast, NumberStore, WrongNumber};

#[async_trait]
impl NumberStore for SqliteStore {
    async fn wrong_numbers(&self, school: SchoolId) -> Result<Vec<WrongNumber>, StoreError> {
        self.read(move |db| all(db, include_str!("wrong.sql"), params![school.as_bytes()], wrong_number))
            .await
    }

    async fn numbers_asked_about(&self, school: SchoolId) -> Result<Vec<NumberOf>, StoreError> {
        self.read(move |db| {
            let sql = concat!(include_str!("select.sql"), include_str!("asked_about.sql"));
            all(db, sql, named_params! { ":school_id": school.as_bytes() }, number_of)
        })
        .await
    }

    async fn number_of(&self, school: SchoolId, guardian: GuardianId) -> Result<Vec<NumberOf>, StoreError> {
        self.read(move |db| of_guardian(db, school, guardian)).await
    }

    async fn number_past(
        &self,
        school: SchoolId,
        guardian: GuardianId,
    ) -> Result<Vec<NumberPast>, StoreError> {
        self.read(move |db| {
            all(db, include_str!("past.sql"), params![school.as_bytes(), guardian.as_bytes()], past)
        })
        .await
    }

    async fn keep_number_event(&self, new: NewNumberEvent) -> Result<NumberKept, StoreError> {
        self.write(move |tx| keep(tx, &new)).await
    }
}

fn of_guardian(db: &Connection, school: SchoolId, guardian: GuardianId) -> Result<Vec<NumberOf>, StoreError> {
    let sql = concat!(include_str!("select.sql"), include_str!("of_guardian.sql"));
    let whose = named_params! { ":school_id": school.as_bytes(), ":guardian_id": guardian.as_bytes() };
    all(db, sql, whose, number_of)
}

fn keep(tx: &Transaction<'_>, new: &NewNumberEvent) -> Result<NumberKept, StoreError> {
    let theirs = of_guardian(tx, new.school_id, new.guardian_id)?;
    let Some(first) = theirs.first() else { return Ok(NumberKept::NotOfThisSchool) };
    let guardian = new.guardian_id.as_bytes();
    let newest = one(tx, include_str!("newest.sql"), [guardian], |row| Ok(row.get::<_, i64>(0)?))?;
    if newest != Some(new.seen) {
        return Ok(NumberKept::Moved);
    }
    let phone = match new.what {
        NumberEvent::Replaced => new.phone.clone(),
        NumberEvent::Retired => None,
        _ => first.phone.clone(),
    };
    let row = named_params! {
        ":guardian_id": guardian,
        ":what": new.what.word(),
        ":phone": phone,
        ":source": new.source.word(),
        ":day": new.day.number(),
        ":told_at": told_at(tx, new.guardian_id, first.phone.as_deref())?,
        ":staff_id": new.by.as_bytes(),
        ":at": new.at,
    };
    run(tx, include_str!("add.sql"), row)?;
    let by_hand = match new.what {
        NumberEvent::Replaced | NumberEvent::Retired => Some(ByHand::Set(phone)),
        NumberEvent::Released => Some(ByHand::Release),
        NumberEvent::Verified | NumberEvent::Recorded => None,
    };
    if let Some(by_hand) = by_hand {
        set_guardian(tx, new.guardian_id, GuardianField::Phone, &by_hand, new.at)?;
    }
    answer(tx, new)?;
    for of in &theirs {
        let mut event = AccessEvent::by_staff(new.at, new.by, new.school_id, "number_set");
        event.detail = Some(new.what.word().to_owned());
        note(tx, &event.about(of.student_id))?;
    }
    Ok(NumberKept::Yes)
}

/// The latest report about that number.
fn told_at(db: &Connection, guardian: GuardianId, phone: Option<&str>) -> Result<Option<i64>, StoreError> {
    let reports = all(db, include_str!("reports.sql"), [guardian.as_bytes()], |row| report(row, 0))?;
    let about = reports.iter().filter(|report| phone.is_none_or(|phone| report.is_about(phone, None)));
    Ok(about.map(|report| report.at).max())
}

/// Who asked for a number that works hears of it.
fn answer(tx: &Transaction<'_>, new: &NewNumberEvent) -> Result<(), StoreError> {
    let Some(status) = new.what.answers() else { return Ok(()) };
    let whose = params![new.school_id.as_bytes(), new.guardian_id.as_bytes()];
    let asks = all(tx, include_str!("open_asks.sql"), whose, |row| {
        let key: String = row.get(1)?;
        let key = key.parse::<EntryKey>().map_err(|_| StoreError::Unreadable { what: "entry key" })?;
        Ok((id(row, 0, MatchId::from_bytes)?, key))
    })?;
    for (match_id, key) in asks {
        let (school_id, by, at) = (new.school_id, new.by, new.at);
        let text: Option<NoteText> = new.answer.clone();
        answer_ask(tx, NewAnswer { school_id, match_id, key, status, text, by, at })?;
    }
    Ok(())
}

fn report(row: &Row<'_>, column: usize) -> Result<NumberReport, StoreError> {
    Ok(NumberReport { mark: row.get::<_, Option<u16>>(column)?.map(NumberMark), at: row.get(column + 1)? })
}

fn wrong_number(row: &Row<'_>) -> Result<WrongNumber, StoreError> {
    Ok(WrongNumber {
        student_id: id(row, 0, StudentId::from_bytes)?,
        mentor: row.get(1)?,
        day: day(row, 2)?,
        report: report(row, 3)?,
    })
}

fn number_of(row: &Row<'_>) -> Result<NumberOf, StoreError> {
    Ok(NumberOf {
        student_id: id(row, 0, StudentId::from_bytes)?,
        student_name: row.get(1)?,
        guardian_id: id(row, 2, GuardianId::from_bytes)?,
        name: row.get(3)?,
        relation: row.get(4)?,
        language: row.get(5)?,
        phone: row.get(6)?,
        restrictions: row.get(7)?,
        settled: row.get(8)?,
        hand_set: row.get(9)?,
        verified: optional_day(row, 10)?,
    })
}

pub(super) fn past(row: &Row<'_>) -> Result<NumberPast, StoreError> {
    let source: Option<String> = row.get(3)?;
    let source = source.map(|word| word.parse()).transpose();
    Ok(NumberPast {
        id: row.get(0)?,
        what: word(row, "what")?,
        phone: row.get(2)?,
        source: source.map_err(|_| StoreError::Unreadable { what: "source of a number" })?,
        day: optional_day(row, 4)?,
        by: row.get(5)?,
        at: row.get(6)?,
    })
}
