//! Goals to look at.

use daymark_domain::{EntryKey, What};

use super::StudentToday;
use crate::api::GoalCard;
use crate::storage::StorageError;
use crate::views::goals::goals;

/// Due and not looked at, however long ago that was; or looked at today.
pub(super) fn cards(student: &StudentToday<'_>) -> Result<Vec<GoalCard>, StorageError> {
    let today = student.day.today;
    let due = goals(student.day.core, student.mentee.match_id)?.into_iter().filter(|view| {
        view.goal.target.due() <= today && view.check.is_none_or(|(checked, _)| checked == today)
    });
    Ok(due
        .map(|goal| GoalCard {
            who: student.mentee.who(),
            done: goal.check.is_some(),
            done_by: looked_at(student, &goal.key),
            goal,
        })
        .collect())
}

/// Today's latest look at it.
fn looked_at(student: &StudentToday<'_>, wanted: &EntryKey) -> Option<EntryKey> {
    let is_look = |what: &What| matches!(what, What::GoalCheck { goal, .. } if goal == wanted);
    let mut looks = student.entries.iter().map(|kept| &kept.entry).filter(|entry| is_look(&entry.what));
    looks.next_back().map(|entry| entry.key.clone())
}
