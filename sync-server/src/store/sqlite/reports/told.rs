//! What mentors told the team.

use std::collections::HashMap;

use daymark_domain::{MatchId, NoteText, Recognition, SchoolDay};
use daymark_reports::{AskFact, BarrierFact, MatchFacts, NoteFact, RecognitionFact, Told};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::super::values::{day, id, optional_day};
use super::{each, narrowed};
use crate::store::StoreError;
use crate::store::reports::FactsQuestion;

pub(super) fn add_told(
    db: &Connection,
    question: FactsQuestion,
    first: SchoolDay,
    matches: &mut [MatchFacts],
    places: &HashMap<MatchId, usize>,
) -> Result<(), StoreError> {
    let mut add = |sql: &'static str, take: fn(&Row<'_>, &mut Told) -> Result<(), StoreError>| {
        let FactsQuestion { school_id, last, .. } = question;
        let in_question = params![school_id.map(|id| *id.as_bytes()), first.number(), last.number()];
        each(db, &narrowed(sql, school_id), in_question, |row| {
            match places.get(&id(row, 0, MatchId::from_bytes)?) {
                Some(place) => take(row, &mut matches[*place].told),
                None => Ok(()),
            }
        })
    };
    add(include_str!("barriers.sql"), |row, told| {
        told.barriers.push(barrier(row)?);
        Ok(())
    })?;
    add(include_str!("notes_for_the_team.sql"), |row, told| {
        told.notes.push(note(row)?);
        Ok(())
    })?;
    add(include_str!("recognitions.sql"), |row, told| {
        told.recognitions.push(recognition(row)?);
        Ok(())
    })?;
    add(include_str!("asks.sql"), |row, told| {
        told.asks.push(ask(row)?);
        Ok(())
    })
}

fn barrier(row: &Row<'_>) -> Result<BarrierFact, StoreError> {
    Ok(BarrierFact { day: day(row, 1)?, factor: word(row, 2, "barrier")?, resolved: optional_day(row, 3)? })
}

fn note(row: &Row<'_>) -> Result<NoteFact, StoreError> {
    Ok(NoteFact { day: day(row, 1)?, text: text(row, 2)? })
}

fn recognition(row: &Row<'_>) -> Result<RecognitionFact, StoreError> {
    let whom = row.get::<_, Option<String>>(2)?.map(|_| word(row, 2, "recognition")).transpose()?;
    let (form, reason) = (word(row, 3, "recognition")?, word(row, 4, "recognition")?);
    let recognition = Recognition { whom, form, reason, days: row.get(5)? };
    Ok(RecognitionFact { day: day(row, 1)?, recognition })
}

fn ask(row: &Row<'_>) -> Result<AskFact, StoreError> {
    Ok(AskFact {
        day: day(row, 1)?,
        kind: word(row, 2, "request")?,
        urgency: word(row, 3, "request")?,
        text: text(row, 4)?,
        closed: row.get::<_, Option<i64>>(5)?.map(|moment| SchoolDay::at(moment, 0)),
    })
}

fn word<T: std::str::FromStr>(row: &Row<'_>, column: usize, what: &'static str) -> Result<T, StoreError> {
    row.get::<_, String>(column)?.parse().map_err(|_| StoreError::Unreadable { what })
}

fn text(row: &Row<'_>, column: usize) -> Result<Option<NoteText>, StoreError> {
    let text = row.get::<_, Option<String>>(column)?.map(NoteText::try_from).transpose();
    text.map_err(|_| StoreError::Unreadable { what: "note" })
}
