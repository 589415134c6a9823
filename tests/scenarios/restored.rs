//! A server restored from yesterday's backup heals from its phones: what it had acknowledged is back, whoever wrote it.

use std::collections::BTreeSet;

use daymark_domain::{CalendarMark, DoorResult, MatchId, MentorId};
use daymark_mentor_core::sync::SyncError;
use daymark_protocol::LinkError;
use daymark_protocol::access::Leaving;
use daymark_server::store::pairing::Revocation;
use tempfile::TempDir;

use crate::link::Link;
use crate::phone::Phone;
use crate::school::School;

/// A school with a mentor of two students, one of whose matches ends, and another mentor.
struct Yesterday {
    school: School,
    ana: MentorId,
    matches: [MatchId; 2],
    bens: MatchId,
    /// Ana's two phones, and Ben's two.
    phones: [Phone; 4],
    backup: TempDir,
}

impl Yesterday {
    async fn at_the_backup() -> Self {
        let school = School::open().await;
        let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
        let students = school.students().await;
        let matches = [school.match_with(ana, students[0]).await, school.match_with(ana, students[1]).await];
        let bens = school.match_with(ben, students[2]).await;
        let phones = [
            Phone::paired(&school, ana).await,
            Phone::paired(&school, ana).await,
            Phone::paired(&school, ben).await,
            Phone::paired(&school, ben).await,
        ];
        for phone in &phones {
            phone.sync_until_done().await;
        }
        phones[0].greet(matches[0], school.today.minus(2), DoorResult::Greeted);
        phones[1].greet(matches[0], school.today.minus(3), DoorResult::Late);
        phones[2].greet(bens, school.today.minus(2), DoorResult::NotSeen);
        for phone in [&phones[0], &phones[1], &phones[2], &phones[0]] {
            phone.sync_until_done().await;
        }
        let backup = tempfile::tempdir().unwrap();
        school.backup(&backup.path().join("daymark.sqlite"));
        Self { school, ana, matches, bens, phones, backup }
    }

    async fn restore(&mut self, others: &mut [&mut Phone]) {
        self.school.restore(&self.backup.path().join("daymark.sqlite")).await;
        for phone in self.phones.iter_mut().chain(others.iter_mut().map(|phone| &mut **phone)) {
            phone.link = Link::to(&self.school.address);
        }
    }

    fn changes(&self) -> BTreeSet<String> {
        let read = |db: &daymark_sqlite::rusqlite::Connection| {
            let mut changes = db.prepare("SELECT hex(match_id) || hex(hash) FROM change")?;
            let changes = changes.query_map([], |row| row.get(0))?;
            Ok(changes.collect::<Result<BTreeSet<String>, _>>()?)
        };
        self.school.workshop.store.read_blocking(read).unwrap()
    }

    async fn hashes(&self) -> Vec<[u8; 32]> {
        let of = |match_id: MatchId| {
            let read = move |db: &daymark_sqlite::rusqlite::Connection| {
                let of = "SELECT hash FROM record_hash WHERE match_id = ?1";
                Ok(db.query_row(of, [match_id.as_bytes()], |row| row.get(0))?)
            };
            self.school.workshop.store.read_blocking(read).unwrap()
        };
        self.matches.iter().chain([&self.bens]).map(|id| of(*id)).collect()
    }
}

#[tokio::test]
async fn everything_that_was_acknowledged_since_the_backup_is_back_after_each_phone_synced_once() {
    let mut then = Yesterday::at_the_backup().await;
    let (school, today) = (&then.school, then.school.today);
    // More work, on a phone that the backup does not know as well.
    let mut new = Phone::paired(school, then.ana).await;
    new.sync_until_done().await;
    new.greet(then.matches[1], today, DoorResult::Late);
    new.mark(then.matches[0], today, CalendarMark::Present);
    for (n, phone) in then.phones[..2].iter().enumerate() {
        phone.greet(then.matches[n], today, DoorResult::Greeted);
        phone.greet(then.matches[0], today.minus(1), DoorResult::NotSeen);
    }
    then.phones[2].greet(then.bens, today, DoorResult::Greeted);
    then.phones[3].greet(then.bens, today.minus(1), DoorResult::Late);
    for phone in [&new, &then.phones[0], &then.phones[1], &then.phones[3], &then.phones[2], &then.phones[0]] {
        phone.sync_until_done().await;
        assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    }
    // Since then: a match ended, which its phone has not heard of, and a phone was shut out.
    then.phones[2].greet(then.bens, today.minus(4), DoorResult::Late);
    school.end_match(then.bens).await;
    let store = &school.workshop.app.store;
    let shut_out = store.devices_of_mentor(school.id, then.ana).await.unwrap().pop().unwrap().id;
    let (leaving, by, at) = (Leaving::Lost, school.coordinator, crate::school::MORNING);
    let revocation = Revocation { device: shut_out, leaving, by, at };
    assert!(store.revoke_device(school.id, revocation).await.unwrap());
    let (changes, hashes, tags) = (then.changes(), then.hashes().await, device_tags(&then, "").len());

    then.restore(&mut [&mut new]).await;
    assert!(then.changes().len() < changes.len(), "the backup lacks something");
    // A stranger is paired before anybody comes back: no tag is given out twice.
    let stranger = Phone::paired(&then.school, then.ana).await;
    assert!(matches!(new.sync().await, Err(SyncError::Link(LinkError::NotPaired))));
    then.school.pair(&new.core, then.ana).await;
    for phone in then.phones.iter().chain([&new]) {
        phone.sync_until_done().await;
        assert_eq!((phone.status().unsent, phone.status().refused), (0, 0), "each in one sync");
    }
    let back = then.changes();
    assert!(
        changes.is_subset(&back),
        "{} of {} are back",
        changes.intersection(&back).count(),
        changes.len()
    );
    assert_eq!(back.len(), changes.len() + 1, "and what was not sent yet came with it");
    assert_eq!(then.hashes().await[..2], hashes[..2], "the records say the same");
    assert_eq!(device_tags(&then, "").len(), tags + 2, "the stranger, and the new phone's second name");
    assert_eq!(then.school.count("SELECT count(*) FROM quarantine"), 0);
    drop(stranger);

    // Afterwards everything is as ever: one small exchange, and both sides have the same.
    for phone in then.phones.iter().chain([&new]) {
        phone.sync_until_done().await;
        let before = phone.link.requests.borrow().len();
        phone.sync().await.unwrap();
        assert_eq!((phone.link.requests.borrow().len() - before, phone.status().trouble), (1, None));
    }
    for match_id in then.matches {
        assert_eq!(then.phones[0].record_hash(match_id), new.record_hash(match_id));
        assert_eq!(then.phones[0].record_hash(match_id), then.phones[1].record_hash(match_id));
    }
}

