//! One phone's data twice: restored from an older copy, or cloned. And what the school refuses, with the real server.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use daymark_domain::{CalendarMark, DoorResult, MatchId, MentorId, SchoolDay};
use daymark_mentor_core::api::{Reply, Request};
use daymark_mentor_core::open::{Folder, open};
use daymark_mentor_core::sync::{HttpApi, SharedCore, run_once};
use daymark_sqlite::DatabaseKey;
use tempfile::TempDir;

use crate::school::{MORNING, School};

const KEY: DatabaseKey = DatabaseKey([5; 32]);

/// A folder of a phone, and the core over it.
struct Copy {
    folder: TempDir,
    core: SharedCore,
}

/// `asks_the_platform`: whether the copy can see for itself that it is one.
fn opened(folder: &Path, asks_the_platform: bool) -> SharedCore {
    let mut place = Folder::at(folder);
    let install = asks_the_platform.then(|| place.install().unwrap());
    Rc::new(RefCell::new(open(&mut place, &KEY, install.as_deref(), Rc::new(|| MORNING)).unwrap()))
}

impl Copy {
    async fn paired(school: &School, mentor: MentorId, asks_the_platform: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let core = opened(folder.path(), asks_the_platform);
        school.pair(&core, mentor).await;
        drop(core);
        Self { core: opened(folder.path(), asks_the_platform), folder }
    }

    /// The same data in another folder.
    fn copied(&self, asks_the_platform: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(self.folder.path()).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
        Self { core: opened(folder.path(), asks_the_platform), folder }
    }

    async fn sync(&self, school: &School) {
        run_once(&self.core, &HttpApi::new(&school.address)).await.unwrap();
    }

    fn greet(&self, match_id: MatchId, day: SchoolDay) {
        let request = Request::RecordDoorCheck { match_id, day, result: DoorResult::Greeted };
        assert!(matches!(self.core.borrow_mut().answer(request), Ok(Reply::Saved { .. })));
    }

    fn meet(&self, match_id: MatchId, day: SchoolDay, minutes: u16) {
        let request = Request::RecordOneOnOne { match_id, day, minutes };
        assert!(matches!(self.core.borrow_mut().answer(request), Ok(Reply::Saved { .. })));
    }

    fn mark(&self, match_id: MatchId, day: SchoolDay) {
        let request = Request::MarkCalendarDay { match_id, day, mark: CalendarMark::Present };
        self.core.borrow_mut().answer(request).unwrap();
    }
}

async fn school_with_matches(count: usize) -> (School, MentorId, Vec<MatchId>) {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let mut matches = Vec::new();
    for student in school.students().await.into_iter().take(count) {
        matches.push(school.match_with(mentor, student).await);
    }
    (school, mentor, matches)
}

async fn two_copies_that_both_write(asks_the_platform: bool) {
    let (school, mentor, matches) = school_with_matches(3).await;
    let first = Copy::paired(&school, mentor, asks_the_platform).await;
    first.sync(&school).await;
    first.greet(matches[0], school.today);
    first.sync(&school).await;
    let copies = [first.copied(asks_the_platform), first];
    let mut minutes = 0;
    let mut written = BTreeSet::new();
    for _ in 0..4 {
        for copy in &copies {
            for match_id in &matches {
                minutes += 1;
                copy.meet(*match_id, school.today, minutes);
                written.insert(minutes);
            }
            copy.mark(matches[1], school.today.minus(u64::from(minutes) % 9));
            copy.sync(&school).await;
        }
    }
    for copy in [0, 1, 0, 1] {
        copies[copy].sync(&school).await;
    }
    for copy in &copies {
        let status = copy.core.borrow().status().unwrap();
        assert_eq!((status.unsent, status.refused), (0, 0), "nothing is wedged and nothing is set aside");
    }
    for match_id in &matches {
        let hashes = copies.each_ref().map(|copy| copy.core.borrow().record_hash(*match_id).unwrap());
        assert_eq!(hashes[0], hashes[1], "both show the same record");
    }
    let entries = school.count("SELECT count(*) FROM contact WHERE minutes IS NOT NULL");
    let different = school.count("SELECT count(DISTINCT minutes) FROM contact");
    let expected = i64::try_from(written.len()).unwrap();
    assert_eq!((entries, different), (expected, expected), "each entry of both is on the server once");
}

#[tokio::test]
async fn two_copies_of_a_phone_that_see_what_they_are_lose_nothing_and_agree() {
    two_copies_that_both_write(true).await;
}

#[tokio::test]
async fn two_copies_of_a_phone_that_only_the_server_can_tell_apart_lose_nothing_and_agree() {
    two_copies_that_both_write(false).await;
}

#[tokio::test]
async fn a_phone_that_was_put_back_to_an_older_day_gets_back_what_it_had_sent_and_goes_on() {
    let (school, mentor, matches) = school_with_matches(1).await;
    let phone = Copy::paired(&school, mentor, false).await;
    phone.sync(&school).await;
    phone.meet(matches[0], school.today, 1);
    phone.sync(&school).await;
    let older = phone.copied(false);
    phone.meet(matches[0], school.today, 2);
    phone.meet(matches[0], school.today, 3);
    phone.sync(&school).await;
    drop(phone);
    older.meet(matches[0], school.today, 4);
    older.sync(&school).await;
    older.sync(&school).await;
    let Ok(Reply::Student(page)) =
        older.core.borrow_mut().answer(Request::Student { match_id: matches[0], month: None })
    else {
        panic!()
    };
    assert_eq!(page.log.len(), 4);
    assert_eq!(school.count("SELECT count(DISTINCT minutes) FROM contact"), 4);
    let status = older.core.borrow().status().unwrap();
    assert_eq!((status.unsent, status.refused), (0, 0));
}

#[tokio::test]
async fn a_damaged_phone_gets_its_students_back_and_hands_in_what_it_had_not_sent() {
    let (school, mentor, matches) = school_with_matches(2).await;
    let Copy { folder, core } = Copy::paired(&school, mentor, true).await;
    let phone = Copy { folder, core };
    phone.sync(&school).await;
    phone.meet(matches[0], school.today, 1);
    phone.sync(&school).await;
    phone.meet(matches[0], school.today, 2);
    phone.meet(matches[1], school.today, 3);
    let Copy { folder, core } = phone;
    drop(core);
    let path = folder.path().join("daymark.sqlite");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[3 * 4096 + 99] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let phone = Copy { core: opened(folder.path(), true), folder };
    let Ok(Reply::SetAside(view)) = phone.core.borrow_mut().answer(Request::SetAside) else { panic!() };
    let damage = view.damage.unwrap();
    assert_eq!((damage.rescued, damage.lost, damage.paired), (2, 0, true));
    phone.sync(&school).await;
    phone.sync(&school).await;
    assert_eq!(phone.core.borrow().status().unwrap().unsent, 0);
    assert_eq!(school.count("SELECT count(DISTINCT minutes) FROM contact"), 3);
    for (match_id, entries) in matches.iter().zip([2, 1]) {
        let page = phone.core.borrow_mut().answer(Request::Student { match_id: *match_id, month: None });
        let Ok(Reply::Student(page)) = page else { panic!("{page:?}") };
        assert_eq!(page.log.len(), entries);
    }
    phone.meet(matches[1], school.today, 4);
    phone.sync(&school).await;
    assert_eq!(school.count("SELECT count(DISTINCT minutes) FROM contact"), 4);
}
