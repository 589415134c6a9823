//! A line for each student and day.

use std::io::Read;

use super::AttendanceRow;
use super::codes::{Code, Seen, missed, stated};
use super::map::AttendanceMap;
use crate::problem::{FileReport, Note, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Dialect, Shape};

pub(super) const COLUMNS: &[Column] = &[
    Column::required("student_id"),
    Column::required("school_id"),
    Column::required("date"),
    Column::required("category"),
    Column::optional("reason").personal(),
    Column::optional("duration"),
];

pub(super) fn read(
    source: &mut dyn Read,
    file: &str,
    map: &AttendanceMap,
    sink: &mut dyn FnMut(Result<AttendanceRow, Problem>),
) -> Result<FileReport, Refused> {
    let not_needed = if map.school_id.is_some() { &["school_id"][..] } else { &[] };
    let shape = Shape {
        columns: COLUMNS,
        unused: &[],
        unique: &[],
        rows_max: u64::MAX,
        is_delta: false,
        dialect: Dialect { names: &map.names, not_needed, open: false },
    };
    let (mut seen, mut passed_over) = (Seen::default(), 0u64);
    let mut report =
        shape.read(source, file, &mut |row| parse(row, map, &mut seen), &mut |row| match row {
            Ok(Some(row)) => sink(Ok(row)),
            Ok(None) => passed_over += 1,
            Err(problem) => sink(Err(problem)),
        })?;
    if passed_over > 0 {
        let rows = if passed_over == 1 { "row" } else { "rows" };
        let text = format!("has {passed_over} {rows} with a code that the map says to ignore");
        report.notes.push(Note::new(file, text));
    }
    report.preview = seen.into_preview();
    Ok(report)
}

fn parse(row: &mut Row<'_>, map: &AttendanceMap, seen: &mut Seen) -> Result<Option<AttendanceRow>, Bad> {
    let student_id = row.id("student_id");
    let school_id = school_id(row, map);
    let date = row.date_in("date", &map.dates);
    let code = map.codes.read(row.text("category"));
    seen.count(row.text("category"), code);
    let code = row.value("category", &map.codes.expected(), |_| code);
    let duration = row.value("duration", &duration_expected(map), |text| stated(text, map.duration));
    let (student_id, school_id, date, code, duration) = (student_id?, school_id?, date?, code?, duration?);
    let Code::Status { status, missed: of_code } = code else { return Ok(None) };
    Ok(Some(AttendanceRow {
        line: row.line(),
        student_id,
        school_id,
        date,
        status,
        reason: row.text("reason").to_owned(),
        missed: missed(status, of_code, duration),
    }))
}

/// The row's own school; where it names none, the map's.
pub(super) fn school_id(row: &mut Row<'_>, map: &AttendanceMap) -> Result<String, Bad> {
    match &map.school_id {
        Some(of_map) if row.text("school_id").is_empty() => Ok(of_map.clone()),
        _ => row.id("school_id"),
    }
}

fn duration_expected(map: &AttendanceMap) -> String {
    match map.duration.name {
        "days" => "the part of the day that was missed, 0 to 1, or nothing".to_owned(),
        unit => format!("the {unit} that were missed, 0 to {}, or nothing", map.duration.a_day),
    }
}
