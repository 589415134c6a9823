//! Grand Bend against plain loops over its files: no line of this calculation is shared with the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use daymark_test_support::grand_bend;

use super::*;
use crate::imports::{ImportOptions, import_attendance, import_calendar, import_oneroster};
use crate::store::sqlite::SqliteStore;

/// A moment after Grand Bend's school year.
const AFTER: i64 = 1_654_300_000;

/// The rows of a file, by the names in its first line. Grand Bend quotes no comma in these columns.
fn rows(path: PathBuf) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| {
        let cells = line.split(',').map(|cell| cell.trim_matches('"').to_owned());
        header.iter().map(|name| (*name).to_owned()).zip(cells).collect()
    };
    lines.map(row).collect()
}

/// What a clerk would count with a pencil: days, absences, late days.
fn counted(folder: &Path) -> BTreeMap<(String, String), (u64, u64, u64)> {
    let held: BTreeSet<(String, String)> = rows(folder.join("calendar.csv"))
        .iter()
        .filter(|row| row["day_type"] == "Instructional day")
        .map(|row| (row["school_id"].clone(), row["date"].clone()))
        .collect();
    let mut events: BTreeMap<(String, String, String), (String, String)> = BTreeMap::new();
    for row in rows(folder.join("attendance.csv")) {
        let key = (row["student_id"].clone(), row["school_id"].clone(), row["date"].clone());
        events.entry(key).or_insert((row["category"].clone(), row["duration"].clone()));
    }
    let mut figures = BTreeMap::new();
    for row in rows(folder.join("oneroster/enrollments.csv")).iter().filter(|row| row["role"] == "student") {
        let (student, school) = (row["userSourcedId"].clone(), row["schoolSourcedId"].clone());
        let (mut days, mut absent, mut late) = (0, 0, 0);
        for (_, date) in held.iter().filter(|(at, _)| *at == school) {
            let ended = !row["endDate"].is_empty() && *date > row["endDate"];
            if *date < row["beginDate"] || ended {
                continue;
            }
            days += 1;
            match events.get(&(student.clone(), school.clone(), date.clone())) {
                Some((category, duration)) if category.ends_with("Absence") => {
                    absent += u64::from(duration.is_empty() || duration.parse::<f64>().unwrap() >= 0.5);
                }
                Some((category, _)) if category == "Tardy" => late += 1,
                _ => {}
            }
        }
        figures.insert((student, school), (days, absent, late));
    }
    figures
}

fn tier(days: u64, absent: u64) -> &'static str {
    match () {
        () if 5 * absent >= days => "severe",
        () if 10 * absent >= days => "moderate",
        () if 20 * absent >= days => "at_risk",
        () => "satisfactory",
    }
}

#[tokio::test]
async fn every_figure_of_grand_bend_is_what_a_pencil_says() {
    let Some(folder) = grand_bend() else { return };
    let data = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(data.path()).unwrap();
    let options = ImportOptions {
        skip_bad_rows: true,
        time_zone: Some("America/Chicago".into()),
        ..ImportOptions::at(AFTER)
    };
    import_oneroster(&store, &folder.join("oneroster"), &options).unwrap();
    import_calendar(&store, &folder.join("calendar.csv"), &options).unwrap();
    import_attendance(&store, &folder.join("attendance.csv"), &options).unwrap();
    let report = json(&store, "attendance", &Question::default()).await;
    assert_eq!(report["as_of"], "2022-05-27");
    let expected = counted(&folder);
    let students = report["students"].as_array().unwrap();
    assert_eq!((students.len(), expected.len()), (943, 943));
    for row in students {
        let key =
            (row["student_id"].as_str().unwrap().to_owned(), row["school_id"].as_str().unwrap().to_owned());
        let (days, absent, late) = expected[&key];
        let found = ["enrolled_days", "absent_days", "tardies"].map(|field| row[field].as_u64().unwrap());
        assert_eq!(found, [days, absent, late], "{key:?}");
        assert_eq!(row["tier"], tier(days, absent), "{key:?}");
        let tenths = (2_000 * absent + days) / (2 * days);
        assert_eq!(row["rate_percent"].to_string(), format!("{}.{}", tenths / 10, tenths % 10), "{key:?}");
    }
}
