//! From when to when each student is in which school, as the set has it.
//!
//! `enrollments.csv` has a row a class; classes that overlap, or follow each other with at most a weekend between them,
//! are one time in the school. A student who left and came back was not there in between.
//! A blank date is the school year's. A student whom the file does not name at all is in the schools of `users.csv` for
//! the school year.

use std::collections::{HashMap, HashSet};

use chrono::Weekday;
use daymark_domain::{SchoolDay, SchoolId};
use daymark_sis_import::{EnrollmentRow, OneRoster, Person, Role, SessionKind};

use super::problem;
use crate::imports::report::ImportReport;
use crate::store::imports::EnrollmentSource;

const ENROLLMENTS: &str = "enrollments.csv";

/// `[entry, exit)` in a school; no exit: nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub school_id: SchoolId,
    pub entry: SchoolDay,
    pub exit: Option<SchoolDay>,
}

/// What the set says about students' time in schools.
pub(super) struct Periods<'a> {
    by_student: HashMap<&'a str, Vec<Period>>,
    /// Students whom `enrollments.csv` names in any row.
    named: HashSet<&'a str>,
    /// Students with a row that could not be used: what is missing of theirs may be in it.
    pub uncertain: HashSet<&'a str>,
    /// The rows in force, for a file of changes to come.
    pub sources: HashMap<&'a str, Vec<EnrollmentSource>>,
    year: Option<Year>,
    /// When a row without dates begins and no school year is known: a change begins on the day that it is told.
    otherwise: Option<SchoolDay>,
}

/// The first day of the school year, and the day after its last.
type Year = (SchoolDay, SchoolDay);

impl<'a> Periods<'a> {
    pub fn read(
        set: &'a OneRoster,
        schools: &HashMap<&str, SchoolId>,
        today: SchoolDay,
        report: &mut ImportReport,
    ) -> Self {
        let mut periods = Self {
            by_student: HashMap::new(),
            named: HashSet::new(),
            uncertain: HashSet::new(),
            sources: HashMap::new(),
            year: school_year(set, today),
            otherwise: set.is_delta().then_some(today),
        };
        let people: HashMap<&str, &Person> = by_key(set);
        for row in set.enrollments.iter().filter(|row| row.role == Role::Student) {
            let user = row.user.as_str();
            let Some(person) = people.get(user).filter(|person| person.role == Role::Student) else {
                let expected = "the sourcedId of a student in users.csv";
                report.skip_row(problem(ENROLLMENTS, row.line, "userSourcedId", user, expected));
                continue;
            };
            periods.named.insert(user);
            if !row.active || !person.active {
                continue;
            }
            let Some(school_id) = schools.get(row.school.as_str()) else {
                periods.uncertain.insert(user);
                let expected = "the sourcedId of an active school in orgs.csv";
                report.skip_row(problem(ENROLLMENTS, row.line, "schoolSourcedId", &row.school, expected));
                continue;
            };
            match periods.period(*school_id, row.begin, row.end) {
                Some(period) => periods.take(user, row, period),
                None => {
                    periods.uncertain.insert(user);
                    let expected = "a date, since academicSessions.csv names no school year";
                    report.skip_row(problem(ENROLLMENTS, row.line, "beginDate", "", expected));
                }
            }
        }
        periods
    }

    /// Where the student is; none: they have left. A student who should be somewhere and is nowhere is a problem.
    pub fn of(
        &mut self,
        student: &'a Person,
        schools: &HashMap<&str, SchoolId>,
        report: &mut ImportReport,
    ) -> Option<Vec<Period>> {
        let key = student.sourced_id.as_str();
        // Line 0: completed from what is stored, which has said already where they are.
        if self.named.contains(key) || self.uncertain.contains(key) || student.line == 0 {
            return self.by_student.remove(key);
        }
        let of_person = student.school_ids.iter().filter_map(|id| schools.get(id.as_str()));
        let periods: Vec<Period> = of_person.filter_map(|school| self.period(*school, None, None)).collect();
        if !periods.is_empty() {
            return Some(periods);
        }
        self.uncertain.insert(key);
        let expected = match self.year {
            Some(_) => "an active school of orgs.csv, here or in enrollments.csv",
            None => {
                "a row in enrollments.csv with a beginDate, since academicSessions.csv names no school year"
            }
        };
        report.skip_row(problem(
            "users.csv",
            student.line,
            "orgSourcedIds",
            &student.school_ids.join(","),
            expected,
        ));
        None
    }

    fn period(
        &self,
        school_id: SchoolId,
        begin: Option<SchoolDay>,
        end: Option<SchoolDay>,
    ) -> Option<Period> {
        let entry = begin.or(self.year.map(|(first, _)| first)).or(self.otherwise)?;
        // A beginning behind the known year's end belongs to another year, whose end is not known.
        let year_end = self.year.map(|(_, end)| end).filter(|end| *end > entry);
        Some(Period { school_id, entry, exit: end.or(year_end) })
    }

    fn take(&mut self, student: &'a str, row: &EnrollmentRow, period: Period) {
        self.sources.entry(student).or_default().push(EnrollmentSource {
            sourced_id: row.sourced_id.clone(),
            school: row.school.clone(),
            entry: period.entry,
            exit: period.exit,
        });
        self.widen(student, period);
    }

    /// Joins a class to the times in its school that it belongs to. One that ends on the day it begins was never attended.
    fn widen(&mut self, student: &'a str, period: Period) {
        if period.exit.is_some_and(|exit| exit <= period.entry) {
            return;
        }
        let periods = self.by_student.entry(student).or_default();
        let (joined, mut apart): (Vec<Period>, Vec<Period>) =
            periods.drain(..).partition(|known| is_one_time(known, &period) || is_one_time(&period, known));
        apart.push(joined.iter().fold(period, |whole, part| Period {
            entry: whole.entry.min(part.entry),
            exit: whole.exit.zip(part.exit).map(|(a, b)| a.max(b)),
            ..whole
        }));
        *periods = apart;
    }
}

/// Whether the second begins before the first has ended, or on the next weekday.
fn is_one_time(first: &Period, second: &Period) -> bool {
    let is_weekend = |day: &SchoolDay| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let follows = |exit: SchoolDay| {
        let next = [0, 1, 2].map(|days| exit.plus(days)).into_iter().find(|day| !is_weekend(day));
        second.entry <= next.unwrap_or(exit)
    };
    first.school_id == second.school_id && first.entry <= second.entry && first.exit.is_none_or(follows)
}

/// The school year that today lies in, else the latest one; without any, the span of all sessions.
fn school_year(set: &OneRoster, today: SchoolDay) -> Option<Year> {
    let active = || set.sessions.iter().filter(|session| session.active);
    let years = || active().filter(|session| session.kind == SessionKind::SchoolYear);
    let now = years().find(|year| (year.start..=year.end).contains(&today));
    match now.or(years().max_by_key(|year| year.start)) {
        Some(year) => Some((year.start, year.end)),
        None => active().map(|session| session.start).min().zip(active().map(|session| session.end).max()),
    }
}

pub(super) fn by_key(set: &OneRoster) -> HashMap<&str, &Person> {
    set.people.iter().map(|person| (person.sourced_id.as_str(), person)).collect()
}
