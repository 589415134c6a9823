//! The one walk over a student's days.

use std::iter;

use super::facts::{CalendarDay, Enrollment, History, Mark, SchoolRecord, Schools, Window};
use super::verdict::StudentDay;
use crate::{Rules, SchoolDay, SchoolId};

/// The school days of the window on which the student was enrolled, in order of date.
///
/// Each day belongs to one school: where enrollments overlap, to the one entered last, and of two entered on one day
/// to the one with the greater id. So a day counts once, and a year adds up however it is split over schools. A day
/// without instruction at the school that it belongs to counts nowhere, and neither do marks on it.
pub fn student_days<'a>(
    history: History<'a>,
    schools: &'a Schools<'a>,
    window: Window,
    rules: &'a Rules,
) -> impl Iterator<Item = StudentDay> + 'a {
    let mut marks = history.marks;
    spans(history.enrollments, window).into_iter().flat_map(move |span| {
        let record = schools.get(&span.school_id).copied().unwrap_or_default();
        let mut number = school_days_before(record.calendar, window.first, span.first);
        let mut left = marks;
        marks = &marks[marks.partition_point(|mark| mark.day <= span.last)..];
        part(record.calendar, span.first, span.last).iter().filter(|day| day.is_school_day()).map(
            move |calendar_day| {
                number += 1;
                let mark = mark_of(&mut left, span.school_id, calendar_day.day);
                let recorded = is_recorded(&record, calendar_day.day);
                StudentDay::of(span.school_id, calendar_day, number, mark, recorded, rules)
            },
        )
    })
}

/// Consecutive dates that belong to one school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    school_id: SchoolId,
    first: SchoolDay,
    last: SchoolDay,
}

/// The window cut at every entry and exit, each piece given to its school; pieces that belong to none left out.
fn spans(enrollments: &[Enrollment], window: Window) -> Vec<Span> {
    let entries_and_exits =
        enrollments.iter().flat_map(|enrollment| iter::once(enrollment.entry).chain(enrollment.exit));
    let mut firsts: Vec<SchoolDay> =
        iter::once(window.first).chain(entries_and_exits).filter(|day| window.contains(*day)).collect();
    firsts.sort_unstable();
    firsts.dedup();
    let lasts = firsts.iter().skip(1).map(|next| next.minus(1)).chain(iter::once(window.last));
    firsts
        .iter()
        .zip(lasts)
        .filter_map(|(&first, last)| Some(Span { school_id: school_of(enrollments, first)?, first, last }))
        .collect()
}

/// The school that a day belongs to.
pub(super) fn school_of(enrollments: &[Enrollment], day: SchoolDay) -> Option<SchoolId> {
    let enrolled = enrollments.iter().filter(|enrollment| enrollment.contains(day));
    enrolled.max_by_key(|enrollment| (enrollment.entry, enrollment.school_id)).map(|owner| owner.school_id)
}

/// The calendar's dates from the first to the last.
fn part(calendar: &[CalendarDay], first: SchoolDay, last: SchoolDay) -> &[CalendarDay] {
    let from = calendar.partition_point(|day| day.day < first);
    let to = calendar.partition_point(|day| day.day <= last);
    calendar.get(from..to).unwrap_or_default()
}

fn school_days_before(calendar: &[CalendarDay], first: SchoolDay, before: SchoolDay) -> u32 {
    let days = part(calendar, first, before).iter().filter(|day| day.day < before && day.is_school_day());
    u32::try_from(days.count()).unwrap_or(u32::MAX)
}

/// The school's mark for the day; marks of earlier days are left behind.
fn mark_of<'a>(left: &mut &'a [Mark], school_id: SchoolId, day: SchoolDay) -> Option<&'a Mark> {
    let earlier = left.iter().take_while(|mark| mark.day < day).count();
    *left = &left[earlier..];
    left.iter().take_while(|mark| mark.day == day).filter(|mark| mark.school_id == school_id).last()
}

/// Whether a day without a mark says "present".
fn is_recorded(record: &SchoolRecord<'_>, day: SchoolDay) -> bool {
    record.negative_reporting && record.recorded_through.is_some_and(|through| day <= through)
}
