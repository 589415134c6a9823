//! From a record's view to the rows that the team's pages read.

use daymark_documents::{Entry, RecordView};
use daymark_domain::{MatchId, SchoolId, What};
use daymark_sqlite::rusqlite::{Transaction, named_params, params};

use super::super::values::{all, id, run};
use super::entry_rows::Place;
use super::record_of;
use crate::store::StoreError;

/// What is dropped and written again from the match records.
pub const TABLES: [&str; 9] = [
    "contact",
    "door_check",
    "note",
    "calendar_mark",
    "goal",
    "recognition",
    "barrier",
    "ask",
    "safety_concern",
];

/// Brings a match's rows to what its record says. A row's `late` is decided when it first arrives.
pub(super) fn write(
    tx: &Transaction<'_>,
    match_id: MatchId,
    view: &RecordView,
    late: bool,
) -> Result<(), StoreError> {
    for entry in &view.entries {
        put_entry(&Place { tx, match_id, entry, late }, view)?;
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

fn put_entry(place: &Place<'_>, view: &RecordView) -> Result<(), StoreError> {
    match &place.entry.what {
        What::DoorCheck(result) => place.door_check(*result),
        What::Contact(contact) => place.contact(contact),
        What::Note { text, audience, class } => place.note(text, *audience, *class),
        What::Goal(goal) => {
            let check = latest(view, |what| match what {
                What::GoalCheck { goal, check } if *goal == place.entry.key => Some(*check),
                _ => None,
            });
            place.goal(goal, check.map(|(entry, check)| (entry.day, check)))
        }
        What::Recognition(recognition) => place.recognition(recognition),
        What::Barrier(barrier) => {
            let resolved = latest(view, |what| match what {
                What::BarrierResolved { barrier } if *barrier == place.entry.key => Some(()),
                _ => None,
            });
            place.barrier(barrier, resolved.map(|(entry, ())| entry.day))
        }
        What::Ask(ask) => place.ask(ask),
        What::SafetyConcern => place.safety_concern(),
        // Told with the entry that they are about.
        What::GoalCheck { .. } | What::BarrierResolved { .. } => Ok(()),
        // Between mentor and student; no page shows them yet.
        What::Milestone(_) | What::WakeUpPlan(_) | What::Checklist(_) => Ok(()),
        // A newer phone's entry: kept in the record, counted when this server learns its word.
        What::Unknown => Ok(()),
    }
}

/// The latest entry that stands and is what is looked for.
fn latest<T>(view: &RecordView, what: impl Fn(&What) -> Option<T>) -> Option<(&Entry, T)> {
    let standing = view.entries.iter().filter(|entry| !entry.is_voided());
    let found = standing.filter_map(|entry| Some((entry, what(&entry.what)?)));
    found.max_by_key(|(entry, _)| (entry.day, entry.at, entry.key.clone()))
}

/// Drops the school's projected rows and writes them again. Whether an entry was late is a fact of its change, so the
/// changes that came before the match ended are written first.
pub(crate) fn rebuild(tx: &Transaction<'_>, school: SchoolId) -> Result<u64, StoreError> {
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
    let in_time = super::folded::bytes_of(tx, match_id, in_time)?;
    let unreadable = |_| StoreError::Unreadable { what: "match record" };
    let mut before = daymark_documents::MatchRecord::new().map_err(unreadable)?;
    before.apply(&in_time).map_err(unreadable)?;
    write(tx, match_id, &before.view(), false)?;
    // Reading a record is most of what this takes: one to which nothing came late is not read twice.
    let has_late = include_str!("has_late_changes.sql");
    if tx.prepare_cached(has_late)?.query_row(params![match_id.as_bytes()], |row| row.get(0))? {
        write(tx, match_id, &record_of(tx, match_id)?.view(), true)?;
    }
    Ok(())
}
