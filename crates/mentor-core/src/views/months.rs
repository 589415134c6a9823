//! A student's calendar: the school's record beside the marks made together, never merged.

use std::collections::BTreeMap;

use chrono::Datelike;
use daymark_domain::{AttendanceStatus, CalendarMark, DayType, MatchId, SchoolDay};
use daymark_sqlite::rusqlite::params;

use super::figures::Record;
use crate::api::{MonthDay, MonthView};
use crate::core::Core;
use crate::storage::caseload::Mentee;
use crate::storage::student::Attendance;
use crate::storage::{StorageError, day, parsed, school};

/// The month of a day, every date of it.
pub(super) fn month_of(
    core: &Core,
    mentee: &Mentee,
    record: &Record,
    attendance: &BTreeMap<SchoolDay, Attendance>,
    any_day: SchoolDay,
) -> Result<MonthView, StorageError> {
    let first = first_of_month(any_day);
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

/// The first day of a day's month.
pub(super) fn first_of_month(day: SchoolDay) -> SchoolDay {
    SchoolDay(day.0.with_day(1).unwrap_or(day.0))
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
