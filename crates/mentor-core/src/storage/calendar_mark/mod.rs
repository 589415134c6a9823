//! Marks that mentor and student put on days together.

use daymark_domain::{CalendarMark, MatchId, SchoolDay};
use daymark_sqlite::rusqlite::{Result, Transaction, named_params};

/// Replaces a day's marks: one, or the two that phones disagree about.
pub(crate) fn set(
    tx: &Transaction<'_>,
    match_id: MatchId,
    day: SchoolDay,
    marks: impl IntoIterator<Item = CalendarMark>,
) -> Result<()> {
    let (id, day) = (match_id.as_bytes(), day.number());
    tx.prepare_cached(include_str!("remove.sql"))?.execute(named_params! { ":match_id": id, ":day": day })?;
    let mut add = tx.prepare_cached(include_str!("add.sql"))?;
    for mark in marks {
        add.execute(named_params! { ":match_id": id, ":day": day, ":mark": mark.word() })?;
    }
    Ok(())
}
