//! `enrollments.csv`: who is in which school from when to when.

use daymark_domain::SchoolDay;

use super::{ROWS_MAX, Role};
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// One person in one class of a school. A student has as many as classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrollmentRow {
    /// The line that the row starts on.
    pub line: u64,
    /// Its key in the export.
    pub sourced_id: String,
    /// The person's key.
    pub user: String,
    /// The school's key.
    pub school: String,
    /// The first day, if the export says.
    pub begin: Option<SchoolDay>,
    /// The day after the last, if the export says.
    pub end: Option<SchoolDay>,
    /// As what.
    pub role: Role,
    /// Whether the record is in force.
    pub active: bool,
}

pub(super) const TABLE: Table<EnrollmentRow> = Table {
    file: "enrollments.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId"]),
        Column::optional("status"),
        Column::required("schoolSourcedId").misspelt(&["schoolSourceId"]),
        Column::required("userSourcedId").misspelt(&["userSourceId"]),
        Column::required("role"),
        Column::optional("beginDate"),
        Column::optional("endDate"),
    ],
    unused: &["dateLastModified", "classSourcedId", "primary"],
    unique: &["sourcedId"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<EnrollmentRow, Bad> {
    let sourced_id = row.id("sourcedId");
    let active = row.active();
    let school = row.id("schoolSourcedId");
    let user = row.id("userSourcedId");
    let role = row.value("role", Role::WORDS, Role::of);
    let (begin, end) = (row.optional_date("beginDate"), row.optional_date("endDate"));
    let (begin, end) = (begin?, end?);
    row.check_period(begin, end, "endDate")?;
    Ok(EnrollmentRow {
        line: row.line(),
        sourced_id: sourced_id?,
        user: user?,
        school: school?,
        begin,
        end,
        role: role?,
        active: active?,
    })
}
