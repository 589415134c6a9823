//! A phone that was paired with an earlier version, after the update.

use daymark_documents::{MatchRecord, Writer};
use daymark_domain::{Contact, ContactKind, What};
use daymark_sqlite::open;
use daymark_sqlite::rusqlite::params;

use super::*;

#[test]
fn a_phone_of_the_first_version_shows_its_entries_and_their_state_after_the_update() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("daymark.sqlite");
    let before = open(&path, None, &MIGRATIONS[..1]).unwrap();
    let student =
        "INSERT INTO student (id, first_name, family_name, entry_day) VALUES (?1, 'Amir', 'Example', 20000)";
    before.execute(student, params![[1_u8; 16]]).unwrap();
    let matched = "INSERT INTO match (id, student_id, start_day, wake_up_calls) VALUES (?1, ?1, 20000, 0)";
    before.execute(matched, params![[1_u8; 16]]).unwrap();
    let phone = "INSERT INTO phone (id, device_id, device_tag, signing_key, token, server, mentor)
                 VALUES (1, ?1, 'b', ?1, 'token', 'http://127.0.0.1:1', 'Ana')";
    before.execute(phone, params![[9_u8; 16]]).unwrap();
    let writer = Writer::of_device(&[9; 16], &DeviceTag::from_serial(11), 0);
    let mut record = MatchRecord::new().unwrap();
    let call = What::Contact(Contact::call(ContactKind::WakeUpCall, CallOutcome::NoAnswer));
    for (state, what) in [("sent", What::DoorCheck(DoorResult::Late)), ("unsent", call.clone())] {
        let written = record.add_entry(&writer, today(), TUESDAY_MORNING, &what).unwrap();
        let add = "INSERT INTO change (match_id, hash, bytes, state, entry_key) VALUES (?1, ?2, ?3, ?4, ?5)";
        let key = written.key.unwrap().to_string();
        before.execute(add, params![[1_u8; 16], written.hash.0, written.bytes, state, key]).unwrap();
    }
    drop(before);

    let mut db = open(&path, None, MIGRATIONS).unwrap();
    projection::catch_up(&mut db).unwrap();
    let (mut core, _) = core_over(db);
    let log = page(&mut core, 1).log;
    let shown: Vec<_> = log.into_iter().map(|entry| (entry.what, entry.state)).collect();
    assert_eq!(shown, [(call, EntryState::Saved), (What::DoorCheck(DoorResult::Late), EntryState::Sent)]);
    // And it goes on writing where it was.
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    assert_eq!(page(&mut core, 1).log.len(), 3);
}
