//! What an indicator found, with the numbers that it was held against: early warning and Check & Connect.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::{AbsenceFigure, IndicatorKind, IndicatorValue, Known, Ratio, Rules, SchoolDay, Working};

/// A student's imported indicators of one period, each known through the last day that was imported of it. What is not
/// there is unknown, which is not zero.
pub type Indicators = BTreeMap<IndicatorKind, Known<IndicatorValue>>;

/// What an indicator is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// Attendance of the period.
    Attendance,
    /// Full days missed.
    Absences,
    /// Times late.
    Tardies,
    /// Classes missed.
    MissedClasses,
    /// Unsatisfactory behaviour marks.
    Behaviour,
    /// Referrals for behaviour.
    BehaviourReferrals,
    /// Detentions.
    Detentions,
    /// Days suspended.
    Suspension,
    /// Suspensions in school.
    InSchoolSuspension,
    /// Days suspended out of school.
    OutOfSchoolSuspension,
    /// Failed mathematics.
    Mathematics,
    /// Failed English.
    English,
    /// Grades of D and F.
    CourseFailure,
    /// Credits earned of those possible.
    Credits,
}

/// How a number is held against its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Fires from the limit on.
    From,
    /// Fires below the limit.
    Below,
    /// Fires at the limit and below.
    UpTo,
}

/// What the number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How many.
    Count,
    /// Which part.
    Percent,
}

/// One number held against one setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Criterion {
    /// The setting that gives the limit.
    pub setting: &'static str,
    /// What was counted.
    pub numerator: Ratio,
    /// Of how much; `None` where the count itself is held against the limit.
    pub denominator: Option<Ratio>,
    /// What both are.
    pub unit: &'static str,
    /// The number, exact: the count, or the part.
    pub seen: Ratio,
    /// The limit.
    pub limit: Ratio,
    /// On which side it fires.
    pub fires: Limit,
    /// What number and limit are.
    pub measure: Measure,
    /// The last day that the record behind it covers.
    pub through: Option<SchoolDay>,
}

impl Criterion {
    /// A count that fires from the limit on.
    fn count(setting: &'static str, unit: &'static str, seen: Known<Ratio>, limit: u32) -> Self {
        Self {
            setting,
            numerator: seen.value.clone(),
            denominator: None,
            unit,
            seen: seen.value,
            limit: Ratio::whole(limit),
            fires: Limit::From,
            measure: Measure::Count,
            through: seen.through,
        }
    }
    /// A part held against a percentage; `None`: a whole of nothing has no parts. It is as fresh as the older of the two.
    fn percent(
        setting: &'static str,
        unit: &'static str,
        (part, whole): (Known<Ratio>, Known<Ratio>),
        fires: Limit,
        percent: u32,
    ) -> Option<Self> {
        Some(Self {
            setting,
            seen: part.value.over(&whole.value)?,
            numerator: part.value,
            denominator: Some(whole.value),
            unit,
            limit: Ratio::from_percent(percent),
            fires,
            measure: Measure::Percent,
            through: part.through.min(whole.through),
        })
    }
    /// How it came about, under the rule that looked for it.
    pub fn working(&self, rule: &'static str, rules: &Rules) -> Working {
        Working::counted(rule, self.numerator.clone(), self.denominator.clone(), self.unit)
            .under(rules, &[self.setting])
            .known_through(self.through)
    }
    /// Whether the number is on the wrong side.
    pub fn fired(&self) -> bool {
        match self.fires {
            Limit::From => self.seen >= self.limit,
            Limit::Below => self.seen < self.limit,
            Limit::UpTo => self.seen <= self.limit,
        }
    }
}

/// `11 (check_tardies: from 5)`, `55.0 % (check_tardies_percent: from 15.0 %)`.
impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |number: &Ratio| match self.measure {
            Measure::Count if number.is_whole() => number.decimal(0),
            Measure::Count => number.decimal(2),
            Measure::Percent => format!("{} %", number.percent(1)),
        };
        let fires = match self.fires {
            Limit::From => "from",
            Limit::Below => "below",
            Limit::UpTo => "up to",
        };
        write!(f, "{} ({}: {fires} {})", shown(&self.seen), self.setting, shown(&self.limit))
    }
}

