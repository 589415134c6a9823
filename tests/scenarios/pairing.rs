//! From a code to a paired phone, and out again.

use daymark_mentor_core::api::Failure;
use daymark_mentor_core::sync::{HttpApi, SyncError, pair};
use daymark_protocol::LinkError;

use crate::phone::Phone;
use crate::school::{MORNING, School};

#[tokio::test]
async fn a_code_pairs_one_phone_and_only_within_ten_minutes() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let api = HttpApi::new(&school.address);
    let (first, second) = (Phone::unpaired(&school.address), Phone::unpaired(&school.address));

    let code = school.invite(mentor).await;
    // As people type it.
    let typed = format!(" {}-{} ", code[..5].to_lowercase(), &code[5..]);
    pair(&first.core, &api, &school.address, &typed, "desktop").await.unwrap();
    assert_eq!(first.status().mentor.as_deref(), Some("Ana Ruiz"));
    let again = pair(&second.core, &api, &school.address, &code, "desktop").await;
    assert_eq!(again, Err(Failure::CodeRefused), "the code is used up");

    let late = school.invite(mentor).await;
    school.workshop.set_clock(MORNING + 601);
    let too_late = pair(&second.core, &api, &school.address, &late, "desktop").await;
    assert_eq!(too_late, Err(Failure::CodeRefused), "the code is too old");
    assert_eq!(second.status().mentor, None);
}

#[tokio::test]
async fn a_phone_that_was_shut_out_keeps_its_entries_and_is_told_so() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(match_id, school.today, daymark_domain::DoorResult::Greeted);
    let store = &school.workshop.app.store;
    let device = store.devices_of_mentor(school.id, mentor).await.unwrap()[0].id;
    assert!(store.revoke_device(school.id, device, school.coordinator, MORNING).await.unwrap());
    assert!(matches!(phone.sync().await, Err(SyncError::Link(LinkError::NotPaired))));
    assert_eq!(phone.status().unsent, 1);
}

#[tokio::test]
async fn a_phone_that_is_paired_again_hands_in_what_it_wrote_before() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(match_id, school.today.minus(1), daymark_domain::DoorResult::Greeted);
    let code = school.invite(mentor).await;
    pair(&phone.core, &HttpApi::new(&school.address), &school.address, &code, "desktop").await.unwrap();
    phone.greet(match_id, school.today, daymark_domain::DoorResult::Late);
    phone.sync_until_done().await;
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 2);
}
