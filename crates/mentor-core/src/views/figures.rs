//! The figures of one student, with the school's calendar and record as their working.

use std::collections::BTreeMap;

use daymark_documents::kind_word;
use daymark_domain::{
    AbsenceFigure, ActivePeriod, ContactDay, Days, LoggedContact, MatchDay, MatchWeek, Projection, Rules,
    SchoolDay, Week, WeekDosage, WeekdayPattern, Window, match_weeks,
};
use daymark_sqlite::rusqlite::Connection;

use super::count;
use crate::api::WeekTotal;
use crate::core::Core;
use crate::storage::caseload::Mentee;
use crate::storage::entry::Kept;
use crate::storage::school::{self, School};
use crate::storage::student::{self, Attendance};
use crate::storage::{StorageError, entry};

/// So many weeks show where a student is heading; more do not fit a phone.
const WEEKS_SHOWN: usize = 8;

/// What a screen needs to say how a student has attended: read once for all students of a screen.
pub(super) struct Record {
    pub school: School,
    /// School days of the year that the school's record covers, in order.
    pub recorded: Vec<SchoolDay>,
}

impl Record {
    pub fn read(db: &Connection) -> Result<Self, StorageError> {
        let school = school::get(db)?;
        let recorded = match (school::calendar_begins(db)?, school.recorded_through) {
            (Some(begins), Some(through)) => {
                // The calendar may hold last year too.
                let year = Window::school_year(through, school.rules.school_year_starts);
                school::school_days(db, begins.max(year.first), through)?
            }
            _ => Vec::new(),
        };
        Ok(Self { school, recorded })
    }

    /// The recorded school days on which the student was enrolled.
    pub fn enrolled<'r>(&'r self, mentee: &'r Mentee) -> impl DoubleEndedIterator<Item = SchoolDay> + 'r {
        self.recorded.iter().copied().filter(|day| mentee.is_enrolled(*day))
    }

    /// A and E of `domain.md` 4.1: present on a school day unless the record says otherwise.
    pub fn figure(&self, mentee: &Mentee, marks: &BTreeMap<SchoolDay, Attendance>) -> AbsenceFigure {
        self.enrolled(mentee).map(|day| day_figure(marks, day)).sum()
    }

    /// School days missed in a row, counted back from the last recorded one before `before`.
    pub fn absent_in_a_row(
        &self,
        mentee: &Mentee,
        marks: &BTreeMap<SchoolDay, Attendance>,
        before: SchoolDay,
    ) -> u32 {
        let missed = |day: &SchoolDay| marks.get(day).is_some_and(|mark| mark.missed_halves == 2);
        let days = self.enrolled(mentee).rev().skip_while(|day| *day >= before);
        count(days.take_while(missed).count())
    }

    /// School days present in a row up to the last recorded one (`domain.md` 4.9: tardy counts as present).
    pub fn present_in_a_row(&self, mentee: &Mentee, marks: &BTreeMap<SchoolDay, Attendance>) -> u32 {
        let present = |day: &SchoolDay| marks.get(day).is_none_or(|mark| mark.missed_halves == 0);
        count(self.enrolled(mentee).rev().take_while(present).count())
    }

    /// Absence by day of the week; the same figures as [`Record::figure`], so they add up to it.
    pub fn weekdays(&self, mentee: &Mentee, marks: &BTreeMap<SchoolDay, Attendance>) -> WeekdayPattern {
        let mut pattern = WeekdayPattern::default();
        for day in self.enrolled(mentee) {
            let weekday = &mut pattern.weekdays[day.weekday().num_days_from_monday() as usize];
            *weekday = *weekday + day_figure(marks, day);
        }
        pattern
    }

