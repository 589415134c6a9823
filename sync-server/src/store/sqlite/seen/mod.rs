//! What was seen, in SQLite.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{EntryKey, MatchId, SchoolId, SeenPage};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::log::next_seq;
use super::values::{all, id, run};
use crate::store::StoreError;
use crate::store::seen::{SeenStore, Shown};

#[async_trait]
impl SeenStore for SqliteStore {
    async fn mark_seen(&self, school: SchoolId, shown: Shown, at: i64) -> Result<bool, StoreError> {
        // Looked at beside the writer first: most of the time nothing is new, and nobody waits for it.
        if self.read(move |db| newer(db, school, shown)).await?.is_empty() {
            return Ok(false);
        }
        self.write(move |tx| {
            let newer = newer(tx, school, shown)?;
            if newer.is_empty() {
                return Ok(false);
            }
            let seq = next_seq(tx, school, "seen", None, at)?;
            for ((match_id, tag), counter) in newer {
                let mark = params![match_id.as_bytes(), page(shown).word(), tag, counter, seq];
                run(tx, include_str!("set.sql"), mark)?;
            }
            Ok(true)
        })
        .await
    }
}

fn page(shown: Shown) -> SeenPage {
    match shown {
        Shown::Week { .. } => SeenPage::Week,
        Shown::Asks => SeenPage::Asks,
    }
}

/// The greatest counter of each phone in each match, where it is greater than what was seen before.
type Newest = BTreeMap<(MatchId, String), u32>;

fn newer(db: &Connection, school: SchoolId, shown: Shown) -> Result<Newest, StoreError> {
    let read = |row: &Row<'_>| Ok((id(row, 0, MatchId::from_bytes)?, row.get(1)?));
    let keys: Vec<(MatchId, String)> = match shown {
        Shown::Week { first, last } => {
            let days = params![school.as_bytes(), first.number(), last.number()];
            all(db, include_str!("of_week.sql"), days, read)?
        }
        Shown::Asks => all(db, include_str!("of_asks.sql"), params![school.as_bytes()], read)?,
    };
    let mut newest = Newest::new();
    for (match_id, key) in keys {
        let Ok(EntryKey { tag, counter }) = key.parse() else { continue };
        let known = newest.entry((match_id, tag.as_str().to_owned())).or_default();
        *known = counter.max(*known);
    }
    let of_page = params![school.as_bytes(), page(shown).word()];
    let seen = all(db, include_str!("of_school.sql"), of_page, |row| {
        Ok(((id(row, 0, MatchId::from_bytes)?, row.get::<_, String>(1)?), row.get::<_, u32>(2)?))
    })?;
    let seen: Newest = seen.into_iter().collect();
    newest.retain(|of, counter| seen.get(of).is_none_or(|before| *counter > *before));
    Ok(newest)
}
