//! The door list.

use std::cmp::Reverse;

use daymark_domain::SchoolDay;

use super::{entries, figures, now, others, reading};
use crate::api::{DoorRow, DoorView, Failure};
use crate::core::Core;
use crate::storage::caseload::{self, Mentee};
use crate::storage::{StorageError, entry, school};

pub(crate) fn door(core: &Core, day: Option<SchoolDay>) -> Result<DoorView, Failure> {
    let today = now(core)?.day;
    let day = day.unwrap_or(today);
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let mentees = caseload::all(&core.db)?;
        let mut rows =
            mentees.iter().map(|mentee| row(core, &record, mentee, day)).collect::<Result<Vec<_>, _>>()?;
        // Whoever was missed comes first: they are the ones to look out for. The sort is stable, so names stay in order.
        rows.sort_by_key(|row| Reverse(row.absent_in_a_row.min(1)));
        Ok(DoorView {
            day,
            is_today: day == today,
            day_type: school::day_type(&core.db, day)?,
            bell_minute: record.school.bell_minute,
            rows,
        })
    })
}

fn row(
    core: &Core,
    record: &figures::Record,
    mentee: &Mentee,
    day: SchoolDay,
) -> Result<DoorRow, StorageError> {
    let marks = figures::marks(&core.db, mentee)?;
    Ok(DoorRow {
        match_id: mentee.match_id,
        student: mentee.name(),
        first_name: mentee.first_name.clone(),
        absent_in_a_row: record.absent_in_a_row(mentee, &marks, day),
        week: figures::week(&core.db, &record.school.rules, mentee, day)?,
        check: entries::door_check(core, &entry::standing_between(&core.db, mentee.match_id, day, day)?)?,
        others: others::of_day(core, mentee.student_id, day)?,
    })
}
