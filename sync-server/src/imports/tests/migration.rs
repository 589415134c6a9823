use daymark_sqlite::open;

use super::*;
use crate::store::sqlite::MIGRATIONS;

#[test]
fn a_database_of_the_first_version_climbs_with_its_halves_and_its_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let old = open(&folder.path().join("daymark.sqlite"), None, &MIGRATIONS[..1]).unwrap();
    old.execute_batch(
        "INSERT INTO school (id, sis_id, name, time_zone, log_id) VALUES (x'01', '1', 'A', 'UTC', x'00');
         INSERT INTO student (id, sis_id, given_name, family_name, seq) VALUES (x'02', '2', 'A', 'B', 1);
         INSERT INTO calendar_day VALUES (x'01', 20000, 'make_up', 1), (x'01', 20001, 'holiday', 1);
         INSERT INTO import_batch VALUES (1, 'attendance', x'00', 3, 3, 0, 0);
         INSERT INTO attendance_event (student_id, school_id, day, status, missed_halves, batch_id, seq)
         VALUES (x'02', x'01', 20000, 'partial', 1, 1, 1), (x'02', x'01', 20001, 'tardy', 0, 1, 1),
                (x'02', x'01', 20002, 'absent_excused', 2, 1, 1);",
    )
    .unwrap();
    drop(old);
    let store = SqliteStore::open(folder.path()).unwrap();
    let rows = |sql| store.read_blocking(|db| Ok(rows(db, sql))).unwrap();
    assert_eq!(
        rows("SELECT missed, withdrawn_by FROM attendance_event ORDER BY day"),
        ["5000|-", "0|-", "10000|-"]
    );
    assert_eq!(rows("SELECT value FROM calendar_day ORDER BY day"), ["10000", "0"]);
    assert_eq!(rows("SELECT done_by, report FROM import_batch"), ["-|-"]);
    let history = crate::imports::history::told(&store, 5).unwrap().to_string();
    assert!(history.contains("by not written down"), "{history}");
}
