//! What mentors did.

use std::collections::HashMap;

use daymark_domain::{EntryKey, MatchId, Reach, SchoolDay};
use daymark_reports::{ContactFact, MatchFacts};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::super::values::{day, id};
use super::each;
use crate::store::StoreError;
use crate::store::reports::FactsQuestion;

/// Adds the contacts of each match in the order in which they happened. They are read in the order in which they lie and
/// sorted here, match by match: SQLite would sort those of all matches together.
pub(super) fn add_contacts(
    db: &Connection,
    question: FactsQuestion,
    first: SchoolDay,
    matches: &mut [MatchFacts],
    places: &HashMap<MatchId, usize>,
) -> Result<(), StoreError> {
    let mut keyed: Vec<Vec<(String, ContactFact)>> = matches.iter().map(|_| Vec::new()).collect();
    let mut add = |row: &Row<'_>| {
        if let Some(place) = places.get(&id(row, 0, MatchId::from_bytes)?) {
            keyed[*place].push((row.get(4)?, contact(row)?));
        }
        Ok(())
    };
    let (first, last) = (first.number(), question.last.number());
    match question.school_id.map(|id| *id.as_bytes()) {
        None => each(db, include_str!("contacts.sql"), params![first, last], &mut add)?,
        Some(school) => {
            let in_question = params![first, last, school, question.matches_first.number()];
            each(db, include_str!("contacts_of_school.sql"), in_question, &mut add)?;
        }
    }
    for (matched, mut keyed) in matches.iter_mut().zip(keyed) {
        keyed.sort_by(|(key, a), (other, b)| (a.day, a.at, key).cmp(&(b.day, b.at, other)));
        matched.contacts = keyed.into_iter().map(|(_, contact)| contact).collect();
    }
    Ok(())
}

fn contact(row: &Row<'_>) -> Result<ContactFact, StoreError> {
    let key = row.get_ref(4)?.as_str().map_err(|_| StoreError::Unreadable { what: "entry key" })?;
    let device = match key.parse::<EntryKey>() {
        Ok(key) => key.tag.phone().to_owned(),
        Err(_) => key.to_owned(),
    };
    Ok(ContactFact {
        day: day(row, 1)?,
        kind: row.get(2)?,
        at: row.get(3)?,
        device,
        reach: match row.get_ref(5)?.as_str() {
            Ok("student") => Reach::Student,
            Ok("family") => Reach::Family,
            _ => Reach::Nobody,
        },
        wrong_number: row.get(6)?,
    })
}
