//! Goals to look at.

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
    Ok(due.map(|goal| GoalCard { who: student.mentee.who(), done: goal.check.is_some(), goal }).collect())
}
