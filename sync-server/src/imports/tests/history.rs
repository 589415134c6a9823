use super::*;
use crate::imports::history::told;

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
            .map(|record| (record.kind.as_str(), record.changes, record.problems))
            .collect::<Vec<_>>(),
        [
            ("attendance", 0, 1),
            ("attendance", 0, 0),
            ("attendance", 5, 0),
            ("calendar", 6, 0),
            ("oneroster", 12, 0)
        ],
        "refused ones and dry runs left nothing"
    );
    assert_eq!(records[0].done_by.as_deref(), Some(UserId::from_bytes([7; 16]).to_string().as_str()));
    assert_eq!(records[1].done_by.as_deref(), Some("command line"));
    assert_eq!(records[1].digest, records[2].digest, "the same file");
    assert_ne!(records[0].digest, records[1].digest);
    let report: serde_json::Value = serde_json::from_str(records[0].report.as_deref().unwrap()).unwrap();
    assert_eq!(report["problems"][0]["column"], "student_id");
    let line = history.to_string().lines().nth(2).unwrap().to_owned();
    assert!(
        line.starts_with(
            "3  2025-10-14T21:00:00Z  attendance  by command line  3 rows read, 5 changes, 0 rows skipped  "
        ),
        "{line}"
    );
}

#[test]
fn a_server_without_imports_says_so() {
    let school = School::empty();
    assert_eq!(told(&school.store, 10).unwrap().to_string(), "Nothing was imported yet.");
}
