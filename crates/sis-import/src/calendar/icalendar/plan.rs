//! Events × the days of school: what each date is, and the preview of what each event was read as.

use std::collections::{BTreeMap, HashMap};

use daymark_domain::{DayPart, DayType, Days, SchoolDay};

use super::event::Event;
use super::words::{EventWords, Meaning};
use super::{CalendarRow, SchoolDates};
use crate::problem::{FileReport, Note, ReadAs, shown};

/// So many dates on which events contradict each other are noted.
const CONTRADICTIONS_NOTED_MAX: usize = 20;

/// What is known of a date so far.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Said {
    line: u64,
    day_type: DayType,
    value: DayPart,
}

pub(super) fn plan(
    report: &mut FileReport,
    events: &[Event],
    dates: &SchoolDates,
    words: &EventWords,
) -> Vec<CalendarRow> {
    let file = report.file.clone();
    let mut said: BTreeMap<SchoolDay, Said> = BTreeMap::new();
    let mut contradictions = BTreeMap::new();
    let mut preview = Vec::new();
    let (mut elsewhere, mut cancelled) = (0u64, 0u64);
    for (event, replaced) in in_force(events) {
        if event.is_cancelled {
            cancelled += 1;
            continue;
        }
        let days = event.dates(dates.first, dates.last, &replaced);
        let Some(&first) = days.first() else {
            elsewhere += 1;
            continue;
        };
        let meaning = words.meaning(&event.summary);
        preview.push((first, read_as(event, &days, meaning, dates)));
        let Meaning::Day(day_type, value) = meaning else { continue };
        for day in days {
            let now = Said { line: event.line, day_type, value };
            let before = said.get(&day).copied();
            let (weaker, stronger) = match before {
                Some(before) if weight(before) >= weight(now) => (now, before),
                Some(before) => (before, now),
                None => (now, now),
            };
            if weaker.day_type != stronger.day_type {
                contradictions.insert(day, (weaker, stronger));
            }
            said.insert(day, stronger);
        }
    }
    preview.sort_by_key(|(first, _)| *first);
    report.preview = preview.into_iter().map(|(_, read_as)| read_as).collect();
    if elsewhere > 0 {
        let text = format!("has {} outside of the days of school, not read", counted(elsewhere, "event"));
        report.notes.push(Note::new(&file, text));
    }
    if cancelled > 0 {
        let text = format!("has {} cancelled, not read", counted(cancelled, "event"));
        report.notes.push(Note::new(&file, text));
    }
    note_contradictions(report, &file, &contradictions);
    rows(&said, dates)
}

/// The events that hold, each with the dates that another event stands in for. Of two with one id, the later version holds.
fn in_force(events: &[Event]) -> Vec<(&Event, Vec<SchoolDay>)> {
    let mut newest: HashMap<(&str, Option<SchoolDay>), usize> = HashMap::new();
    let mut replaced: HashMap<&str, Vec<SchoolDay>> = HashMap::new();
    for (place, event) in events.iter().enumerate().filter(|(_, event)| !event.uid.is_empty()) {
        let known = newest.entry((&event.uid, event.replaces)).or_insert(place);
        if event.sequence >= events[*known].sequence {
            *known = place;
        }
        replaced.entry(&event.uid).or_default().extend(event.replaces);
    }
    let holds = |(place, event): &(usize, &Event)| {
        event.uid.is_empty() || newest.get(&(event.uid.as_str(), event.replaces)) == Some(place)
    };
    let replaced_by = |event: &Event| match event.replaces {
        // The one that stands in is not replaced by itself.
        Some(_) => Vec::new(),
        None => replaced.get(event.uid.as_str()).cloned().unwrap_or_default(),
    };
    events.iter().enumerate().filter(holds).map(|(_, event)| (event, replaced_by(event))).collect()
}

