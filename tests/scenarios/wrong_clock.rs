//! A phone's clock that is wrong is noticed by the server's, and what it writes is kept all the same.

use daymark_domain::DoorResult;

use crate::phone::Phone;
use crate::school::{MORNING, School};

#[tokio::test]
async fn a_phone_whose_clock_is_wrong_is_told_at_the_next_sync_and_again_when_it_is_right() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    assert_eq!(phone.status().clock_off, None);

    phone.clock.set(MORNING + 14 * 60);
    assert_eq!(phone.status().clock_off, None, "without the server nobody knows");
    phone.greet(match_id, school.today, DoorResult::Greeted);
    phone.sync_until_done().await;
    assert_eq!((phone.status().clock_off, phone.status().unsent), (Some(14), 0));
    phone.clock.set(MORNING - 2 * 3_600);
    phone.sync_until_done().await;
    assert_eq!(phone.status().clock_off, Some(-120));
    phone.clock.set(MORNING);
    phone.sync_until_done().await;
    assert_eq!(phone.status().clock_off, None);
    let check = phone.door().rows[0].check.clone().unwrap();
    assert_eq!(check.result, DoorResult::Greeted);
}
