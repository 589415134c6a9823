//! How it was: days counted from the school's record and from what was done, where they tell.

use std::collections::BTreeSet;

use daymark_domain::{AttendanceStatus, GoalMeasure, GoalTarget, Reach, SchoolDay, Week};
use daymark_mentor_core::api::{GoalView, StudentView};

use crate::parts::is_school_day;

/// How many days it was last week; `None`: the records on this phone do not tell.
pub fn last_week(student: &StudentView, measure: GoalMeasure) -> Option<u16> {
    let week = student.today.week().previous();
    counted(student, measure, week.monday, week.sunday())
        .or_else(|| (measure == GoalMeasure::DaysPresent).then(|| present(student, week))?)
}

/// How many days it was while the goal ran.
pub fn while_it_ran(student: &StudentView, goal: &GoalView) -> Option<u16> {
    let first = match goal.goal.target {
        GoalTarget::Week(week) => week.monday,
        GoalTarget::Day(_) => goal.set,
    };
    counted(student, goal.goal.measure, first, goal.goal.target.due().min(student.today))
}

/// The school days that a week has, as far as the calendar is known here.
pub fn school_days(student: &StudentView, first: SchoolDay, last: SchoolDay) -> Vec<SchoolDay> {
    let days = (0..).map(|n| first.plus(n)).take_while(|day| *day <= last);
    days.filter(|day| is_school_day(&student.month.days, *day)).collect()
}

fn counted(student: &StudentView, measure: GoalMeasure, first: SchoolDay, last: SchoolDay) -> Option<u16> {
    match measure {
        GoalMeasure::DaysPresent => recorded(student, first, last, |status| !status.is_absence()),
        GoalMeasure::DaysOnTime => {
            recorded(student, first, last, |status| !status.is_absence() && status != AttendanceStatus::Tardy)
        }
        GoalMeasure::DaysCheckedIn => Some(met(student, first, last)),
        GoalMeasure::MorningsUpAlone => None,
    }
}

/// By the school's weekly total, which knows last month's days too; none while the week's record is not complete.
fn present(student: &StudentView, week: Week) -> Option<u16> {
    let total = student.weeks.iter().find(|total| total.monday == week.monday)?.figure;
    let friday = week.monday.plus(4);
    let complete = student.record_complete_to.is_some_and(|through| through >= friday);
    let missed = total.missed_halves().div_ceil(2);
    complete.then(|| u16::try_from((total.enrolled_halves() / 2).saturating_sub(missed)).ok())?
}

/// Counted only when the record of every school day is here: half a week would look like a bad one.
fn recorded(
    student: &StudentView,
    first: SchoolDay,
    last: SchoolDay,
    counts: impl Fn(AttendanceStatus) -> bool,
) -> Option<u16> {
    let official = |day: &SchoolDay| student.month.days.iter().find(|known| known.day == *day)?.official;
    let days = school_days(student, first, last);
    let statuses = days.iter().map(official).collect::<Option<Vec<_>>>()?;
    let of_days = u16::try_from(statuses.iter().filter(|status| counts(**status)).count()).ok()?;
    (!days.is_empty()).then_some(of_days)
}

/// Days on which this mentor and the student met.
fn met(student: &StudentView, first: SchoolDay, last: SchoolDay) -> u16 {
    let standing = student.log.iter().filter(|entry| !entry.voided && (first..=last).contains(&entry.day));
    let met = standing.filter(|entry| entry.what.reach() == Some(Reach::Student));
    u16::try_from(met.map(|entry| entry.day).collect::<BTreeSet<_>>().len()).unwrap_or(u16::MAX)
}
