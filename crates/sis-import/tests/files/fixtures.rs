//! Every broken or odd file under `tests/fixtures/sis`, with exactly the messages that a clerk reads.
//!
//! What a file's name begins with says how it is read; a `.toml` of the same name is its map. `DAYMARK_WRITE_EXPECTED=1`
//! writes the expectations that are missing, for a person to read before they are kept.

use std::fmt::{Display, Write};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::Weekday;
use daymark_sis_import::{
    AttendanceMap, EventWords, FileMode, FileReport, InvalidMap, OneRoster, Problem, Refused, SchoolDates,
    read_attendance_as, read_calendar, read_icalendar, read_indicators, read_one_roster,
    read_student_attributes, read_student_contacts,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sis")
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = entries.filter(|path| is_case(path)).collect();
    cases.sort();
    cases
}

fn is_case(path: &Path) -> bool {
    let kind = path.extension().and_then(|extension| extension.to_str());
    path.is_dir() || matches!(kind, Some("csv" | "ics" | "zip"))
}

/// `attendance-empty.csv` has `attendance-empty.csv.expected` beside it.
fn expected_beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap().to_string_lossy();
    path.with_file_name(format!("{name}.expected"))
}

#[test]
fn each_broken_or_odd_file_says_what_a_clerk_can_do() {
    let may_write = std::env::var_os("DAYMARK_WRITE_EXPECTED").is_some();
    let mut wrong = String::new();
    let cases = cases();
    assert!(cases.len() > 80, "only {} fixtures were found", cases.len());
    for path in cases {
        let (beside, said) = (expected_beside(&path), messages(&path));
        match fs::read_to_string(&beside) {
            Ok(expected) if expected == said => {}
            Err(_) if may_write => fs::write(&beside, said).unwrap(),
            expected => {
                let name = path.file_name().unwrap().to_string_lossy();
                let expected = expected.unwrap_or_else(|_| "(no file)\n".to_owned());
                writeln!(wrong, "{name}\n--- expected\n{expected}--- said\n{said}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_expectation_is_left_without_its_file() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "expected") {
            assert!(path.with_extension("").exists(), "{}", path.display());
        }
    }
}

fn messages(path: &Path) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    let kind = name.split('-').next().unwrap();
    if kind == "oneroster" {
        return read_one_roster(path).map_or_else(|refused| line(&refused), |set| of_set(&set));
    }
    let file = File::open(path).unwrap();
    let mut problems = Vec::new();
    let report = match (kind, name.ends_with(".ics")) {
        ("attendance", _) => match map(path, AttendanceMap::parse) {
            Ok(map) => read_attendance_as(file, name, &map, &mut |row| problems.extend(row.err())),
            Err(invalid) => return line(&invalid),
        },
        ("calendar", true) => match map(path, EventWords::parse) {
            Ok(words) => read_icalendar(file, name, &dates(), &words, &mut |row| problems.extend(row.err())),
            Err(invalid) => return line(&invalid),
        },
        ("calendar", false) => read_calendar(file, name, &mut |row| problems.extend(row.err())),
        ("indicators", _) => read_indicators(file, name, &mut |row| problems.extend(row.err())),
        ("students", _) => read_student_attributes(file, name, &mut |row| problems.extend(row.err())),
        ("student_contacts", _) => read_student_contacts(file, name, &mut |row| problems.extend(row.err())),
        _ => panic!("{name}: what reads it?"),
    };
    of_file(&problems, report)
}

fn map<T: Default>(path: &Path, parse: fn(&str, &str) -> Result<T, InvalidMap>) -> Result<T, InvalidMap> {
    let beside = path.with_extension("toml");
    let Ok(text) = fs::read_to_string(&beside) else { return Ok(T::default()) };
    parse(beside.file_name().unwrap().to_str().unwrap(), &text)
}

fn dates() -> SchoolDates {
    SchoolDates {
        school_ids: vec!["0101".to_owned()],
        first: "2021-08-23".parse().unwrap(),
        last: "2022-05-27".parse().unwrap(),
        weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
        time_zone: chrono_tz::Tz::America__New_York,
    }
}

fn of_file(problems: &[Problem], report: Result<FileReport, Refused>) -> String {
    let report = match report {
        Ok(report) => report,
        Err(refused) => return line(&refused),
    };
    let problems = problems.iter().map(line);
    let notes = report.notes.iter().map(line);
    let counts = format!("{} read, {} not read\n", report.rows, report.bad_rows);
    problems.chain(notes).chain(report.preview.iter().map(line)).chain([counts]).collect()
}

fn of_set(set: &OneRoster) -> String {
    let problems = set.problems.iter().map(line);
    let files = set.files.iter().map(|file| {
        let mode = match set.mode(&file.file) {
            FileMode::Bulk => "whole",
            FileMode::Delta => "changes only",
            FileMode::Absent => "not of the set",
        };
        format!("{} ({mode}): {} read, {} not read\n", file.file, file.rows, file.bad_rows)
    });
    let version = format!("OneRoster {}\n", set.version.word());
    problems.chain(set.notes.iter().map(line)).chain([version]).chain(files).collect()
}

fn line(message: &impl Display) -> String {
    format!("{message}\n")
}
