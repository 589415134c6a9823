//! How a student's absence changed (`domain.md` 4.8).

use std::fmt;

use serde::Serialize;

use crate::{AbsenceFigure, Caution, Days, DosageTotals, Ratio, Rules, SchoolDay, Window, Working};

/// What a student's figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Baseline {
    /// Last year up to the same date.
    LastYearToDate,
    /// The whole of last year, where its days are not known one by one.
    LastYear,
    /// This year before the match.
    BeforeMatch,
}

/// Which way it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Less absence.
    Improved,
    /// Within the points that count as the same.
    Same,
    /// More absence.
    Worse,
}

/// Why there is no comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NoComparison {
    /// Nothing is known of the time before.
    #[error("nothing is known of the time before; import it to compare with it")]
    NoBaseline,
    /// The student has no marked school day in the time that is looked at.
    #[error("no school day has been marked yet")]
    NoSchoolDay,
    /// One of the two windows is too short.
    #[error(
        "too early: {before} school days before the match and {after} after it, of {wanted} wanted in each"
    )]
    TooEarly {
        /// School days before the match.
        before: Days,
        /// School days since.
        after: Days,
        /// What the setting asks for.
        wanted: u32,
    },
}

/// A change with everything that it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Improvement {
    /// What it is held against.
    pub against: Baseline,
    /// A and E then.
    pub before: AbsenceFigure,
    /// A and E now.
    pub now: AbsenceFigure,
    /// The rate now less the rate then: negative is better.
    pub change: Ratio,
    /// Days that the student was at school and would have missed at the rate of before: (r_before − r_now) × E_now.
    pub days_gained: Ratio,
    /// Which part of the rate of before is gone; `None` when nothing was missed before.
    pub relative_reduction: Option<Ratio>,
    /// Which way it went.
    pub direction: Direction,
    /// What must be said with it.
    pub cautions: Vec<Caution>,
}

impl Improvement {
    /// The figure of now with the settings that mattered; the figure of before stands beside it.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let keys = ["improvement_same_within_points", "before_after_minimum_days", "minimum_enrolled_days"];
        Working::new("improvement", self.now, rules, &keys).known_through(through)
    }

    fn between(
        against: Baseline,
        before: AbsenceFigure,
        now: AbsenceFigure,
        cautions: Vec<Caution>,
        rules: &Rules,
    ) -> Result<Self, NoComparison> {
        let rate_before = before.rate().ok_or(NoComparison::NoBaseline)?;
        let rate_now = now.rate().ok_or(NoComparison::NoSchoolDay)?;
        let gained = &rate_before - &rate_now;
        Ok(Self {
            against,
            before,
            now,
            days_gained: &gained * &Ratio::from(now.enrolled),
            relative_reduction: gained.over(&rate_before),
            change: -&gained,
            direction: direction(&-&gained, rules),
            cautions,
        })
    }
}

/// `10.67 days gained: 16.7 % of 180 days before, 10.7 % of 178 now`: English, for the command line and CSV.
impl fmt::Display for Improvement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate =
            |figure: AbsenceFigure| figure.rate().map_or_else(|| "–".to_owned(), |rate| rate.percent(1));
        let (before, now) = (self.before, self.now);
        write!(f, "{} days gained: ", self.days_gained.decimal(2))?;
        write!(f, "{} % of {} days before, ", rate(before), before.enrolled)?;
        write!(f, "{} % of {} now", rate(now), now.enrolled)
    }
}

/// Which way a change of rate goes; up to one point, by default, it is the same.
pub(crate) fn direction(change: &Ratio, rules: &Rules) -> Direction {
    match () {
        () if change.abs() <= Ratio::from_percent(rules.impact.improvement_same_within_points) => {
            Direction::Same
        }
        () if *change < Ratio::zero() => Direction::Improved,
        () => Direction::Worse,
    }
}

