//! What each date is for a school: `school_id,date,day_type` and, if the day counts for less than a whole one, `value`;
//! or a calendar of events in iCalendar ([`icalendar`]).

pub(crate) mod icalendar;

use std::io::Read;

use daymark_domain::{DayPart, DayType, SchoolDay};

use crate::amount::share_of_day;
use crate::problem::{FileReport, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// One date of one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    /// The line that the row, or the event that decided, starts on; 0 for a day of school that no event names.
    pub line: u64,
    /// The school's key in the export.
    pub school_id: String,
    /// The date.
    pub date: SchoolDay,
    /// What it is for the school.
    pub day_type: DayType,
    /// How much of a day of school it is: whole unless the file says less, nothing when there is no school.
    pub value: DayPart,
}

const TABLE: Table<CalendarRow> = Table {
    file: "calendar.csv",
    columns: &[
        Column::required("school_id"),
        Column::required("date"),
        Column::required("day_type"),
        Column::optional("value").misspelt(&["instructional_value"]),
    ],
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
        |text| text.parse::<DayType>().ok(),
    );
    let day_type = day_type?;
    let value = value(row, day_type);
    Ok(CalendarRow { line: row.line(), school_id: school_id?, date: date?, day_type, value: value? })
}

fn value(row: &mut Row<'_>, day_type: DayType) -> Result<DayPart, Bad> {
    if day_type.is_instructional() {
        return row.value(
            "value",
            "how much of a school day it is, above 0 and up to 1, or nothing",
            |text| {
                let stated = if text.is_empty() { Some(DayPart::WHOLE) } else { share_of_day(text, 1) };
                stated.filter(|value| *value > DayPart::NONE)
            },
        );
    }
    row.value("value", "0 or nothing, since the day type says that there is no school", |text| {
        let stated = if text.is_empty() { Some(DayPart::NONE) } else { share_of_day(text, 1) };
        stated.filter(|value| *value == DayPart::NONE)
    })
}
