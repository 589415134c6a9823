//! On which days of the week absence falls, and the student's days as codes on a grid.

use std::ops::AddAssign;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::{
    AbsenceFigure, AttendanceStatus, Days, Ratio, Rules, SchoolDay, StudentDay, Tally, Verdict, Working,
};

/// Absence by day of the week, of one student or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekdayPattern {
    /// A and E from Monday to Sunday.
    pub weekdays: [AbsenceFigure; 7],
}

impl WeekdayPattern {
    /// A and E of one day of the week.
    pub fn on(&self, weekday: Weekday) -> AbsenceFigure {
        self.weekdays[weekday.num_days_from_monday() as usize]
    }
    /// A and E of the whole week.
    pub fn all(&self) -> AbsenceFigure {
        self.weekdays.into_iter().sum()
    }
    /// Mondays and Fridays: their part of what was missed, beside their part of what was held.
    pub fn mondays_and_fridays(&self) -> EndsOfWeek {
        let ends = self.on(Weekday::Mon) + self.on(Weekday::Fri);
        let all = self.all();
        EndsOfWeek { missed: ends.missed, missed_of: all.missed, held: ends.enrolled, held_of: all.enrolled }
    }
}

impl AddAssign<&StudentDay> for WeekdayPattern {
    fn add_assign(&mut self, day: &StudentDay) {
        let tally = Tally::from(day);
        let weekday = &mut self.weekdays[day.day.weekday().num_days_from_monday() as usize];
        *weekday = *weekday + AbsenceFigure { missed: tally.absent, enrolled: tally.enrolled };
    }
}

impl AddAssign for WeekdayPattern {
    fn add_assign(&mut self, more: Self) {
        self.weekdays.iter_mut().zip(more.weekdays).for_each(|(weekday, more)| *weekday = *weekday + more);
    }
}

impl<'a> FromIterator<&'a StudentDay> for WeekdayPattern {
    fn from_iter<I: IntoIterator<Item = &'a StudentDay>>(days: I) -> Self {
        let mut pattern = Self::default();
        days.into_iter().for_each(|day| pattern += day);
        pattern
    }
}

/// How much of the absence falls on Mondays and Fridays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct EndsOfWeek {
    /// Missed on Mondays and Fridays.
    pub missed: Days,
    /// Missed at all.
    pub missed_of: Days,
    /// School held on Mondays and Fridays.
    pub held: Days,
    /// School held at all.
    pub held_of: Days,
}

impl EndsOfWeek {
    /// Their part of the absence; `None` when nothing was missed.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::new(self.missed.get(), self.missed_of.get())
    }
    /// The part that they would have if absence fell evenly.
    pub fn even_share(&self) -> Option<Ratio> {
        Ratio::new(self.held.get(), self.held_of.get())
    }
    /// What was missed on them of all that was missed; the part that they have of the school days stands beside it.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let missed = AbsenceFigure { missed: self.missed, enrolled: self.missed_of };
        Working {
            unit: "days missed",
            ..Working::new("mondays_and_fridays", missed, rules, &["half_day_rule"])
        }
        .known_through(through)
    }
    /// Whether more falls on them than evenly would.
    pub fn is_more_than_even(&self) -> bool {
        self.share().zip(self.even_share()).is_some_and(|(share, even)| share > even)
    }
}

/// One field of the grid of students and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HeatCode {
    /// There.
    Present,
    /// Came late.
    Tardy,
    /// Left early, and it does not count as missed.
    EarlyDeparture,
    /// Missed a part, and it does not count as missed.
    PartPresent,
    /// Missed a part that counts as missed.
    PartAbsent,
    /// Missed, excused.
    Excused,
    /// Missed, unexcused.
    Unexcused,
    /// Suspended out of school.
    Suspended,
    /// Suspended in school.
    SuspendedInSchool,
    /// A school day that nobody has said anything about.
    Unmarked,
    /// No school, or not enrolled.
    NoSchool,
}

impl HeatCode {
    /// All of them, for the legend.
    pub const ALL: [Self; 11] = [
        Self::Present,
        Self::Tardy,
        Self::EarlyDeparture,
        Self::PartPresent,
        Self::PartAbsent,
        Self::Excused,
        Self::Unexcused,
        Self::Suspended,
        Self::SuspendedInSchool,
        Self::Unmarked,
        Self::NoSchool,
    ];
    /// The code of a school day.
    pub fn of(day: &StudentDay) -> Self {
        use AttendanceStatus as S;
        let missed = day.is_absent();
        match (day.verdict, day.status) {
            (Verdict::Unmarked, _) => Self::Unmarked,
            (_, None | Some(S::Present)) => Self::Present,
            (_, Some(S::Tardy)) => Self::Tardy,
            (_, Some(S::EarlyDeparture)) if !missed => Self::EarlyDeparture,
            (_, Some(S::EarlyDeparture | S::Partial)) if missed => Self::PartAbsent,
            (_, Some(S::EarlyDeparture | S::Partial)) => Self::PartPresent,
            (_, Some(S::AbsentExcused)) => Self::Excused,
            (_, Some(S::AbsentUnexcused)) => Self::Unexcused,
            (_, Some(S::AbsentSuspension)) => Self::Suspended,
            (_, Some(S::InSchoolSuspension)) => Self::SuspendedInSchool,
        }
    }
    /// One character of the grid, none of which a spreadsheet takes for a formula.
    pub fn code(self) -> char {
        match self {
            Self::Present => '.',
            Self::Tardy => 'T',
            Self::EarlyDeparture => 'L',
            Self::PartPresent => 'p',
            Self::PartAbsent => 'P',
            Self::Excused => 'E',
            Self::Unexcused => 'U',
            Self::Suspended => 'S',
            Self::SuspendedInSchool => 'I',
            Self::Unmarked => '?',
            Self::NoSchool => ' ',
        }
    }
}

/// A student's row of the grid: a code for each of the dates; both in order.
pub fn heat_row(dates: &[SchoolDay], days: &[StudentDay]) -> Vec<HeatCode> {
    let code = |date: &SchoolDay| {
        let found = days.binary_search_by_key(date, |day| day.day).ok();
        found.map_or(HeatCode::NoSchool, |at| HeatCode::of(&days[at]))
    };
    dates.iter().map(code).collect()
}

#[cfg(test)]
mod tests;
