//! A district's calendar of events (RFC 5545) becomes what each date is for its schools.
//!
//! Such a calendar says when there is *no* school, in words. Whoever calls says when there is school otherwise: from the
//! first day to the last, on which weekdays, for which schools. What an event means is told by its summary under
//! [`EventWords`]; the preview lists every event in those days with what it was read as, so that a person can look it
//! over before anything counts. An event that cannot be read whole is a [`Problem`], and none of its dates is
//! guessed.

mod event;
mod lines;
mod moment;
mod plan;
mod recurrence;
mod words;

use std::io::Read;

use chrono::Weekday;
use chrono_tz::Tz;
use daymark_domain::SchoolDay;

pub use words::EventWords;

use super::CalendarRow;
use crate::problem::{FileReport, Problem};
use crate::refused::Refused;

/// When there is school unless an event says otherwise, and for whom.
#[derive(Clone, Debug)]
pub struct SchoolDates {
    /// The schools' keys in the export; each gets the same days.
    pub school_ids: Vec<String>,
    /// The first day of school.
    pub first: SchoolDay,
    /// The last day of school.
    pub last: SchoolDay,
    /// The weekdays of school.
    pub weekdays: Vec<Weekday>,
    /// The schools' zone, for events whose time is in UTC.
    pub time_zone: Tz,
}

/// Reads a calendar of events: a row for each school and each weekday of school from the first day to the last, and for
/// make-up days on other weekdays. The report's `rows` are events; its preview says what each was read as.
pub fn read_icalendar(
    mut source: impl Read,
    file: &str,
    dates: &SchoolDates,
    words: &EventWords,
    sink: &mut dyn FnMut(Result<CalendarRow, Problem>),
) -> Result<FileReport, Refused> {
    let mut report = FileReport { file: file.to_owned(), ..FileReport::default() };
    let properties = lines::read(&mut source, file, &mut report.notes)?;
    let mut events = Vec::new();
    for event in event::collect(file, &properties, dates.time_zone)? {
        match event {
            Ok(event) => events.push(event),
            Err(problem) => {
                report.bad_rows += 1;
                sink(Err(problem));
            }
        }
    }
    report.rows = events.len() as u64;
    plan::plan(&mut report, &events, dates, words).into_iter().for_each(|row| sink(Ok(row)));
    Ok(report)
}
