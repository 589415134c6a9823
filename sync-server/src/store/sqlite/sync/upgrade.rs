//! What earlier versions projected is still there after the climb.

use daymark_sqlite::open;

use crate::store::sqlite::MIGRATIONS;

#[test]
fn contacts_of_the_first_version_keep_their_rows_and_learn_whom_they_reached() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("daymark.sqlite");
    let before = open(&path, None, &MIGRATIONS[..3]).unwrap();
    before
        .execute_batch(
            "INSERT INTO school (id, sis_id, name, time_zone, log_id) VALUES (x'02', 's', 'Lincoln', 'UTC', x'00');
             INSERT INTO student (id, sis_id, given_name, family_name, seq) VALUES (x'03', '1', 'A', 'B', 1);
             INSERT INTO mentor (id, school_id, name, added_at, seq) VALUES (x'04', x'02', 'Ana', 1, 1);
             INSERT INTO match (id, school_id, student_id, mentor_id, start_day, granted_seq, seq)
               VALUES (x'01', x'02', x'03', x'04', 20000, 1, 1);
             INSERT INTO contact (match_id, entry_key, kind, day, at, outcome, minutes, voided, late) VALUES
               (x'01', 'a-1', 'one_on_one', 20000, 5, NULL, 20, 0, 1),
               (x'01', 'a-2', 'wake_up_call', 20000, 6, 'reached_student', NULL, 1, 0),
               (x'01', 'a-3', 'wake_up_call', 20000, 7, 'reached_guardian', NULL, 0, 0),
               (x'01', 'a-4', 'wake_up_call', 20000, 8, 'wrong_number', NULL, 0, 0);
             INSERT INTO note (match_id, entry_key, day, at, text, audience) VALUES (x'01', 'a-5', 20000, 9, 'x', 'team');",
        )
        .unwrap();
    drop(before);
    let after = open(&path, None, MIGRATIONS).unwrap();
    let mut rows =
        after.prepare("SELECT entry_key, reached, minutes, voided, late FROM contact ORDER BY 1").unwrap();
    let read = |row: &daymark_sqlite::rusqlite::Row<'_>| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    };
    let rows: Vec<(String, String, Option<u16>, bool, bool)> =
        rows.query_map([], read).unwrap().map(Result::unwrap).collect();
    let row = |key: &str, reached: &str, minutes, voided, late| {
        (key.to_owned(), reached.to_owned(), minutes, voided, late)
    };
    assert_eq!(
        rows,
        [
            row("a-1", "student", Some(20), false, true),
            row("a-2", "student", None, true, false),
            row("a-3", "family", None, false, false),
            row("a-4", "nobody", None, false, false),
        ]
    );
    let class: String = after.query_row("SELECT class FROM note", [], |row| row.get(0)).unwrap();
    assert_eq!(class, "shareable");
}
