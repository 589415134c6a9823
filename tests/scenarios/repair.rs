//! Damage that nobody noticed: found at the next sync, made good, never overwritten in silence.

use daymark_domain::{CalendarMark, DoorResult, MatchId, MentorId};
use daymark_mentor_core::api::SyncTrouble;
use daymark_server::operations::folder::DataFolder;
use daymark_server::operations::rows;
use daymark_sqlite::rusqlite::params;

use crate::phone::Phone;
use crate::school::School;

async fn at_work() -> (School, MentorId, Vec<MatchId>, Phone) {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let mut matches = Vec::new();
    for student in school.students().await.into_iter().take(2) {
        matches.push(school.match_with(mentor, student).await);
    }
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    for (n, match_id) in matches.iter().enumerate() {
        phone.greet(*match_id, school.today.minus(n as u64 + 1), DoorResult::Greeted);
        phone.mark(*match_id, school.today.minus(n as u64 + 1), CalendarMark::Present);
    }
    phone.sync_until_done().await;
    (school, mentor, matches, phone)
}

/// One stored value of the phone with the bytes that it holds.
struct Stored {
    table: &'static str,
    column: &'static str,
    rowid: i64,
    bytes: Vec<u8>,
}

fn stored(phone: &Phone) -> Vec<Stored> {
    let mut core = phone.core.borrow_mut();
    let db = core.database();
    let mut found = Vec::new();
    for (table, column) in [("record", "document"), ("change", "bytes"), ("change", "hash")] {
        let sql = format!("SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL");
        let mut rows = db.prepare(&sql).unwrap();
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        found.extend(rows.map(|row| {
            let (rowid, bytes) = row.unwrap();
            Stored { table, column, rowid, bytes }
        }));
    }
    found
}

fn put(phone: &Phone, place: &Stored, bytes: &[u8]) {
    let sql = format!("UPDATE {} SET {} = ?1 WHERE rowid = ?2", place.table, place.column);
    phone.core.borrow_mut().database().execute(&sql, params![bytes, place.rowid]).unwrap();
}

fn set_aside(phone: &Phone) -> i64 {
    let sql = "SELECT count(*) FROM damaged";
    phone.core.borrow_mut().database().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// What is stored of the records, to put it back as it was between two flips.
fn keep_all(phone: &Phone) {
    let keep = "CREATE TEMP TABLE kept_change AS SELECT * FROM main.change;
                CREATE TEMP TABLE kept_record AS SELECT * FROM main.record;";
    phone.core.borrow_mut().database().execute_batch(keep).unwrap();
}

fn put_all_back(phone: &Phone) {
    let back = "DELETE FROM main.change; INSERT INTO main.change SELECT * FROM kept_change;
                DELETE FROM main.record; INSERT INTO main.record SELECT * FROM kept_record;";
    phone.core.borrow_mut().database().execute_batch(back).unwrap();
}

#[tokio::test]
async fn a_flipped_bit_in_any_stored_document_or_change_of_a_phone_is_found_at_the_next_sync() {
    let (school, _, matches, phone) = at_work().await;
    // Both kinds: one record with a folded document, one with changes alone; and an entry that is not sent yet.
    let first = school.today.minus(300);
    for n in 0..33 {
        phone.mark(matches[0], first.plus(n), CalendarMark::Present);
        phone.mark(matches[0], first.plus(n), CalendarMark::Cleared);
    }
    phone.sync_until_done().await;
    phone.greet(matches[0], school.today, DoorResult::Late);
    phone.greet(matches[1], school.today, DoorResult::Late);
    keep_all(&phone);
    let places = stored(&phone);
    assert!(["document", "bytes", "hash"].iter().all(|column| places.iter().any(|of| of.column == *column)));
    let expected: Vec<_> = matches.iter().map(|id| phone.record_hash(*id)).collect();
    phone.sync_until_done().await;
    let at_school = school.count("SELECT count(*) FROM change");
    let (mut flipped, mut found) = (0, 0);
    for place in &places {
        for at in (0..place.bytes.len()).step_by(13).chain([place.bytes.len() - 1]) {
            put_all_back(&phone);
            let mut bytes = place.bytes.clone();
            bytes[at] ^= 1 << (at % 8);
            put(&phone, place, &bytes);
            let before = set_aside(&phone);
            phone.sync_until_done().await;
            flipped += 1;
            found += usize::from(set_aside(&phone) > before);
            let now: Vec<_> = matches.iter().map(|id| phone.record_hash(*id)).collect();
            assert_eq!(now, expected, "{} {} row {} byte {at}", place.table, place.column, place.rowid);
            assert_eq!((phone.status().trouble, phone.status().unsent), (None, 0));
        }
    }
    println!("{flipped} bits flipped in {} stored values, {found} found and mended", places.len());
    assert_eq!(found, flipped);
    assert_eq!(school.count("SELECT count(*) FROM change"), at_school, "nothing damaged was handed in");
    let name = phone.student(matches[0]).unwrap().student;
    for match_id in &matches {
        school.end_match(*match_id).await;
    }
    phone.sync_until_done().await;
    assert_eq!(set_aside(&phone), 0, "what was set aside leaves with its student");
    phone
        .core
        .borrow_mut()
        .database()
        .execute_batch("DROP TABLE kept_change; DROP TABLE kept_record")
        .unwrap();
    assert!(!phone.everything_stored().contains(&name));
}

#[tokio::test]
async fn what_the_school_lost_of_a_record_is_handed_in_again_and_what_a_phone_lost_comes_back() {
    let (school, _, matches, phone) = at_work().await;
    let (record, rows) = (phone.record_hash(matches[0]), school.projected());
    let lose = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        Ok(tx.execute_batch(
            "DELETE FROM door_check; DELETE FROM calendar_mark; DELETE FROM change; DELETE FROM record_hash",
        )?)
    };
    school.workshop.store.write_blocking(lose).unwrap();
    phone.sync_until_done().await;
    assert_eq!((school.projected(), phone.status().unsent), (rows, 0));
    assert_eq!(school.count("SELECT count(*) FROM change"), 4);

    let other = Phone::paired(&school, mentor_of(&school, matches[0])).await;
    other.sync_until_done().await;
    let lose = "DELETE FROM record; DELETE FROM change";
    other.core.borrow_mut().database().execute_batch(lose).unwrap();
    assert_ne!(other.record_hash(matches[0]), record);
    other.sync_until_done().await;
    assert_eq!(other.record_hash(matches[0]), record);
    assert_eq!(school.count("SELECT count(*) FROM change"), 4, "it had nothing to hand in");
}

