//! `student_id,period_start,period_end,kind,value`: what a school counts about behaviour and courses.

use std::collections::HashMap;
use std::fmt;
use std::io::Read;

use daymark_domain::{IndicatorKind, IndicatorValue, SchoolDay};

use crate::problem::{FileReport, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Dialect, Shape};

/// One count about one student in one period.
#[derive(Clone, PartialEq, Eq)]
pub struct IndicatorRow {
    /// The line that the row starts on.
    pub line: u64,
    /// The student's key in the export.
    pub student_id: String,
    /// The period's first day.
    pub period_start: SchoolDay,
    /// The period's last day.
    pub period_end: SchoolDay,
    /// What is counted.
    pub kind: IndicatorKind,
    /// How many or how much.
    pub value: IndicatorValue,
}

impl fmt::Debug for IndicatorRow {
    /// Without the value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IndicatorRow(line {}, {}, {})", self.line, self.student_id, self.kind.word())
    }
}

const COLUMNS: &[Column] = &[
    Column::required("student_id"),
    Column::required("period_start"),
    Column::required("period_end"),
    Column::required("kind").misspelt(&["indicator"]),
    Column::required("value"),
];

/// Reads indicators row by row. A count that stands twice for a student and period, in whatever spelling, is a problem
/// of its second row.
pub fn read_indicators(
    mut source: impl Read,
    file: &str,
    sink: &mut dyn FnMut(Result<IndicatorRow, Problem>),
) -> Result<FileReport, Refused> {
    let shape = Shape {
        columns: COLUMNS,
        unused: &[],
        unique: &[],
        rows_max: crate::one_roster::ROWS_MAX,
        is_delta: false,
        dialect: Dialect::default(),
    };
    let mut first_lines = HashMap::new();
    shape.read(&mut source, file, &mut |row| parse(row, &mut first_lines), sink)
}

fn parse(row: &mut Row<'_>, first_lines: &mut HashMap<String, u64>) -> Result<IndicatorRow, Bad> {
    let student_id = row.id("student_id");
    let (start, end) = (row.date("period_start"), row.date("period_end"));
    let kind = row.value("kind", &format!("one of {}", IndicatorKind::words()), |text| text.parse().ok());
    let value = value(row, kind.as_ref().ok().copied());
    let (period_start, period_end) = (start?, end?);
    row.check_period(Some(period_start), Some(period_end), "period_end")?;
    let (student_id, kind, value) = (student_id?, kind?, value?);
    let key = format!("{student_id}\n{period_start} {period_end} {}", kind.word());
    row.check_unique("kind", key, first_lines);
    Ok(IndicatorRow { line: row.line(), student_id, period_start, period_end, kind, value })
}

fn value(row: &mut Row<'_>, kind: Option<IndicatorKind>) -> Result<IndicatorValue, Bad> {
    let in_ones = kind.is_some_and(IndicatorKind::is_counted_in_ones);
    let expected = if in_ones {
        "a whole number from 0 to 9999"
    } else {
        "a number from 0 to 9999.99 with at most two digits behind the point"
    };
    row.value("value", expected, |text| {
        text.parse().ok().filter(|value: &IndicatorValue| !in_ones || value.is_whole())
    })
}
