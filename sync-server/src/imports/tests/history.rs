use super::*;
use crate::imports::history::told;
use crate::store::imports::BatchOutcome;

#[test]
fn each_import_leaves_its_counts_its_digest_and_its_problems_in_the_history() {
    let school = School::imported();
    school.attendance(&options()).unwrap();
    school.write("attendance.csv", "student_id,school_id,date,category\n7,0101,2025-10-10,Tardy\n");
    school.attendance(&options()).unwrap_err();
    school.attendance(&ImportOptions { done_by: Some(UserId::from_bytes([7; 16])), ..skipping() }).unwrap();
    school.attendance(&ImportOptions { dry_run: true, ..skipping() }).unwrap();
    let history = told(&school.store, 10).unwrap();
    let records = &history.0;
    assert_eq!(
        records
            .iter()
            .map(|record| (record.kind.as_str(), record.changes, record.problems, record.outcome))
            .collect::<Vec<_>>(),
        [
            ("attendance", 0, 1, BatchOutcome::Tried),
            ("attendance", 0, 1, BatchOutcome::Applied),
            ("attendance", 0, 1, BatchOutcome::Refused),
            ("attendance", 0, 0, BatchOutcome::Applied),
            ("attendance", 5, 0, BatchOutcome::Applied),
            ("calendar", 6, 0, BatchOutcome::Applied),
            ("oneroster", 12, 0, BatchOutcome::Applied)
        ],
    );
    let of_file = |n: usize| records[n].digest.clone();
    assert_eq!([of_file(0), of_file(1)], [of_file(2), of_file(2)], "one file, tried, applied and refused");
    let why: serde_json::Value = serde_json::from_str(records[2].report.as_deref().unwrap()).unwrap();
    assert!(why["refused"].as_str().unwrap().starts_with("Nothing was imported: 1 of 1 rows"), "{why}");
    assert_eq!(why["problems"][0]["column"], "student_id");
    let told = history.to_string();
    assert!(
        told.lines().nth(2).unwrap().contains("by command line  refused, nothing stored: 1 row read"),
        "{told}"
    );
    let records = [&records[1], &records[3], &records[4]];
    assert_eq!(records[0].done_by.as_deref(), Some(UserId::from_bytes([7; 16]).to_string().as_str()));
    assert_eq!(records[1].done_by.as_deref(), Some("command line"));
    assert_eq!(records[1].digest, records[2].digest, "the same file");
    assert_ne!(records[0].digest, records[1].digest);
    let report: serde_json::Value = serde_json::from_str(records[0].report.as_deref().unwrap()).unwrap();
    assert_eq!(report["problems"][0]["column"], "student_id");
    let line = told.lines().nth(4).unwrap().to_owned();
    assert!(
        line.starts_with(
            "3  2025-10-14T21:00:00Z  attendance  by command line  3 rows read, 5 changes, 0 rows skipped  "
        ),
        "{line}"
    );
}

#[test]
fn a_file_that_could_not_be_read_to_its_end_stands_in_the_history_with_its_sentence() {
    let school = School::imported();
    school.write("attendance.csv", "who,when\n1,2\n");
    let refused = school.attendance(&options()).unwrap_err();
    let newest = &told(&school.store, 1).unwrap().0[0];
    assert_eq!((newest.outcome, newest.rows_read, newest.digest.len()), (BatchOutcome::Refused, 0, 32));
    let report: serde_json::Value = serde_json::from_str(newest.report.as_deref().unwrap()).unwrap();
    assert_eq!(report["refused"], refused.to_string().lines().last().unwrap());
    let missing = ImportOptions { dry_run: true, ..options() };
    import_attendance(&school.store, &school.path("nowhere.csv"), &missing).unwrap_err();
    assert!(told(&school.store, 1).unwrap().0[0].digest.is_empty());
}

#[test]
fn a_server_without_imports_says_so() {
    let school = School::empty();
    assert_eq!(told(&school.store, 10).unwrap().to_string(), "Nothing was imported yet.");
}
