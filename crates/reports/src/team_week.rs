//! What the team's week page shows, by the same walk as the reports: page and report cannot disagree.

use std::collections::{BTreeMap, BTreeSet};

use daymark_domain::{MatchId, MatchWeek, SchoolDay, SchoolId, Standing, StudentId};

use crate::dosage::this_year;
use crate::facts::Facts;
use crate::lens::Lens;
use crate::packet::Walked;

/// The figures of a school's week.
#[derive(Clone, Debug, Default)]
pub struct TeamWeek {
    /// Everybody enrolled on the last day that counts.
    pub standings: BTreeMap<StudentId, Standing>,
    /// Everybody enrolled on the day that it is compared with, as of that day.
    pub compared: BTreeMap<StudentId, Standing>,
    /// The weeks of each match of this year.
    pub weeks: BTreeMap<MatchId, Vec<MatchWeek>>,
    /// Days that count as missed, of students with a match.
    pub absences: BTreeSet<(StudentId, SchoolDay)>,
}

/// Adds up a school's week. Days before the school year have no figure.
pub fn team_week(facts: &Facts, school: SchoolId, through: SchoolDay, compared: SchoolDay) -> TeamWeek {
    let lens = Lens::new(facts);
    let Some(school) = facts.school(school) else { return TeamWeek::default() };
    let year = Walked::until(&lens, school, through.max(compared));
    let on = |day: SchoolDay| match day >= lens.window.first {
        true => year.standings(day),
        false => BTreeMap::new(),
    };
    let matched: BTreeSet<StudentId> = facts.matches.iter().map(|of| of.student_id).collect();
    let students = facts.students.iter().filter(|student| matched.contains(&student.id));
    let absences = students.flat_map(|student| {
        let missed = lens.days(student, lens.window).into_iter().filter(|day| day.is_absent());
        missed.map(|day| (student.id, day.day))
    });
    TeamWeek {
        standings: on(through),
        compared: on(compared),
        weeks: this_year(&lens).into_iter().map(|year| (year.of.id, year.weeks)).collect(),
        absences: absences.collect(),
    }
}
