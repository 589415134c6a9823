//! `RRULE`: on which dates an event happens again.

use chrono::{Datelike, Weekday};
use chrono_tz::Tz;
use daymark_domain::SchoolDay;

use super::moment::Moment;

/// A rule that is read whole; one with a part that is not known is refused, since half a rule names wrong dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    every: Every,
    interval: u32,
    until: Option<SchoolDay>,
    count: Option<u32>,
    /// With the ordinal in front, 0 for none: `2MO` is the second Monday, `-1FR` the last Friday.
    weekdays: Vec<(i32, Weekday)>,
    months: Vec<u32>,
    /// Negative from the end of the month.
    month_days: Vec<i32>,
    week_start: Weekday,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

pub(super) const A_RULE: &str = "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, with INTERVAL, UNTIL or COUNT, BYDAY, BYMONTH, \
                                 BYMONTHDAY and WKST only";

impl Rule {
    /// Reads a rule of an event that begins at `start`.
    pub fn parse(text: &str, start: Moment, zone: Tz) -> Option<Self> {
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            until: None,
            count: None,
            weekdays: Vec::new(),
            months: Vec::new(),
            month_days: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_every = false;
        for part in text.trim().split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            has_every |= name == "FREQ";
            rule.read_part(name, value, start, zone)?;
        }
        rule.complete(start.day);
        (has_every && rule.makes_sense()).then_some(rule)
    }

    fn read_part(&mut self, name: &str, value: &str, start: Moment, zone: Tz) -> Option<()> {
        match name {
            "FREQ" => {
                self.every = match value {
                    "DAILY" => Every::Day,
                    "WEEKLY" => Every::Week,
                    "MONTHLY" => Every::Month,
                    "YEARLY" => Every::Year,
                    _ => return None,
                };
            }
            "INTERVAL" => {
                self.interval = value.parse().ok().filter(|interval| (1..=1_000).contains(interval))?
            }
            "COUNT" => self.count = Some(value.parse().ok().filter(|count| *count > 0)?),
            "UNTIL" => self.until = Some(until(value, start, zone)?),
            "WKST" => self.week_start = weekday(value)?,
            "BYDAY" => self.weekdays = list(value, ordinal_weekday)?,
            "BYMONTH" => {
                self.months = list(value, |text| text.parse().ok().filter(|n| (1..=12).contains(n)))?
            }
            "BYMONTHDAY" => {
                let day = |text: &str| text.parse().ok().filter(|n: &i32| (1..=31).contains(&n.abs()));
                self.month_days = list(value, day)?;
            }
            _ => return None,
        }
        Some(())
    }

    /// What the rule does not say, the first date does.
    fn complete(&mut self, start: SchoolDay) {
        let has_days = !self.weekdays.is_empty() || !self.month_days.is_empty();
        let day = i32::try_from(start.0.day()).unwrap_or(1);
        match self.every {
            Every::Week if self.weekdays.is_empty() => self.weekdays.push((0, start.weekday())),
            Every::Month if !has_days => self.month_days.push(day),
            Every::Year if !has_days => {
                self.month_days.push(day);
                if self.months.is_empty() {
                    self.months.push(start.0.month());
                }
            }
            _ => {}
        }
    }

    fn makes_sense(&self) -> bool {
        let has_ordinal = self.weekdays.iter().any(|(ordinal, _)| *ordinal != 0);
        let is_short = matches!(self.every, Every::Day | Every::Week);
        let is_in_week = self.every == Every::Week && !self.month_days.is_empty();
        let has_two_ends = self.until.is_some() && self.count.is_some();
        !(is_in_week || has_two_ends || has_ordinal && is_short)
    }

    /// The dates of `first..=last` on which an event that first happens on `start` begins again.
    pub fn dates(&self, start: SchoolDay, first: SchoolDay, last: SchoolDay) -> Vec<SchoolDay> {
        let last = self.until.map_or(last, |until| until.min(last));
        // Only a count must know of the dates that lie before.
        let from = if self.count.is_some() { start } else { start.max(first) };
        let mut left = self.count.unwrap_or(u32::MAX);
        let mut dates = Vec::new();
        let mut day = from;
        while day <= last && left > 0 {
            if day == start || self.names(day, start) {
                left = left.saturating_sub(u32::from(self.count.is_some()));
                if day >= first {
                    dates.push(day);
                }
            }
            if day.next() == day {
                break;
            }
            day = day.next();
        }
        dates
    }

    fn names(&self, day: SchoolDay, start: SchoolDay) -> bool {
        self.is_in_step(day, start)
            && (self.months.is_empty() || self.months.contains(&day.0.month()))
            && (self.month_days.is_empty() || self.month_days.iter().any(|wanted| is_month_day(day, *wanted)))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|wanted| self.is_weekday(day, *wanted)))
    }

    fn is_in_step(&self, day: SchoolDay, start: SchoolDay) -> bool {
        let months = |day: SchoolDay| day.0.year() * 12 + i32::try_from(day.0.month0()).unwrap_or(0);
        let week = |day: SchoolDay| {
            day.minus(u64::from(day.weekday().days_since(self.week_start))).number().div_euclid(7)
        };
        let steps = match self.every {
            Every::Day => day.number() - start.number(),
            Every::Week => week(day) - week(start),
            Every::Month => months(day) - months(start),
            Every::Year => day.0.year() - start.0.year(),
        };
        u32::try_from(steps).is_ok_and(|steps| steps.is_multiple_of(self.interval))
    }

    fn is_weekday(&self, day: SchoolDay, (ordinal, weekday): (i32, Weekday)) -> bool {
        if day.weekday() != weekday {
            return false;
        }
        let is_of_year = self.every == Every::Year && self.months.is_empty() && self.month_days.is_empty();
        let (place, length) = if is_of_year {
            (day.0.ordinal(), if day.0.leap_year() { 366 } else { 365 })
        } else {
            (day.0.day(), u32::from(day.0.num_days_in_month()))
        };
        match ordinal {
            0 => true,
            1.. => i64::from((place - 1) / 7 + 1) == i64::from(ordinal),
            _ => -i64::from((length - place) / 7 + 1) == i64::from(ordinal),
        }
    }
}