/// Whether a concern was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// It was.
    Fired,
    /// Everything is known and nothing fired.
    Clear,
    /// Nothing fired, but something that could have is not known.
    Unknown,
}

/// One concern with the criteria that it was looked for by. A criterion whose numbers are not known is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What about.
    pub concern: Concern,
    /// The numbers.
    pub criteria: Vec<Criterion>,
    /// The settings that could not be held against anything.
    pub missing: Vec<&'static str>,
}

impl Finding {
    pub(crate) fn about(concern: Concern) -> Self {
        Self { concern, criteria: Vec::new(), missing: Vec::new() }
    }
    /// With a count, if it is known.
    pub(crate) fn count(
        mut self,
        setting: &'static str,
        unit: &'static str,
        seen: Option<Known<impl Into<Ratio>>>,
        limit: u32,
    ) -> Self {
        match seen {
            Some(seen) => self.criteria.push(Criterion::count(setting, unit, seen.map(Into::into), limit)),
            None => self.missing.push(setting),
        }
        self
    }
    /// With a part of a whole, if both are known. Of a whole of nothing there is nothing to hold.
    pub(crate) fn part(
        mut self,
        setting: &'static str,
        unit: &'static str,
        (part, whole): (Option<Known<impl Into<Ratio>>>, Option<Known<impl Into<Ratio>>>),
        fires: Limit,
        percent: u32,
    ) -> Self {
        match (part, whole) {
            (Some(part), Some(whole)) => {
                let of = (part.map(Into::into), whole.map(Into::into));
                self.criteria.extend(Criterion::percent(setting, unit, of, fires, percent));
            }
            _ => self.missing.push(setting),
        }
        self
    }
    /// How each of its criteria came about, whether it fired or not.
    pub fn working<'a>(
        &'a self,
        rule: &'static str,
        rules: &'a Rules,
    ) -> impl Iterator<Item = Working> + use<'a> {
        self.criteria.iter().map(move |criterion| criterion.working(rule, rules))
    }
    /// Whether it was found.
    pub fn state(&self) -> FindingState {
        match () {
            () if self.criteria.iter().any(Criterion::fired) => FindingState::Fired,
            () if self.missing.is_empty() && !self.criteria.is_empty() => FindingState::Clear,
            () => FindingState::Unknown,
        }
    }
    /// The criteria that fired.
    pub fn fired(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(|criterion| criterion.fired())
    }
}

/// The state of several findings together: one that fired is enough.
pub(crate) fn state_of(findings: &[Finding]) -> FindingState {
    let any = |wanted| findings.iter().any(|finding| finding.state() == wanted);
    match () {
        () if any(FindingState::Fired) => FindingState::Fired,
        () if any(FindingState::Unknown) => FindingState::Unknown,
        () => FindingState::Clear,
    }
}

/// The concerns that were found.
pub(crate) fn concerns_of(findings: &[Finding]) -> Vec<Concern> {
    let fired = findings.iter().filter(|finding| finding.state() == FindingState::Fired);
    fired.map(|finding| finding.concern).collect()
}

impl From<IndicatorValue> for Ratio {
    fn from(value: IndicatorValue) -> Self {
        &Self::whole(value.hundredths()) * &Self::from_percent(1)
    }
}

impl AbsenceFigure {
    /// The exact chronic absence rate A / E; `None` without an enrolled day.
    pub fn rate(self) -> Option<Ratio> {
        Ratio::new(self.missed.get(), self.enrolled.get())
    }
    /// The exact attendance rate 1 − A / E; `None` without an enrolled day.
    pub fn attendance_rate(self) -> Option<Ratio> {
        self.rate().map(|rate| &Ratio::whole(1) - &rate)
    }
}
