//! The school as a whole, now and before.

use std::collections::BTreeMap;

use daymark_domain::{Days, SchoolDay, Standing, StudentId, TierCounts, Window, same_date_last_year};
use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::{SchoolFacts, StudentFacts};
use crate::lens::Lens;
use crate::needs_assessment::level_word;
use crate::tenths::Tenths;
use crate::tier_face::TierRow;

/// The school now, four weeks ago, and a year ago.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SchoolPicture {
    /// On the day of the report.
    pub now: Picture,
    /// Four weeks before.
    pub four_weeks_ago: Picture,
    /// On the same date of last year; null when nothing is known of it.
    pub last_year: Option<Picture>,
    /// Students who are chronically absent and were not a week ago.
    pub newly_chronic: Vec<String>,
    /// Students who were chronically absent a week ago and are not now.
    pub no_longer_chronic: Vec<String>,
    /// What average daily attendance does not tell.
    pub ada_caution: Option<AdaCaution>,
}

/// The school on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// The day.
    #[schemars(with = "String")]
    pub as_of: SchoolDay,
    /// Students enrolled on it, by tier.
    pub tiers: TierRow,
    /// How widespread chronic absence is: `ordinary`, `severe`, `extreme`.
    pub level: Option<&'static str>,
    /// Average daily attendance of the year up to the day.
    pub ada_percent: Option<Tenths>,
}

/// What average daily attendance does not tell (`domain.md` 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AdaCaution {
    /// Above 97 %: such schools rarely have much chronic absence.
    RarelyAProblem,
    /// From 93 % to 97 %: it tells nothing about chronic absence.
    TellsNothing,
    /// Below 93 %: such schools nearly always have much chronic absence.
    NearlyAlwaysAProblem,
}

impl AdaCaution {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::RarelyAProblem => "rarely_a_problem",
            Self::TellsNothing => "tells_nothing",
            Self::NearlyAlwaysAProblem => "nearly_always_a_problem",
        }
    }
    /// By the exact share, not by the rounded one.
    fn of(attended: Days, enrolled: Days) -> Option<Self> {
        let (attended, enrolled) = (100 * attended.get(), enrolled.get());
        match () {
            () if enrolled == 0 => None,
            () if attended > 97 * enrolled => Some(Self::RarelyAProblem),
            () if attended < 93 * enrolled => Some(Self::NearlyAlwaysAProblem),
            () => Some(Self::TellsNothing),
        }
    }
}

/// The standing, at the school, of everybody enrolled there on the day.
pub(crate) fn standings(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    day: SchoolDay,
) -> BTreeMap<StudentId, Standing> {
    let window = year_until(lens, day);
    let here = |student: &&StudentFacts| lens.school_on(student, day).is_some_and(|at| at.id == school.id);
    let standing = |student: &StudentFacts| {
        let tallies = lens.tallies(student, window);
        let tally = tallies.into_iter().find(|(id, _)| *id == school.id).map(|(_, tally)| tally);
        (student.id, tally.unwrap_or_default().standing(lens.rules(school.id)))
    };
    lens.students_of(school.id).filter(here).map(standing).collect()
}

fn year_until(lens: &Lens<'_>, day: SchoolDay) -> Window {
    Window::school_year(day, lens.facts.rules.rules.school_year_starts).until(day)
}

pub(super) fn picture(lens: &Lens<'_>, school: &SchoolFacts) -> SchoolPicture {
    let as_of = lens.facts.as_of;
    let (now, week_ago) = (standings(lens, school, as_of), standings(lens, school, as_of.minus(7)));
    let is_chronic =
        |of: &BTreeMap<StudentId, Standing>, id: &StudentId| of.get(id).is_some_and(Standing::is_chronic);
    let changed = |wanted: &dyn Fn(&StudentId) -> bool| {
        let students = lens.students_of(school.id).filter(|student| wanted(&student.id));
        students.map(|student| student.sis_id.clone()).collect()
    };
    let (attended, enrolled) = attendance(lens, school, as_of);
    let last_year = on(lens, school, same_date_last_year(as_of));
    SchoolPicture {
        now: on(lens, school, as_of),
        four_weeks_ago: on(lens, school, as_of.minus(28)),
        last_year: Some(last_year).filter(|picture| picture.tiers.enrolled != Some(0)),
        newly_chronic: changed(&|id| is_chronic(&now, id) && !is_chronic(&week_ago, id)),
        no_longer_chronic: changed(&|id| {
            now.contains_key(id) && !is_chronic(&now, id) && is_chronic(&week_ago, id)
        }),
        ada_caution: AdaCaution::of(attended, enrolled),
    }
}

fn on(lens: &Lens<'_>, school: &SchoolFacts, day: SchoolDay) -> Picture {
    let counts: TierCounts = standings(lens, school, day).values().map(|standing| standing.tier).collect();
    let (attended, enrolled) = attendance(lens, school, day);
    Picture {
        as_of: day,
        tiers: TierRow::of(school.sis_id.clone(), counts, true),
        level: counts.school_level(lens.rules(school.id)).map(level_word),
        ada_percent: Tenths::percent(attended.get(), enrolled.get()),
    }
}

/// Attended and enrolled days at the school, of everybody who was there.
fn attendance(lens: &Lens<'_>, school: &SchoolFacts, day: SchoolDay) -> (Days, Days) {
    let window = year_until(lens, day);
    let tallies = lens.students_of(school.id).flat_map(|student| lens.tallies(student, window));
    let here = tallies.filter(|(id, _)| *id == school.id);
    here.fold((Days::ZERO, Days::ZERO), |(attended, enrolled), (_, tally)| {
        (attended + (tally.enrolled - tally.absent), enrolled + tally.enrolled)
    })
}
