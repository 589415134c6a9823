//! The matches of a week in SQLite.

use async_trait::async_trait;
use daymark_domain::{MatchId, MentorId, StudentId};
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::values::{all, day, id, optional_day};
use crate::store::StoreError;
use crate::store::week::{WeekMatch, WeekQuestion, WeekStore};

#[async_trait]
impl WeekStore for SqliteStore {
    async fn week_matches(&self, question: WeekQuestion) -> Result<Vec<WeekMatch>, StoreError> {
        let WeekQuestion { school_id, first, last } = question;
        self.read(move |db| {
            let days = params![school_id.as_bytes(), first.number(), last.number()];
            all(db, include_str!("matches.sql"), days, week_match)
        })
        .await
    }
}

fn week_match(row: &Row<'_>) -> Result<WeekMatch, StoreError> {
    Ok(WeekMatch {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_name: row.get(2)?,
        grade: row.get(3)?,
        mentor_id: id(row, 4, MentorId::from_bytes)?,
        mentor_name: row.get(5)?,
        start_day: day(row, 6)?,
        end_day: optional_day(row, 7)?,
        phones: row.get(8)?,
        last_sync_at: row.get(9)?,
    })
}
