//! Key risk indicators over time, and chronic absence beside achievement over time (`domain.md` 5.3, by the definitions
//! of 4.4), of each school.
//!
//! A period is the school's own: whatever it imported counts for that end on one day. A student counts once in it, at
//! the school of the last school day in it. Both tables are about the same students, so they are hidden as one.

mod hide;
mod periods;
mod said;

use daymark_domain::{EarlyWarningModel, SchoolDay};
use schemars::JsonSchema;
use serde::Serialize;

use crate::lens::Lens;
use crate::tenths::Tenths;
use crate::tier_face::year_name;
use hide::{FLAGS, Figure, GROUPS, Hidden, NUMBERS, ShownFigure};
use periods::{KINDS, Period, periods};

/// Whose flags the tables count. The thresholds are settings; the definition was made for sixth graders and is held
/// here against students of every grade.
pub(crate) const MODEL: EarlyWarningModel = EarlyWarningModel::PhiladelphiaSixthGrade;

/// How many students of a school had which flags of early warning in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RiskPeriod {
    /// The school year in which the period ends.
    pub year: String,
    /// The earliest first day of the counts that end with the period: attendance is of the days since.
    #[schemars(with = "String")]
    pub first: SchoolDay,
    /// The period's last day.
    #[schemars(with = "String")]
    pub last: SchoolDay,
    /// Students with a school day in the period, at the school on the last one; null when hidden.
    pub students: Option<u32>,
    /// `attendance`, `behaviour` and `courses`; then how many students have `no_flag`, `one_flag`, `two_flags`, `three_flags`.
    pub flags: Vec<FlagRow>,
}

/// How many students have a flag, or so many flags. Numbers are null when they are hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FlagRow {
    /// Which flag, or how many.
    pub flag: &'static str,
    /// Too small to be shown, or needed to hide what is.
    pub hidden: bool,
    /// Students of whom enough is known to say yes or no; to count flags, all three must be known.
    pub with_data: Option<u32>,
    /// Of these, those who have it.
    pub students: Option<u32>,
    /// Those who have it, of those with data.
    pub percent: Option<Tenths>,
}

/// How many chronically absent students, and how many others, failed a course in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AchievementPeriod {
    /// The school year in which the period ends.
    pub year: String,
    /// The earliest first day of the counts that end with the period.
    #[schemars(with = "String")]
    pub first: SchoolDay,
    /// The period's last day. Chronic is by the days at the school from the first of the school year to this one.
    #[schemars(with = "String")]
    pub last: SchoolDay,
    /// `chronic`, `not_chronic`, `without_tier`, and `all` of them.
    pub groups: Vec<AchievementRow>,
}

/// A group, and who of it failed a course: mathematics, English, or any with a grade of F. Numbers are null when they
/// are hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AchievementRow {
    /// The group.
    pub group: &'static str,
    /// Too small to be shown, or needed to hide what is.
    pub hidden: bool,
    /// Students of whom is known whether they failed a course.
    pub with_data: Option<u32>,
    /// Of these, those who failed at least one.
    pub failed: Option<u32>,
    /// Those who failed one, of those with data.
    pub failed_percent: Option<Tenths>,
}

/// A school's two tables.
#[derive(Default)]
pub(crate) struct OverTime {
    pub risk_indicators: Vec<RiskPeriod>,
    pub achievement: Vec<AchievementPeriod>,
}

/// The tables of each school in scope, and the kinds of indicators that no school in scope recorded.
pub(crate) fn over_time(lens: &Lens<'_>) -> (Vec<OverTime>, Vec<&'static str>) {
    let schools = periods(lens);
    let recorded = |kind| schools.iter().flat_map(|periods| periods.values()).any(|period| period.has(kind));
    let missing = KINDS.into_iter().filter(|kind| !recorded(*kind)).map(|kind| kind.word()).collect();
    (schools.iter().map(|periods| of_school(lens, periods.values())).collect(), missing)
}

fn of_school<'p>(lens: &Lens<'_>, periods: impl Iterator<Item = &'p Period>) -> OverTime {
    let mut tables = OverTime::default();
    for period in periods {
        let shown = Hidden::of(&period.said, lens.facts.rules.rules.small_group_minimum);
        if period.is_about_risk() {
            tables.risk_indicators.push(risk(lens, period, &shown));
        }
        if period.is_about_courses() {
            tables.achievement.push(achievement(lens, period, &shown));
        }
    }
    tables
}

fn risk(lens: &Lens<'_>, period: &Period, shown: &Hidden) -> RiskPeriod {
    let row = |figure: &Figure| {
        let ShownFigure { of, those } = shown.figure(figure);
        FlagRow {
            flag: figure.name,
            hidden: of.is_none() || those.is_none(),
            with_data: of,
            students: those,
            percent: percent(those, of),
        }
    };
    RiskPeriod {
        year: year_name(lens, period.last_day()),
        first: period.window.first,
        last: period.window.last,
        students: shown.students(),
        flags: FLAGS.iter().chain(&NUMBERS).map(row).collect(),
    }
}

fn achievement(lens: &Lens<'_>, period: &Period, shown: &Hidden) -> AchievementPeriod {
    let row = |figure: &Figure| {
        let ShownFigure { of, those } = shown.figure(figure);
        AchievementRow {
            group: figure.name,
            hidden: of.is_none() || those.is_none(),
            with_data: of,
            failed: those,
            failed_percent: percent(those, of),
        }
    };
    AchievementPeriod {
        year: year_name(lens, period.last_day()),
        first: period.window.first,
        last: period.window.last,
        groups: GROUPS.iter().map(row).collect(),
    }
}

/// Of nobody, or of what is hidden, there is none.
fn percent(part: Option<u32>, whole: Option<u32>) -> Option<Tenths> {
    Tenths::percent(part?.into(), whole?.into())
}
