//! What happened to a match, from the rows of its steps, notices and bases.

use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::super::candidates::note_text;
use super::super::values::{all, day, optional_day, word};
use super::optional_word;
use crate::store::StoreError;
use crate::store::proposals::{CaseEvent, CaseHappened, ConsentTerms, FamilyNotice};

/// The latest first. What was written in one moment keeps its order: a notice, what it allowed, the step that followed.
pub(super) fn of(db: &Connection, id: MatchId) -> Result<Vec<CaseEvent>, StoreError> {
    let of = params![id.as_bytes()];
    let mut events = all(db, include_str!("notices.sql"), of, notice)?;
    events.extend(all(db, include_str!("bases.sql"), of, basis)?);
    events.extend(all(db, include_str!("steps.sql"), of, step)?);
    events.sort_by_key(|event| event.at);
    events.reverse();
    Ok(events)
}

fn event(row: &Row<'_>, column: usize, what: CaseHappened) -> Result<CaseEvent, StoreError> {
    Ok(CaseEvent { what, day: day(row, column)?, by: row.get("by_name")?, at: row.get("at")? })
}

fn step(row: &Row<'_>) -> Result<CaseEvent, StoreError> {
    let what = CaseHappened::Step {
        word: row.get("step")?,
        reason: optional_word(row, "reason")?,
        note: row.get("note")?,
        end_day: optional_day(row, 3)?,
    };
    event(row, 4, what)
}

fn basis(row: &Row<'_>) -> Result<CaseEvent, StoreError> {
    let what = CaseHappened::Basis {
        basis: optional_word(row, "basis")?,
        because: optional_word(row, "because")?,
        until: optional_day(row, 2)?,
    };
    event(row, 3, what)
}

fn notice(row: &Row<'_>) -> Result<CaseEvent, StoreError> {
    let notice = FamilyNotice {
        kind: word(row, "kind")?,
        language: row.get("language")?,
        channel: word(row, "channel")?,
        day: day(row, 3)?,
        told_by: row.get("told_by")?,
        answered_by: row.get("answered_by")?,
        answer: word(row, "answer")?,
        note: note_text(row, "note")?,
        consent: consent(row)?,
    };
    event(row, 3, CaseHappened::Notice(Box::new(notice)))
}

fn consent(row: &Row<'_>) -> Result<Option<ConsentTerms>, StoreError> {
    let Some(scope) = optional_word(row, "scope")? else { return Ok(None) };
    Ok(Some(ConsentTerms {
        scope,
        purpose: row.get("purpose")?,
        recipient: row.get("recipient")?,
        from: day(row, 11)?,
        until: day(row, 12)?,
        signed: word(row, "signed_how")?,
    }))
}
