//! The record of access is a chain: whatever is done to it behind the server's back shows.

use daymark_domain::UserId;
use daymark_sqlite::rusqlite::Connection;

use super::*;
use crate::operations::{OperationError, audit, erase};
use crate::store::audit::{AccessEvent, AuditStore, ChainBreak, ChainHead};

/// What a trigger hinders an honest programme from; whoever has the file has it too.
const UNLOCKED: &str = "DROP TRIGGER access_event_is_sealed; DROP TRIGGER access_event_is_never_changed;
                        DROP TRIGGER access_event_is_never_removed; DROP TRIGGER access_blanked_is_never_changed;
                        DROP TRIGGER access_blanked_is_never_removed;";

/// A school in which so much was looked at.
async fn looked_at(rows: i64) -> School {
    let here = School::open().await;
    let staff = UserId::random();
    let (school, student) = (here.school, here.student);
    let note = move |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        for n in 0..rows {
            let mut event = AccessEvent::by_staff(NOON + n, staff, school, "student_viewed");
            if n % 3 == 0 {
                event = event.about(student);
            }
            if n % 5 == 0 {
                event.detail = Some(format!("page {n}"));
            }
            crate::store::sqlite::note(tx, &event)?;
        }
        Ok(())
    };
    here.store.write_blocking(note).unwrap();
    here
}

fn verified(here: &School, heads: &[ChainHead]) -> Result<ChainHead, ChainBreak> {
    match audit::verify(&here.folder, heads) {
        Ok(end) => Ok(end.unwrap()),
        Err(OperationError::RecordBroken(broken)) => Err(broken),
        Err(error) => panic!("{error}"),
    }
}

/// What somebody with the file does, and what is found; then it is as before.
fn broken_by(here: &School, sql: &str) -> ChainBreak {
    let untouched = std::fs::read(here.folder.database()).unwrap();
    {
        let db = Connection::open(here.folder.database()).unwrap();
        db.execute_batch("PRAGMA foreign_keys = OFF;").unwrap();
        db.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
    }
    let found = verified(here, &[]).expect_err(sql);
    std::fs::write(here.folder.database(), untouched).unwrap();
    found
}

/// Without a write-ahead log and without a server: the file is all there is.
fn closed(here: &mut School) {
    let elsewhere = tempfile::tempdir().unwrap();
    here.store = SqliteStore::open(elsewhere.path()).unwrap();
    let db = Connection::open(here.folder.database()).unwrap();
    db.execute_batch(UNLOCKED).unwrap();
    db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;").unwrap();
}

/// Numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % bound
    }
}

const COLUMNS: [&str; 11] = [
    "at",
    "staff_id",
    "device_id",
    "what",
    "student_id",
    "school_id",
    "by_name",
    "detail",
    "student_salt",
    "detail_salt",
    "hash",
];

#[tokio::test]
async fn whatever_row_of_the_record_is_changed_dropped_swapped_or_cut_off_is_found() {
    let mut here = looked_at(400).await;
    let end = verified(&here, &[]).unwrap();
    closed(&mut here);
    let (rows, mut dice, mut tried) = (end.id, Dice(20), [0; 5]);
    for _ in 0..400 {
        let (one, other) = (1 + dice.below(rows), 1 + dice.below(rows));
        let way = usize::try_from(dice.below(5)).unwrap();
        let (sql, found_at) = match way {
            0 => {
                let column = COLUMNS[usize::try_from(dice.below(11)).unwrap()];
                let other_value = match column {
                    "at" => "at + 1".to_owned(),
                    "what" | "by_name" | "detail" => format!("coalesce({column}, '') || 'x'"),
                    _ => format!("CASE WHEN {column} IS NULL THEN zeroblob(16) END"),
                };
                (format!("UPDATE access_event SET {column} = {other_value} WHERE id = {one}"), one..=one)
            }
            1 => (format!("DELETE FROM access_event WHERE id = {one}"), one..=one),
            2 if one != other => {
                let columns = COLUMNS.join(", ");
                let swap = format!(
                    "CREATE TEMP TABLE two AS SELECT * FROM access_event WHERE id IN ({one}, {other});
                     UPDATE access_event SET ({columns}) = (SELECT {columns} FROM two WHERE two.id = {other}) WHERE id = {one};
                     UPDATE access_event SET ({columns}) = (SELECT {columns} FROM two WHERE two.id = {one}) WHERE id = {other};"
                );
                (swap, one.min(other)..=one.min(other))
            }
            2 => continue,
            3 => (format!("DELETE FROM access_event WHERE id >= {one}"), one..=rows),
            _ => {
                let forgotten = "student_id = NULL, student_salt = NULL, detail = NULL, detail_salt = NULL";
                (
                    format!(
                        "UPDATE access_event SET {forgotten}, what = what || '' , at = at - 1 WHERE id = {one}"
                    ),
                    one..=one,
                )
            }
        };
        let found = match broken_by(&here, &sql) {
            ChainBreak::Changed { id } => id..=id,
            ChainBreak::Missing { first, last } => first..=last,
            other => panic!("{sql}: {other}"),
        };
        assert_eq!(found, found_at, "{sql}");
        tried[way] += 1;
    }
    assert!(tried.iter().all(|times| *times > 50), "{tried:?}");
    assert_eq!(verified(&here, &[]).unwrap(), end);
}

