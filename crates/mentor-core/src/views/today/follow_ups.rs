//! What the mentor wanted to come back to.

use daymark_domain::{Contact, EntryKey, What};

use super::StudentToday;
use crate::api::FollowUpCard;
use crate::storage::StorageError;
use crate::storage::entry::{self, Kept};
use crate::views::entries;

/// Due, and not come back to before today.
pub(super) fn cards(student: &StudentToday<'_>) -> Result<Vec<FollowUpCard>, StorageError> {
    let follow_ups = entry::follow_ups(&student.day.core.db, student.mentee.match_id, student.day.today)?;
    let came_back = |key: &EntryKey| {
        entries::contacts(&student.entries).any(|(_, contact)| contact.follows.as_ref() == Some(key))
    };
    let card = |Kept { entry, .. }: Kept| match entry.what {
        What::Contact(contact @ Contact { follow_up: Some(due), .. }) => Some(FollowUpCard {
            who: student.mentee.who(),
            done: came_back(&entry.key),
            key: entry.key,
            day: entry.day,
            contact,
            due,
        }),
        _ => None,
    };
    Ok(follow_ups.into_iter().filter_map(card).collect())
}
