//! Entries as screens show them.

use std::collections::BTreeSet;

use daymark_domain::{Contact, ContactKind, ContactOutcome, DoorResult, MatchId, What};

use crate::api::{LogEntry, RecordedCall, RecordedDoorCheck};
use crate::core::{Core, local_time};
use crate::storage::entry::{self, Kept};
use crate::storage::{StorageError, school};

/// The latest check of a day, whichever phone made it; `entries` are the day's, in their order.
pub(super) fn door_check(core: &Core, entries: &[Kept]) -> Result<Option<RecordedDoorCheck>, StorageError> {
    let Some((kept, result)) = entries.iter().rev().find_map(|kept| Some((kept, door_result(kept)?))) else {
        return Ok(None);
    };
    let minute = core.local(kept.entry.at)?.minute;
    Ok(Some(RecordedDoorCheck { key: kept.entry.key.clone(), result, minute, state: kept.state }))
}

fn door_result(kept: &Kept) -> Option<DoorResult> {
    match kept.entry.what {
        What::DoorCheck(result) => Some(result),
        _ => None,
    }
}

/// What is a contact among the entries.
pub(super) fn contacts(entries: &[Kept]) -> impl Iterator<Item = (&Kept, &Contact)> {
    entries.iter().filter_map(|kept| match &kept.entry.what {
        What::Contact(contact) => Some((kept, contact)),
        _ => None,
    })
}

/// Calls of some kinds among the entries.
pub(super) fn calls(
    core: &Core,
    entries: &[Kept],
    of_kind: impl Fn(ContactKind) -> bool,
) -> Result<Vec<RecordedCall>, StorageError> {
    let mut calls = Vec::new();
    for (kept, contact) in contacts(entries).filter(|(_, contact)| of_kind(contact.kind)) {
        let Some(outcome) = contact.outcome.and_then(ContactOutcome::call) else { continue };
        calls.push(RecordedCall {
            key: kept.entry.key.clone(),
            contact: contact.clone(),
            outcome,
            minute: core.local(kept.entry.at)?.minute,
            state: kept.state,
        });
    }
    Ok(calls)
}

/// Minutes that were spent: of meetings that took place, a group's once over all its students.
pub(super) fn minutes<'k>(entries: impl IntoIterator<Item = &'k [Kept]>) -> u32 {
    let mut groups = BTreeSet::new();
    let contacts = entries.into_iter().flat_map(contacts).map(|(_, contact)| contact);
    let spent = contacts.filter(|contact| contact.took_place());
    let once = spent.filter(|contact| contact.group.is_none_or(|group| groups.insert(group)));
    once.map(|contact| u32::from(contact.minutes.unwrap_or(0))).sum()
}

/// Everything that was done with one student, latest first.
pub(super) fn log_of(core: &Core, match_id: MatchId) -> Result<Vec<LogEntry>, StorageError> {
    let offsets = school::Offsets::read(&core.db)?;
    let line = |Kept { entry, state }: Kept| LogEntry {
        made: local_time(&offsets, entry.at),
        voided: entry.is_voided(),
        voided_at: entry.voided_at.map(|at| local_time(&offsets, at)),
        key: entry.key,
        day: entry.day,
        what: entry.what,
        state,
    };
    Ok(entry::all_of_match(&core.db, match_id)?.into_iter().map(line).collect())
}
