//! What a mentor can do. One file a verb, one transaction a tap: the change (which is the outbox) and the rows that
//! screens read are committed together, and only then the answer says *saved*.

mod add_note;
mod ask_team;
mod check_goal;
mod discard_draft;
mod discard_set_aside;
mod keep_draft;
mod mark_calendar_day;
mod raise_safety_concern;
mod reach_milestone;
mod read_answer;
mod read_damage;
mod recognize;
mod record_asked;
mod record_contact;
mod record_door_check;
mod record_group;
mod record_one_on_one;
mod record_wake_up_call;
mod renamed;
mod replace_contact;
mod report_barrier;
mod resolve_barrier;
mod set_goal;
mod set_wake_up_plan;
mod tick_checklist;
mod void_entry;
mod void_group;
mod write_again;

pub(crate) use add_note::{NewNote, add_note};
pub(crate) use ask_team::ask_team;
pub(crate) use check_goal::check_goal;
pub(crate) use discard_draft::discard_draft;
pub(crate) use discard_set_aside::discard_set_aside;
pub(crate) use keep_draft::keep_draft;
pub(crate) use mark_calendar_day::mark_calendar_day;
pub(crate) use raise_safety_concern::raise_safety_concern;
pub(crate) use reach_milestone::reach_milestone;
pub(crate) use read_answer::read_answer;
pub(crate) use read_damage::read_damage;
pub(crate) use recognize::recognize;
pub(crate) use record_asked::record_asked;
pub(crate) use record_contact::record_contact;
pub(crate) use record_door_check::record_door_check;
pub(crate) use record_group::record_group;
pub(crate) use record_one_on_one::record_one_on_one;
pub(crate) use record_wake_up_call::record_wake_up_call;
pub(crate) use renamed::with_keys_of_today;
pub(crate) use replace_contact::replace_contact;
pub(crate) use report_barrier::report_barrier;
pub(crate) use resolve_barrier::resolve_barrier;
pub(crate) use set_goal::set_goal;
pub(crate) use set_wake_up_plan::set_wake_up_plan;
pub(crate) use tick_checklist::tick_checklist;
pub(crate) use void_entry::void_entry;
pub(crate) use void_group::void_group;
pub(crate) use write_again::write_again;

use daymark_documents::{Entry, MatchRecord, Writer, Written, kind_word};
use daymark_domain::{EntryKey, MatchId, SchoolDay, What};
use daymark_sqlite::rusqlite::Transaction;

use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, caseload, change, entry};

/// How far back an entry may be dated, and how far ahead a plan: a school year.
const DAYS_MAX: u64 = 366;

/// A mentor's pen: who writes, when, and that the student is on this phone.
struct Pen {
    writer: Writer,
    at: i64,
    today: SchoolDay,
}

impl Pen {
    fn take(core: &Core, match_id: MatchId) -> Result<Self, Failure> {
        let phone = core.phone()?;
        known(core, match_id)?;
        let at = core.now();
        let today = core.local(at).map_err(StorageError::unreadable)?.day;
        Ok(Self { writer: phone.writer(), at, today })
    }

    fn for_day(core: &Core, match_id: MatchId, day: SchoolDay) -> Result<Self, Failure> {
        let pen = Self::take(core, match_id)?;
        let plausible = pen.today.minus(DAYS_MAX)..=pen.today;
        if plausible.contains(&day) {
            Ok(pen)
        } else {
            Err(Failure::Invalid("the day lies outside the school year so far".into()))
        }
    }
}

/// Whether the student is on this phone.
fn known(core: &Core, match_id: MatchId) -> Result<(), Failure> {
    let found = caseload::get(&core.db, match_id).map_err(|error| StorageError::from(error).unreadable())?;
    found.map(drop).ok_or(Failure::NoSuchMatch)
}

/// An entry that stands and is what another one wants to be about.
fn standing(core: &Core, match_id: MatchId, key: &EntryKey) -> Result<Entry, Failure> {
    let found =
        entry::get(&core.db, match_id, key).map_err(|error| StorageError::from(error).unreadable())?;
    found.filter(|entry| !entry.is_voided()).ok_or(Failure::NoSuchEntry)
}

/// Writes one entry and its row, inside the caller's transaction.
fn write_entry(
    tx: &Transaction<'_>,
    record: &mut MatchRecord,
    match_id: MatchId,
    pen: &Pen,
    day: SchoolDay,
    what: What,
) -> Result<Written, StorageError> {
    let written = record.add_entry(&pen.writer, day, pen.at, &what)?;
    change::add_unsent(tx, match_id, &written)?;
    if let Some(key) = written.key.clone() {
        entry::add(tx, match_id, &Entry { key, day, at: pen.at, what, voided_at: None })?;
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
    let written = record.void_entry(&pen.writer, target.day, pen.at, &target.key)?;
    change::add_unsent(tx, match_id, &written)?;
    target.voided_at = Some(pen.at);
    Ok(entry::add(tx, match_id, &target)?)
}

/// One new entry about today, one transaction.
fn record_today(core: &mut Core, match_id: MatchId, what: What) -> Result<Reply, Failure> {
    let pen = Pen::take(core, match_id)?;
    record_with(core, match_id, &pen, pen.today, what)
}

fn record_with(
    core: &mut Core,
    match_id: MatchId,
    pen: &Pen,
    day: SchoolDay,
    what: What,
) -> Result<Reply, Failure> {
    let written = core
        .change_record(match_id, |tx, record| write_entry(tx, record, match_id, pen, day, what))
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}

/// Ticks a point once: saying again what stands already changes nothing and is no error.
fn tick(core: &mut Core, match_id: MatchId, what: What) -> Result<Reply, Failure> {
    known(core, match_id)?;
    let ticked = entry::standing_of_kind(&core.db, match_id, kind_word(&what))
        .map_err(|error| StorageError::from(error).unreadable())?;
    if ticked.iter().any(|kept| kept.entry.what == what) {
        return saved(core, None);
    }
    record_today(core, match_id, what)
}

/// The reason in words, as the screen says it.
fn invalid(reason: impl std::fmt::Display) -> Failure {
    Failure::Invalid(reason.to_string())
}

fn saved(core: &Core, key: Option<EntryKey>) -> Result<Reply, Failure> {
    Ok(Reply::Saved { key, status: core.status()? })
}
