//! The demo district's school year: as many school days behind today as before it, whatever day today is.
//!
//! The year floats around today, so it has no summer in it. Today is always a school day: on a weekend or a
//! holiday it is a make-up day, so that the demo and the browser tests work on any date.

use chrono::{Datelike, Weekday};
use daymark_domain::{DayType, SchoolDay};

use crate::prng::{Prng, Purpose};

/// School days behind today, and again from today on.
const HALF_YEAR: usize = 90;

/// One date of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The date.
    pub day: SchoolDay,
    /// What it is for every school of the district.
    pub day_type: DayType,
}

/// The school year: each weekday of it, and today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolCalendar {
    /// All dates in order.
    pub days: Vec<CalendarDay>,
    /// Today, which is a school day.
    pub today: SchoolDay,
    /// The school days before today, in order: those that official attendance is known of.
    pub past_school_days: Vec<SchoolDay>,
}

impl SchoolCalendar {
    pub(crate) fn around(today: SchoolDay, seed: u64) -> Self {
        let mut days = before(today, Prng::stream(seed, Purpose::Calendar, 0).between(15, 60) as usize);
        let is_school_day = |day: &&CalendarDay| day.day_type.is_instructional();
        let past_school_days = days.iter().filter(is_school_day).map(|day| day.day).collect();
        days.extend(from(today));
        Self { days, today, past_school_days }
    }
    /// The first day of the school year.
    pub fn first(&self) -> SchoolDay {
        self.days.first().map_or(self.today, |day| day.day)
    }
    /// The last day of the school year.
    pub fn last(&self) -> SchoolDay {
        self.days.last().map_or(self.today, |day| day.day)
    }
    /// The school day before today.
    pub fn last_school_day(&self) -> SchoolDay {
        self.past_school_days.last().copied().unwrap_or(self.today)
    }
}

/// Backwards from yesterday; school day number `weather` on the way was lost to the weather.
fn before(today: SchoolDay, weather: usize) -> Vec<CalendarDay> {
    let (mut days, mut taught, mut day, mut lost) = (Vec::new(), 0, today, false);
    while taught < HALF_YEAR {
        day = day.minus(1);
        let Some(mut day_type) = usual_type(day) else { continue };
        if day_type.is_instructional() {
            if taught == weather && !lost {
                (day_type, lost) = (DayType::Weather, true);
            } else {
                taught += 1;
            }
        }
        days.push(CalendarDay { day, day_type });
    }
    days.reverse();
    days
}

/// Today and what follows.
fn from(today: SchoolDay) -> Vec<CalendarDay> {
    let held = usual_type(today).filter(|day_type| day_type.is_instructional());
    let mut days = vec![CalendarDay { day: today, day_type: held.unwrap_or(DayType::MakeUp) }];
    let (mut taught, mut day) = (1, today);
    while taught < HALF_YEAR {
        day = day.next();
        let Some(day_type) = usual_type(day) else { continue };
        taught += usize::from(day_type.is_instructional());
        days.push(CalendarDay { day, day_type });
    }
    days
}

/// What a date is in any year; `None` on weekends, which a school's calendar does not list.
fn usual_type(day: SchoolDay) -> Option<DayType> {
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => None,
        _ if is_holiday(day) => Some(DayType::Holiday),
        _ if is_teacher_only(day) => Some(DayType::TeacherOnly),
        _ => Some(DayType::Instructional),
    }
}

fn is_holiday(day: SchoolDay) -> bool {
    let (month, date, weekday) = (day.0.month(), day.0.day(), day.weekday());
    let nth = date.div_ceil(7);
    match (month, weekday) {
        (9, Weekday::Mon) => nth == 1,
        (10, Weekday::Mon) => nth == 2,
        (1 | 2, Weekday::Mon) if nth == 3 => true,
        (5, Weekday::Mon) => date > 24,
        // Thanksgiving with the days around it.
        (11, Weekday::Wed) => (21..=27).contains(&date) || date == 11,
        (11, Weekday::Thu) => (22..=28).contains(&date) || date == 11,
        (11, Weekday::Fri) => (23..=29).contains(&date) || date == 11,
        (11, _) => date == 11,
        (12, _) => date >= 22,
        (1, _) => date <= 2,
        (3, _) => spring_break(day),
        (6, _) => date == 19,
        (7, _) => date == 4,
        _ => false,
    }
}

/// The week of 18 March.
fn spring_break(day: SchoolDay) -> bool {
    day.0.with_day(18).is_some_and(|date| SchoolDay(date).week().contains(day))
}

/// The third Friday of October and the first of March.
fn is_teacher_only(day: SchoolDay) -> bool {
    let friday = (day.weekday() == Weekday::Fri).then(|| (day.0.month(), day.0.day().div_ceil(7)));
    matches!(friday, Some((10, 3) | (3, 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(today: &str) -> SchoolCalendar {
        SchoolCalendar::around(today.parse().unwrap(), 1)
    }

    fn type_of(calendar: &SchoolCalendar, day: &str) -> Option<DayType> {
        let day = day.parse().unwrap();
        calendar.days.iter().find(|listed| listed.day == day).map(|listed| listed.day_type)
    }

    #[test]
    fn today_is_a_school_day_on_every_day_of_the_year() {
        let first: SchoolDay = "2026-01-01".parse().unwrap();
        for today in (0..366).map(|n| first.plus(n)) {
            let calendar = SchoolCalendar::around(today, 1);
            let day_type = calendar.days.iter().find(|day| day.day == today).map(|day| day.day_type);
            assert!(day_type.is_some_and(DayType::is_instructional), "{today}");
            assert_eq!(calendar.past_school_days.len(), HALF_YEAR, "{today}");
            assert!(calendar.last_school_day() < today && calendar.last() > today, "{today}");
        }
    }

    #[test]
    fn a_saturday_a_sunday_and_a_holiday_become_make_up_days_when_they_are_today() {
        for today in ["2026-11-21", "2026-11-22", "2026-11-26"] {
            assert_eq!(type_of(&around(today), today), Some(DayType::MakeUp), "{today}");
        }
        assert_eq!(type_of(&around("2026-11-20"), "2026-11-20"), Some(DayType::Instructional));
    }

    #[test]
    fn the_year_has_its_holidays_one_weather_day_and_no_weekends() {
        let calendar = around("2027-01-20");
        for holiday in ["2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25", "2027-01-18"] {
            assert_eq!(type_of(&calendar, holiday), Some(DayType::Holiday), "{holiday}");
        }
        assert_eq!(calendar.days.iter().filter(|day| day.day_type == DayType::Weather).count(), 1);
        assert!(calendar.days.is_sorted_by(|a, b| a.day < b.day));
        assert!(calendar.days.iter().all(|day| day.day.weekday().num_days_from_monday() < 5));
    }
}
