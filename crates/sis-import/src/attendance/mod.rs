//! The days that a school marked: `student_id,school_id,date,category,reason,duration`, or the school's own dialect of
//! it under an [`AttendanceMap`].

mod codes;
mod columns;
mod map;
mod rows;

use std::fmt;
use std::io::Read;

use daymark_domain::{AttendanceStatus, DayPart, SchoolDay};

pub use map::AttendanceMap;

use crate::problem::{FileReport, Problem};
use crate::refused::Refused;

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
    /// How much of the day was missed; see [`read_attendance`].
    pub missed: DayPart,
}

impl fmt::Debug for AttendanceRow {
    /// Without the reason, which can tell of an illness.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AttendanceRow(line {}, {}, {})", self.line, self.student_id, self.date)
    }
}

/// Reads attendance in the plain format, row by row; memory does not grow with the file.
///
/// `duration` is the part of the day that was missed, 0 to 1, kept to a ten-thousandth and rounded down. It counts on an
/// absence, a partial day, an early departure and a suspension in school; where it is empty, and on every other category (tardies never add
/// up to an absence), the category's own amount holds. More than 1 would be minutes or hours, and is a problem.
pub fn read_attendance(
    source: impl Read,
    file: &str,
    sink: &mut dyn FnMut(Result<AttendanceRow, Problem>),
) -> Result<FileReport, Refused> {
    read_attendance_as(source, file, &AttendanceMap::default(), sink)
}

/// Reads attendance as the school's map says. The report's preview lists what each code was read as and how many times,
/// the codes that the map does not name included.
///
/// With a column for each date, a line of the file is one row of the report: read with all its marks, or named in a
/// problem and not delivered at all. An empty cell is no mark, unless the map gives the empty code a meaning.
pub fn read_attendance_as(
    mut source: impl Read,
    file: &str,
    map: &AttendanceMap,
    sink: &mut dyn FnMut(Result<AttendanceRow, Problem>),
) -> Result<FileReport, Refused> {
    match map.layout {
        map::Layout::Rows => rows::read(&mut source, file, map, sink),
        map::Layout::Dates => columns::read(&mut source, file, map, sink),
    }
}
