//! What the mentor wanted to come back to.

use daymark_domain::{Contact, EntryKey, What};

use super::StudentToday;
use crate::api::FollowUpCard;
use crate::storage::StorageError;
use crate::storage::entry::{self, Kept};
use crate::views::{calling, entries};

/// Due, and not come back to before today.
pub(super) fn cards(student: &StudentToday<'_>) -> Result<Vec<FollowUpCard>, StorageError> {
    let follow_ups = entry::follow_ups(&student.day.core.db, student.mentee.match_id, student.day.today)?;
    let came_back = |key: &EntryKey| {
        entries::contacts(&student.entries)
            .filter(|(_, contact)| contact.follows.as_ref() == Some(key))
            .map(|(kept, _)| kept.entry.key.clone())
            .last()
    };
    let callees = if follow_ups.is_empty() { Vec::new() } else { student.callees()? };
    let card = |Kept { entry, .. }: Kept| match entry.what {
        What::Contact(contact @ Contact { follow_up: Some(due), .. }) => Some(FollowUpCard {
            who: student.mentee.who(),
            done: came_back(&entry.key).is_some(),
            done_by: came_back(&entry.key),
            key: entry.key,
            day: entry.day,
            next: calling::next(&callees, &[]),
            callees: callees.clone(),
            contact,
            due,
        }),
        _ => None,
    };
    Ok(follow_ups.into_iter().filter_map(card).collect())
}
