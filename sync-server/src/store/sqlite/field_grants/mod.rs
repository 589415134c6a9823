//! Grants of fields, in SQLite.

use async_trait::async_trait;
use daymark_domain::{GrantedField, MatchId, SchoolDay, SchoolId, StudentId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::log::next_seq;
use super::values::{all, day, id, one, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::field_grants::{FieldGrant, FieldGrantStore, FieldGranted, MatchGrants, NewFieldGrant};

#[async_trait]
impl FieldGrantStore for SqliteStore {
    async fn field_grants(&self, school: SchoolId, of: MatchId) -> Result<Option<MatchGrants>, StoreError> {
        self.read(move |db| grants_of(db, school, of)).await
    }

    async fn grant_field(&self, new: NewFieldGrant) -> Result<FieldGranted, StoreError> {
        self.write(move |tx| grant(tx, &new)).await
    }

    async fn end_field_grant(
        &self,
        school: SchoolId,
        of: MatchId,
        grant: i64,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Some(known) = grants_of(tx, school, of)? else { return Ok(false) };
            let open = known.grants.iter().find(|known| known.id == grant && known.ended_at.is_none());
            let Some(open) = open else { return Ok(false) };
            end(tx, school, grant, Some(by), at)?;
            let event = AccessEvent::by_staff(at, by, school, "field_grant_ended");
            note(tx, &about(event, known.student_id, open.field))?;
            Ok(true)
        })
        .await
    }
}

fn grants_of(db: &Connection, school: SchoolId, of: MatchId) -> Result<Option<MatchGrants>, StoreError> {
    let which = named_params! { ":match_id": of.as_bytes(), ":school_id": school.as_bytes() };
    let found = one(db, include_str!("match.sql"), which, |row| {
        Ok(MatchGrants {
            student_id: id(row, 0, StudentId::from_bytes)?,
            student: row.get(1)?,
            mentor: row.get(2)?,
            is_over: row.get(3)?,
            grants: Vec::new(),
        })
    })?;
    let Some(found) = found else { return Ok(None) };
    let grants = all(db, include_str!("select.sql"), params![of.as_bytes()], read)?;
    Ok(Some(MatchGrants { grants, ..found }))
}

fn read(row: &Row<'_>) -> Result<FieldGrant, StoreError> {
    Ok(FieldGrant {
        id: row.get(0)?,
        field: word(row, "field")?,
        reason: row.get(2)?,
        from: day(row, 3)?,
        until: day(row, 4)?,
        by: row.get(5)?,
        ended_at: row.get(6)?,
        ended_by: row.get(7)?,
    })
}

fn grant(tx: &Transaction<'_>, new: &NewFieldGrant) -> Result<FieldGranted, StoreError> {
    let known = grants_of(tx, new.school_id, new.match_id)?.filter(|known| !known.is_over);
    let Some(known) = known else { return Ok(FieldGranted::NoSuchMatch) };
    if known.grants.iter().any(|known| known.field == new.field && known.ended_at.is_none()) {
        return Ok(FieldGranted::Already);
    }
    let seq = next_seq(tx, new.school_id, "field_grant", Some(new.match_id.as_bytes()), new.at)?;
    let row = named_params! {
        ":match_id": new.match_id.as_bytes(),
        ":field": new.field.word(),
        ":reason": new.reason,
        ":from_day": new.from.number(),
        ":until_day": new.until.number(),
        ":staff_id": new.by.as_bytes(),
        ":at": new.at,
        ":seq": seq,
    };
    run(tx, include_str!("add.sql"), row)?;
    let event = AccessEvent::by_staff(new.at, new.by, new.school_id, "field_granted");
    note(tx, &about(event, known.student_id, new.field))?;
    Ok(FieldGranted::Yes)
}

/// The record of access says which field, and nothing of why.
fn about(event: AccessEvent, student: StudentId, field: GrantedField) -> AccessEvent {
    let mut event = event.about(student);
    event.detail = Some(field.word().to_owned());
    event
}

fn end(
    tx: &Transaction<'_>,
    school: SchoolId,
    grant: i64,
    by: Option<UserId>,
    at: i64,
) -> Result<(), StoreError> {
    let seq = next_seq(tx, school, "field_grant", None, at)?;
    let by = by.map(|by| *by.as_bytes());
    let how = named_params! { ":id": grant, ":by": by, ":at": at, ":seq": seq };
    run(tx, include_str!("end.sql"), how).map(drop)
}

/// Ends what ran out, and gives what changed another number, so that phones forget or learn it. For the gate.
pub(super) fn settle(
    tx: &Transaction<'_>,
    school: SchoolId,
    today: SchoolDay,
    at: i64,
) -> Result<(), StoreError> {
    let over = params![school.as_bytes(), today.number()];
    let over = all(tx, include_str!("run_out.sql"), over, |row| {
        Ok((row.get(0)?, id(row, 1, StudentId::from_bytes)?, word(row, "field")?))
    })?;
    for (grant, student, field) in over {
        end(tx, school, grant, None, at)?;
        note(tx, &about(AccessEvent::by_the_gate(at, school, "field_grant_ran_out"), student, field))?;
    }
    let is_stale: bool =
        tx.query_row(include_str!("stale.sql"), params![school.as_bytes()], |row| row.get(0))?;
    if is_stale {
        let seq = next_seq(tx, school, "field_grant", None, at)?;
        run(tx, include_str!("freshen.sql"), params![school.as_bytes(), seq])?;
    }
    Ok(())
}

/// What is in force for a match, each with its last day.
pub(super) fn in_force(db: &Connection, of: MatchId) -> Result<Vec<(GrantedField, SchoolDay)>, StoreError> {
    all(db, include_str!("in_force.sql"), params![of.as_bytes()], |row| {
        Ok((word(row, "field")?, day(row, 1)?))
    })
}

/// The newest number of the log of any grant of a match, in force or over.
pub(super) fn newest(db: &Connection, of: MatchId) -> Result<i64, StoreError> {
    Ok(db.prepare_cached(include_str!("newest.sql"))?.query_row(params![of.as_bytes()], |row| row.get(0))?)
}
