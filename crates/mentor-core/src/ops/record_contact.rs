//! A contact of any kind but a greeting.

use daymark_domain::{Ask, AskKind, CallOutcome, Contact, ContactOutcome, MatchId, SchoolDay, Urgency, What};

use super::{DAYS_MAX, Pen, invalid, saved, standing, write_entry};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::StorageError;
use crate::views::asked_for_a_number;

/// Records one contact. A second call of the same morning is a second entry. A wrong number asks the office for a right
/// one in the same transaction.
pub(crate) fn record_contact(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    contact: Contact,
) -> Result<Reply, Failure> {
    check(&contact, day)?;
    if let Some(earlier) = &contact.follows {
        standing(core, match_id, earlier)?;
    }
    // One student alone is no group, whatever the screen copied.
    let contact = Contact { group: None, ..contact };
    let pen = Pen::for_day(core, match_id, day)?;
    let repair = is_wrong_number(&contact) && !is_asked_for_a_number(core, match_id, pen.today)?;
    let written = core
        .change_record(match_id, |tx, record| {
            let written = write_entry(tx, record, match_id, &pen, day, What::Contact(contact))?;
            if repair {
                write_entry(tx, record, match_id, &pen, pen.today, What::Ask(NUMBER_WANTED))?;
            }
            Ok(written)
        })
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}

/// What a wrong number opens by itself: somebody at school has to find the right one.
pub(super) const NUMBER_WANTED: Ask =
    Ask { kind: AskKind::ContactDetails, urgency: Urgency::ThisWeek, text: None };

pub(super) fn is_wrong_number(contact: &Contact) -> bool {
    contact.outcome == Some(ContactOutcome::Call(CallOutcome::WrongNumber))
}

/// One request at a time is enough, however many numbers are wrong.
fn is_asked_for_a_number(core: &Core, match_id: MatchId, today: SchoolDay) -> Result<bool, Failure> {
    let asked = asked_for_a_number(&core.db, match_id, today).map_err(StorageError::unreadable)?;
    Ok(asked.is_some())
}

/// Whether the contact makes sense, and its follow-up lies ahead of it.
pub(super) fn check(contact: &Contact, day: SchoolDay) -> Result<(), Failure> {
    contact.check().map_err(invalid)?;
    let plausible = day.next()..=day.plus(DAYS_MAX);
    match contact.follow_up {
        Some(follow_up) if !plausible.contains(&follow_up) => {
            Err(invalid("a follow-up lies after the contact, within a year"))
        }
        _ => Ok(()),
    }
}
