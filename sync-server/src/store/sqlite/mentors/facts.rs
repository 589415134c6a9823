//! What the gate and the ladder ask of mentors, read from the rows that are in force.

use std::collections::BTreeMap;

use daymark_domain::{AGREEMENT_VERSION, MentorFacts, MentorId, SchoolId, Screening, ScreeningKind};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::super::access::KnownMentor;
use super::super::values::{all, day, id, optional_day, word};
use crate::store::StoreError;

/// All mentors of a school.
pub(crate) fn facts_of_school(
    db: &Connection,
    school: SchoolId,
) -> Result<BTreeMap<MentorId, KnownMentor>, StoreError> {
    let of = named_params! { ":school_id": school.as_bytes(), ":version": AGREEMENT_VERSION };
    let known =
        all(db, include_str!("facts.sql"), of, |row| Ok((id(row, 0, MentorId::from_bytes)?, known(row)?)))?;
    let mut known: BTreeMap<_, _> = known.into_iter().collect();
    let school = params![school.as_bytes()];
    for (mentor, kind, found) in all(db, include_str!("screenings_in_force.sql"), school, screening)? {
        let Some(known) = known.get_mut(&mentor) else { continue };
        match kind {
            ScreeningKind::Background => known.facts.background = Some(found),
            ScreeningKind::Suitability => known.facts.suitability = Some(found),
        }
    }
    let trained = all(db, include_str!("topics_done.sql"), school, |row| {
        Ok((id(row, 0, MentorId::from_bytes)?, word(row, "topic")?, day(row, 2)?))
    })?;
    for (mentor, topic, done) in trained {
        if let Some(known) = known.get_mut(&mentor) {
            known.facts.trained.insert(topic, done);
        }
    }
    Ok(known)
}

fn known(row: &Row<'_>) -> Result<KnownMentor, StoreError> {
    let facts = MentorFacts {
        kind: optional_word(row, "kind")?,
        decision: optional_word(row, "decision")?,
        agreement_through: optional_day(row, 4)?,
        open_matches: row.get(5)?,
        ..MentorFacts::default()
    };
    Ok(KnownMentor { facts, waits_for: row.get(1)? })
}

fn screening(row: &Row<'_>) -> Result<(MentorId, ScreeningKind, Screening), StoreError> {
    let found = Screening { result: word(row, "result")?, through: day(row, 3)? };
    Ok((id(row, 0, MentorId::from_bytes)?, word(row, "kind")?, found))
}

pub(super) fn optional_word<T: std::str::FromStr>(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<T>, StoreError> {
    let found: Option<String> = row.get(column)?;
    found.map(|word| word.parse()).transpose().map_err(|_| StoreError::Unreadable { what: column })
}
