//! What was begun and not saved. It is private to this phone and leaves with its student.

use daymark_domain::{DraftOf, MatchId};
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, named_params};

use super::parsed;

/// Keeps all that was typed so far.
pub(crate) fn set(tx: &Transaction<'_>, match_id: MatchId, of: DraftOf, text: &str, at: i64) -> Result<()> {
    let row = named_params! { ":match_id": match_id.as_bytes(), ":of": of.word(), ":text": text, ":at": at };
    tx.prepare_cached(include_str!("set.sql"))?.execute(row).map(drop)
}

/// Throws one away.
pub(crate) fn remove(tx: &Transaction<'_>, match_id: MatchId, of: DraftOf) -> Result<()> {
    let which = named_params! { ":match_id": match_id.as_bytes(), ":of": of.word() };
    tx.prepare_cached(include_str!("remove.sql"))?.execute(which).map(drop)
}

/// The drafts of one student, each with when it was last typed at.
pub(crate) fn of_match(db: &Connection, match_id: MatchId) -> Result<Vec<(DraftOf, String, i64)>> {
    db.prepare_cached(include_str!("of_match.sql"))?
        .query_map(named_params! { ":match_id": match_id.as_bytes() }, |row| {
            Ok((parsed(row, "of_what")?, row.get("text")?, row.get("at")?))
        })?
        .collect()
}
