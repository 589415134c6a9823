//! The school week by week: one walk over each student's year, cut at the end of every week.

use daymark_domain::{Days, Rules, SchoolDay, StudentDay, Tally, TierCounts};
use schemars::JsonSchema;
use serde::Serialize;

use super::Walked;
use crate::facts::{SchoolFacts, StudentFacts};
use crate::lens::{Lens, of_school};
use crate::tenths::Tenths;

/// The school at the end of a week, the year up to then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TrendPoint {
    /// The Sunday of the week; the day of the report for its own.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// Chronically absent students among those enrolled on that day.
    pub chronic: u32,
    /// Students with a tier.
    pub with_tier: u32,
    /// Chronic of those with a tier; null while nobody has one.
    pub chronic_percent: Option<Tenths>,
    /// Average daily attendance of the year up to then.
    pub ada_percent: Option<Tenths>,
}

/// A week in the making.
#[derive(Clone, Copy, Default)]
struct Sum {
    tiers: TierCounts,
    attended: Days,
    enrolled: Days,
}

/// A point for each week that had a school day.
pub(super) fn trend(lens: &Lens<'_>, school: &SchoolFacts, year: &Walked<'_>) -> Vec<TrendPoint> {
    let cuts = cuts(lens, school);
    let mut sums = vec![Sum::default(); cuts.len()];
    for (student, days) in year.students() {
        add(lens, school, (student, days), &cuts, &mut sums);
    }
    let point = |(day, sum): (&SchoolDay, &Sum)| TrendPoint {
        day: *day,
        chronic: sum.tiers.chronic(),
        with_tier: sum.tiers.labelled(),
        chronic_percent: Tenths::percent(sum.tiers.chronic().into(), sum.tiers.labelled().into()),
        ada_percent: Tenths::percent(sum.attended.get(), sum.enrolled.get()),
    };
    cuts.iter().zip(&sums).map(point).collect()
}

/// The last day of each week with a school day, none of them after the day of the report.
fn cuts(lens: &Lens<'_>, school: &SchoolFacts) -> Vec<SchoolDay> {
    let held = school.calendar.iter().filter(|day| day.is_school_day() && lens.window.contains(day.day));
    let mut cuts: Vec<SchoolDay> = held.map(|day| day.day.week().sunday().min(lens.window.last)).collect();
    cuts.dedup();
    cuts
}

fn add(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    (student, days): (&StudentFacts, &[StudentDay]),
    cuts: &[SchoolDay],
    sums: &mut [Sum],
) {
    let rules: &Rules = lens.rules(school.id);
    let mut days = of_school(days, school.id).peekable();
    let mut tally = Tally::default();
    for (cut, sum) in cuts.iter().zip(sums) {
        while let Some(day) = days.next_if(|day| day.day <= *cut) {
            tally.add(day);
        }
        sum.attended += tally.enrolled - tally.absent;
        sum.enrolled += tally.enrolled;
        if lens.is_at(student, school.id, *cut) {
            sum.tiers.count(tally.standing(rules).tier);
        }
    }
}
