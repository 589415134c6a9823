//! One event with the dates that it can happen on.

use chrono_tz::Tz;
use daymark_domain::SchoolDay;

use super::lines::{Property, text};
use super::moment::{A_MOMENT, Moment, duration};
use super::recurrence::{A_RULE, Rule};
use crate::problem::{Found, Problem};
use crate::refused::Refused;

/// The most events of a calendar.
const EVENTS_MAX: usize = 20_000;
/// The most days that an event lasts; a school year is shorter.
const EVENT_DAYS_MAX: u64 = 366;

/// An event, read whole.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// The line that it starts on.
    pub line: u64,
    /// Empty when the file gives none.
    pub uid: String,
    pub sequence: u32,
    pub summary: String,
    pub first: SchoolDay,
    /// So many dates later is its last.
    pub days_more: u64,
    pub rule: Option<Rule>,
    pub more_dates: Vec<SchoolDay>,
    pub left_out: Vec<SchoolDay>,
    /// The date of the repeated event that this one stands in for.
    pub replaces: Option<SchoolDay>,
    pub is_cancelled: bool,
}

/// The events of a file: read, or a problem in their place.
pub(super) fn collect(
    file: &str,
    properties: &[Property],
    zone: Tz,
) -> Result<Vec<Result<Event, Problem>>, Refused> {
    let broken = |reason: String| Refused::BrokenCalendar { file: file.to_owned(), reason };
    let mut open: Vec<(String, u64)> = Vec::new();
    let mut of_event: Vec<&Property> = Vec::new();
    let mut events = Vec::new();
    for property in properties {
        let kind = property.value.trim().to_ascii_uppercase();
        let inside = open.last().map(|(kind, _)| kind.as_str());
        match property.name.as_str() {
            "BEGIN" => {
                if kind == "VEVENT" {
                    of_event.clear();
                }
                open.push((kind, property.line));
            }
            "END" if inside == Some(&kind) => {
                let line = open.pop().map_or(property.line, |(_, line)| line);
                if kind == "VEVENT" && events.len() == EVENTS_MAX {
                    return Err(broken(format!("it has more than {EVENTS_MAX} events")));
                }
                if kind == "VEVENT" {
                    events.push(Reader { file, line, of_event: &of_event, zone }.read());
                }
            }
            "END" => return Err(broken(format!("line {} ends a {kind} that is not open", property.line))),
            // An alarm inside an event has a duration and a text of its own.
            _ if inside == Some("VEVENT") => of_event.push(property),
            _ => {}
        }
    }
    match open.first() {
        Some((kind, line)) => {
            Err(broken(format!("the {kind} of line {line} never ends, so it may be cut off")))
        }
        None => Ok(events),
    }
}

struct Reader<'a> {
    file: &'a str,
    line: u64,
    of_event: &'a [&'a Property],
    zone: Tz,
}

impl Reader<'_> {
    fn read(&self) -> Result<Event, Problem> {
        let start = self.one("DTSTART").ok_or_else(|| self.without("DTSTART", A_MOMENT))?;
        let start = self.moment(start, "DTSTART")?;
        let last = self.last(start)?;
        let rule = match self.one("RRULE") {
            Some(rule) => Some(
                Rule::parse(&rule.value, start, self.zone)
                    .ok_or_else(|| self.wrong(rule, "RRULE", A_RULE))?,
            ),
            None => None,
        };
        let replaces = self.one("RECURRENCE-ID").map(|of| self.moment(of, "RECURRENCE-ID")).transpose()?;
        let value = |name| self.one(name).map_or("", |property| property.value.trim());
        let days_more = u64::try_from(last.number() - start.day.number()).unwrap_or(0);
        if days_more >= EVENT_DAYS_MAX {
            let found = Found::Value(format!("{} to {last}", start.day));
            return Err(self.problem(self.line, "DTSTART", found, "an event of at most 366 days"));
        }
        Ok(Event {
            line: self.line,
            uid: value("UID").to_owned(),
            sequence: value("SEQUENCE").parse().unwrap_or(0),
            summary: text(value("SUMMARY")),
            first: start.day,
            days_more,
            rule,
            more_dates: self.dates("RDATE")?,
            left_out: self.dates("EXDATE")?,
            replaces: replaces.map(|moment| moment.day),
            is_cancelled: value("STATUS").eq_ignore_ascii_case("CANCELLED"),
        })
    }

    fn last(&self, start: Moment) -> Result<SchoolDay, Problem> {
        if let Some(end) = self.one("DTEND") {
            let last = self.moment(end, "DTEND")?.last_from(start);
            return last.ok_or_else(|| self.wrong(end, "DTEND", "an end that is not before the start"));
        }
        let Some(lasts) = self.one("DURATION") else { return Ok(start.day) };
        let seconds = duration(&lasts.value)
            .ok_or_else(|| self.wrong(lasts, "DURATION", "a duration such as P1D, P1W or PT6H30M"))?;
        Ok(start.last_after(seconds))
    }

    /// The dates of a list. A period in it, `20211124/P2D`, is refused: it has an end of its own.
    fn dates(&self, name: &'static str) -> Result<Vec<SchoolDay>, Problem> {
        let mut dates = Vec::new();
        for property in self.of_event.iter().filter(|property| property.name == name) {
            for part in property.value.split(',') {
                let date = Moment::parse(part, self.zone);
                dates.push(date.ok_or_else(|| self.wrong(property, name, A_MOMENT))?.day);
            }
        }
        Ok(dates)
    }

    fn one(&self, name: &str) -> Option<&Property> {
        self.of_event.iter().copied().find(|property| property.name == name)
    }

    fn moment(&self, property: &Property, name: &'static str) -> Result<Moment, Problem> {
        Moment::of(property, self.zone).ok_or_else(|| self.wrong(property, name, A_MOMENT))
    }

    fn wrong(&self, property: &Property, name: &'static str, expected: &str) -> Problem {
        self.problem(property.line, name, Found::value(&property.value), expected)
    }

    fn without(&self, name: &'static str, expected: &str) -> Problem {
        self.problem(self.line, name, Found::Nothing, expected)
    }

    fn problem(&self, line: u64, name: &'static str, found: Found, expected: &str) -> Problem {
        Problem { file: self.file.to_owned(), line, column: Some(name), found, expected: expected.to_owned() }
    }
}

impl Event {
    /// The dates of `first..=last` that the event covers, without those that `elsewhere` says something else of.
    pub fn dates(&self, first: SchoolDay, last: SchoolDay, elsewhere: &[SchoolDay]) -> Vec<SchoolDay> {
        let from = first.minus(self.days_more);
        let mut starts = match &self.rule {
            Some(rule) => rule.dates(self.first, from, last),
            None => vec![self.first],
        };
        starts.extend(&self.more_dates);
        starts.retain(|start| !self.left_out.contains(start) && !elsewhere.contains(start));
        starts.sort();
        let mut dates: Vec<SchoolDay> = Vec::new();
        for start in starts.into_iter().filter(|start| *start <= last) {
            let end = start.plus(self.days_more).min(last);
            let mut day = dates.last().map_or(first, |day| day.next()).max(start);
            while day <= end {
                dates.push(day);
                day = day.next();
            }
        }
        dates
    }
}
