//! The periods that schools count in, and who was at the school in each.

use std::collections::{BTreeMap, BTreeSet};

use daymark_domain::{IndicatorKind, SchoolDay, SchoolId, StudentDay, Window};

use super::said::{Said, Students};
use crate::facts::{SchoolFacts, StudentFacts};
use crate::lens::Lens;

/// What the tables are made from.
pub(super) const KINDS: [IndicatorKind; 4] = [
    IndicatorKind::BehaviourMark,
    IndicatorKind::CourseFailuresMath,
    IndicatorKind::CourseFailuresEnglish,
    IndicatorKind::Fs,
];

/// A school's period.
pub(super) struct Period {
    pub window: Window,
    pub said: Students,
    kinds: BTreeSet<IndicatorKind>,
}

impl Period {
    pub(super) fn has(&self, kind: IndicatorKind) -> bool {
        self.kinds.contains(&kind)
    }
    /// Anything but grades, of which the early warning knows nothing.
    pub(super) fn is_about_risk(&self) -> bool {
        self.kinds.iter().any(|kind| *kind != IndicatorKind::Fs)
    }
    pub(super) fn is_about_courses(&self) -> bool {
        self.kinds.iter().any(|kind| *kind != IndicatorKind::BehaviourMark)
    }
    /// The year of a period is that of its end.
    pub(super) fn last_day(&self) -> Window {
        Window { first: self.window.last, last: self.window.last }
    }
}

/// A school's periods of last year and of this one, by their last day.
pub(super) type Periods = BTreeMap<SchoolDay, Period>;

/// Of each school in scope.
pub(super) fn periods(lens: &Lens<'_>) -> Vec<Periods> {
    let schools: Vec<&SchoolFacts> = lens.facts.schools_in_scope().collect();
    let places: BTreeMap<SchoolId, usize> =
        schools.iter().enumerate().map(|(place, school)| (school.id, place)).collect();
    let years = Window { first: lens.last_year.first, last: lens.window.last };
    let mut periods: Vec<Periods> = schools.iter().map(|_| Periods::new()).collect();
    for student in lens.facts.students.iter().filter(|student| !student.indicators.is_empty()) {
        open(&mut periods, &places, student, &lens.days(student, years), years);
    }
    if periods.iter().any(|periods| !periods.is_empty()) {
        for student in &lens.facts.students {
            let days = lens.days(student, years);
            let of_student: BTreeSet<SchoolId> = days.iter().map(|day| day.school_id).collect();
            let places = of_student.iter().filter_map(|id| places.get(id));
            places.for_each(|place| count(lens, &mut periods[*place], schools[*place], student, &days));
        }
    }
    periods
}

/// The periods of a student's counts, each at the school at which the student was at its end.
fn open(
    periods: &mut [Periods],
    places: &BTreeMap<SchoolId, usize>,
    student: &StudentFacts,
    days: &[StudentDay],
    years: Window,
) {
    let wanted = |kind| KINDS.contains(&kind);
    for fact in student.indicators.iter().filter(|fact| wanted(fact.kind) && years.contains(fact.last)) {
        let window = Window { first: fact.first.max(years.first), last: fact.last };
        let Some(place) = school_at_the_end(days, window).and_then(|id| places.get(&id)) else { continue };
        let period = periods[*place].entry(fact.last).or_insert_with(|| Period {
            window,
            said: Students::new(),
            kinds: BTreeSet::new(),
        });
        period.window.first = period.window.first.min(window.first);
        period.kinds.insert(fact.kind);
    }
}

/// Counts the student in the school's periods.
fn count(
    lens: &Lens<'_>,
    periods: &mut Periods,
    school: &SchoolFacts,
    student: &StudentFacts,
    days: &[StudentDay],
) {
    for period in periods.values_mut() {
        if school_at_the_end(days, period.window) == Some(school.id) {
            *period.said.entry(Said::of(lens, school, student, days, period.window)).or_default() += 1;
        }
    }
}

/// The school of the last school day in the window.
fn school_at_the_end(days: &[StudentDay], window: Window) -> Option<SchoolId> {
    let last = days.iter().rev().find(|day| day.day <= window.last)?;
    (last.day >= window.first).then_some(last.school_id)
}
