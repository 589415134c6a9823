//! Backups: whole, closed to strangers, and honest about what happened after them.

use daymark_protocol::access::Leaving;
use daymark_sqlite::rusqlite::Connection;

use super::*;
use crate::operations::census::Census;
use crate::operations::drill::drill;
use crate::operations::erase::by_sis_id;
use crate::operations::restore::{Applied, Restored, restore};
use crate::operations::verify::verify;
use crate::operations::{OperationError, backup};
use crate::store::matches::{MatchEnd, MatchStore};
use crate::store::pairing::{PairingStore, Revocation};
use crate::store::sync::News;

const BY: &str = "Pat";

fn census(folder: &DataFolder) -> Census {
    Census::of(&Connection::open(folder.database()).unwrap()).unwrap()
}

/// The backup of a school, and the key's file.
fn backed_up(here: &School, name: &str) -> (PathBuf, PathBuf) {
    let (public, secret) = here.key(&format!("{name}.key"));
    let file = here.file(name);
    backup::make(&here.folder, &file, &[public], BY, NOON).unwrap();
    (file, secret)
}

fn restored(here: &School, (file, secret): &(PathBuf, PathBuf)) -> (DataFolder, Restored) {
    let to = DataFolder::at(&here.file("restored"));
    let done = restore(file, secret, &to, &here.folder.ledger(), BY, NOON + 60).unwrap();
    (to, done)
}

#[tokio::test]
async fn a_backup_taken_beside_a_server_is_verified_and_restores_every_record() {
    let here = School::open().await;
    std::fs::write(here.folder.path().join("server-key"), "a key").unwrap();
    let before = census(&here.folder);
    let made = backed_up(&here, "one.backup");
    let manifest = verify(&made.0, &made.1, here.there.path()).unwrap().manifest;
    assert_eq!(manifest.census.records.len(), 2);
    assert!(manifest.census.differences(&before).is_empty());
    let (to, done) = restored(&here, &made);
    let after = census(&to);
    assert_eq!(after.records, before.records);
    assert_eq!((after.tables["student"], after.tables["change"]), (2, 4));
    assert_eq!(done.applied, Applied::default());
    assert_eq!(std::fs::read_to_string(to.path().join("server-key")).unwrap(), "a key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(to.path()), mode(&to.database())), (0o700, 0o600));
    }
    // Each phone sees another log and starts over.
    let log_id = "SELECT hex(log_id) FROM school";
    let id = |folder: &DataFolder| -> String {
        Connection::open(folder.database()).unwrap().query_row(log_id, [], |row| row.get(0)).unwrap()
    };
    assert_ne!(id(&to), id(&here.folder));
    assert_eq!(number(&here.folder, "SELECT count(*) FROM access_event WHERE what = 'backup_made'"), 1);
    assert_eq!(number(&to, "SELECT count(*) FROM access_event WHERE what = 'backup_restored'"), 1);
}

#[tokio::test]
async fn a_backup_is_closed_to_strangers_and_to_every_other_key() {
    let here = School::open().await;
    let (file, _) = backed_up(&here, "one.backup");
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(6).any(|window| window == b"Tyrone"));
    let (_, stranger) = here.key("stranger.key");
    let refused = verify(&file, &stranger, here.there.path());
    assert!(matches!(refused, Err(OperationError::Decrypt { .. })));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn nothing_is_overwritten_and_a_backup_that_nobody_could_open_is_not_made() {
    let here = School::open().await;
    let file = here.file("one.backup");
    let none = backup::make(&here.folder, &file, &[], BY, NOON);
    assert!(matches!(none, Err(OperationError::NoRecipient(_))));
    assert!(!file.exists());
    let (public, _) = here.key("key");
    std::fs::write(here.folder.recipients(), format!("# the office\n{public}\n")).unwrap();
    let made = backup::make(&here.folder, &file, &[], BY, NOON).unwrap();
    assert_eq!(made.recipients, 1);
    let again = backup::make(&here.folder, &file, &[], BY, NOON);
    assert!(matches!(again, Err(OperationError::Exists(_))));
    let left: Vec<_> =
        std::fs::read_dir(here.folder.path()).unwrap().flatten().map(|e| e.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".work-")), "{left:?}");
}

#[tokio::test]
async fn a_bit_that_flips_anywhere_in_a_backup_or_an_end_that_is_cut_is_found() {
    let here = School::open().await;
    let (file, secret) = backed_up(&here, "one.backup");
    let whole = std::fs::read(&file).unwrap();
    let damaged = here.file("damaged.backup");
    let places = (0..40).map(|n| n * (whole.len() - 1) / 39);
    let mut tried = 0;
    for place in places {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        std::fs::write(&damaged, &bytes).unwrap();
        assert!(verify(&damaged, &secret, here.there.path()).is_err(), "a flipped bit at {place}");
        tried += 1;
    }
    for length in [0, 100, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&damaged, &whole[..length]).unwrap();
        assert!(verify(&damaged, &secret, here.there.path()).is_err(), "cut at {length}");
        tried += 1;
    }
    assert_eq!(tried, 44);
}

