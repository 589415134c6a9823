//! The school as a whole, now and before.

use std::collections::BTreeMap;

use daymark_domain::{
    Days, SchoolDay, Standing, StudentDay, StudentId, Tally, TierCounts, Window, same_date_last_year,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::{SchoolFacts, StudentFacts};
use crate::lens::{Lens, of_school};
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

/// Everybody who was ever at a school, with their days of a school year: walked once, and looked at as of any day of it.
pub(crate) struct Walked<'a> {
    lens: &'a Lens<'a>,
    school: &'a SchoolFacts,
    students: Vec<(&'a StudentFacts, Vec<StudentDay>)>,
}

impl<'a> Walked<'a> {
    /// The school's students in the year of a day, up to that day.
    pub(crate) fn until(lens: &'a Lens<'a>, school: &'a SchoolFacts, day: SchoolDay) -> Self {
        let window = Window::school_year(day, lens.facts.rules.rules.school_year_starts).until(day);
        let walk = |student: &'a StudentFacts| (student, lens.days(student, window));
        Self { lens, school, students: lens.students_of(school.id).map(walk).collect() }
    }

    /// Each student with the days, wherever they were spent.
    pub(super) fn students(&self) -> impl Iterator<Item = (&'a StudentFacts, &[StudentDay])> {
        self.students.iter().map(|(student, days)| (*student, days.as_slice()))
    }

    /// Each student's sum at the school up to a day of the year.
    fn tallies(&self, day: SchoolDay) -> impl Iterator<Item = (&'a StudentFacts, Tally)> {
        self.students().map(move |(student, days)| {
            let until = &days[..days.partition_point(|of| of.day <= day)];
            (student, of_school(until, self.school.id).collect())
        })
    }

    /// The standing, at the school, of everybody enrolled there on the day.
    pub(crate) fn standings(&self, day: SchoolDay) -> BTreeMap<StudentId, Standing> {
        let rules = self.lens.rules(self.school.id);
        let tallies = self.tallies(day).filter(|(student, _)| self.lens.is_at(student, self.school.id, day));
        tallies.map(|(student, tally)| (student.id, tally.standing(rules))).collect()
    }

    /// Attended and enrolled days at the school up to the day, of everybody who was there.
    fn attendance(&self, day: SchoolDay) -> (Days, Days) {
        self.tallies(day).fold((Days::ZERO, Days::ZERO), |(attended, enrolled), (_, tally)| {
            (attended + (tally.enrolled - tally.absent), enrolled + tally.enrolled)
        })
    }

    fn picture(&self, day: SchoolDay) -> Picture {
        let counts: TierCounts = self.standings(day).values().map(|standing| standing.tier).collect();
        let (attended, enrolled) = self.attendance(day);
        Picture {
            as_of: day,
            tiers: TierRow::of(self.school.sis_id.clone(), counts, true),
            level: counts.school_level(self.lens.rules(self.school.id)).map(level_word),
            ada_percent: Tenths::percent(attended.get(), enrolled.get()),
        }
    }
}

/// The school now and before. A day before this school year is looked at in the year that it lies in.
pub(super) fn picture(year: &Walked<'_>) -> SchoolPicture {
    let Walked { lens, school, .. } = *year;
    let as_of = lens.facts.as_of;
    let of_its_year = |day: SchoolDay| (day < lens.window.first).then(|| Walked::until(lens, school, day));
    let on = |day| of_its_year(day).as_ref().unwrap_or(year).picture(day);
    let week_ago = as_of.minus(7);
    let week_ago = of_its_year(week_ago).as_ref().unwrap_or(year).standings(week_ago);
    let now = year.standings(as_of);
    let is_chronic =
        |of: &BTreeMap<StudentId, Standing>, id: &StudentId| of.get(id).is_some_and(Standing::is_chronic);
    let changed = |wanted: &dyn Fn(&StudentId) -> bool| {
        let students = year.students().filter(|(student, _)| wanted(&student.id));
        students.map(|(student, _)| student.sis_id.clone()).collect()
    };
    let (attended, enrolled) = year.attendance(as_of);
    let last_year = on(same_date_last_year(as_of));
    SchoolPicture {
        now: on(as_of),
        four_weeks_ago: on(as_of.minus(28)),
        last_year: Some(last_year).filter(|picture| picture.tiers.enrolled != Some(0)),
        newly_chronic: changed(&|id| is_chronic(&now, id) && !is_chronic(&week_ago, id)),
        no_longer_chronic: changed(&|id| {
            now.contains_key(id) && !is_chronic(&now, id) && is_chronic(&week_ago, id)
        }),
        ada_caution: AdaCaution::of(attended, enrolled),
    }
}
