//! A contact said anew.

use daymark_domain::{Contact, EntryKey, MatchId, SchoolDay, What};

use super::record_contact::check;
use super::{Pen, saved, standing, write_entry, write_void};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, entry};

/// Takes a contact back and writes another one in its place, both or none: a kill in between leaves neither twice.
pub(crate) fn replace_contact(
    core: &mut Core,
    match_id: MatchId,
    replaced: EntryKey,
    day: SchoolDay,
    contact: Contact,
) -> Result<Reply, Failure> {
    check(&contact, day)?;
    let pen = Pen::for_day(core, match_id, day)?;
    let target = standing(core, match_id, &replaced)?;
    let What::Contact(earlier) = &target.what else { return Err(Failure::NoSuchEntry) };
    let what = What::Contact(in_place_of(core, match_id, &replaced, earlier, contact)?);
    let written = core
        .change_record(match_id, |tx, record| {
            write_void(tx, record, match_id, &pen, target)?;
            write_entry(tx, record, match_id, &pen, day, what)
        })
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}

/// What ties an entry to others is not said anew: its group, what it came back to, and that it was come back to.
fn in_place_of(
    core: &Core,
    match_id: MatchId,
    replaced: &EntryKey,
    earlier: &Contact,
    contact: Contact,
) -> Result<Contact, Failure> {
    if let Some(follows) = contact.follows.as_ref().filter(|_| contact.follows != earlier.follows) {
        let other = Some(follows).filter(|follows| *follows != replaced).ok_or(Failure::NoSuchEntry)?;
        standing(core, match_id, other)?;
    }
    let come_back_to = contact.follow_up == earlier.follow_up
        && entry::is_followed(&core.db, match_id, replaced)
            .map_err(|error| StorageError::from(error).unreadable())?;
    Ok(Contact {
        group: earlier.group.filter(|_| contact.kind == earlier.kind),
        follow_up: contact.follow_up.filter(|_| !come_back_to),
        ..contact
    })
}
