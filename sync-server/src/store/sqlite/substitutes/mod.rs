//! Substitutes in SQLite.

use async_trait::async_trait;
use daymark_domain::{MatchId, NoteText, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Row, Transaction, named_params, params};

use super::SqliteStore;
use super::access::settle;
use super::closing::{Pair, may_be_matched, note_text, noted};
use super::values::{all, day, id, one, run, word};
use crate::store::StoreError;
use crate::store::closing::Author;
use crate::store::substitutes::{NewSubstitute, Renewal, StandsIn, SubstituteStore, Term};

#[async_trait]
impl SubstituteStore for SqliteStore {
    async fn substitute_terms(&self, school: SchoolId) -> Result<Vec<Term>, StoreError> {
        self.read(move |db| all(db, include_str!("terms.sql"), params![school.as_bytes()], term)).await
    }

    async fn add_substitute(&self, new: NewSubstitute, author: Author) -> Result<StandsIn, StoreError> {
        self.write(move |tx| {
            let running = include_str!("running.sql");
            let Some(student) = student_of(tx, running, author, new.for_match)? else {
                return Ok(StandsIn::NotOfThisSchool);
            };
            match may_be_matched(tx, author.school_id, student, new.mentor_id)? {
                Pair::Free => {}
                Pair::Strangers => return Ok(StandsIn::NotOfThisSchool),
                Pair::Matched => return Ok(StandsIn::Already),
            }
            let row = named_params! {
                ":id": new.id.as_bytes(),
                ":for_match": new.for_match.as_bytes(),
                ":mentor_id": new.mentor_id.as_bytes(),
                ":basis": new.basis.word(),
                ":today": new.today.number(),
                ":last_day": new.last_day.number(),
                ":at": author.at,
            };
            run(tx, include_str!("add.sql"), row)?;
            let NewSubstitute { id, reason, note, today, last_day, family_told, .. } = new;
            add_term(tx, &Renewal { id, reason, note, today, last_day, family_told }, author)?;
            settle(tx, author.school_id, today, author.at)?;
            noted(tx, author, "substitute_added", student)?;
            Ok(StandsIn::Yes)
        })
        .await
    }

    async fn renew_substitute(&self, renewal: Renewal, author: Author) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let standing_in = include_str!("standing_in.sql");
            let Some(student) = student_of(tx, standing_in, author, renewal.id)? else { return Ok(false) };
            let row = params![renewal.id.as_bytes(), renewal.last_day.number()];
            run(tx, include_str!("renew.sql"), row)?;
            add_term(tx, &renewal, author)?;
            settle(tx, author.school_id, renewal.today, author.at)?;
            noted(tx, author, "substitute_renewed", student)?;
            Ok(true)
        })
        .await
    }
}

fn student_of(
    tx: &Transaction<'_>,
    sql: &str,
    author: Author,
    match_id: MatchId,
) -> Result<Option<StudentId>, StoreError> {
    let of = params![author.school_id.as_bytes(), match_id.as_bytes()];
    one(tx, sql, of, |row| id(row, 0, StudentId::from_bytes))
}

fn add_term(tx: &Transaction<'_>, term: &Renewal, author: Author) -> Result<(), StoreError> {
    let row = params![
        term.id.as_bytes(),
        term.reason.word(),
        term.note.as_ref().map(NoteText::as_str),
        term.last_day.number(),
        term.family_told,
        author.by.as_bytes(),
        author.at,
    ];
    run(tx, include_str!("add_term.sql"), row).map(|_| ())
}

fn term(row: &Row<'_>) -> Result<Term, StoreError> {
    Ok(Term {
        match_id: id(row, 0, MatchId::from_bytes)?,
        last_day: day(row, 1)?,
        reason: word(row, "reason")?,
        note: note_text(row, "note")?,
        family_told: row.get("family_told")?,
        by: row.get("by_name")?,
        at: row.get("at")?,
    })
}
