//! A real-shaped district, as dirty as real files are.

use chrono::NaiveDate;
use daymark_demo::{Workshop, import_folder};
use daymark_test_support::grand_bend;

/// After the end of its school year 2021-22.
fn summer() -> i64 {
    NaiveDate::from_ymd_opt(2022, 6, 15).unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp()
}

fn count(workshop: &Workshop, sql: &str) -> i64 {
    let count = |db: &daymark_sqlite::rusqlite::Connection| Ok(db.query_row(sql, [], |row| row.get(0))?);
    workshop.store.read_blocking(count).unwrap()
}

#[tokio::test]
async fn grand_bend_comes_in_whole_with_its_dirty_rows_named_and_a_second_time_not_at_all() {
    let Some(folder) = grand_bend() else { return };
    let data = tempfile::tempdir().unwrap();
    let workshop = Workshop::open(data.path(), summer()).unwrap();
    let reports = import_folder(&workshop, &folder, "America/Chicago", summer()).unwrap();

    assert_eq!(count(&workshop, "SELECT count(*) FROM school"), 3);
    assert_eq!(count(&workshop, "SELECT count(*) FROM student WHERE active = 1"), 943);
    assert_eq!(count(&workshop, "SELECT count(*) FROM guardian WHERE active = 1"), 1_839);
    let instructional = "SELECT count(*) FROM calendar_day WHERE day_type = 'instructional'";
    assert_eq!(count(&workshop, instructional), 3 * 169);
    // 1,917 events: three fall on a Sunday, one student-day stands twice.
    let problems: Vec<String> =
        reports.iter().flat_map(|report| &report.problems).map(ToString::to_string).collect();
    let sundays = problems.iter().filter(|problem| problem.contains("expected a school day")).count();
    let doubled =
        problems.iter().filter(|problem| problem.contains("an earlier line says something else")).count();
    assert_eq!((sundays, doubled, problems.len()), (3, 1, 4), "{problems:#?}");
    assert_eq!(count(&workshop, "SELECT count(*) FROM attendance_event"), 1_917 - 3 - 1);

    let seqs = count(&workshop, "SELECT sum(seq) FROM school");
    import_folder(&workshop, &folder, "America/Chicago", summer()).unwrap();
    assert_eq!(count(&workshop, "SELECT sum(seq) FROM school"), seqs);
    assert_eq!(count(&workshop, "SELECT count(*) FROM attendance_event"), 1_917 - 3 - 1);
}
