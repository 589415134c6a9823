//! A line for each student, a column for each date.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use daymark_domain::SchoolDay;

use super::AttendanceRow;
use super::codes::{Code, Seen, missed};
use super::map::AttendanceMap;
use super::rows::school_id;
use crate::problem::{FileReport, Note, Problem, shown};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Dialect, Shape};

const COLUMNS: &[Column] = &[Column::required("student_id"), Column::required("school_id")];

/// The columns whose header is a date, with their places; found on the first row, the same on each.
struct DateColumns {
    dates: Vec<(usize, SchoolDay)>,
    others: Vec<String>,
}

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
        rows_max: crate::one_roster::ROWS_MAX,
        is_delta: false,
        dialect: Dialect { names: &map.names, not_needed, open: true },
    };
    let (mut seen, mut first_lines) = (Seen::default(), HashMap::new());
    let mut columns: Option<DateColumns> = None;
    let mut parse = |row: &mut Row<'_>| {
        let columns = columns.get_or_insert_with(|| DateColumns::find(row.extra(), map));
        let marks = parse(row, columns, map, &mut seen)?;
        let key = format!("{}\n{}", row.text("student_id"), row.text("school_id"));
        row.check_unique("student_id", key, &mut first_lines);
        Ok(marks)
    };
    let mut report = shape.read(source, file, &mut parse, &mut |row| match row {
        Ok(marks) => marks.into_iter().for_each(|mark| sink(Ok(mark))),
        Err(problem) => sink(Err(problem)),
    })?;
    if let Some(columns) = columns {
        columns.check(file, map)?;
        let notes = columns.others.iter().filter(|name| !name.is_empty());
        report
            .notes
            .extend(notes.map(|name| Note::new(file, format!("has the column '{}', not used", shown(name)))));
    }
    report.preview = seen.into_preview();
    Ok(report)
}

impl DateColumns {
    fn find(extra: &[(usize, String)], map: &AttendanceMap) -> Self {
        let (mut dates, mut others) = (Vec::new(), Vec::new());
        for (place, name) in extra {
            match map.dates.read(name) {
                Ok(date) => dates.push((*place, date)),
                Err(_) => others.push(name.clone()),
            }
        }
        Self { dates, others }
    }

    fn check(&self, file: &str, map: &AttendanceMap) -> Result<(), Refused> {
        let mut seen = HashSet::new();
        if let Some((_, date)) = self.dates.iter().find(|(_, date)| !seen.insert(*date)) {
            return Err(Refused::ColumnTwice { file: file.to_owned(), column: date.to_string() });
        }
        if self.dates.is_empty() {
            return Err(Refused::NoDates { file: file.to_owned(), form: map.dates.pattern().to_owned() });
        }
        Ok(())
    }
}

fn parse(
    row: &mut Row<'_>,
    columns: &DateColumns,
    map: &AttendanceMap,
    seen: &mut Seen,
) -> Result<Vec<AttendanceRow>, Bad> {
    let student_id = row.id("student_id");
    let school_id = school_id(row, map);
    let (student_id, school_id) = (student_id?, school_id?);
    let mut marks = Vec::new();
    let mut bad = None;
    for &(place, date) in &columns.dates {
        let text = row.text_at(place);
        let code = map.codes.read(text);
        if text.is_empty() && code.is_none() {
            continue;
        }
        seen.count(text, code);
        match code {
            Some(Code::Status { status, missed: of_code }) => marks.push(AttendanceRow {
                line: row.line(),
                student_id: student_id.clone(),
                school_id: school_id.clone(),
                date,
                status,
                reason: String::new(),
                missed: missed(status, of_code, None),
            }),
            Some(Code::Ignore) => {}
            None => bad = Some(row.problem_under(&date.to_string(), text, &map.codes.expected())),
        }
    }
    bad.map_or(Ok(marks), Err)
}
