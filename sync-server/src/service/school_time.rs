//! Dates and times of day as the school sees them.

use chrono::{DateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use daymark_domain::SchoolDay;

use crate::store::schools::School;

/// A moment in the school's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolTime {
    /// The date.
    pub day: SchoolDay,
    /// Minutes since midnight.
    pub minute: u16,
}

/// The moment at the school. A zone that this version does not know counts as UTC.
pub fn at(school: &School, moment: i64) -> SchoolTime {
    let zone: Tz = school.time_zone.parse().unwrap_or(Tz::UTC);
    let local = DateTime::<Utc>::from_timestamp(moment, 0).unwrap_or_default().with_timezone(&zone);
    let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0);
    SchoolTime { day: SchoolDay(local.date_naive()), minute }
}

/// When a day begins at the school, in seconds since 1970. Where clocks are put on at midnight it begins at one.
pub fn begin_of(school: &School, day: SchoolDay) -> i64 {
    let zone: Tz = school.time_zone.parse().unwrap_or(Tz::UTC);
    let midnight = day.0.and_time(NaiveTime::MIN);
    let begins = zone.from_local_datetime(&midnight).earliest();
    let begins =
        begins.or_else(|| zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1))).earliest());
    begins.map_or(midnight.and_utc().timestamp(), |begins| begins.timestamp())
}

/// Today; or the last day that the school's calendar knows, when that is over. So between two school years the pages
/// still show the last one, and students are looked for where they were.
pub fn reference_day(school: &School, now: i64) -> SchoolDay {
    let today = at(school, now).day;
    school.last_calendar_day.map_or(today, |last| today.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use daymark_domain::SchoolId;

    fn school(time_zone: &str, last_calendar_day: Option<&str>) -> School {
        School {
            id: SchoolId::random(),
            sis_id: "1".into(),
            name: "Lincoln".into(),
            time_zone: time_zone.into(),
            bell_minute: None,
            recorded_through: None,
            last_calendar_day: last_calendar_day.map(|day| day.parse().unwrap()),
            seq: 0,
        }
    }

    #[test]
    fn the_evening_at_the_school_is_not_yet_tomorrow() {
        // 04:50 UTC on 14 October 2025 is 23:50 on the 13th in Chicago, 5:50 on the 14th in London.
        let moment = 1_760_417_400;
        let chicago = at(&school("America/Chicago", None), moment);
        assert_eq!((chicago.day.to_string().as_str(), chicago.minute), ("2025-10-13", 23 * 60 + 50));
        assert_eq!(at(&school("Europe/London", None), moment).day.to_string(), "2025-10-14");
    }

    #[test]
    fn after_the_last_calendar_day_the_pages_stay_there() {
        let moment = 1_760_417_400;
        let day = |last| reference_day(&school("America/Chicago", last), moment).to_string();
        assert_eq!(day(Some("2022-05-28")), "2022-05-28");
        assert_eq!(day(Some("2026-05-28")), "2025-10-13");
        assert_eq!(day(None), "2025-10-13");
    }
}
