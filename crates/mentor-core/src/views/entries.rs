//! Entries as screens show them.

use daymark_domain::{Audience, MatchId, SchoolDay};
use daymark_sqlite::rusqlite::{OptionalExtension, Row, named_params};

use crate::api::{Done, EntryState, LogEntry, RecordedCall, RecordedDoorCheck};
use crate::core::Core;
use crate::storage::{StorageError, day, entry_key, parsed};

/// How far an entry has come; an entry without a change in the outbox came from the server or was sent and folded.
fn state(row: &Row<'_>) -> daymark_sqlite::rusqlite::Result<EntryState> {
    let state: Option<String> = row.get("state")?;
    Ok(match state.as_deref() {
        Some("unsent") => EntryState::Saved,
        Some("refused") => EntryState::Refused,
        _ => EntryState::Sent,
    })
}

pub(super) fn door_check_of(
    core: &Core,
    match_id: MatchId,
    on: SchoolDay,
) -> Result<Option<RecordedDoorCheck>, StorageError> {
    let found = core
        .db
        .prepare_cached(include_str!("door_check_of_day.sql"))?
        .query_row(named_params! { ":match_id": match_id.as_bytes(), ":day": on.number() }, |row| {
            Ok((entry_key(row)?, parsed(row, "result")?, row.get("at")?, state(row)?))
        })
        .optional()?;
    let Some((key, result, at, state)) = found else { return Ok(None) };
    Ok(Some(RecordedDoorCheck { key, result, minute: core.local(at)?.minute, state }))
}

pub(super) fn calls_of(
    core: &Core,
    match_id: MatchId,
    on: SchoolDay,
) -> Result<Vec<RecordedCall>, StorageError> {
    let rows = core
        .db
        .prepare_cached(include_str!("calls_of_day.sql"))?
        .query_map(named_params! { ":match_id": match_id.as_bytes(), ":day": on.number() }, |row| {
            Ok((entry_key(row)?, parsed(row, "outcome")?, row.get("at")?, state(row)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    rows.into_iter()
        .map(|(key, outcome, at, state)| {
            Ok(RecordedCall { key, outcome, minute: core.local(at)?.minute, state })
        })
        .collect()
}

pub(super) fn log_of(core: &Core, match_id: MatchId) -> Result<Vec<LogEntry>, StorageError> {
    let rows = core
        .db
        .prepare_cached(include_str!("log.sql"))?
        .query_map(named_params! { ":match_id": match_id.as_bytes() }, |row| {
            Ok((
                entry_key(row)?,
                day(row, "day")?,
                row.get("at")?,
                done(row)?,
                row.get("voided")?,
                state(row)?,
            ))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    rows.into_iter()
        .map(|(key, day, at, what, voided, state)| {
            Ok(LogEntry { key, day, made: core.local(at)?, what, voided, state })
        })
        .collect()
}

fn done(row: &Row<'_>) -> daymark_sqlite::rusqlite::Result<Done> {
    let kind: String = row.get("kind")?;
    Ok(match kind.as_str() {
        "door_check" => Done::DoorCheck(parsed(row, "value")?),
        "wake_up_call" => Done::WakeUpCall(parsed(row, "value")?),
        "one_on_one" => Done::OneOnOne(parsed(row, "value")?),
        "note" => Done::Note {
            text: row.get("value")?,
            audience: Audience::from_word(&row.get::<_, String>("audience")?),
        },
        _ => Done::Unknown,
    })
}
