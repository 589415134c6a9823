//! `student_id,school_id,date,category,reason,duration`: the days that a school marked.

use std::fmt;
use std::io::Read;

use daymark_domain::{AttendanceStatus, SchoolDay};

use crate::problem::{FileReport, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// One student on one day, as the school recorded it.
#[derive(Clone, PartialEq, Eq)]
pub struct AttendanceRow {
    /// The line that the row starts on.
    pub line: u64,
    /// The student's key in the export.
    pub student_id: String,
    /// The school's key in the export.
    pub school_id: String,
    /// The day.
    pub date: SchoolDay,
    /// Ed-Fi's category in our words.
    pub status: AttendanceStatus,
    /// The school's own word for why; empty when it gives none.
    pub reason: String,
    /// Half days missed, 0 to 2; see [`read_attendance`].
    pub missed_halves: u8,
}

impl fmt::Debug for AttendanceRow {
    /// Without the reason, which can tell of an illness.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AttendanceRow(line {}, {}, {})", self.line, self.student_id, self.date)
    }
}

const TABLE: Table<AttendanceRow> = Table {
    file: "attendance.csv",
    columns: &[
        Column::required("student_id"),
        Column::required("school_id"),
        Column::required("date"),
        Column::required("category"),
        Column::optional("reason").personal(),
        Column::optional("duration"),
    ],
    unused: &[],
    unique: &[],
    rows_max: u64::MAX,
    parse,
};

/// Reads attendance row by row; memory does not grow with the file.
///
/// `duration` is the part of the day that was missed, 0 to 1. On an absence or a partial day it becomes half days,
/// rounded half up: 0.25 is one half, 0.75 is two. Where it is empty, and on every other category (tardies never
/// add up to an absence), the category's own amount holds. More than 1 would be minutes or hours, and is a problem.
pub fn read_attendance(
    mut source: impl Read,
    file: &str,
    sink: &mut dyn FnMut(Result<AttendanceRow, Problem>),
) -> Result<FileReport, Refused> {
    TABLE.read(&mut source, file, sink)
}

fn parse(row: &mut Row<'_>) -> Result<AttendanceRow, Bad> {
    let student_id = row.id("student_id");
    let school_id = row.id("school_id");
    let date = row.date("date");
    let status = row.value(
        "category",
        "one of In Attendance, Present, Excused Absence, Unexcused Absence, Tardy, Early departure, Partial",
        |text| text.parse::<AttendanceStatus>().ok(),
    );
    let duration =
        row.value("duration", "the part of the day that was missed, 0 to 1, or nothing", parse_duration);
    let (status, duration) = (status?, duration?);
    Ok(AttendanceRow {
        line: row.line(),
        student_id: student_id?,
        school_id: school_id?,
        date: date?,
        status,
        reason: row.text("reason").to_owned(),
        missed_halves: missed_halves(status, duration),
    })
}

/// Thousandths of a day; `Some(None)` when nothing is stated.
fn parse_duration(text: &str) -> Option<Option<u32>> {
    if text.is_empty() {
        return Some(None);
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    // Half a day is the finest step that counts, so what stands behind the third digit cannot matter.
    let thousandths: u32 = format!("{part:0<3}")[..3].parse().ok()?;
    let is_more = part.bytes().any(|byte| byte != b'0');
    match whole.trim_start_matches('0') {
        "" => Some(Some(thousandths)),
        "1" if !is_more => Some(Some(1_000)),
        _ => None,
    }
}

fn missed_halves(status: AttendanceStatus, duration: Option<u32>) -> u8 {
    let has_amount = status.is_absence() || status == AttendanceStatus::Partial;
    match duration {
        Some(0..250) if has_amount => 0,
        Some(250..750) if has_amount => 1,
        Some(_) if has_amount => 2,
        _ => status.missed_halves_by_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stated_part_of_the_day_is_rounded_half_up_to_half_days() {
        let halves = |text| missed_halves(AttendanceStatus::AbsentExcused, parse_duration(text).unwrap());
        let cases = [
            ("", 2),
            ("1", 2),
            ("1.0", 2),
            ("01.00", 2),
            ("0.75", 2),
            ("0.7499", 1),
            ("0.5", 1),
            (".5", 1),
            ("0.25", 1),
            ("0.2499", 0),
            ("0", 0),
        ];
        for (text, expected) in cases {
            assert_eq!(halves(text), expected, "duration '{text}'");
        }
    }

    #[test]
    fn a_tardy_never_becomes_an_absence_whatever_its_duration() {
        assert_eq!(missed_halves(AttendanceStatus::Tardy, Some(1_000)), 0);
        assert_eq!(missed_halves(AttendanceStatus::Partial, None), 1);
        assert_eq!(missed_halves(AttendanceStatus::Partial, Some(1_000)), 2);
    }

    #[test]
    fn minutes_hours_and_words_are_no_part_of_a_day() {
        for wrong in ["1.5", "1.0001", "2", "390", "-1", "0,5", "half", ".", "1e0", "٣", "1.0.0"] {
            assert_eq!(parse_duration(wrong), None, "{wrong}");
        }
    }
}