#[tokio::test]
async fn a_record_that_is_not_the_one_in_the_manifest_is_found_though_every_file_is_whole() {
    let here = School::open().await;
    // A projected row that no entry makes: what a damaged server would show its team.
    here.sql("UPDATE door_check SET result = 'not_seen'");
    let (file, secret) = backed_up(&here, "one.backup");
    let found = verify(&file, &secret, here.there.path()).unwrap_err().to_string();
    assert!(found.contains("the team's rows are not those"), "{found}");
}

#[tokio::test]
async fn what_was_decided_since_the_backup_is_decided_again() {
    let here = School::open().await;
    let made = backed_up(&here, "yesterday.backup");
    // Since then: a phone is lost, a match ends, a student is erased, an account is shut out.
    let by = daymark_domain::UserId::random();
    let lost = Revocation { device: here.device, leaving: Leaving::Lost, by, at: NOON + 1 };
    assert!(here.store.revoke_device(here.school, lost).await.unwrap());
    let (id, school_id, reason) = (here.second, here.school, "moved".to_owned());
    let end = MatchEnd { id, school_id, end_day: today(), reason, by, at: NOON + 2 };
    assert!(here.store.end_match(end).await.unwrap());
    let sis_id = here.student.to_string();
    by_sis_id(&here.folder, &sis_id, "a family asked", BY, NOON + 3, false).unwrap();
    here.sql("UPDATE staff SET disabled_at = 7 WHERE login = 'office of Ana'");
    let (to, done) = restored(&here, &made);
    let expected = Applied {
        students_erased: 1,
        matches_erased: 1,
        phones_revoked: 1,
        accounts_disabled: 1,
        matches_taken: 1,
    };
    assert_eq!(done.applied, expected);
    for (count, sql) in [
        (0, "SELECT count(*) FROM student WHERE given_name = 'Tyrone'"),
        (1, "SELECT count(*) FROM student"),
        (0, "SELECT count(*) FROM device WHERE revoked_at IS NULL"),
        (1, "SELECT count(*) FROM device WHERE leaving = 'lost'"),
        (0, "SELECT count(*) FROM match WHERE granted_seq > 0 AND ended_seq IS NULL"),
        (1, "SELECT count(*) FROM match WHERE status = 'closed' AND end_reason = 'moved'"),
        (1, "SELECT count(*) FROM staff WHERE disabled_at = 7"),
        (1, "SELECT count(*) FROM erased_match"),
    ] {
        assert_eq!(number(&to, sql), count, "{sql}");
    }
    assert!(stands_in(to.path(), b"Tyrone").is_empty());
    // Restoring the same once more, from the ledger that the new folder has now, comes to the same.
    let again = DataFolder::at(&here.file("again"));
    let done = restore(&made.0, &made.1, &again, &to.ledger(), BY, NOON + 120).unwrap();
    assert_eq!(done.applied, expected);
}

#[tokio::test]
async fn phones_of_the_restored_server_forget_whom_it_erased() {
    let here = School::open().await;
    let made = backed_up(&here, "yesterday.backup");
    by_sis_id(&here.folder, &here.student.to_string(), "a family asked", BY, NOON + 3, false).unwrap();
    let (to, _) = restored(&here, &made);
    let store = SqliteStore::open(to.path()).unwrap();
    let above = store.above(here.asker(0), Default::default(), today()).await.unwrap();
    let revoked =
        above.pieces.iter().filter(|piece| matches!(piece.news, News::Erased(id) if id == here.first));
    assert_eq!(revoked.count(), 1);
    let records = above.pieces.iter().filter(|piece| matches!(piece.news, News::Record { .. }));
    assert_eq!(records.count(), 1);
}

#[tokio::test]
async fn a_backup_goes_into_an_empty_folder_only_and_a_failed_restore_leaves_none() {
    let here = School::open().await;
    let (file, secret) = backed_up(&here, "one.backup");
    let refused = restore(&file, &secret, &here.folder, &here.folder.ledger(), BY, NOON);
    assert!(matches!(refused, Err(OperationError::NotEmpty(_))));
    let to = DataFolder::at(&here.file("new"));
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert!(restore(&file, &secret, &to, &here.folder.ledger(), BY, NOON).is_err());
    assert!(!to.path().exists());
    let names = std::fs::read_dir(here.there.path()).unwrap().flatten();
    assert!(names.map(|entry| entry.file_name()).all(|name| !name.to_string_lossy().starts_with(".work-")));
}

#[tokio::test]
async fn a_restore_is_practised_by_one_command_and_leaves_nothing_behind() {
    let here = School::open().await;
    let scratch = here.file("scratch");
    std::fs::create_dir(&scratch).unwrap();
    let done = drill(&here.folder, &scratch, BY, NOON).unwrap();
    println!(
        "drill: backup {:?}, verify {:?}, restore {:?}, {} bytes",
        done.backed_up_in, done.verified_in, done.restored_in, done.backup_bytes
    );
    assert_eq!(done.manifest.census.records.len(), 2);
    assert_eq!(std::fs::read_dir(&scratch).unwrap().count(), 0);
    assert_eq!(here.number("SELECT count(*) FROM access_event WHERE what = 'restore_drilled'"), 1);
    assert_eq!(here.number("SELECT count(*) FROM access_event WHERE what = 'backup_made'"), 0);
}