fn mentor_of(school: &School, match_id: MatchId) -> MentorId {
    let read = |db: &daymark_sqlite::rusqlite::Connection| {
        let of = "SELECT mentor_id FROM match WHERE id = ?1";
        Ok(db.query_row(of, [match_id.as_bytes()], |row| row.get(0))?)
    };
    MentorId::from_bytes(school.workshop.store.read_blocking(read).unwrap())
}

/// A record that neither side can mend is told, and costs one round a sync, not an endless one.
#[tokio::test]
async fn a_difference_that_stays_is_told_at_the_second_sync_and_goes_round_once_a_sync() {
    let (school, _, matches, phone) = at_work().await;
    let lie = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        Ok(tx.execute(
            "UPDATE record_hash SET hash = zeroblob(32) WHERE match_id = ?1",
            [matches[0].as_bytes()],
        )?)
    };
    school.workshop.store.write_blocking(lie).unwrap();
    for (sync, trouble) in
        [None, Some(SyncTrouble::OutOfStep), Some(SyncTrouble::OutOfStep)].into_iter().enumerate()
    {
        let before = phone.link.requests.borrow().len();
        phone.sync().await.unwrap();
        assert!(phone.link.requests.borrow().len() - before <= 2);
        assert_eq!(phone.status().trouble, trouble, "sync {sync}");
    }
    phone.greet(matches[0], school.today, DoorResult::Greeted);
    phone.sync_until_done().await;
    assert_eq!((phone.status().trouble, phone.status().unsent), (None, 0), "a new version has a new hash");
}

#[tokio::test]
async fn a_flipped_bit_in_any_stored_change_of_the_server_is_found_at_the_first_sync_of_a_day_and_made_good()
{
    let (school, _, _, phone) = at_work().await;
    let changes = || -> Vec<(i64, Vec<u8>, Vec<u8>)> {
        let read = |db: &daymark_sqlite::rusqlite::Connection| {
            let mut rows = db.prepare("SELECT rowid, hash, bytes FROM change ORDER BY hash")?;
            let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        school.workshop.store.read_blocking(read).unwrap()
    };
    let named = || changes().into_iter().map(|(_, hash, bytes)| (hash, bytes)).collect::<Vec<_>>();
    let (as_they_were, rows) = (named(), school.projected());
    let mut flipped = 0;
    for n in 0..as_they_were.len() {
        for (column, at) in
            [("hash", 3), ("hash", 31), ("bytes", 0), ("bytes", 5), ("bytes", 40), ("bytes", 90)]
        {
            let (rowid, hash, bytes) = changes().swap_remove(n);
            let mut value = if column == "hash" { hash } else { bytes };
            value[at] ^= 1 << (flipped % 8);
            let flip = move |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
                tx.execute(
                    &format!("UPDATE change SET {column} = ?1 WHERE rowid = ?2"),
                    params![value, rowid],
                )?;
                // As on the next day.
                Ok(tx.execute("UPDATE record_hash SET checked = NULL", [])?)
            };
            school.workshop.store.write_blocking(flip).unwrap();
            flipped += 1;
            phone.sync_until_done().await;
            assert_eq!(named(), as_they_were, "{column} of change {n}, byte {at}");
            assert_eq!((phone.status().trouble, phone.status().unsent), (None, 0));
        }
    }
    println!("{flipped} bits flipped on the server, all made good");
    assert_eq!(school.projected(), rows);
}

/// What the team sees is made from the records; where a row is not as they make it, the doctor says so and can be told
/// to write it anew, beside the running server.
#[tokio::test]
async fn a_damaged_row_of_the_teams_pages_is_found_by_the_doctor_and_written_anew() {
    let (school, ..) = at_work().await;
    let folder = DataFolder::with_database(school.folder()).unwrap();
    let right = school.projected();
    assert_eq!(rows::differing(&folder).unwrap(), []);
    for (damage, table) in [
        ("DELETE FROM door_check WHERE entry_key = (SELECT min(entry_key) FROM door_check)", "door_check"),
        ("UPDATE calendar_mark SET day = day + 1", "calendar_mark"),
        ("UPDATE door_check SET voided = 1 - voided", "door_check"),
    ] {
        school.workshop.store.write_blocking(|tx| Ok(tx.execute(damage, [])?)).unwrap();
        let damaged = school.projected();
        let found: Vec<_> = rows::differing(&folder).unwrap().into_iter().map(|(table, _)| table).collect();
        assert_eq!((found, school.projected()), (vec![table], damaged), "looking mends nothing: {damage}");
        rows::write_anew(&folder).unwrap();
        assert_eq!((rows::differing(&folder).unwrap(), school.projected()), (Vec::new(), right.clone()));
    }
}
