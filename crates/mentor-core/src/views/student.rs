//! One student's page.

use std::collections::BTreeMap;

use chrono::Datelike;
use daymark_domain::{AttendanceStatus, CalendarMark, DayType, MatchId, SchoolDay};
use daymark_sqlite::rusqlite::params;

use super::student_record::student_record;
use super::{count, entries, figures, now, reading};
use crate::api::{Failure, MonthDay, MonthView, StudentRecord, StudentView};
use crate::core::Core;
use crate::storage::caseload::{self, Mentee};
use crate::storage::student::{self, Attendance};
use crate::storage::{StorageError, day, entry, parsed, school};

pub(crate) fn student(
    core: &Core,
    match_id: MatchId,
    month: Option<SchoolDay>,
) -> Result<StudentView, Failure> {
    let today = now(core)?.day;
    let mentee = reading(|| Ok(caseload::get(&core.db, match_id)?))?.ok_or(Failure::NoSuchMatch)?;
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let attendance = figures::marks(&core.db, &mentee)?;
        let figure = record.figure(&mentee, &attendance);
        let present_in_a_row = record.present_in_a_row(&mentee, &attendance);
        let wrong = entry::wrong_numbers(&core.db, match_id)?;
        let projection = figures::projection(&core.db, &record, &mentee, figure)?;
        Ok(StudentView {
            match_id,
            student: mentee.name(),
            first_name: mentee.first_name.clone(),
            grade: mentee.grade.clone(),
            today,
            school_days_together: school_days_together(core, &mentee, today)?,
            figure,
            record_complete_to: record.school.recorded_through,
            month: month_of(core, &mentee, &record, &attendance, month.unwrap_or(today))?,
            present_in_a_row,
            callees: student::callees(&core.db, mentee.student_id, &wrong)?,
            log: entries::log_of(core, match_id)?,
            record: Box::new(StudentRecord {
                projection,
                ..student_record(core, match_id, today, present_in_a_row)?
            }),
            school: record.school.name,
        })
    })
}

fn school_days_together(core: &Core, mentee: &Mentee, today: SchoolDay) -> Result<u32, StorageError> {
    Ok(count(school::school_days(&core.db, mentee.start_day, today)?.len()))
}

fn month_of(
    core: &Core,
    mentee: &Mentee,
    record: &figures::Record,
    attendance: &BTreeMap<SchoolDay, Attendance>,
    any_day: SchoolDay,
) -> Result<MonthView, StorageError> {
    let first = SchoolDay(any_day.0.with_day(1).unwrap_or(any_day.0));
    let days: Vec<SchoolDay> =
        (0..31).map(|n| first.plus(n)).take_while(|day| day.0.month() == first.0.month()).collect();
    let last = days.last().copied().unwrap_or(first);
    let types: BTreeMap<SchoolDay, DayType> = school::calendar(&core.db, first, last)?.into_iter().collect();
    let mut marks = marks_between(core, mentee.match_id, first, last)?;
    let recorded = |day: SchoolDay| record.school.recorded_through.is_some_and(|through| day <= through);
    let official = |day: SchoolDay| -> Option<AttendanceStatus> {
        let school_day = types.get(&day).is_some_and(|kind| kind.is_instructional());
        let unmarked =
            (school_day && mentee.is_enrolled(day) && recorded(day)).then_some(AttendanceStatus::Present);
        attendance.get(&day).map(|mark| mark.status).or(unmarked)
    };
    let days = days.into_iter().map(|day| MonthDay {
        day,
        day_type: types.get(&day).copied(),
        official: official(day),
        marks: marks.remove(&day).unwrap_or_default(),
    });
    Ok(MonthView { first, days: days.collect() })
}

/// Marks by day. A single taken-off mark is no mark; beside a sun it is a disagreement, and shown.
fn marks_between(
    core: &Core,
    match_id: MatchId,
    first: SchoolDay,
    last: SchoolDay,
) -> Result<BTreeMap<SchoolDay, Vec<CalendarMark>>, StorageError> {
    let mut marks: BTreeMap<SchoolDay, Vec<CalendarMark>> = BTreeMap::new();
    let mut statement = core.db.prepare_cached(include_str!("marks_between.sql"))?;
    let rows = statement.query_map(params![match_id.as_bytes(), first.number(), last.number()], |row| {
        Ok((day(row, "day")?, parsed(row, "mark")?))
    })?;
    for row in rows {
        let (day, mark) = row?;
        marks.entry(day).or_default().push(mark);
    }
    marks.retain(|_, marks| marks.contains(&CalendarMark::Present));
    marks.values_mut().for_each(|marks| marks.sort_unstable());
    Ok(marks)
}