/// What counts when events contradict each other: what befell the school, then a make-up day, then what was planned.
fn weight(said: Said) -> u8 {
    match said.day_type {
        DayType::Weather | DayType::Emergency | DayType::Strike => 4,
        DayType::MakeUp => 3,
        DayType::Holiday | DayType::TeacherOnly | DayType::NonInstructional => 2,
        DayType::Instructional => 1,
    }
}

fn rows(said: &BTreeMap<SchoolDay, Said>, dates: &SchoolDates) -> Vec<CalendarRow> {
    let of_school = Said { line: 0, day_type: DayType::Instructional, value: DayPart::WHOLE };
    let mut rows = Vec::new();
    for school_id in &dates.school_ids {
        let mut day = dates.first;
        while day <= dates.last {
            let known = said.get(&day).copied();
            let is_made_up = known.is_some_and(|said| said.day_type == DayType::MakeUp);
            if is_made_up || dates.weekdays.contains(&day.weekday()) {
                let Said { line, day_type, value } = known.unwrap_or(of_school);
                rows.push(CalendarRow { line, school_id: school_id.clone(), date: day, day_type, value });
            }
            day = day.next();
        }
    }
    rows
}

/// An event of the preview, counted on the weekdays of school only, unless it makes a day one.
fn read_as(event: &Event, days: &[SchoolDay], meaning: Meaning, dates: &SchoolDates) -> ReadAs {
    let is_made_up = matches!(meaning, Meaning::Day(DayType::MakeUp, _));
    let of_school = days.iter().filter(|day| is_made_up || dates.weekdays.contains(&day.weekday()));
    let times = of_school.count() as u64;
    let read_as = match meaning {
        Meaning::Day(DayType::Instructional, DayPart::WHOLE) => "a short day that counts whole".to_owned(),
        Meaning::Day(DayType::Instructional, value) => {
            format!("a short day that counts {} of a day", Days::from(value))
        }
        Meaning::Day(DayType::MakeUp, _) => "a make-up day, with school".to_owned(),
        Meaning::Day(day_type, _) => format!("{}, no school", in_words(day_type)),
        Meaning::Nothing => "nothing, as no phrase says what it means for school".to_owned(),
        Meaning::Perhaps => "nothing, as it may not come".to_owned(),
        Meaning::SomeOnly => "nothing, as it is for some students only".to_owned(),
    };
    let first = days.first().map_or(event.first, |day| *day);
    let last = days.last().map_or(first, |day| *day);
    let span = if first == last { first.to_string() } else { format!("{first} to {last}") };
    ReadAs { found: format!("{span} {}", shown(&event.summary)), read_as, times }
}

/// A day type as the previews and notes name it; of days of school, only short ones are named by events.
fn in_words(day_type: DayType) -> &'static str {
    match day_type {
        DayType::Instructional => "a short day",
        DayType::MakeUp => "a make-up day",
        DayType::Holiday => "a holiday",
        DayType::Weather => "a weather day",
        DayType::Emergency => "an emergency day",
        DayType::Strike => "a strike",
        DayType::TeacherOnly => "a day for teachers only",
        DayType::NonInstructional => "a day off",
    }
}

fn note_contradictions(
    report: &mut FileReport,
    file: &str,
    contradictions: &BTreeMap<SchoolDay, (Said, Said)>,
) {
    for (day, (weaker, stronger)) in contradictions.iter().take(CONTRADICTIONS_NOTED_MAX) {
        let text = format!(
            "says two things of {day}: {} (line {}) counts, {} (line {}) does not",
            in_words(stronger.day_type),
            stronger.line,
            in_words(weaker.day_type),
            weaker.line
        );
        report.notes.push(Note::new(file, text));
    }
    let more = contradictions.len().saturating_sub(CONTRADICTIONS_NOTED_MAX) as u64;
    if more > 0 {
        let text = format!("says two things of {} more", counted(more, "date"));
        report.notes.push(Note::new(file, text));
    }
}

fn counted(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
