//! The pattern of the whole school: its grades, and the days on which many stayed away (`domain.md` 5.1).

use std::collections::BTreeMap;

use daymark_domain::{AbsenceFigure, Days, Ratio, SchoolDay, StudentDay, TierCounts};
use schemars::JsonSchema;
use serde::Serialize;

use super::Walked;
use crate::grades::{by_grade, grade_name};
use crate::tenths::Tenths;
use crate::tier_face::TierRow;

/// A day of this year on which at least twice as great a part was missed as on the average day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dip {
    /// The day.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// What was missed on it, all students together.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// Of how much.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// A of E on that day.
    pub rate_percent: Option<Tenths>,
}

/// More would be a list, and no pattern.
const DIPS_MAX: usize = 5;

/// Days added up over students.
#[derive(Default)]
pub(super) struct SchoolDays(BTreeMap<SchoolDay, AbsenceFigure>);

impl SchoolDays {
    pub fn add(&mut self, day: &StudentDay) {
        if day.is_marked() {
            let figure = self.0.entry(day.day).or_default();
            *figure = *figure + AbsenceFigure { missed: day.absent(), enrolled: day.value.into() };
        }
    }

    /// The deepest first.
    pub fn dips(&self) -> Vec<Dip> {
        let all: AbsenceFigure = self.0.values().copied().sum();
        let Some(average) = all.rate().filter(|rate| *rate > Ratio::zero()) else { return Vec::new() };
        let limit = &average * &Ratio::whole(2);
        let rates = self.0.iter().filter_map(|(day, figure)| Some((figure.rate()?, *day, *figure)));
        let mut deep: Vec<_> = rates.filter(|(rate, ..)| *rate >= limit).collect();
        deep.sort_by(|(a, first, _), (b, second, _)| b.cmp(a).then(second.cmp(first)));
        let dip = |(rate, day, figure): (Ratio, SchoolDay, AbsenceFigure)| Dip {
            day,
            absent_days: figure.missed,
            enrolled_days: figure.enrolled,
            rate_percent: Some(Tenths::percent_of(&rate)),
        };
        deep.into_iter().take(DIPS_MAX).map(dip).collect()
    }
}

/// Students enrolled on the day of the report, by grade and tier. The team knows each of them: nothing is hidden.
pub(super) fn grades(year: &Walked<'_>, as_of: SchoolDay) -> Vec<TierRow> {
    let standings = year.standings(as_of);
    let here: Vec<_> = year
        .students()
        .filter_map(|(student, _)| Some((&student.grade, standings.get(&student.id)?.tier)))
        .collect();
    let row = |grade: Option<String>| {
        let counts: TierCounts = here.iter().filter(|(of, _)| **of == grade).map(|(_, tier)| *tier).collect();
        TierRow::of(grade_name(grade.as_deref()), counts, true)
    };
    by_grade(here.iter().map(|(grade, _)| *grade)).into_iter().map(row).collect()
}
