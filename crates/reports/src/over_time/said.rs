//! What a school's record says of one student in one period. `None` is unknown, which is never fine.

use std::collections::BTreeMap;

use daymark_domain::{
    Concern, EarlyWarning, FindingState, IndicatorKind, Indicators, Known, SchoolDay, StudentDay, Tally,
    Window, philadelphia_sixth_grade,
};

use super::MODEL;
use super::periods::KINDS;
use crate::facts::{SchoolFacts, StudentFacts};
use crate::lens::{Lens, of_school};

/// The three flags, and what achievement asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub attendance: Option<bool>,
    pub behaviour: Option<bool>,
    pub courses: Option<bool>,
    pub failed: Option<bool>,
    pub chronic: Option<bool>,
}

/// How many students of each kind there are.
pub(super) type Students = BTreeMap<Said, u32>;

impl Said {
    /// By the student's days at the school: of the period for the flag, of the year so far for chronic absence. Days
    /// that give no tier give no flag either.
    pub(super) fn of(
        lens: &Lens<'_>,
        school: &SchoolFacts,
        student: &StudentFacts,
        days: &[StudentDay],
        period: Window,
    ) -> Self {
        let rules = lens.rules(school.id);
        let standing = |window: Window| {
            let inside = of_school(days, school.id).filter(|day| window.contains(day.day));
            inside.collect::<Tally>().standing(rules)
        };
        let in_period = standing(period);
        let counts = counts(student, period.last);
        let figure =
            in_period.tier.is_label().then_some(Known::through(in_period.figure, school.recorded_through));
        let warning = philadelphia_sixth_grade(figure, &counts, rules);
        let year = Window::school_year(period.last, lens.facts.rules.rules.school_year_starts);
        let tier = standing(year.until(period.last)).tier;
        Self {
            attendance: flag(&warning, &[Concern::Attendance]),
            behaviour: flag(&warning, &[Concern::Behaviour]),
            courses: flag(&warning, &[Concern::Mathematics, Concern::English]),
            failed: failed(&counts),
            chronic: tier.is_label().then(|| tier.is_chronic()),
        }
    }

    /// How many flags; none while one of the three is unknown.
    pub(super) fn flags(&self) -> Option<u8> {
        let flags = [self.attendance?, self.behaviour?, self.courses?];
        Some(flags.into_iter().map(u8::from).sum())
    }
}

/// What was counted in the period. Of two counts of a kind that end on one day the longer holds: it is the later sum.
fn counts(student: &StudentFacts, last: SchoolDay) -> Indicators {
    let ended = || student.indicators.iter().filter(|fact| fact.last == last);
    let longest = |kind| ended().filter(|fact| fact.kind == kind).min_by_key(|fact| fact.first);
    let known = |kind| Some((kind, Known::through(longest(kind)?.value, Some(last))));
    KINDS.into_iter().filter_map(known).collect()
}

fn flag(warning: &EarlyWarning, about: &[Concern]) -> Option<bool> {
    let findings = warning.findings.iter().filter(|finding| about.contains(&finding.concern));
    match (EarlyWarning { model: MODEL, findings: findings.cloned().collect() }).state() {
        FindingState::Fired => Some(true),
        FindingState::Clear => Some(false),
        FindingState::Unknown => None,
    }
}

/// One failed course is known by any of the counts; that there is none, by the grades of F, or by both subjects.
fn failed(counts: &Indicators) -> Option<bool> {
    let any = |kind| counts.get(&kind).map(|count| count.value.hundredths() > 0);
    let subjects = [any(IndicatorKind::CourseFailuresMath), any(IndicatorKind::CourseFailuresEnglish)];
    let grades = any(IndicatorKind::Fs);
    let none = grades == Some(false) || subjects == [Some(false); 2];
    match subjects.contains(&Some(true)) || grades == Some(true) {
        true => Some(true),
        false => none.then_some(false),
    }
}
