//! The school's calendar date, and the week that contacts are counted in.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A date in the school's own zone. Never a timestamp: a greeting at 23:50 belongs to the date it happened on
/// at the school, whenever it is sent (`domain.md` T27).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SchoolDay(pub NaiveDate);

impl SchoolDay {
    /// Days since 1 January 1970, as stored and sent.
    pub fn number(self) -> i32 {
        self.0.to_epoch_days()
    }
    /// The day with that number; `None` outside of the calendar.
    pub fn from_number(number: i32) -> Option<Self> {
        NaiveDate::from_epoch_days(number).map(Self)
    }
    /// The day that an instant (seconds since 1970, UTC) falls on at an offset (seconds east of UTC).
    pub fn at(unix_seconds: i64, offset_seconds: i32) -> Self {
        let days = (unix_seconds + i64::from(offset_seconds)).div_euclid(86_400);
        let day = i32::try_from(days).ok().and_then(NaiveDate::from_epoch_days);
        Self(day.unwrap_or(NaiveDate::MIN))
    }
    /// The next date, or itself at the end of time.
    pub fn next(self) -> Self {
        self.plus(1)
    }
    /// So many dates later, or itself at the end of time.
    pub fn plus(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }
    /// So many dates earlier, or itself at the beginning of time.
    pub fn minus(self, days: u64) -> Self {
        Self(self.0.checked_sub_days(Days::new(days)).unwrap_or(self.0))
    }
    /// The first day of its month.
    pub fn first_of_month(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }
    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }
    /// The week that it lies in.
    pub fn week(self) -> Week {
        Week { monday: self.minus(u64::from(self.weekday().num_days_from_monday())) }
    }
}

impl fmt::Display for SchoolDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for SchoolDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for SchoolDay {
    type Err = chrono::ParseError;
    /// Reads `2026-10-14` and nothing else.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self)
    }
}

/// Monday to Sunday, the week that contacts are counted in (`domain.md` 4.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Week {
    /// Its first day.
    pub monday: SchoolDay,
}

impl Week {
    /// Its seven days in order.
    pub fn days(self) -> impl Iterator<Item = SchoolDay> {
        (0..7).map(move |n| self.monday.plus(n))
    }
    /// Its last day.
    pub fn sunday(self) -> SchoolDay {
        self.monday.plus(6)
    }
    /// Whether the day lies in it.
    pub fn contains(self, day: SchoolDay) -> bool {
        (self.monday..=self.sunday()).contains(&day)
    }
    /// The week before.
    pub fn previous(self) -> Self {
        Self { monday: self.monday.minus(7) }
    }
    /// The week after.
    pub fn next(self) -> Self {
        Self { monday: self.monday.plus(7) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_shortly_before_midnight_belongs_to_the_schools_date() {
        // T27: 23:50 on 13 October at UTC-5 is 04:50 UTC on the 14th.
        let day = SchoolDay::at(1_760_417_400, -5 * 3600);
        assert_eq!(day.to_string(), "2025-10-13");
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let sunday: SchoolDay = "2026-11-22".parse().unwrap();
        assert_eq!(sunday.week().monday.to_string(), "2026-11-16");
        assert_eq!(sunday.week().sunday(), sunday);
        assert!(!sunday.week().contains(sunday.next()));
    }
}