/// This year so far against last year: up to the same date where its days are known, else as a whole.
pub fn against_last_year(
    to_date: Option<AbsenceFigure>,
    whole: Option<AbsenceFigure>,
    now: AbsenceFigure,
    rules: &Rules,
) -> Result<Improvement, NoComparison> {
    let known = |figure: Option<AbsenceFigure>| figure.filter(|figure| !figure.enrolled.is_zero());
    let to_date = known(to_date).map(|figure| (Baseline::LastYearToDate, figure, None));
    let whole = known(whole).map(|figure| (Baseline::LastYear, figure, Some(Caution::UnequalWindows)));
    let (against, before, unequal) = to_date.or(whole).ok_or(NoComparison::NoBaseline)?;
    let provisional = before.is_provisional(rules) || now.is_provisional(rules);
    let cautions = unequal.into_iter().chain(provisional.then_some(Caution::Provisional)).collect();
    Improvement::between(against, before, now, cautions, rules)
}

/// The same date a year earlier; of 29 February, the 28th.
pub fn same_date_last_year(day: SchoolDay) -> SchoolDay {
    SchoolDay(day.0.checked_sub_months(chrono::Months::new(12)).unwrap_or(day.0))
}

/// The year before the match, and the match up to `as_of`. `None` for what has no day.
pub fn windows_around_match(
    year_first: SchoolDay,
    match_start: SchoolDay,
    as_of: SchoolDay,
) -> (Option<Window>, Option<Window>) {
    let before = (year_first < match_start)
        .then(|| Window { first: year_first, last: match_start.minus(1).min(as_of) });
    let first = match_start.max(year_first);
    let after = (first <= as_of).then_some(Window { first, last: as_of });
    (before.filter(|window| window.first <= window.last), after)
}

/// The match against the time before it within one year; too early where one of the two is short.
pub fn before_and_after_match(
    before: AbsenceFigure,
    after: AbsenceFigure,
    rules: &Rules,
) -> Result<Improvement, NoComparison> {
    let wanted = rules.impact.before_after_minimum_days;
    if before.enrolled.min(after.enrolled) < Days::whole(wanted) {
        return Err(NoComparison::TooEarly { before: before.enrolled, after: after.enrolled, wanted });
    }
    let cautions = vec![Caution::Season, Caution::RegressionToTheMean];
    Improvement::between(Baseline::BeforeMatch, before, after, cautions, rules)
}

/// Absences of this week and of last, on as many school days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WeeklyChange {
    /// How many school days of each week are compared: its first ones.
    pub school_days: u32,
    /// Last week.
    pub last_week: AbsenceFigure,
    /// This week.
    pub this_week: AbsenceFigure,
    /// Fewer absences, as many, or more: here one day counts.
    pub direction: Direction,
}

impl WeeklyChange {
    /// The figure of this week; last week's, on as many school days, stands beside it.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        Working::new("weekly_change", self.this_week, rules, &["half_day_rule"]).known_through(through)
    }
}

/// Compares two weeks, each handed in as its marked school days in order; `None` when one of them has none.
pub fn weekly_change(last_week: &[AbsenceFigure], this_week: &[AbsenceFigure]) -> Option<WeeklyChange> {
    let school_days = last_week.len().min(this_week.len());
    let sum = |week: &[AbsenceFigure]| week.iter().copied().take(school_days).sum::<AbsenceFigure>();
    let (last_week, this_week) = (sum(last_week), sum(this_week));
    let direction = match this_week.missed.cmp(&last_week.missed) {
        std::cmp::Ordering::Less => Direction::Improved,
        std::cmp::Ordering::Equal => Direction::Same,
        std::cmp::Ordering::Greater => Direction::Worse,
    };
    let school_days = u32::try_from(school_days).ok().filter(|days| *days > 0)?;
    Some(WeeklyChange { school_days, last_week, this_week, direction })
}

/// How it came about that a plan is to be revised: the school days of the weeks with the wanted contacts. The change of
/// absence has its own working.
pub fn plan_to_revise_working(dosage: &DosageTotals, rules: &Rules, through: Option<SchoolDay>) -> Working {
    let days = Ratio::whole(dosage.days_of_met_weeks);
    let keys = ["revise_plan_after_days", "contacts_wanted_per_week", "improvement_same_within_points"];
    Working::counted("plan_to_revise", days, None, "school days of met weeks")
        .under(rules, &keys)
        .known_through(through)
}

/// Whether the plan of a match is to be revised: enough school days of met dosage, and no improvement.
pub fn plan_to_revise(dosage: &DosageTotals, change: &Improvement, rules: &Rules) -> bool {
    dosage.days_of_met_weeks >= rules.impact.revise_plan_after_days && change.direction != Direction::Improved
}

#[cfg(test)]
mod tests;
