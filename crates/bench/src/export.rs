//! A generated district's files with attendance for half a year or for all of it.

use std::fs::{File, rename};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use daymark_domain::SchoolDay;
use daymark_test_support::{District, write_export};

use crate::Outcome;

/// How far the school's record goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// 90 school days, up to yesterday.
    HalfYear,
    /// 180 school days, up to the last of the year.
    WholeYear,
}

/// Writes the files.
pub fn export(district: &District, recorded: Recorded, folder: &Path) -> Outcome {
    write_export(district, folder)?;
    if recorded == Recorded::WholeYear {
        repeat_attendance(district, folder)?;
    }
    Ok(())
}

/// The school days of the year, in order.
pub fn school_days(district: &District) -> Vec<SchoolDay> {
    let days = district.calendar.days.iter();
    days.filter(|day| day.day_type.is_instructional()).map(|day| day.day).collect()
}

/// The generator knows attendance of the half year behind today. The second half is the first again, on as many school
/// days later.
fn repeat_attendance(district: &District, folder: &Path) -> Outcome {
    let (path, longer) = (folder.join("attendance.csv"), folder.join("attendance-of-the-year.csv"));
    let days = school_days(district);
    let half = district.calendar.past_school_days.len();
    let mut rows = BufWriter::new(File::create(&longer)?);
    for (n, line) in BufReader::new(File::open(&path)?).lines().enumerate() {
        let line = line?;
        writeln!(rows, "{line}")?;
        // Keys and dates are never quoted, so the third comma ends the date.
        let mut fields = line.splitn(4, ',');
        let [Some(student), Some(school), Some(day), Some(rest)] = [(); 4].map(|()| fields.next()) else {
            continue;
        };
        if n == 0 {
            continue;
        }
        let first = day.parse()?;
        if let Some(again) = days.binary_search(&first).ok().and_then(|nth| days.get(nth + half)) {
            writeln!(rows, "{student},{school},{again},{rest}")?;
        }
    }
    rows.flush()?;
    rename(&longer, &path)?;
    Ok(())
}
