//! School days, holidays, snow days: dates of a table, or a calendar of events.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono_tz::Tz;
use daymark_domain::{DayPart, DayType};
use daymark_sis_import::{CalendarRow, Note, SchoolDates, read_calendar, read_icalendar};

use super::file_rows::FileRows;
use super::{Applying, check_rows, file_name, in_one_transaction, unreadable};
use crate::imports::plan::calendar::{CalendarFile, CalendarPlan};
use crate::imports::report::counted;
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport, SchoolDays};
use crate::store::StoreError;
use crate::store::imports::{CalendarDayRow, ImportStore, ImportTransaction, SchoolRow};

const EVENTS: &[u8] = b"BEGIN:VCALENDAR";

pub(in crate::imports) fn import(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    in_one_transaction(store, options, |tx| apply(tx, path, options))
}

fn apply(
    tx: &mut dyn ImportTransaction,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let (schools, stored) = (tx.schools()?, tx.calendar_days()?);
    let file = read(path, options, &schools, &stored)?;
    let CalendarPlan { days, taken_back, report } = CalendarPlan::new(&schools, &stored, &file);
    let mut report = check_rows(report, options)?;
    note_records_taken_back(tx, file.name(), &taken_back, &mut report)?;
    let mut applying = Applying::new(tx, ImportKind::Calendar, options);
    for day in days {
        let seq = applying.seq(day.school_id)?;
        applying.tx.put_calendar_day(day, seq)?;
    }
    applying.finish(file.digest, &report)?;
    Ok(report)
}

fn read(
    path: &Path,
    options: &ImportOptions,
    schools: &[SchoolRow],
    stored: &[CalendarDayRow],
) -> Result<CalendarFile, ImportError> {
    if !holds_events(path)? {
        return Ok(FileRows::read(path, &options.progress, |source, name, sink| {
            read_calendar(source, name, sink)
        })?);
    }
    let Some(school_days) = &options.school_days else {
        return Err(ImportError::NoSchoolDays { file: file_name(path) });
    };
    let dates = school_dates(school_days, schools)?;
    let words = options.event_words.clone().unwrap_or_default();
    let mut file: CalendarFile = FileRows::read(path, &options.progress, |source, name, sink| {
        read_icalendar(source, name, &dates, &words, sink)
    })?;
    let no_longer = no_longer_school(&file.rows, school_days, schools, stored);
    file.rows.extend(no_longer);
    Ok(file)
}

/// Whether it is a calendar of events, by what it is and not by what it is called.
fn holds_events(path: &Path) -> Result<bool, ImportError> {
    let mut start = Vec::new();
    let file = File::open(path).map_err(unreadable(path))?;
    file.take(64).read_to_end(&mut start).map_err(unreadable(path))?;
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start).trim_ascii_start();
    Ok(text.get(..EVENTS.len()).is_some_and(|text| text.eq_ignore_ascii_case(EVENTS)))
}

fn school_dates(days: &SchoolDays, schools: &[SchoolRow]) -> Result<SchoolDates, ImportError> {
    let mut zone: Option<&str> = None;
    for key in &days.schools {
        let school = schools.iter().find(|row| row.sis_id == *key);
        let school = school.ok_or_else(|| ImportError::NoSuchSchool(key.clone()))?;
        if zone.is_some_and(|zone| zone != school.time_zone) {
            return Err(ImportError::TwoZones);
        }
        zone = Some(&school.time_zone);
    }
    Ok(SchoolDates {
        school_ids: days.schools.clone(),
        first: days.first,
        last: days.last,
        weekdays: days.weekdays.clone(),
        time_zone: zone.and_then(|zone| zone.parse().ok()).unwrap_or(Tz::UTC),
    })
}

/// A calendar of events tells all days between the first and the last: a make-up Saturday that it no longer has is none.
fn no_longer_school(
    rows: &[CalendarRow],
    days: &SchoolDays,
    schools: &[SchoolRow],
    stored: &[CalendarDayRow],
) -> Vec<CalendarRow> {
    let told: HashSet<_> = rows.iter().map(|row| (row.school_id.as_str(), row.date)).collect();
    let mut no_longer = Vec::new();
    for school in schools.iter().filter(|school| days.schools.contains(&school.sis_id)) {
        let of_school =
            stored.iter().filter(|day| day.school_id == school.id && day.day_type.is_instructional());
        for day in of_school.filter(|day| (days.first..=days.last).contains(&day.day)) {
            if !told.contains(&(school.sis_id.as_str(), day.day)) {
                no_longer.push(CalendarRow {
                    line: 0,
                    school_id: school.sis_id.clone(),
                    date: day.day,
                    day_type: DayType::NonInstructional,
                    value: DayPart::NONE,
                });
            }
        }
    }
    no_longer
}

/// A snow day that is declared afterwards takes the marks of that day out of every figure (`domain.md` T12).
fn note_records_taken_back(
    tx: &mut dyn ImportTransaction,
    file: &str,
    taken_back: &[CalendarDayRow],
    report: &mut ImportReport,
) -> Result<(), StoreError> {
    let mut records = 0;
    for day in taken_back {
        records += tx.records_on(day.school_id, day.day)?;
    }
    if records > 0 {
        let records = counted(records, "attendance record");
        let text = format!("takes back school days with {records}, kept but no longer counted");
        report.notes.push(Note::new(file, text));
    }
    Ok(())
}
