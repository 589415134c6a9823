//! Erasing: nothing of a student is left in any file, and nothing of anybody else is missing.

use daymark_domain::SchoolDay;
use daymark_sqlite::rusqlite::Connection;
use daymark_sqlite::rusqlite::types::ValueRef;

use super::*;
use crate::operations::backup;
use crate::operations::census::integrity;
use crate::operations::compact::compact;
use crate::operations::erase::by_sis_id;
use crate::operations::purge::purge;
use crate::operations::restore::restore;
use crate::operations::{OperationError, ledger};
use crate::store::sync::{News, RefusedChange};
use crate::tests::furnished::{House, LINCOLN, with_uploads};

const BY: &str = "Pat";

/// Every table and column in which a value or a part of it stands.
fn places_of(db: &Connection, needles: &[&[u8]]) -> Vec<String> {
    let mut tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut found = Vec::new();
    for table in tables {
        let mut rows = db.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns: Vec<String> = rows.column_names().map(str::to_owned).collect();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (n, column) in columns.iter().enumerate() {
                let (ValueRef::Blob(bytes) | ValueRef::Text(bytes)) = row.get_ref(n).unwrap() else {
                    continue;
                };
                let is_in = |needle: &&&[u8]| bytes.windows(needle.len()).any(|window| window == **needle);
                if needles.iter().any(|needle| is_in(&needle)) {
                    found.push(format!("{table}.{column}"));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

#[tokio::test]
async fn of_an_erased_student_no_byte_is_left_in_any_file_of_a_school_in_which_everything_was_used() {
    let server = with_uploads().await;
    let school = server.school;
    let mut house = House::open(&server, school, LINCOLN).await;
    house.furnish().await;
    let folder = DataFolder::at(server.folder());
    let student: StudentId = house.things["student"].parse().unwrap();
    let uuid = student.to_string();
    let db = Connection::open(folder.database()).unwrap();
    let needles: [&[u8]; 3] = [student.as_bytes(), uuid.as_bytes(), b"Tyrone 0"];
    let before = places_of(&db, &needles);
    assert!(before.len() > 14, "too little was furnished to prove anything: {before:?}");
    let others = "SELECT count(*) FROM attendance_event WHERE student_id <> (SELECT id FROM student WHERE sis_id = ?1)";
    let of_others = |db: &Connection| db.query_row(others, [&uuid], |row| row.get::<_, i64>(0)).unwrap();
    let marks_of_others = of_others(&db);
    drop(db);

    let triggers_before = number(&folder, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'");
    assert!(triggers_before > 20);
    let tried = by_sis_id(&folder, &uuid, "asked", BY, NOON, true).unwrap();
    let db = Connection::open(folder.database()).unwrap();
    assert_eq!(places_of(&db, &needles), before, "a dry run changes nothing");
    drop(db);
    let done = by_sis_id(&folder, &uuid, "asked", BY, NOON, false).unwrap();
    assert_eq!(tried.erased.rows, done.erased.rows, "a dry run counts what then goes");
    println!("{} rows of {} tables went", done.erased.rows.values().sum::<u64>(), done.erased.rows.len());
    assert_eq!(done.found_in, Vec::<String>::new());

    let db = Connection::open(folder.database()).unwrap();
    assert_eq!(places_of(&db, &needles), Vec::<String>::new());
    assert_eq!(integrity(&db).unwrap(), Vec::<String>::new());
    let students: i64 = db.query_row("SELECT count(*) FROM student", [], |row| row.get(0)).unwrap();
    assert_eq!(students, 5, "the others are there");
    let marks: i64 = db.query_row("SELECT count(*) FROM attendance_event", [], |row| row.get(0)).unwrap();
    assert_eq!(marks, marks_of_others);
    drop(db);
    for needle in needles {
        assert_eq!(stands_in(folder.path(), needle), Vec::<String>::new());
    }
    let triggers = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'";
    assert_eq!(
        number(&folder, triggers),
        triggers_before,
        "what keeps rows from being changed keeps them again"
    );
}

#[tokio::test]
async fn an_erasure_stays_in_the_record_of_access_without_saying_of_whom() {
    let here = School::open().await;
    let done = by_sis_id(&here.folder, &here.student.to_string(), "a family asked", BY, NOON, false).unwrap();
    assert_eq!(done.found_in, Vec::<String>::new());
    let sql = "SELECT count(*) FROM access_event WHERE what = 'student_erased' AND by_name = 'Pat'
               AND detail = 'a family asked' AND student_id IS NULL";
    assert_eq!(here.number(sql), 1);
    let lines = ledger::read(&here.folder.ledger()).unwrap();
    assert!(lines.iter().any(|line| line.what == ledger::What::StudentErased));
    let ledger = std::fs::read_to_string(here.folder.ledger()).unwrap();
    assert!(!ledger.contains("Tyrone") && !ledger.contains("family asked"), "{ledger}");
    let unknown = by_sis_id(&here.folder, "nobody", "x", BY, NOON, false);
    assert!(matches!(unknown, Err(OperationError::NoSuchStudent(_))));
}

#[tokio::test]
async fn a_phone_is_told_to_forget_and_cannot_bring_an_erased_student_back() {
    let here = School::open().await;
    let cursor = here.store.log(here.school).await.unwrap().seq;
    let (_, found) = here.record(here.first).await;
    by_sis_id(&here.folder, &here.student.to_string(), "asked", BY, NOON, false).unwrap();
    let above = here.store.above(here.asker(cursor), Default::default(), today()).await.unwrap();
    assert!(above.pieces.iter().any(|piece| matches!(piece.news, News::Erased(id) if id == here.first)));
    // The old phone hands in what it has of it: there is no such match, and nothing of it is set aside.
    assert!(here.store.match_for_push(here.asker(0), here.first, None).await.unwrap().is_none());
    let refused = |match_id| RefusedChange {
        match_id,
        hash: [7; 32],
        device_id: here.device,
        code: "not-your-match",
        bytes: found.changes[1].clone(),
        at: NOON,
    };
    here.store.add_refused(vec![refused(here.first), refused(MatchId::random())]).await.unwrap();
    assert_eq!(
        here.number("SELECT count(*) FROM quarantine"),
        1,
        "a stranger's is kept, an erased one's is not"
    );
    assert_eq!(here.number("SELECT count(*) FROM change"), 2, "the other record is whole");
}

#[tokio::test]
async fn a_school_year_goes_when_its_time_is_over_and_not_before() {
    let here = School::open().await;
    let cut = |at| purge(&here.folder, "2025-26", BY, at, false);
    let moment = |text: &str| i64::from(text.parse::<SchoolDay>().unwrap().number()) * 86_400 + 43_200;
    for wrong in ["2025", "2025-27", "25-26", "last year"] {
        let refused = purge(&here.folder, wrong, BY, moment("2028-01-01"), false);
        assert!(matches!(refused, Err(OperationError::BadSchoolYear(_))), "{wrong}");
    }
    // Over since July 2026; kept for one year more, until July 2027.
    for early in ["2026-06-30", "2026-07-01", "2027-06-30"] {
        assert!(matches!(cut(moment(early)), Err(OperationError::TooEarly(_))), "{early}");
    }
    here.sql(
        "UPDATE match SET status = 'closed', end_day = 20600, ended_at = 1780000000 WHERE id = (SELECT match_id FROM change LIMIT 1);
         UPDATE enrollment SET exit_day = 20600 WHERE student_id = (SELECT student_id FROM match WHERE status = 'closed');",
    );
    let after = moment("2027-07-01");
    let (tried, none) = purge(&here.folder, "2025-26", BY, after, true).unwrap();
    assert_eq!((none, here.number("SELECT count(*) FROM match")), (None, 2));
    let (proof, file) = cut(after).unwrap();
    assert_eq!((&tried.rows, tried.students), (&proof.rows, proof.students));
    assert_eq!(proof.found_in, Vec::<String>::new());
    assert_eq!((proof.matches, proof.students), (1, 1));
    assert_eq!(here.number("SELECT count(*) FROM match"), 1, "a match that goes on stays with its record");
    assert_eq!(here.number("SELECT count(*) FROM change"), 2);
    let text = std::fs::read_to_string(file.unwrap()).unwrap();
    assert!(!text.contains("Tyrone") && !text.contains("Keisha"), "{text}");
    assert!(matches!(cut(after), Err(OperationError::Exists(_))), "a proof is never overwritten");
}

#[tokio::test]
async fn each_kind_of_record_goes_when_its_own_time_is_over_and_the_proof_says_what_stays() {
    let here = School::open().await;
    let moment = |text: &str| i64::from(text.parse::<SchoolDay>().unwrap().number()) * 86_400 + 43_200;
    here.store
        .seed_absence(here.school, here.student, day("2025-10-06"), daymark_domain::DayPart::WHOLE)
        .await;
    here.sql(
        "INSERT INTO setting (key, value, set_at, set_by) VALUES ('records_kept_years', '0', 1, 'x'), ('attendance_kept_years', '3', 1, 'x');
         UPDATE match SET status = 'closed', end_day = 20600, ended_at = 1780000000;
         UPDATE enrollment SET exit_day = 20600;",
    );
    let cut = |at: &str| purge(&here.folder, "2025-26", BY, moment(at), false);
    assert!(matches!(cut("2026-06-30"), Err(OperationError::TooEarly(_))));
    let (proof, file) = cut("2026-07-01").unwrap();
    let goes: Vec<_> = proof.schedule.iter().map(|due| (due.kind, due.goes)).collect();
    use crate::operations::purge::Kind;
    let expected =
        [(Kind::Records, true), (Kind::Attendance, false), (Kind::Referrals, false), (Kind::Meetings, false)];
    assert_eq!(goes, expected);
    assert_eq!((proof.matches, proof.students), (2, 0), "nobody goes whole while something of them is kept");
    assert_eq!(here.number("SELECT count(*) FROM change"), 0);
    assert_eq!(here.number("SELECT count(*) FROM attendance_event"), 1);
    assert!(file.unwrap().ends_with("purged-through-2025-26-records.json"));
    let (proof, file) = cut("2029-07-01").unwrap();
    assert_eq!((proof.students, here.number("SELECT count(*) FROM attendance_event")), (2, 0));
    assert!(file.unwrap().ends_with("purged-through-2025-26.json"), "each purge has a proof of its own");
}

/// The raw bytes by which anybody would know the student: names, key, the key as it is spelled.
fn needles_of(student: StudentId) -> [Vec<u8>; 4] {
    [student.as_bytes().to_vec(), student.to_string().into_bytes(), b"Tyrone".to_vec(), b"Quill".to_vec()]
}

#[tokio::test]
async fn a_backup_of_after_the_erasure_holds_no_byte_of_the_student_and_one_of_before_none_once_restored() {
    let here = School::open().await;
    let (public, secret) = here.key("key");
    let [before, after] = ["before.backup", "after.backup"].map(|name| here.file(name));
    backup::make(&here.folder, &before, std::slice::from_ref(&public), BY, NOON).unwrap();
    for needle in needles_of(here.student) {
        assert!(!stands_in(here.folder.path(), &needle).is_empty(), "nothing to take away");
    }
    by_sis_id(&here.folder, &here.student.to_string(), "asked", BY, NOON, false).unwrap();
    compact(&here.folder, BY, NOON + 1).unwrap();
    for needle in needles_of(here.student) {
        assert_eq!(stands_in(here.folder.path(), &needle), Vec::<String>::new(), "after compacting");
    }
    backup::make(&here.folder, &after, &[public], BY, NOON + 2).unwrap();
    for (name, file) in [("restored-after", &after), ("restored-before", &before)] {
        let to = DataFolder::at(&here.file(name));
        restore(file, &secret, &to, &here.folder.ledger(), BY, NOON + 60).unwrap();
        assert_eq!(number(&to, "SELECT count(*) FROM student"), 1, "{name}: the other one is there");
        for needle in needles_of(here.student) {
            assert_eq!(stands_in(to.path(), &needle), Vec::<String>::new(), "{name}");
        }
    }
}

#[tokio::test]
async fn of_a_school_year_that_was_purged_no_file_holds_a_name() {
    let here = School::open().await;
    here.sql(
        "UPDATE match SET status = 'closed', end_day = 20600, ended_at = 1780000000;
         UPDATE enrollment SET exit_day = 20600;",
    );
    for needle in needles_of(here.student) {
        assert!(!stands_in(here.folder.path(), &needle).is_empty(), "nothing to take away");
    }
    let over = i64::from(day("2027-07-01").number()) * 86_400 + 43_200;
    let (proof, _) = purge(&here.folder, "2025-26", BY, over, false).unwrap();
    assert_eq!((proof.students, proof.found_in), (2, Vec::new()));
    for needle in
        needles_of(here.student).into_iter().chain([b"Keisha".to_vec(), b"Plays the drums".to_vec()])
    {
        assert_eq!(stands_in(here.folder.path(), &needle), Vec::<String>::new());
    }
}
