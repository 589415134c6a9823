//! Dates, times and durations of RFC 5545, as dates of the school.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use daymark_domain::SchoolDay;

use super::lines::Property;

pub(super) const DAY_SECONDS: u64 = 86_400;

/// A date, or a time on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub day: SchoolDay,
    /// Seconds since midnight; `None` for the whole day.
    pub second: Option<u32>,
}

/// What a moment looks like, for sentences.
pub(super) const A_MOMENT: &str =
    "a date such as 20211124 or a time such as 20211124T080000, from 1900 to 2199";

impl Moment {
    /// The moment that a property names.
    pub fn of(property: &Property, zone: Tz) -> Option<Self> {
        Self::parse(&property.value, zone)
    }

    /// `20211124`, `20211124T080000` or, in UTC, `20211124T130000Z`. A time without `Z` is taken as the wall's: the event's
    /// zone (`TZID`) is where the school is.
    pub fn parse(text: &str, zone: Tz) -> Option<Self> {
        let text = text.trim();
        let Some((date, time)) = text.split_once(['T', 't']) else {
            return Some(Self { day: date(text)?, second: None });
        };
        let day = self::date(date)?;
        let (time, is_utc) = time.strip_suffix(['Z', 'z']).map_or((time, false), |time| (time, true));
        let time = clock(time)?;
        if !is_utc {
            return Some(Self { day, second: Some(time.num_seconds_from_midnight()) });
        }
        let instant = DateTime::<Utc>::from_naive_utc_and_offset(NaiveDateTime::new(day.0, time), Utc);
        let local = instant.with_timezone(&zone);
        let second = Some(local.time().num_seconds_from_midnight());
        Some(Self { day: SchoolDay(local.date_naive()), second })
    }

    /// The last date of what begins here and lasts so many seconds; a midnight belongs to the day before it.
    pub fn last_after(self, seconds: u64) -> SchoolDay {
        let end = u64::from(self.second.unwrap_or(0)) + seconds;
        self.day.plus(end.saturating_sub(1) / DAY_SECONDS)
    }

    /// The last date of what begins at `start` and ends here. `None` when that is before it begins.
    pub fn last_from(self, start: Self) -> Option<SchoolDay> {
        let key = |moment: Self| (moment.day, moment.second.unwrap_or(0));
        if key(self) < key(start) {
            return None;
        }
        let is_midnight = self.second.unwrap_or(0) == 0;
        // A day that ends when it begins is what some programmes make of a day without an end.
        Some(if is_midnight && self.day > start.day { self.day.minus(1) } else { self.day })
    }
}

fn date(text: &str) -> Option<SchoolDay> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let is_digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = number(0..4).filter(|year| is_digits && (1900..=2199).contains(year))?;
    let year = i32::try_from(year).ok()?;
    NaiveDate::from_ymd_opt(year, number(4..6)?, number(6..8)?).map(SchoolDay)
}

fn clock(text: &str) -> Option<NaiveTime> {
    let is_digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    // A leap second is the last one of its minute.
    let (hour, minute, second) = (number(0..2)?, number(2..4)?, number(4..6)?.min(59));
    NaiveTime::from_hms_opt(hour, minute, second).filter(|_| is_digits)
}

/// Seconds of `P1W`, `P2D`, `PT6H30M` and the like.
pub(super) fn duration(text: &str) -> Option<u64> {
    let text = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let (days, time) = text.split_once('T').map_or((text, None), |(days, time)| (days, Some(time)));
    let of_days = amounts(days, &[('W', 7 * DAY_SECONDS), ('D', DAY_SECONDS)])?;
    let of_time = time.map_or(Some(0), |time| {
        amounts(time, &[('H', 3_600), ('M', 60), ('S', 1)]).filter(|_| !time.is_empty())
    })?;
    let is_empty = days.is_empty() && time.is_none();
    of_days.checked_add(of_time).filter(|_| !is_empty)
}

fn amounts(text: &str, units: &[(char, u64)]) -> Option<u64> {
    let mut units = units.iter();
    let mut rest = text;
    let mut sum = 0u64;
    while !rest.is_empty() {
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
        let amount: u64 = rest[..digits].parse().ok()?;
        let unit = rest[digits..].chars().next()?;
        let (_, seconds) = units.find(|(known, _)| *known == unit)?;
        sum += amount * seconds;
        rest = &rest[digits + 1..];
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW_YORK: Tz = Tz::America__New_York;

    #[test]
    fn a_time_in_utc_belongs_to_the_schools_own_date() {
        let day = |text| Moment::parse(text, NEW_YORK).unwrap().day.to_string();
        assert_eq!(day("20211124T130000Z"), "2021-11-24");
        assert_eq!(day("20211125T030000Z"), "2021-11-24");
        assert_eq!(day("20211125T030000"), "2021-11-25");
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for wrong in [
            "",
            "2021-11-24",
            "20211324",
            "18991231",
            "20211124T",
            "20211124T2500",
            "20211124T0800AM",
            "+2021124",
        ] {
            assert_eq!(Moment::parse(wrong, NEW_YORK), None, "{wrong}");
        }
    }

    #[test]
    fn an_end_at_midnight_belongs_to_the_day_before() {
        let moment = |text| Moment::parse(text, NEW_YORK).unwrap();
        let last = |start, end| moment(end).last_from(moment(start)).map(|day| day.to_string());
        assert_eq!(last("20211124", "20211127"), Some("2021-11-26".to_owned()));
        assert_eq!(last("20211124", "20211124"), Some("2021-11-24".to_owned()));
        assert_eq!(last("20211124T080000", "20211125T000000"), Some("2021-11-24".to_owned()));
        assert_eq!(last("20211124T080000", "20211124T120000"), Some("2021-11-24".to_owned()));
        assert_eq!(last("20211124", "20211123"), None);
    }

    #[test]
    fn a_duration_is_read_in_weeks_days_and_hours() {
        let cases =
            [("P1W", 604_800), ("P2D", 172_800), ("PT6H30M", 23_400), ("P1DT12H", 129_600), ("PT0S", 0)];
        for (text, seconds) in cases {
            assert_eq!(duration(text), Some(seconds), "{text}");
        }
        for wrong in ["", "P", "PT", "1D", "P1H", "PT1D", "-P1D", "P1.5D", "PD", "P1D1W"] {
            assert_eq!(duration(wrong), None, "{wrong}");
        }
    }
}
