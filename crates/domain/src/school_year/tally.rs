//! A, E and M of `domain.md` 4.1, and what they say about the student.

use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

use super::{History, Schools, StudentDay, Verdict, Window, student_days};
use crate::rules::MissingMarks;
use crate::{AbsenceFigure, AttendanceStatus, Days, Rules, SchoolDay, SchoolId, Tier, Working};

/// What a student's days add up to. Days can be taken out again, so that a changed mark changes one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// E: instruction on the days that have a mark or are known to be present.
    pub enrolled: Days,
    /// A: what of it counts as missed.
    pub absent: Days,
    /// M: instruction on the days that nobody has said anything about.
    pub unmarked: Days,
    /// Of A: excused.
    pub excused: Days,
    /// Of A: unexcused.
    pub unexcused: Days,
    /// Suspended out of school, whether that counts as missed or not.
    pub suspended: Days,
    /// Suspended in school, whether that counts as missed or not.
    pub suspended_in_school: Days,
    /// Days late. They never add up to an absence (T13).
    pub tardies: u32,
    /// Days left early.
    pub early_departures: u32,
    /// Days that count as missed, in whole or in part.
    pub absences: u32,
}

impl Tally {
    /// Takes a day in.
    pub fn add(&mut self, day: &StudentDay) {
        *self += Self::from(day);
    }
    /// Takes out a day that was taken in.
    pub fn remove(&mut self, day: &StudentDay) {
        let day = Self::from(day);
        self.enrolled -= day.enrolled;
        self.absent -= day.absent;
        self.unmarked -= day.unmarked;
        self.excused -= day.excused;
        self.unexcused -= day.unexcused;
        self.suspended -= day.suspended;
        self.suspended_in_school -= day.suspended_in_school;
        self.tardies = self.tardies.saturating_sub(day.tardies);
        self.early_departures = self.early_departures.saturating_sub(day.early_departures);
        self.absences = self.absences.saturating_sub(day.absences);
    }
    /// A and E as the rule for missing marks has them.
    pub fn figure(self, rules: &Rules) -> AbsenceFigure {
        match rules.missing_marks {
            MissingMarks::Exclude => AbsenceFigure { missed: self.absent, enrolled: self.enrolled },
            MissingMarks::Absent => self.figure_if_missing_were_absent(),
        }
    }
    /// The rate if every missing mark were an absence (T17).
    pub fn figure_if_missing_were_absent(self) -> AbsenceFigure {
        AbsenceFigure { missed: self.absent + self.unmarked, enrolled: self.enrolled + self.unmarked }
    }
    /// Whether so many marks are missing that no tier may be given: M / (E + M) above the limit. Where missing marks
    /// count as absences none is missing from the rate.
    pub fn too_many_missing(self, rules: &Rules) -> bool {
        let limit = u64::from(rules.label_refused_above_missing_percent);
        let all = self.enrolled + self.unmarked;
        rules.missing_marks == MissingMarks::Exclude && 100 * self.unmarked.get() > limit * all.get()
    }
    /// What the days say about the student.
    pub fn standing(self, rules: &Rules) -> Standing {
        let figure = self.figure(rules);
        let provisional = figure.is_provisional(rules);
        let missing_refused = self.too_many_missing(rules);
        let tier = match figure.tier_under(rules) {
            Tier::NotApplicable => Tier::NotApplicable,
            _ if provisional || missing_refused => Tier::NotEnoughData,
            tier => tier,
        };
        Standing {
            figure,
            unmarked: self.unmarked,
            if_missing_were_absent: self.figure_if_missing_were_absent(),
            tier,
            provisional,
            missing_refused,
            fixed_count: figure.reaches_fixed_count(rules),
        }
    }
}

