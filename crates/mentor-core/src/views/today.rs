//! The home screen.

use daymark_domain::SchoolDay;

use super::{entries, figures, now, reading};
use crate::api::{CallCard, DoorSummary, Failure, TodayView};
use crate::core::Core;
use crate::storage::caseload::{self, Mentee};
use crate::storage::{StorageError, school, student};

pub(crate) fn today(core: &Core) -> Result<TodayView, Failure> {
    let phone = core.phone()?;
    let now = now(core)?;
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let day_type = school::day_type(&core.db, now.day)?;
        let is_school_day = day_type.is_some_and(|kind| kind.is_instructional());
        let school_days = match school::calendar_begins(&core.db)? {
            Some(first) if is_school_day => school::school_days(&core.db, first, now.day)?.len(),
            _ => 0,
        };
        let mentees = caseload::all(&core.db)?;
        let calls = mentees.iter().filter(|mentee| mentee.wake_up_calls && is_school_day);
        Ok(TodayView {
            mentor: phone.mentor,
            day: now.day,
            minute: now.minute,
            day_type,
            school_day_number: u32::try_from(school_days).ok().filter(|_| is_school_day),
            bell_minute: record.school.bell_minute,
            calls: calls.map(|mentee| call_card(core, &record, mentee, now.day)).collect::<Result<_, _>>()?,
            door: door_summary(core, &record, &mentees, now.day)?,
        })
    })
}

fn call_card(
    core: &Core,
    record: &figures::Record,
    mentee: &Mentee,
    today: SchoolDay,
) -> Result<CallCard, StorageError> {
    let marks = figures::marks(&core.db, mentee)?;
    Ok(CallCard {
        match_id: mentee.match_id,
        student: mentee.name(),
        first_name: mentee.first_name.clone(),
        absent_in_a_row: record.absent_in_a_row(mentee, &marks, today),
        callees: student::callees(&core.db, mentee.student_id)?,
        calls: entries::calls_of(core, mentee.match_id, today)?,
    })
}

fn door_summary(
    core: &Core,
    record: &figures::Record,
    mentees: &[Mentee],
    today: SchoolDay,
) -> Result<DoorSummary, StorageError> {
    let mut summary = DoorSummary::default();
    for mentee in mentees {
        let marks = figures::marks(&core.db, mentee)?;
        let check = entries::door_check_of(core, mentee.match_id, today)?;
        summary.students += 1;
        summary.greeted += u32::from(check.is_some_and(|check| check.result.reached_student()));
        summary.absent_yesterday += u32::from(record.absent_in_a_row(mentee, &marks, today) > 0);
    }
    Ok(summary)
}
