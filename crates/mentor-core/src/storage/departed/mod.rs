//! Students who have left this phone while something that the server refused is still here: for how long it stays.

use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Result, Transaction, params};

/// For so long the mentor can still copy it. As long as the server keeps what it refused.
const KEPT_S: i64 = 30 * 24 * 60 * 60;

/// Writes down who has left by now, and lets go of what is over its time, and of what its mentor had taken back anyway.
/// Returns whether there was anything.
pub(crate) fn let_go(tx: &Transaction<'_>, now: i64) -> Result<bool> {
    tx.prepare_cached(include_str!("note.sql"))?.execute(params![now])?;
    let gone = tx.prepare_cached(include_str!("let_go.sql"))?.execute(params![now - KEPT_S])?;
    tx.prepare_cached(include_str!("forget.sql"))?.execute([])?;
    Ok(gone > 0)
}

/// Of a match that was erased: whatever waited or was set aside.
pub(crate) fn erase(tx: &Transaction<'_>, match_id: MatchId) -> Result<()> {
    tx.execute(include_str!("erase.sql"), params![match_id.as_bytes()])?;
    Ok(())
}
