//! What matches try, in SQLite.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{MatchId, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::variants::{MatchVariant, VariantStore};

#[async_trait]
impl VariantStore for SqliteStore {
    async fn variants(&self, school: SchoolId) -> Result<Vec<MatchVariant>, StoreError> {
        let read = |row: &Row<'_>| {
            Ok(MatchVariant {
                match_id: id(row, 0, MatchId::from_bytes)?,
                student: row.get("student")?,
                mentor: row.get("mentor")?,
                variant: row.get("variant")?,
                changes: row.get("changes")?,
            })
        };
        self.read(move |db| all(db, include_str!("of_school.sql"), [school.as_bytes()], read)).await
    }

    async fn set_variant(
        &self,
        school: SchoolId,
        match_id: MatchId,
        variant: Option<String>,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let which = params![school.as_bytes(), match_id.as_bytes()];
            let now: Option<Option<String>> = one(tx, include_str!("now.sql"), which, |row| Ok(row.get(0)?))?;
            match now {
                None => return Ok(false),
                Some(now) if now == variant => return Ok(true),
                Some(_) => {}
            }
            run(tx, include_str!("add.sql"), params![match_id.as_bytes(), variant, by.as_bytes(), at])?;
            run(tx, include_str!("set.sql"), params![match_id.as_bytes(), variant])?;
            Ok(true)
        })
        .await
    }

    async fn all_variants(&self) -> Result<BTreeMap<MatchId, String>, StoreError> {
        let read = |row: &Row<'_>| Ok((id(row, 0, MatchId::from_bytes)?, row.get(1)?));
        let tags = self.read(move |db| all(db, include_str!("all.sql"), [], read)).await?;
        Ok(tags.into_iter().collect())
    }
}
