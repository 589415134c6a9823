//! From a record's view to the rows that the team's pages read.

use daymark_documents::{Entry, RecordView, What};
use daymark_domain::{CallOutcome, MatchId, SchoolId};
use daymark_sqlite::rusqlite::{Transaction, named_params, params};

use super::super::values::{all, id, run};
use super::record_of;
use crate::store::StoreError;

const TABLES: [&str; 4] = ["contact", "door_check", "note", "calendar_mark"];

/// Brings a match's rows to what its record says. A row's `late` is decided when it first arrives.
pub(super) fn write(
    tx: &Transaction<'_>,
    match_id: MatchId,
    view: &RecordView,
    late: bool,
) -> Result<(), StoreError> {
    for entry in &view.entries {
        add_entry(tx, match_id, entry, late)?;
    }
    tx.execute(include_str!("remove_marks.sql"), params![match_id.as_bytes()])?;
    for (day, marks) in &view.marks {
        for mark in marks {
            let row = named_params! { ":match_id": match_id.as_bytes(), ":day": day.number(), ":mark": mark.word() };
            run(tx, include_str!("add_mark.sql"), row)?;
        }
    }
    Ok(())
}

fn add_entry(tx: &Transaction<'_>, match_id: MatchId, entry: &Entry, late: bool) -> Result<(), StoreError> {
    match &entry.what {
        What::DoorCheck(result) => run(
            tx,
            include_str!("add_door_check.sql"),
            named_params! {
                ":match_id": match_id.as_bytes(),
                ":entry_key": entry.key.to_string(),
                ":day": entry.day.number(),
                ":at": entry.at,
                ":result": result.word(),
                ":voided": entry.voided,
                ":late": late,
            },
        )
        .map(|_| ()),
        What::WakeUpCall(outcome) => add_contact(
            tx,
            match_id,
            entry,
            late,
            Contact { kind: "wake_up_call", outcome: Some(*outcome), minutes: None },
        ),
        What::OneOnOne { minutes } => add_contact(
            tx,
            match_id,
            entry,
            late,
            Contact { kind: "one_on_one", outcome: None, minutes: Some(*minutes) },
        ),
        What::Note { text, audience } => run(
            tx,
            include_str!("add_note.sql"),
            named_params! {
                ":match_id": match_id.as_bytes(),
                ":entry_key": entry.key.to_string(),
                ":day": entry.day.number(),
                ":at": entry.at,
                ":text": text.as_str(),
                ":audience": audience.word(),
                ":voided": entry.voided,
                ":late": late,
            },
        )
        .map(|_| ()),
        // A newer phone's entry: kept in the record, counted when this server learns its word.
        What::Unknown => Ok(()),
    }
}

struct Contact {
    kind: &'static str,
    outcome: Option<CallOutcome>,
    minutes: Option<u16>,
}

fn add_contact(
    tx: &Transaction<'_>,
    match_id: MatchId,
    entry: &Entry,
    late: bool,
    contact: Contact,
) -> Result<(), StoreError> {
    let row = named_params! {
        ":match_id": match_id.as_bytes(),
        ":entry_key": entry.key.to_string(),
        ":kind": contact.kind,
        ":day": entry.day.number(),
        ":at": entry.at,
        ":outcome": contact.outcome.map(CallOutcome::word),
        ":minutes": contact.minutes,
        ":voided": entry.voided,
        ":late": late,
    };
    run(tx, include_str!("add_contact.sql"), row).map(|_| ())
}

/// Drops the school's projected rows and writes them again. Whether an entry was late is a fact of its change, so the
/// changes that came before the match ended are written first.
pub(super) fn rebuild(tx: &Transaction<'_>, school: SchoolId) -> Result<u64, StoreError> {
    for table in TABLES {
        let of_school = "WHERE match_id IN (SELECT id FROM match WHERE school_id = ?1)";
        tx.execute(&format!("DELETE FROM {table} {of_school}"), params![school.as_bytes()])?;
    }
    let with_changes = include_str!("matches_with_changes.sql");
    let matches = all(tx, with_changes, params![school.as_bytes()], |row| id(row, 0, MatchId::from_bytes))?;
    for match_id in &matches {
        rebuild_match(tx, *match_id)?;
    }
    Ok(matches.len() as u64)
}

fn rebuild_match(tx: &Transaction<'_>, match_id: MatchId) -> Result<(), StoreError> {
    let in_time = include_str!("changes_in_time.sql");
    let in_time: Vec<Vec<u8>> = all(tx, in_time, params![match_id.as_bytes()], |row| Ok(row.get(0)?))?;
    let unreadable = |_| StoreError::Unreadable { what: "match record" };
    let mut before = daymark_documents::MatchRecord::new().map_err(unreadable)?;
    before.apply(&in_time).map_err(unreadable)?;
    write(tx, match_id, &before.view(), false)?;
    write(tx, match_id, &record_of(tx, match_id)?.view(), true)
}
