//! A contact of any kind but a greeting.

use daymark_domain::{Contact, MatchId, SchoolDay, What};

use super::{DAYS_MAX, invalid, record_entry, standing};
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records one contact. A second call of the same morning is a second entry.
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
    record_entry(core, match_id, day, What::Contact(Contact { group: None, ..contact }))
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