fn device_tags(then: &Yesterday, of: &str) -> Vec<i64> {
    let read = |db: &daymark_sqlite::rusqlite::Connection| {
        let mut serials = db.prepare(&format!("SELECT DISTINCT serial FROM device {of} ORDER BY serial"))?;
        let serials = serials.query_map([], |row| row.get(0))?;
        Ok(serials.collect::<Result<Vec<i64>, _>>()?)
    };
    then.school.workshop.store.read_blocking(read).unwrap()
}

#[tokio::test]
async fn what_a_phone_wrote_that_is_lost_for_good_comes_back_from_the_mentors_other_phone() {
    let mut then = Yesterday::at_the_backup().await;
    let today = then.school.today;
    let new = Phone::paired(&then.school, then.ana).await;
    new.sync_until_done().await;
    new.greet(then.matches[1], today, DoorResult::Late);
    new.sync_until_done().await;
    then.phones[0].sync_until_done().await;
    let (changes, hashes) = (then.changes(), then.hashes().await);
    // The new phone lies in a river, and the backup never knew it.
    drop(new);
    then.restore(&mut []).await;
    then.phones[0].sync_until_done().await;
    assert_eq!((then.phones[0].status().unsent, then.phones[0].status().refused), (0, 0));
    assert_eq!(then.changes(), changes);
    assert_eq!(then.hashes().await, hashes, "under the names under which they were written");
}

#[tokio::test]
async fn what_was_acknowledged_in_a_match_that_had_ended_is_handed_in_before_it_leaves_the_phone() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(ana, school.students().await[0]).await;
    let phone = Phone::paired(&school, ana).await;
    let other = Phone::paired(&school, ana).await;
    for phone in [&phone, &other] {
        phone.sync_until_done().await;
    }
    // The backup is from after the end; the phone's entry was acknowledged before, and the disk lost it all the same.
    phone.greet(match_id, school.today, DoorResult::Greeted);
    phone.sync_until_done().await;
    school.end_match(match_id).await;
    let backup = tempfile::tempdir().unwrap();
    let file = backup.path().join("daymark.sqlite");
    school.backup(&file);
    let lost = daymark_sqlite::rusqlite::Connection::open(&file).unwrap();
    lost.execute_batch("DELETE FROM door_check; DELETE FROM change; DELETE FROM record_hash;").unwrap();
    drop(lost);
    let (mut school, mut phone) = (school, phone);
    school.restore(&file).await;
    phone.link = Link::to(&school.address);
    phone.sync_until_done().await;
    assert!(phone.caseload().is_empty(), "the student has left the phone");
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 1, "and the greeting is at school");
}

/// Whoever comes with somebody else's certificate, or with none, brings nothing back under that name.
#[tokio::test]
async fn a_certificate_of_another_mentors_phone_opens_nothing() {
    let mut then = Yesterday::at_the_backup().await;
    let mut bens_new = Phone::paired(&then.school, {
        let ben: [u8; 16] = {
            let of = "SELECT mentor_id FROM match WHERE id = ?1";
            let read = |db: &daymark_sqlite::rusqlite::Connection| {
                Ok(db.query_row(of, [then.bens.as_bytes()], |row| row.get(0))?)
            };
            then.school.workshop.store.read_blocking(read).unwrap()
        };
        MentorId::from_bytes(ben)
    })
    .await;
    bens_new.sync_until_done().await;
    then.restore(&mut [&mut bens_new]).await;
    // Ana's code, on a phone that was Ben's.
    then.school.pair(&bens_new.core, then.ana).await;
    bens_new.sync_until_done().await;
    bens_new.greet(then.matches[0], then.school.today, DoorResult::Greeted);
    bens_new.sync_until_done().await;
    assert_eq!(then.school.count("SELECT count(*) FROM device WHERE platform = 'before the restore'"), 0);
}
