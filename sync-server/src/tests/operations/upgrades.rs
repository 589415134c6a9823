//! From each earlier step of the ladder to today: rows are there, what is projected is what the records make, and the way
//! back lies beside it until the next start.

use daymark_sqlite::rusqlite::Connection;
use daymark_sqlite::{Migration, open};

use super::*;
use crate::operations::census::integrity;
use crate::store::access::AccessStore;
use crate::store::schools::SchoolStore;
use crate::store::sqlite::{MIGRATIONS, upgrade};

/// Rows that were valid at the first step already, in every table that has one.
const ROWS: &str = include_str!("../../../../tests/fixtures/upgrades/server-0001.sql");
/// Rows of tables that came later: the step, and what it made possible.
const LATER: &[(usize, &str)] = &[
    (3, include_str!("../../../../tests/fixtures/upgrades/server-0003.sql")),
    (8, include_str!("../../../../tests/fixtures/upgrades/server-0008.sql")),
    (10, include_str!("../../../../tests/fixtures/upgrades/server-0010.sql")),
    (11, include_str!("../../../../tests/fixtures/upgrades/server-0011.sql")),
    (13, include_str!("../../../../tests/fixtures/upgrades/server-0013.sql")),
];

/// A database as that step left it, with rows.
fn frozen(folder: &DataFolder, step: usize) {
    let db = open(&folder.database(), None, &MIGRATIONS[..1]).unwrap();
    db.execute_batch(ROWS).unwrap();
    add_changes(&db);
    drop(db);
    let mut taken = 1;
    for (at, rows) in LATER.iter().filter(|(at, _)| *at <= step) {
        drop(open(&folder.database(), None, &MIGRATIONS[..*at]).unwrap());
        Connection::open(folder.database()).unwrap().execute_batch(rows).unwrap();
        taken = *at;
    }
    assert!(taken <= step);
    drop(open(&folder.database(), None, &MIGRATIONS[..step]).unwrap());
}

/// What the phone had sent: two changes, whose form never changed.
fn add_changes(db: &Connection) {
    let writer = Writer::of_device(&[5; 16], &daymark_domain::DeviceTag::from_serial(1), 0);
    let mut record = MatchRecord::new().unwrap();
    let entries =
        [(1_760_445_720, What::DoorCheck(DoorResult::Greeted)), (1_760_445_780, note("Plays the drums"))];
    let actor = "INSERT OR IGNORE INTO actor (actor, device_id, generation) VALUES (?1, ?2, 0)";
    db.execute(actor, (writer.actor, [5u8; 16])).unwrap();
    for (n, (at, what)) in entries.iter().enumerate() {
        let written = record.add_entry(&writer, today(), *at, what).unwrap();
        let change = inspect(&written.bytes).unwrap();
        db.prepare(
            "INSERT INTO change (school_id, seq, position, match_id, hash, actor, actor_seq, max_op, device_id, bytes, received_at)
             VALUES (?1, 6, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1760446000)",
        )
        .unwrap()
        .execute(daymark_sqlite::rusqlite::params![
            [2u8; 16], n, [1u8; 16], change.hash.0, writer.actor, change.seq, change.max_op, [5u8; 16], written.bytes
        ])
        .unwrap();
    }
}

#[tokio::test]
async fn a_database_of_every_earlier_step_opens_today_with_its_rows() {
    for step in 1..MIGRATIONS.len() {
        let there = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(there.path());
        frozen(&folder, step);
        let before = rows_of(&folder);
        let store = SqliteStore::open(there.path()).unwrap();
        let after = rows_of(&folder);
        for (table, rows) in &before {
            let now = after.iter().find(|(name, _)| name == table).map(|(_, rows)| *rows);
            assert!(now >= Some(*rows), "step {step}: {table} had {rows} rows and has {now:?}");
        }
        let db = Connection::open(folder.database()).unwrap();
        assert_eq!(integrity(&db).unwrap(), Vec::<String>::new(), "step {step}");
        let schools = store.schools().await.unwrap();
        assert_eq!(schools.len(), 1, "step {step}");
        // The gate runs on what was upgraded, and what it finds can be asked for.
        let asker = Asker {
            device_id: DeviceId::from_bytes([5; 16]),
            actor: [0; 16],
            mentor_id: MentorId::from_bytes([4; 16]),
            school_id: schools[0].id,
            cursor: 0,
        };
        store.settle_if_due(schools[0].id, today(), NOON).await.unwrap();
        store.above(asker, Default::default(), today()).await.unwrap();
        let projected = || crate::operations::census::projections_hash(&db).unwrap();
        let before = projected();
        assert_eq!(store.rebuild_projections(schools[0].id).await.unwrap(), 1, "step {step}");
        assert_eq!(projected(), before, "step {step}: the rows are those that the records make");
    }
    println!("{} earlier steps", MIGRATIONS.len() - 1);
}

fn rows_of(folder: &DataFolder) -> Vec<(String, i64)> {
    let db = Connection::open(folder.database()).unwrap();
    let mut tables = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        .unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let count = |table: &String| {
        db.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0)).unwrap()
    };
    tables.iter().map(|table| (table.clone(), count(table))).collect()
}

#[test]
fn a_match_of_before_proposals_gets_an_expected_end_from_its_school() {
    let there = tempfile::tempdir().unwrap();
    let folder = DataFolder::at(there.path());
    frozen(&folder, 10);
    drop(SqliteStore::open(there.path()).unwrap());
    let active = "SELECT expected_end_day FROM match WHERE status = 'active'";
    let db = Connection::open(folder.database()).unwrap();
    let end: Option<i64> = db.query_row(active, [], |row| row.get(0)).unwrap();
    // The last instructional day that the school's calendar knows.
    assert_eq!(end, Some(20_610));
    let closed = "SELECT count(*) FROM match WHERE status = 'closed' AND expected_end_day IS NULL";
    assert_eq!(number(&folder, closed), 1);
}

#[test]
fn a_copy_is_kept_before_the_ladder_is_climbed_until_the_next_start_succeeds() {
    let there = tempfile::tempdir().unwrap();
    let folder = DataFolder::at(there.path());
    frozen(&folder, 9);
    drop(SqliteStore::open(there.path()).unwrap());
    let copy = there.path().join("daymark.sqlite.before-0010");
    let version: usize =
        Connection::open(&copy).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 9, "the way back is a database of the step before");
    // The start that climbed keeps it; the one after it does not.
    assert_eq!(upgrade::copies(there.path()), std::slice::from_ref(&copy));
    upgrade::forget_copies(there.path()).unwrap();
    assert!(!copy.exists());
    drop(SqliteStore::open(there.path()).unwrap());
    assert!(upgrade::copies(there.path()).is_empty(), "nothing to climb, nothing to keep");
}

#[test]
fn a_step_that_fails_leaves_the_database_and_its_copy_as_they_were() {
    let there = tempfile::tempdir().unwrap();
    let folder = DataFolder::at(there.path());
    frozen(&folder, 9);
    let before = rows_of(&folder);
    let mut steps = MIGRATIONS.to_vec();
    let last = steps.len() - 1;
    steps[last] =
        Migration { name: "9999_broken", sql: "CREATE TABLE half_way (x); SELECT no_such_function();" };
    assert!(open(&folder.database(), None, &steps).is_err());
    assert_eq!(rows_of(&folder), before);
    let version = "SELECT user_version FROM pragma_user_version";
    assert_eq!(number(&folder, version), 9);
    drop(SqliteStore::open(there.path()).unwrap());
}
