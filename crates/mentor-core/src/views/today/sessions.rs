//! Who has had no time with the mentor this week.

use daymark_domain::{EntryKey, Reach};

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
    let rules = &student.day.record.school.rules;
    let has_enough = reached >= rules.indicators.contacts_wanted_per_week;
    if !student.is_expected() || time(&before).is_some() || has_enough {
        return Ok(None);
    }
    Ok(Some(SessionCard {
        who: mentee.who(),
        week: figures::week(db, rules, mentee, today)?,
        absent_today: student.officially_absent() == Some(true),
        done: time(&student.entries).is_some(),
        done_by: time(&student.entries),
    }))
}

/// The latest time together.
fn time(entries: &[Kept]) -> Option<EntryKey> {
    entries::contacts(entries)
        .filter(|(_, contact)| contact.kind.is_time_for_student() && contact.reach() == Some(Reach::Student))
        .map(|(kept, _)| kept.entry.key.clone())
        .last()
}