    /// The latest weeks on which the student had school, latest first.
    pub fn weeks(&self, mentee: &Mentee, marks: &BTreeMap<SchoolDay, Attendance>) -> Vec<WeekTotal> {
        let mut weeks = BTreeMap::<SchoolDay, AbsenceFigure>::new();
        for day in self.enrolled(mentee) {
            let figure = weeks.entry(day.week().monday).or_default();
            *figure = *figure + day_figure(marks, day);
        }
        let latest = weeks.into_iter().rev().take(WEEKS_SHOWN);
        latest.map(|(monday, figure)| WeekTotal { monday, figure }).collect()
    }
}

/// One recorded day as a figure.
pub(super) fn day_figure(marks: &BTreeMap<SchoolDay, Attendance>, day: SchoolDay) -> AbsenceFigure {
    AbsenceFigure::from_halves(marks.get(&day).map_or(0, |mark| u32::from(mark.missed_halves)), 2)
}

/// How the year may still end; `None` before anything was recorded.
pub(super) fn projection(
    db: &Connection,
    record: &Record,
    mentee: &Mentee,
    figure: AbsenceFigure,
) -> Result<Option<Projection>, StorageError> {
    let Some(through) = record.school.recorded_through else { return Ok(None) };
    // The calendar may hold next year too.
    let year = Window::school_year(through, record.school.rules.school_year_starts);
    let to_come = school::school_days(db, through.next(), year.last)?;
    let to_come = to_come.into_iter().filter(|day| mentee.is_enrolled(*day)).count();
    Ok(Some(Projection::new(figure, Days::whole(count(to_come)), &record.school.rules)))
}

/// Whether a school day is one of the match's.
pub(super) fn in_match(mentee: &Mentee, day: SchoolDay) -> bool {
    day >= mentee.start_day && mentee.is_enrolled(day)
}

/// The week of a day against the model (`domain.md` 4.6).
pub(super) fn week(
    db: &Connection,
    rules: &Rules,
    mentee: &Mentee,
    on: SchoolDay,
) -> Result<WeekDosage, StorageError> {
    let week = on.week();
    let school_days = school::school_days(db, week.monday, week.sunday())?;
    let reached = entry::reached_between(db, mentee.match_id, week.monday, week.sunday())?;
    let days = week.days().map(|day| ContactDay {
        available: school_days.contains(&day) && in_match(mentee, day),
        reached_student: reached.contains(&day) && day >= mentee.start_day,
    });
    Ok(WeekDosage::of(days, rules))
}

/// The same with attempts and family contacts, from the week's entries; `None` before the match began.
pub(super) fn week_of(
    core: &Core,
    mentee: &Mentee,
    week: Week,
    today: SchoolDay,
    of_week: &[Kept],
) -> Result<Option<MatchWeek>, StorageError> {
    let school_days = school::school_days(&core.db, week.monday, week.sunday())?;
    let days: Vec<MatchDay> = school_days
        .into_iter()
        .filter(|day| mentee.is_enrolled(*day))
        // Which of them the student was present on is not asked for here.
        .map(|day| MatchDay { day, present: true })
        .collect();
    let logged = |kept: &'_ Kept| {
        let entry = &kept.entry;
        Some((entry.day, kind_word(&entry.what), entry.at, entry.key.tag.clone(), entry.what.reach()?))
    };
    let logged: Vec<_> = of_week.iter().filter_map(logged).collect();
    let contacts: Vec<LoggedContact<'_>> = logged
        .iter()
        .map(|(day, kind, at, tag, reach)| LoggedContact {
            day: *day,
            kind,
            at: *at,
            device: tag.phone(),
            reach: *reach,
        })
        .collect();
    let active = [ActivePeriod { from: mentee.start_day.max(week.monday), until: None }];
    let as_of = week.sunday().min(today);
    Ok(match_weeks(&active, &days, &contacts, as_of, &school::rules(&core.db)?).pop())
}

/// The school's record of one student.
pub(super) fn marks(
    db: &Connection,
    mentee: &Mentee,
) -> Result<BTreeMap<SchoolDay, Attendance>, StorageError> {
    Ok(student::attendance(db, mentee.student_id)?)
}
