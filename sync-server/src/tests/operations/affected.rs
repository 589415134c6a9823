//! After a breach: whose records may have been seen.

use daymark_domain::UserId;

use super::*;
use crate::operations::OperationError;
use crate::operations::affected::{Whose, affected};
use crate::store::accounts::{AccountStore, NewAccount, Role};
use crate::store::audit::{AccessEvent, AuditStore};

const DAY: i64 = 86_400;

async fn account(here: &School, login: &str) -> UserId {
    let (id, login) = (UserId::random(), login.to_owned());
    let (name, password_hash) = (login.clone(), String::new());
    let new =
        NewAccount { id, school_id: here.school, login, name, role: Role::Team, password_hash, at: NOON };
    here.store.add_account(new).await.unwrap();
    id
}

#[tokio::test]
async fn a_breach_lists_whom_an_account_opened_in_its_days_and_on_which_lists_all_stood() {
    let here = School::open().await;
    let (kim, lee) = (account(&here, "kim").await, account(&here, "lee").await);
    let looked = |by, at, what: &str| AccessEvent::by_staff(at, by, here.school, what);
    for event in [
        looked(kim, NOON, "student_viewed").about(here.student),
        looked(kim, NOON + 60, "student_viewed").about(here.student),
        looked(kim, NOON + 120, "week_viewed"),
        looked(lee, NOON + 180, "packet_exported"),
        looked(kim, NOON + 9 * DAY, "student_record_exported").about(here.student),
    ] {
        here.store.note_access(event).await.unwrap();
    }
    let key = here.student.to_string();
    let found = affected(&here.folder, &Whose::Account("kim".into()), NOON - DAY, NOON + DAY).unwrap();
    let [one] = &found.students[..] else { panic!("{found:?}") };
    assert_eq!((&one.student, one.times, one.first, one.last), (&key, 2, NOON, NOON + 60));
    let lists: Vec<_> = found.lists.iter().map(|(_, what, times)| (what.as_str(), *times)).collect();
    assert_eq!(lists, [("week_viewed", 1)]);
    let all = affected(&here.folder, &Whose::Everybodys, NOON - DAY, NOON + DAY).unwrap();
    assert!(all.lists.iter().any(|(_, what, _)| what == "packet_exported"), "{all:?}");
    let unknown = affected(&here.folder, &Whose::Account("nobody".into()), 0, NOON);
    assert!(matches!(unknown, Err(OperationError::NobodyOfThatName(_))));
}

#[tokio::test]
async fn a_lost_phone_lists_the_students_that_it_held_and_no_others() {
    let here = School::open().await;
    let other = here.store.seed_student(here.school, "Lisa", "Dyer", day("2025-08-25")).await;
    let phone = Whose::Phone(crate::auth::hex(here.device.as_bytes()));
    let found = affected(&here.folder, &phone, NOON, NOON + DAY).unwrap();
    let keys: Vec<_> = found.students.iter().map(|one| one.student.clone()).collect();
    assert_eq!(keys.len(), 2);
    assert!(keys.contains(&here.student.to_string()) && !keys.contains(&other.to_string()), "{keys:?}");
    let before = affected(&here.folder, &phone, 0, DAY).unwrap();
    assert_eq!(before.students, [], "not before the matches began");
}
