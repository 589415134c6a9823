//! `school_id,date,day_type`: what each date is for a school.

use std::io::Read;

use daymark_domain::{DayType, SchoolDay};

use crate::problem::{FileReport, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// One date of one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    /// The line that the row starts on.
    pub line: u64,
    /// The school's key in the export.
    pub school_id: String,
    /// The date.
    pub date: SchoolDay,
    /// What it is for the school.
    pub day_type: DayType,
}

const TABLE: Table<CalendarRow> = Table {
    file: "calendar.csv",
    columns: &[Column::required("school_id"), Column::required("date"), Column::required("day_type")],
    unused: &[],
    unique: &["school_id", "date"],
    rows_max: crate::one_roster::ROWS_MAX,
    parse,
};

/// Reads a calendar row by row. A date that stands twice for a school is a problem of its second row.
pub fn read_calendar(
    mut source: impl Read,
    file: &str,
    sink: &mut dyn FnMut(Result<CalendarRow, Problem>),
) -> Result<FileReport, Refused> {
    TABLE.read(&mut source, file, sink)
}

fn parse(row: &mut Row<'_>) -> Result<CalendarRow, Bad> {
    let school_id = row.id("school_id");
    let date = row.date("date");
    let day_type = row.value(
        "day_type",
        "one of Instructional day, Make-up day, Holiday, Weather day, Emergency day, Strike, Teacher only day, \
         Non-instructional day",
        |text| text.parse().ok(),
    );
    Ok(CalendarRow { line: row.line(), school_id: school_id?, date: date?, day_type: day_type? })
}