#[tokio::test]
async fn an_erasure_leaves_a_chain_that_holds_and_vouches_for_what_it_forgot() {
    let mut here = looked_at(60).await;
    let before = verified(&here, &[]).unwrap();
    let about = format!("SELECT count(*) FROM access_event WHERE student_id = x'{}'", hex(here.student));
    assert!(here.number(&about) > 10);
    let sis_id = here.student.to_string();
    erase::by_sis_id(&here.folder, &sis_id, "a family asked", "Pat", NOON, false).unwrap();
    assert_eq!(here.number(&about), 0);
    let after = verified(&here, &[before]).expect("the end from before the erasure still stands");
    assert!(after.id > before.id);
    let erasures = "SELECT count(*) FROM access_event WHERE what = 'access_blanked'";
    assert_eq!(here.number(erasures), 1);
    closed(&mut here);
    let hidden = broken_by(
        &here,
        "INSERT INTO access_blanked SELECT id, 'detail', zeroblob(32), (SELECT id FROM access_event WHERE what = 'access_blanked')
         FROM access_event WHERE detail IS NULL AND id NOT IN (SELECT event_id FROM access_blanked) LIMIT 1",
    );
    assert!(matches!(hidden, ChainBreak::Changed { .. }), "{hidden:?}");
    let undone = "DELETE FROM access_blanked WHERE event_id = (SELECT min(event_id) FROM access_blanked)";
    assert!(matches!(broken_by(&here, undone), ChainBreak::Changed { .. }));
}

fn hex(student: StudentId) -> String {
    crate::auth::hex(student.as_bytes())
}

/// Somebody who knows how rows are hashed blanks what they looked at, as an erasure does.
#[tokio::test]
async fn whoever_blanks_a_row_without_an_erasure_is_found_although_every_hash_is_right() {
    let here = looked_at(30).await;
    here.sql(UNLOCKED);
    let student = *here.student.as_bytes();
    // Without the event that vouches.
    let blanked = move |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        crate::store::sqlite::blank::blank(tx, &[student], &[], NOON)?;
        tx.execute_batch(
            "DELETE FROM access_event WHERE what = 'access_blanked';
             UPDATE access_blanked SET by_event = (SELECT min(id) FROM access_event);",
        )?;
        Ok(())
    };
    here.store.write_blocking(blanked).unwrap();
    assert!(matches!(verified(&here, &[]), Err(ChainBreak::Blanked { .. })));
}

#[tokio::test]
async fn an_end_that_was_cut_off_stays_missed_when_the_server_goes_on() {
    let here = looked_at(30).await;
    here.sql("DROP TRIGGER access_event_is_never_removed");
    let end = verified(&here, &[]).unwrap();
    {
        let db = Connection::open(here.folder.database()).unwrap();
        db.execute("DELETE FROM access_event WHERE id > ?1", [end.id - 3]).unwrap();
    }
    assert_eq!(verified(&here, &[]), Err(ChainBreak::Missing { first: end.id - 2, last: end.id }));
    for n in 0..6 {
        let event = AccessEvent::by_staff(NOON + n, UserId::random(), here.school, "week_viewed");
        here.store.note_access(event).await.unwrap();
    }
    assert_eq!(verified(&here, &[]), Err(ChainBreak::Rewritten { id: end.id }));
    // The same after a restart.
    drop(SqliteStore::open_keeping(here.folder.path(), &here.folder.ledger()).unwrap());
    assert_eq!(verified(&here, &[]), Err(ChainBreak::Rewritten { id: end.id }));
}

#[tokio::test]
async fn a_record_that_was_written_anew_from_the_start_is_not_the_one_of_the_backup() {
    let here = looked_at(30).await;
    let (key, _) = here.key("key");
    let backup =
        crate::operations::backup::make(&here.folder, &here.file("backup"), &[key], "Pat", NOON).unwrap();
    let kept = backup.manifest.access_head.unwrap();
    let kept: ChainHead = kept.to_string().parse().unwrap();
    assert!(verified(&here, &[kept]).is_ok());
    // All rows sealed again, after one was changed; the file beside the ledger too.
    here.sql(UNLOCKED);
    here.sql("UPDATE access_event SET what = 'week_viewed' WHERE id = 5");
    here.sql("UPDATE access_event SET hash = NULL");
    here.store.write_blocking(crate::store::sqlite::chain::seal_what_stands).unwrap();
    std::fs::remove_file(here.folder.kept_head()).unwrap();
    let event = AccessEvent::by_staff(NOON, UserId::random(), here.school, "week_viewed");
    here.store.note_access(event).await.unwrap();
    assert!(
        verified(&here, &[]).is_ok(),
        "it is a chain, and nothing on this machine says that it was another"
    );
    assert_eq!(verified(&here, &[kept]), Err(ChainBreak::Rewritten { id: kept.id }));
}

#[tokio::test]
async fn without_a_kept_end_nobody_claims_that_nothing_was_cut_off() {
    let here = looked_at(3).await;
    let end = verified(&here, &[]).unwrap();
    std::fs::remove_file(here.folder.kept_head()).unwrap();
    assert!(matches!(audit::verify(&here.folder, &[]), Err(OperationError::NoHead(_))));
    assert_eq!(verified(&here, &[end]).unwrap(), end, "a head from elsewhere does as well");
}

#[tokio::test]
async fn no_part_of_the_programme_changes_or_removes_an_access() {
    let here = looked_at(3).await;
    for sql in [
        "UPDATE access_event SET what = 'x' WHERE id = 1",
        "DELETE FROM access_event WHERE id = 1",
        "INSERT INTO access_event (at, what) VALUES (1, 'x')",
    ] {
        let done = here.store.write_blocking(|tx| Ok(tx.execute(sql, [])?));
        assert!(done.is_err(), "{sql}");
    }
}
