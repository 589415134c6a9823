//! Reviews in SQLite.

use async_trait::async_trait;
use daymark_domain::{MatchId, NoteText, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::closing::{Which, note_text, noted, student_of};
use super::values::{all, day, id, run, word};
use crate::store::StoreError;
use crate::store::closing::Author;
use crate::store::reviews::{Review, ReviewFacts, ReviewStore};

#[async_trait]
impl ReviewStore for SqliteStore {
    async fn reviews(&self, school: SchoolId) -> Result<Vec<Review>, StoreError> {
        self.read(move |db| select(db, school, None)).await
    }

    async fn reviews_of(&self, school: SchoolId, id: MatchId) -> Result<Vec<Review>, StoreError> {
        self.read(move |db| select(db, school, Some(id))).await
    }

    async fn add_review(&self, id: MatchId, facts: ReviewFacts, author: Author) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Some(student) = student_of(tx, author.school_id, id, Which::Open)? else { return Ok(false) };
            let row = params![
                id.as_bytes(),
                facts.day.number(),
                facts.student.word(),
                facts.family.map(|wish| wish.word()),
                facts.works.as_ref().map(NoteText::as_str),
                facts.change.as_ref().map(NoteText::as_str),
                facts.decision.word(),
                author.by.as_bytes(),
                author.at,
            ];
            run(tx, include_str!("add.sql"), row)?;
            noted(tx, author, "match_reviewed", student)?;
            Ok(true)
        })
        .await
    }
}

fn select(db: &Connection, school: SchoolId, which: Option<MatchId>) -> Result<Vec<Review>, StoreError> {
    let of = params![school.as_bytes(), which.map(|id| *id.as_bytes())];
    all(db, include_str!("select.sql"), of, review)
}

fn review(row: &Row<'_>) -> Result<Review, StoreError> {
    let family: Option<String> = row.get("family_wish")?;
    let family = family.map(|word| word.parse()).transpose();
    Ok(Review {
        match_id: id(row, 0, MatchId::from_bytes)?,
        facts: ReviewFacts {
            day: day(row, 1)?,
            student: word(row, "student_wish")?,
            family: family.map_err(|_| StoreError::Unreadable { what: "family_wish" })?,
            works: note_text(row, "works")?,
            change: note_text(row, "change")?,
            decision: word(row, "decision")?,
        },
        by: row.get("by_name")?,
    })
}
