//! What mentors saw at the door.

use daymark_documents::{Entry, What};
use daymark_domain::{DeviceTag, DoorResult, MatchId, SchoolDay};
use daymark_sqlite::rusqlite::{Result, Transaction, named_params};

use super::{EntryRow, entry_key, parsed};

/// Writes the row, or the fact that it was taken back.
pub(crate) fn add(tx: &Transaction<'_>, entry: &EntryRow<'_>, result: DoorResult) -> Result<()> {
    tx.prepare_cached(include_str!("add.sql"))?.execute(named_params! {
        ":match_id": entry.match_id.as_bytes(),
        ":entry_key": entry.key.to_string(),
        ":day": entry.day.number(),
        ":at": entry.at,
        ":result": result.word(),
        ":voided": entry.voided,
    })?;
    Ok(())
}

/// What this phone itself recorded for the day and did not take back.
pub(crate) fn own_of_day(
    tx: &Transaction<'_>,
    match_id: MatchId,
    day: SchoolDay,
    tag: &DeviceTag,
) -> Result<Vec<Entry>> {
    let own = format!("{}-*", tag.as_str());
    tx.prepare_cached(include_str!("own_of_day.sql"))?
        .query_map(
            named_params! { ":match_id": match_id.as_bytes(), ":day": day.number(), ":own": own },
            |row| {
                let what = What::DoorCheck(parsed(row, "result")?);
                Ok(Entry { key: entry_key(row)?, day, at: row.get("at")?, what, voided: false })
            },
        )?
        .collect()
}
