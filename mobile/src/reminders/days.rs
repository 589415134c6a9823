//! The days to come on which there is school: by the school's calendar, else its weekdays.

use daymark_domain::{DayType, SchoolDay};
use daymark_mentor_core::api::{Failure, Reply, Request, YearView};

use super::Occasion;
use crate::phone::{Phone, unexpected};

/// Without a calendar: so many weeks.
const WEEKS_WITHOUT_CALENDAR: u64 = 26;
const WEDNESDAY: u32 = 3;

/// School days from today on, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolDays {
    pub days: Vec<SchoolDay>,
    /// The school's calendar names them; else they are weekdays.
    pub from_calendar: bool,
}

/// Asks the core for the calendar of the first student's school: a mentor's students go to one.
pub async fn school_days(phone: Phone, today: SchoolDay) -> Result<SchoolDays, Failure> {
    let Reply::Caseload(caseload) = phone.ask(Request::Caseload).await? else { return Err(unexpected()) };
    let Some(row) = caseload.rows.first() else { return Ok(SchoolDays::weekdays(today)) };
    match phone.ask(Request::Year { match_id: row.match_id }).await? {
        Reply::Year(year) => Ok(SchoolDays::of_year(&year)),
        _ => Err(unexpected()),
    }
}

impl SchoolDays {
    fn of_year(year: &YearView) -> Self {
        let dates = year.months.iter().flat_map(|month| &month.days);
        let school = dates.filter(|date| date.day_type.is_some_and(DayType::is_instructional));
        let days: Vec<_> = school.map(|date| date.day).filter(|day| *day >= year.today).collect();
        match days.is_empty() {
            false => Self { days, from_calendar: true },
            true => Self::weekdays(year.today),
        }
    }

    fn weekdays(today: SchoolDay) -> Self {
        let days = (0..WEEKS_WITHOUT_CALENDAR * 7).map(|n| today.plus(n));
        Self { days: days.filter(|day| weekday(*day) <= 5).collect(), from_calendar: false }
    }

    /// The days of one reminder. The week is looked at once: on Wednesday, or on the next school day, or on the last.
    pub fn of(&self, occasion: Occasion) -> Vec<SchoolDay> {
        if occasion != Occasion::Week {
            return self.days.clone();
        }
        let weeks = self.days.chunk_by(|one, other| one.week() == other.week());
        let looked_at =
            weeks.filter_map(|week| week.iter().find(|day| weekday(**day) >= WEDNESDAY).or(week.last()));
        looked_at.copied().collect()
    }
}

/// 1 is Monday.
pub fn weekday(day: SchoolDay) -> u32 {
    day.weekday().number_from_monday()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn the_week_is_looked_at_on_wednesday_or_as_near_as_there_is_school() {
        let days =
            ["2025-11-24", "2025-11-25", "2025-12-01", "2025-12-03", "2025-12-08", "2025-12-11"].map(day);
        let days = SchoolDays { days: days.to_vec(), from_calendar: true };
        assert_eq!(days.of(Occasion::Week), ["2025-11-25", "2025-12-03", "2025-12-11"].map(day));
        assert_eq!(days.of(Occasion::Door), days.days);
    }

    #[test]
    fn without_a_calendar_there_are_weekdays_for_half_a_year() {
        let days = SchoolDays::weekdays(day("2025-10-18"));
        assert!(!days.from_calendar);
        assert_eq!(days.days.first(), Some(&day("2025-10-20")));
        assert_eq!(days.days.len(), 26 * 5);
    }
}
