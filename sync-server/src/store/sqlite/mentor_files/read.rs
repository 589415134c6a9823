//! What is written down of mentors.

use std::collections::HashMap;

use daymark_domain::{MentorId, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::super::mentors::facts::facts_of_school;
use super::super::values::{all, day, id, optional_day, word};
use crate::store::StoreError;
use crate::store::mentor_files::{
    Application, MentorFile, MentorOnLadder, Reference, ScreeningEntry, Signature, TrainingEntry, Written,
};

pub(super) fn ladder(db: &Connection, school: SchoolId) -> Result<Vec<MentorOnLadder>, StoreError> {
    let mut facts = facts_of_school(db, school)?;
    let mut applications = HashMap::new();
    for row in all(db, include_str!("applications_of_school.sql"), params![school.as_bytes()], application)? {
        applications.insert(row.0, row.1.entry);
    }
    all(db, include_str!("../mentors/of_school.sql"), params![school.as_bytes()], |row| {
        let mentor = id(row, 0, MentorId::from_bytes)?;
        Ok(MentorOnLadder {
            id: mentor,
            name: row.get(1)?,
            facts: facts.remove(&mentor).map(|known| known.facts).unwrap_or_default(),
            application: applications.remove(&mentor),
            phones: row.get(3)?,
            last_sync_at: row.get(4)?,
        })
    })
}

pub(super) fn file(db: &Connection, mentor: MentorId) -> Result<MentorFile, StoreError> {
    let of = params![mentor.as_bytes()];
    let applications = all(db, include_str!("applications.sql"), of, application)?;
    let mut applications: Vec<_> = applications.into_iter().map(|(_, written)| written).collect();
    for application in &mut applications {
        application.entry.references = all(db, include_str!("references.sql"), [application.id], reference)?;
    }
    Ok(MentorFile {
        applications,
        screenings: all(db, include_str!("screenings.sql"), of, |row| written(row, screening))?,
        trainings: all(db, include_str!("trainings.sql"), of, |row| written(row, training))?,
        signatures: all(db, include_str!("agreements.sql"), of, |row| written(row, signature))?,
        documents: all(db, include_str!("documents.sql"), of, |row| {
            written(row, |row| Ok((word(row, "document")?, day(row, 5)?)))
        })?,
        decisions: all(db, include_str!("decisions.sql"), of, |row| {
            written(row, |row| Ok((word(row, "decision")?, day(row, 5)?, row.get(6)?)))
        })?,
    })
}

/// The first four columns of each row: its number, who, when, and whether it was taken back.
fn written<T>(
    row: &Row<'_>,
    entry: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Written<T>, StoreError> {
    Ok(Written {
        id: row.get(0)?,
        by: row.get(1)?,
        at: row.get(2)?,
        taken_back: row.get(3)?,
        entry: entry(row)?,
    })
}

fn application(row: &Row<'_>) -> Result<(MentorId, Written<Application>), StoreError> {
    let times: String = row.get(11)?;
    let times = times.split_whitespace().map(str::parse).collect::<Result<_, _>>();
    let entry = |row: &Row<'_>| {
        Ok(Application {
            name: row.get(5)?,
            kind: word(row, "kind")?,
            organisation: row.get(7)?,
            contact: row.get(8)?,
            languages: row.get(9)?,
            interests: row.get(10)?,
            availability: times.map_err(|_| StoreError::Unreadable { what: "availability" })?,
            capacity: row.get(12)?,
            motives: row.get(13)?,
            from_paper: optional_day(row, 14)?,
            references: Vec::new(),
        })
    };
    Ok((id(row, 4, MentorId::from_bytes)?, written(row, entry)?))
}

fn reference(row: &Row<'_>) -> Result<Reference, StoreError> {
    Ok(Reference { name: row.get(0)?, relation: row.get(1)?, contact: row.get(2)? })
}

fn screening(row: &Row<'_>) -> Result<ScreeningEntry, StoreError> {
    Ok(ScreeningEntry {
        kind: word(row, "kind")?,
        result: word(row, "result")?,
        day: day(row, 6)?,
        through: day(row, 7)?,
        checked_by: row.get(8)?,
    })
}

fn training(row: &Row<'_>) -> Result<TrainingEntry, StoreError> {
    Ok(TrainingEntry {
        topic: word(row, "topic")?,
        minutes: row.get(5)?,
        day: day(row, 6)?,
        given_by: row.get(7)?,
    })
}

fn signature(row: &Row<'_>) -> Result<Signature, StoreError> {
    Ok(Signature {
        version: row.get(4)?,
        language: row.get(5)?,
        text_hash: row.get(6)?,
        name: row.get(7)?,
        how: word(row, "signed_how")?,
        day: day(row, 9)?,
        through: day(row, 10)?,
    })
}
