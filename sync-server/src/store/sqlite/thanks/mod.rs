//! Thanks and good words in SQLite.

use async_trait::async_trait;
use daymark_domain::{MentorId, SchoolDay, SchoolId, StudentId, ThanksWay};
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::closing::noted;
use super::support::is_here;
use super::values::{all, day, id, run, word};
use crate::store::StoreError;
use crate::store::closing::Author;
use crate::store::thanks::{Celebration, Named, NewCelebration, ThanksStore};

#[async_trait]
impl ThanksStore for SqliteStore {
    async fn add_thanks(
        &self,
        mentor: MentorId,
        way: ThanksWay,
        day: SchoolDay,
        author: Author,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_here(tx, author.school_id, mentor)? {
                return Ok(false);
            }
            let Author { school_id, by, at } = author;
            let row =
                params![school_id.as_bytes(), mentor.as_bytes(), day.number(), way.word(), by.as_bytes(), at];
            run(tx, include_str!("add.sql"), row)?;
            Ok(true)
        })
        .await
    }

    async fn minutes_with_students(
        &self,
        school: SchoolId,
        since: SchoolDay,
    ) -> Result<Vec<(MentorId, u32)>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), since.number()];
            all(db, include_str!("minutes.sql"), of, |row| {
                Ok((id(row, 0, MentorId::from_bytes)?, row.get(1)?))
            })
        })
        .await
    }

    async fn celebrations(&self, school: SchoolId, since: SchoolDay) -> Result<Vec<Celebration>, StoreError> {
        self.read(move |db| {
            all(db, include_str!("celebrations.sql"), params![school.as_bytes(), since.number()], celebration)
        })
        .await
    }

    async fn add_celebration(&self, new: NewCelebration, author: Author) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let row = params![
                author.school_id.as_bytes(),
                new.student_id.as_bytes(),
                new.day.number(),
                new.whom.word(),
                new.form.word(),
                author.by.as_bytes(),
                author.at,
            ];
            if run(tx, include_str!("add_celebration.sql"), row)? == 0 {
                return Ok(false);
            }
            noted(tx, author, "celebration_noted", new.student_id)?;
            Ok(true)
        })
        .await
    }

    async fn named_students(&self, school: SchoolId) -> Result<Vec<Named>, StoreError> {
        self.read(move |db| all(db, include_str!("named.sql"), params![school.as_bytes()], named)).await
    }
}

fn celebration(row: &Row<'_>) -> Result<Celebration, StoreError> {
    Ok(Celebration {
        student_id: id(row, 0, StudentId::from_bytes)?,
        day: day(row, 1)?,
        whom: word(row, "whom")?,
        form: word(row, "form")?,
        by: row.get("by_name")?,
    })
}

fn named(row: &Row<'_>) -> Result<Named, StoreError> {
    Ok(Named {
        id: id(row, 0, StudentId::from_bytes)?,
        sis_id: row.get("sis_id")?,
        name: row.get("name")?,
        grade: row.get("grade")?,
        language: row.get("home_language")?,
    })
}