impl From<&StudentDay> for Tally {
    fn from(day: &StudentDay) -> Self {
        use AttendanceStatus as S;
        let counted = |wanted: S, days: Days| if day.status == Some(wanted) { days } else { Days::ZERO };
        let (enrolled, unmarked) = match day.verdict {
            Verdict::Present | Verdict::Absent(_) => (day.value.into(), Days::ZERO),
            Verdict::Unmarked => (Days::ZERO, day.value.into()),
        };
        Self {
            enrolled,
            unmarked,
            absent: day.absent(),
            excused: counted(S::AbsentExcused, day.absent()),
            unexcused: counted(S::AbsentUnexcused, day.absent()),
            suspended: counted(S::AbsentSuspension, day.missed.into()),
            suspended_in_school: counted(S::InSchoolSuspension, day.missed.into()),
            tardies: day.tardy().into(),
            early_departures: (day.status == Some(S::EarlyDeparture)).into(),
            absences: day.is_absent().into(),
        }
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self {
            enrolled: self.enrolled + more.enrolled,
            absent: self.absent + more.absent,
            unmarked: self.unmarked + more.unmarked,
            excused: self.excused + more.excused,
            unexcused: self.unexcused + more.unexcused,
            suspended: self.suspended + more.suspended,
            suspended_in_school: self.suspended_in_school + more.suspended_in_school,
            tardies: self.tardies + more.tardies,
            early_departures: self.early_departures + more.early_departures,
            absences: self.absences + more.absences,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

impl<'a> FromIterator<&'a StudentDay> for Tally {
    fn from_iter<I: IntoIterator<Item = &'a StudentDay>>(days: I) -> Self {
        days.into_iter().map(Self::from).sum()
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

/// The student's tally at each school with an enrollment in the window, in order of school; the district's is their sum.
pub fn tallies(
    history: History<'_>,
    schools: &Schools<'_>,
    window: Window,
    rules: &Rules,
) -> Vec<(SchoolId, Tally)> {
    let touching = history.enrollments.iter().filter(|enrollment| enrollment.touches(window));
    let mut tallies: Vec<_> = touching.map(|enrollment| (enrollment.school_id, Tally::default())).collect();
    tallies.sort_unstable_by_key(|(school_id, _)| *school_id);
    tallies.dedup_by_key(|(school_id, _)| *school_id);
    for day in student_days(history, schools, window, rules) {
        if let Some((_, tally)) = tallies.iter_mut().find(|(school_id, _)| *school_id == day.school_id) {
            tally.add(&day);
        }
    }
    tallies
}

/// The instruction of the student's days in a window, marked or not: of the days to come, when it begins after today.
pub fn instruction(history: History<'_>, schools: &Schools<'_>, window: Window) -> Days {
    student_days(history, schools, window, &Rules::default()).map(|day| day.value.into()).sum()
}

/// What a student's days say under the rules, with the reasons why they may say nothing yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// A and E.
    pub figure: AbsenceFigure,
    /// M.
    pub unmarked: Days,
    /// A and E if every missing mark were an absence.
    pub if_missing_were_absent: AbsenceFigure,
    /// The label; not one that counts while it is provisional or too many marks are missing.
    pub tier: Tier,
    /// Fewer enrolled days than the rules ask for.
    pub provisional: bool,
    /// More missing marks than the rules bear.
    pub missing_refused: bool,
    /// Chronic by the number of days alone.
    pub fixed_count: bool,
}

impl Standing {
    /// Labelled as chronically absent.
    pub fn is_chronic(&self) -> bool {
        self.tier.is_chronic()
    }
    /// How the tier came about; `through` is the last day whose marks are in.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let keys = [
            "chronic_from_percent",
            "chronic_comparator",
            "minimum_enrolled_days",
            "half_day_rule",
            "out_of_school_suspension",
            "in_school_suspension",
            "missing_marks",
            "label_refused_above_missing_percent",
        ];
        Working::new("absence_rate", self.figure, rules, &keys)
            .with_unmarked(self.unmarked)
            .known_through(through)
    }
}
