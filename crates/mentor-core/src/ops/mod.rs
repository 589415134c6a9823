//! What a mentor can do. One file a verb, one transaction a tap: the change (which is the outbox) and the rows that
//! screens read are committed together, and only then the answer says *saved*.

mod add_note;
mod mark_calendar_day;
mod record_door_check;
mod record_one_on_one;
mod record_wake_up_call;
mod void_entry;

pub(crate) use add_note::add_note;
pub(crate) use mark_calendar_day::mark_calendar_day;
pub(crate) use record_door_check::record_door_check;
pub(crate) use record_one_on_one::record_one_on_one;
pub(crate) use record_wake_up_call::record_wake_up_call;
pub(crate) use void_entry::void_entry;

use daymark_documents::{Entry, MatchRecord, NewEntry, What, Writer, Written};
use daymark_domain::{EntryKey, MatchId, SchoolDay};
use daymark_sqlite::rusqlite::Transaction;

use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, caseload, change, projection};

/// How far back an entry may be dated: a school year.
const DAYS_BACK_MAX: u64 = 366;

/// A mentor's pen: who writes, when, and that the student is on this phone.
struct Pen {
    writer: Writer,
    at: i64,
    today: SchoolDay,
}

impl Pen {
    fn take(core: &Core, match_id: MatchId) -> Result<Self, Failure> {
        let phone = core.phone()?;
        let known =
            caseload::get(&core.db, match_id).map_err(|error| StorageError::from(error).unreadable())?;
        known.ok_or(Failure::NoSuchMatch)?;
        let at = core.now();
        let today = core.local(at).map_err(StorageError::unreadable)?.day;
        Ok(Self { writer: phone.writer(), at, today })
    }

    fn for_day(core: &Core, match_id: MatchId, day: SchoolDay) -> Result<Self, Failure> {
        let pen = Self::take(core, match_id)?;
        let plausible = pen.today.minus(DAYS_BACK_MAX)..=pen.today;
        if plausible.contains(&day) {
            Ok(pen)
        } else {
            Err(Failure::Invalid("the day lies outside the school year so far".into()))
        }
    }
}

/// Writes one entry and its row, inside the caller's transaction.
fn write_entry(
    tx: &Transaction<'_>,
    record: &mut MatchRecord,
    match_id: MatchId,
    pen: &Pen,
    day: SchoolDay,
    new: NewEntry,
) -> Result<Written, StorageError> {
    let written = record.add_entry(&pen.writer, day, pen.at, &new)?;
    change::add_unsent(tx, match_id, &written)?;
    if let (Some(key), Some(what)) = (written.key.clone(), what_of(new)) {
        let entry = Entry { key, day, at: pen.at, what, voided: false };
        projection::add_entry(tx, match_id, &entry)?;
    }
    Ok(written)
}

/// Takes one entry back inside the caller's transaction.
fn write_void(
    tx: &Transaction<'_>,
    record: &mut MatchRecord,
    match_id: MatchId,
    pen: &Pen,
    mut target: Entry,
) -> Result<(), StorageError> {
    let written = record.add_entry(&pen.writer, target.day, pen.at, &NewEntry::Void(target.key.clone()))?;
    change::add_unsent(tx, match_id, &written)?;
    target.voided = true;
    projection::add_entry(tx, match_id, &target)?;
    Ok(())
}

fn what_of(new: NewEntry) -> Option<What> {
    Some(match new {
        NewEntry::DoorCheck(result) => What::DoorCheck(result),
        NewEntry::WakeUpCall(outcome) => What::WakeUpCall(outcome),
        NewEntry::OneOnOne { minutes } => What::OneOnOne { minutes },
        NewEntry::Note { text, audience } => What::Note { text, audience },
        NewEntry::Void(_) => return None,
    })
}

/// One new entry, one transaction.
fn record_entry(core: &mut Core, match_id: MatchId, day: SchoolDay, new: NewEntry) -> Result<Reply, Failure> {
    let pen = Pen::for_day(core, match_id, day)?;
    let written = core
        .change_record(match_id, |tx, record| write_entry(tx, record, match_id, &pen, day, new))
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}

fn saved(core: &Core, key: Option<EntryKey>) -> Result<Reply, Failure> {
    Ok(Reply::Saved { key, status: core.status()? })
}
