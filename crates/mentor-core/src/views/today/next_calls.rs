//! Who is called before the next bell, for the evening before.

use daymark_domain::SchoolDay;

use super::StudentToday;
use crate::api::NextCalls;
use crate::storage::{StorageError, school};
use crate::views::student_record::plan;

/// Further ahead is no evening before.
const DAYS_AHEAD: u64 = 4;

/// By what holds today: a plan that ends after more days present may still end.
pub(super) fn next_calls(
    students: &[StudentToday<'_>],
    today: SchoolDay,
) -> Result<Option<NextCalls>, StorageError> {
    let Some(core) = students.first().map(|student| student.day.core) else { return Ok(None) };
    let ahead = school::school_days(&core.db, today.next(), today.plus(DAYS_AHEAD))?;
    let Some(&day) = ahead.first() else { return Ok(None) };
    let mut due = Vec::new();
    for student in students.iter().filter(|student| student.mentee.is_enrolled(day)) {
        let present = student.present_in_a_row();
        let plan = plan(core, student.mentee.match_id, today, present)?.map(|view| view.plan);
        if plan.map_or(student.mentee.wake_up_calls, |plan| plan.is_due(day, present)) {
            due.push(student.mentee.who());
        }
    }
    Ok(Some(NextCalls { day, students: due }))
}
