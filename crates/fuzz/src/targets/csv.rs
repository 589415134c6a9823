//! A school's files: each row is read whole or named, each file is read to its end or refused.

use std::fs;
use std::path::Path;

use daymark_domain::SchoolDay;
use daymark_sis_import::{
    EventWords, FileReport, Problem, Refused, SchoolDates, read_attendance, read_calendar, read_icalendar,
    read_indicators, read_student_attributes, read_student_contacts,
};

use super::day;

/// Who reads, by the first byte, and how the files of the fixtures begin that are theirs.
const READERS: [(&str, &str); 6] = [
    ("attendance", "csv"),
    ("calendar", "csv"),
    ("students", "csv"),
    ("indicators", "csv"),
    ("student_contacts", "csv"),
    ("calendar", "ics"),
];

/// The first byte chooses who reads, the rest is the file.
pub fn run(input: &[u8]) {
    let Some((reader, file)) = input.split_first() else { return };
    let mut tally = Tally::default();
    let report = match reader % 6 {
        0 => read_attendance(file, "file.csv", &mut |row| tally.add(row)),
        1 => read_calendar(file, "file.csv", &mut |row| tally.add(row)),
        2 => read_student_attributes(file, "file.csv", &mut |row| tally.add(row)),
        3 => read_indicators(file, "file.csv", &mut |row| tally.add(row)),
        4 => read_student_contacts(file, "file.csv", &mut |row| tally.add(row)),
        // Its report counts events, and delivers days.
        _ => return icalendar(file),
    };
    match report {
        Ok(report) => tally.check(&report),
        Err(refused) => assert!(!refused.to_string().is_empty()),
    }
}

/// What came out of a file.
#[derive(Default)]
struct Tally {
    rows: u64,
    problems: u64,
}

impl Tally {
    fn add<T>(&mut self, row: Result<T, Problem>) {
        match row {
            Ok(_) => self.rows += 1,
            Err(_) => self.problems += 1,
        }
    }

    fn check(&self, report: &FileReport) {
        assert_eq!(self.rows, report.rows, "what is delivered is not what is counted");
        assert!(self.problems >= report.bad_rows, "a bad row was not named");
    }
}

fn icalendar(file: &[u8]) {
    let first: SchoolDay = day();
    let dates = SchoolDates {
        school_ids: vec!["A".to_owned()],
        first,
        last: first.plus(250),
        weekdays: vec![chrono::Weekday::Mon, chrono::Weekday::Fri],
        time_zone: chrono_tz::America::Chicago,
    };
    let read: Result<FileReport, Refused> =
        read_icalendar(file, "file.ics", &dates, &EventWords::default(), &mut |_| {});
    if let Err(refused) = read {
        assert!(!refused.to_string().is_empty());
    }
}

/// The project's own examples, good and bad.
pub fn seeds() -> Vec<Vec<u8>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sis");
    let files = fs::read_dir(fixtures).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut seeds: Vec<Vec<u8>> = files.flat_map(|path| for_readers(&path)).collect();
    seeds.sort_unstable();
    seeds
}

fn for_readers(path: &Path) -> Vec<Vec<u8>> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default();
    let theirs =
        (0_u8..).zip(READERS).filter(|(_, (begins, ends))| name.starts_with(begins) && extension == *ends);
    theirs.filter_map(|(reader, _)| Some([&[reader], &*fs::read(path).ok()?].concat())).collect()
}
