//! `academicSessions.csv`: school years and their parts.

use daymark_domain::SchoolDay;

use super::ROWS_MAX;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// A school year or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcademicSession {
    /// Its key in the export.
    pub sourced_id: String,
    /// Its name.
    pub title: String,
    /// What it is.
    pub kind: SessionKind,
    /// Its first day.
    pub start: SchoolDay,
    /// The day after its last, as OneRoster has it; exporters differ.
    pub end: SchoolDay,
    /// Whether the record is in force.
    pub active: bool,
}

/// How much of a year a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A school year.
    SchoolYear,
    /// A semester.
    Semester,
    /// A term.
    Term,
    /// A grading period.
    GradingPeriod,
}

pub(super) const TABLE: Table<AcademicSession> = Table {
    file: "academicSessions.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId"]),
        Column::optional("status"),
        Column::required("title"),
        Column::required("type"),
        Column::required("startDate"),
        Column::required("endDate"),
    ],
    unused: &["dateLastModified", "parentSourcedId", "schoolYear"],
    unique: &["sourcedId"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<AcademicSession, Bad> {
    let sourced_id = row.id("sourcedId");
    let active = row.active();
    let kind = row.value("type", "one of schoolYear, semester, term, gradingPeriod", kind);
    let (start, end) = (row.date("startDate"), row.date("endDate"));
    let (start, end) = (start?, end?);
    row.check_period(Some(start), Some(end), "endDate")?;
    let title = row.text("title").to_owned();
    Ok(AcademicSession { sourced_id: sourced_id?, title, kind: kind?, start, end, active: active? })
}

fn kind(text: &str) -> Option<SessionKind> {
    match text.to_ascii_lowercase().as_str() {
        "schoolyear" => Some(SessionKind::SchoolYear),
        "semester" => Some(SessionKind::Semester),
        "term" => Some(SessionKind::Term),
        "gradingperiod" => Some(SessionKind::GradingPeriod),
        _ => None,
    }
}
