//! Conversation starters that were used, so that they do not repeat. Private to this phone.

use daymark_domain::{MatchId, SchoolDay, Tag};
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, named_params};

use super::{day, parsed};
use crate::api::Asked;

/// Remembers the last time.
pub(crate) fn set(tx: &Transaction<'_>, match_id: MatchId, starter: &Tag, on: SchoolDay) -> Result<()> {
    let row = named_params! {
        ":match_id": match_id.as_bytes(), ":starter": starter.as_str(), ":day": on.number(),
    };
    tx.prepare_cached(include_str!("set.sql"))?.execute(row).map(drop)
}

/// Those of one student, latest first.
pub(crate) fn of_match(db: &Connection, match_id: MatchId) -> Result<Vec<Asked>> {
    db.prepare_cached(include_str!("of_match.sql"))?
        .query_map(named_params! { ":match_id": match_id.as_bytes() }, |row| {
            Ok(Asked { starter: parsed(row, "starter")?, day: day(row, "day")? })
        })?
        .collect()
}