/// The last date of a rule. It is an instant when the event has a time: one before the event's own time of day leaves that
/// day out.
fn until(text: &str, start: Moment, zone: Tz) -> Option<SchoolDay> {
    let Some(second) = start.second else {
        // For a whole day the date counts as it is written, in no zone.
        return Moment::parse(text.get(..8)?, zone).map(|until| until.day);
    };
    let until = Moment::parse(text, zone)?;
    let is_before = until.second.is_some_and(|until| until < second);
    Some(if is_before { until.day.minus(1) } else { until.day })
}

fn is_month_day(day: SchoolDay, wanted: i32) -> bool {
    let length = i64::from(day.0.num_days_in_month());
    let from_end = i64::from(day.0.day()) - length - 1;
    i64::from(wanted) == i64::from(day.0.day()) || i64::from(wanted) == from_end
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|part| read(part.trim())).collect()
}

fn ordinal_weekday(text: &str) -> Option<(i32, Weekday)> {
    let place = text.len().checked_sub(2)?;
    let (ordinal, day) = text.split_at_checked(place)?;
    let ordinal = match ordinal {
        "" => 0,
        ordinal => ordinal.parse().ok().filter(|n: &i32| (1..=53).contains(&n.abs()))?,
    };
    Some((ordinal, weekday(day)?))
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW_YORK: Tz = Tz::America__New_York;

    fn dates(start: &str, rule: &str, first: &str, last: &str) -> String {
        let start = Moment::parse(start, NEW_YORK).unwrap();
        let rule = Rule::parse(rule, start, NEW_YORK).unwrap_or_else(|| panic!("{rule}"));
        let dates = rule.dates(start.day, first.parse().unwrap(), last.parse().unwrap());
        dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rules_of_the_standard_name_the_dates_that_it_lists() {
        // Start, rule, window, dates: the examples of RFC 5545, 3.8.5.3, and what schools write.
        let cases = [
            (
                "19970902",
                "FREQ=DAILY;COUNT=3",
                "1997-01-01",
                "1997-12-31",
                "1997-09-02 1997-09-03 1997-09-04",
            ),
            (
                "19970902",
                "FREQ=DAILY;INTERVAL=10;COUNT=5",
                "1997-09-20",
                "1997-12-31",
                "1997-09-22 1997-10-02 1997-10-12",
            ),
            (
                "19970902T090000",
                "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
                "1997-01-01",
                "1997-12-31",
                "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02",
            ),
            (
                "19970805",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
                "1997-01-01",
                "1997-12-31",
                "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
            ),
            (
                "19970805",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
                "1997-01-01",
                "1997-12-31",
                "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
            ),
            (
                "19970905",
                "FREQ=MONTHLY;COUNT=3;BYDAY=1FR",
                "1997-01-01",
                "1998-12-31",
                "1997-09-05 1997-10-03 1997-11-07",
            ),
            (
                "19970922",
                "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO",
                "1997-01-01",
                "1998-12-31",
                "1997-09-22 1997-10-20 1997-11-17",
            ),
            (
                "19970928",
                "FREQ=MONTHLY;BYMONTHDAY=-3",
                "1997-01-01",
                "1997-11-30",
                "1997-09-28 1997-10-29 1997-11-28",
            ),
            ("19971225", "FREQ=YEARLY", "2021-08-23", "2022-05-28", "2021-12-25"),
            ("20000229", "FREQ=YEARLY", "2021-01-01", "2024-12-31", "2024-02-29"),
            (
                "19971127",
                "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
                "2021-08-23",
                "2022-12-31",
                "2021-11-25 2022-11-24",
            ),
            (
                "19970519",
                "FREQ=YEARLY;BYDAY=20MO",
                "1997-01-01",
                "1999-12-31",
                "1997-05-19 1998-05-18 1999-05-17",
            ),
            (
                "20210825",
                "FREQ=WEEKLY;UNTIL=20210915",
                "2021-09-01",
                "2022-05-28",
                "2021-09-01 2021-09-08 2021-09-15",
            ),
            (
                "20210825T120000",
                "FREQ=WEEKLY;UNTIL=20210915T120000Z",
                "2021-09-01",
                "2022-05-28",
                "2021-09-01 2021-09-08",
            ),
        ];
        for (start, rule, first, last, expected) in cases {
            assert_eq!(dates(start, rule, first, last), expected, "{rule}");
        }
    }

    #[test]
    fn a_rule_that_is_not_known_whole_is_not_read() {
        let start = Moment::parse("20210901", NEW_YORK).unwrap();
        for wrong in [
            "",
            "INTERVAL=2",
            "FREQ=HOURLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=2;UNTIL=20220101",
            "FREQ=WEEKLY;BYDAY=2MO",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;BYMONTHDAY=3",
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
            "FREQ=YEARLY;BYWEEKNO=20",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=DAILY;UNTIL=never",
            "FREQ",
        ] {
            assert_eq!(Rule::parse(wrong, start, NEW_YORK), None, "{wrong}");
        }
    }
}
