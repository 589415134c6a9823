//! The real-shaped district, dirty as real files are.

use super::*;

/// A moment after Grand Bend's school year.
const AFTER: i64 = 1_654_300_000;

fn grand_bend() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/grand-bend");
    if !folder.is_dir() {
        println!("not run: Grand Bend is not on this machine (../shared/data/grand-bend)");
        return None;
    }
    Some(folder)
}

fn at() -> ImportOptions {
    ImportOptions { now: AFTER, ..options() }
}

fn files_imported(school: &School, folder: &Path, attendance: &ImportOptions) -> [ImportReport; 3] {
    [
        import_oneroster(&school.store, &folder.join("oneroster"), &at()).unwrap(),
        import_calendar(&school.store, &folder.join("calendar.csv"), &at()).unwrap(),
        import_attendance(&school.store, &folder.join("attendance.csv"), attendance).unwrap(),
    ]
}

#[test]
fn grand_bend_is_imported_whole_but_for_four_rows_that_are_named() {
    let Some(folder) = grand_bend() else { return };
    let school = School::empty();
    let careful = |report: &ImportReport| report.to_string().lines().last().unwrap().to_owned();
    let roster = import_oneroster(&school.store, &folder.join("oneroster"), &at()).unwrap();
    assert_eq!(
        careful(&roster),
        "3 schools, 943 students, 943 enrollments, 3 students' attributes, 1,839 guardians, 1,839 guardians of students added"
    );
    assert_eq!(
        roster.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "student_contacts.csv has 33 rows of students who are not in users.csv (first line 74), left out",
            "users.csv has 219 guardians without a number that can be called",
        ]
    );
    let calendar = import_calendar(&school.store, &folder.join("calendar.csv"), &at()).unwrap();
    assert_eq!(careful(&calendar), "567 calendar days added");
    assert_eq!(
        school.rows("SELECT count(*) FROM calendar_day WHERE day_type = 'instructional' GROUP BY school_id"),
        ["169"; 3]
    );
    let attendance = folder.join("attendance.csv");
    let stopped = import_attendance(&school.store, &attendance, &at()).unwrap_err();
    assert_eq!(stopped.exit_code(), 2);
    assert_eq!(
        messages(stopped.report().unwrap()),
        [
            "attendance.csv line 931, column date: expected one row for each student, school and date; an earlier line says something else, found '2021-12-15'",
            "attendance.csv line 1827, column date: expected a school day; the school's calendar does not hold this date, found '2022-05-15'",
            "attendance.csv line 1828, column date: expected a school day; the school's calendar does not hold this date, found '2022-05-15'",
            "attendance.csv line 1829, column date: expected a school day; the school's calendar does not hold this date, found '2022-05-15'",
        ]
    );
    assert_eq!(school.count("attendance_event"), 0);
    let skipping = ImportOptions { skip_bad_rows: true, ..at() };
    let report = import_attendance(&school.store, &attendance, &skipping).unwrap();
    assert_eq!(
        careful(&report),
        "1,913 attendance records added; 3 school settings corrected; 4 of 1,917 rows skipped"
    );
    assert_eq!(
        school.rows("SELECT DISTINCT date(recorded_through * 86400, 'unixepoch') FROM school"),
        ["2022-05-27"]
    );
    assert_eq!(
        school.rows("SELECT count(*), count(phone), sum(active) FROM guardian"),
        ["1839|1620|1839"],
        "219 guardians have no usable number"
    );
}

#[test]
fn a_second_import_of_grand_bend_changes_nothing() {
    let Some(folder) = grand_bend() else { return };
    let school = School::empty();
    let skipping = ImportOptions { skip_bad_rows: true, ..at() };
    files_imported(&school, &folder, &skipping);
    let before = school.everything();
    for report in files_imported(&school, &folder, &skipping) {
        assert!(report.to_string().contains("Nothing changed: "), "{report}");
    }
    assert_eq!(school.everything(), before);
}
