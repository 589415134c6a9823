//! Who has had no time with the mentor this week.

use daymark_domain::{CONTACTS_WANTED_PER_WEEK, Reach};

use super::StudentToday;
use crate::api::SessionCard;
use crate::storage::StorageError;
use crate::storage::entry::{self, Kept};
use crate::views::{count, entries, figures};

/// Due as of this morning: no time together yet this week, and fewer days with contact than the model wants.
pub(super) fn card(student: &StudentToday<'_>) -> Result<Option<SessionCard>, StorageError> {
    let (db, today, mentee) = (&student.day.core.db, student.day.today, student.mentee);
    let (monday, yesterday) = (today.week().monday, today.minus(1));
    let before = entry::standing_between(db, mentee.match_id, monday, yesterday)?;
    let reached = count(entry::reached_between(db, mentee.match_id, monday, yesterday)?.len());
    if !student.is_expected() || had_time(&before) || reached >= CONTACTS_WANTED_PER_WEEK {
        return Ok(None);
    }
    Ok(Some(SessionCard {
        who: mentee.who(),
        week: figures::week(db, mentee, today)?,
        absent_today: student.officially_absent() == Some(true),
        done: had_time(&student.entries),
    }))
}

fn had_time(entries: &[Kept]) -> bool {
    entries::contacts(entries)
        .any(|(_, contact)| contact.kind.is_time_for_student() && contact.reach() == Some(Reach::Student))
}
