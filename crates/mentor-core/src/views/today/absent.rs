//! Who is absent: by the school's record, or, before it is in, because this mentor did not see them.

use daymark_domain::{Contact, ContactKind, DoorResult};

use super::StudentToday;
use crate::api::AbsentCard;
use crate::storage::StorageError;
use crate::views::{calling, entries, figures};

/// "Not seen" is no absence: it is said to be unconfirmed, and the school's record of the day ends it.
pub(super) fn card(student: &StudentToday<'_>) -> Result<Option<AbsentCard>, StorageError> {
    let core = student.day.core;
    let check = entries::door_check(core, &student.entries)?.map(|check| check.result);
    let recorded = student.officially_absent();
    let absent = recorded.unwrap_or(check == Some(DoorResult::NotSeen));
    if !student.is_expected() || !absent {
        return Ok(None);
    }
    let official = recorded == Some(true);
    let made: Vec<&Contact> = entries::contacts(&student.entries)
        .map(|(_, contact)| contact)
        .filter(|contact| contact.kind == ContactKind::AbsenceCall)
        .collect();
    let callees = student.callees()?;
    let next = calling::next(&callees, &made);
    let figure = student.day.record.figure(student.mentee, &student.marks);
    Ok(Some(AbsentCard {
        who: student.mentee.who(),
        official,
        greeted: check.is_some_and(DoorResult::reached_student),
        absent_in_a_row: student.absent_in_a_row() + u32::from(official),
        figure,
        projection: figures::projection(&core.db, student.day.record, student.mentee, figure)?,
        callees,
        next,
        calls: entries::calls(core, &student.entries, ContactKind::is_call)?,
        others: student.others()?,
        asked_office: student.asked_for_a_number()?,
        done: calling::is_done(&made, next),
    }))
}
