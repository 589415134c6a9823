//! A phone's clock that is wrong is noticed by the server's, and what it writes is kept all the same.

use daymark_domain::{DoorResult, SchoolDay};

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

const FOUR_HUNDRED_DAYS: i64 = 400 * 86_400;

/// Whatever the two clocks show, no clock decides what is there, once, and in which order it counts.
#[tokio::test]
async fn clocks_of_phone_and_server_that_are_off_by_four_hundred_days_lose_and_double_nothing() {
    for server_off in [-FOUR_HUNDRED_DAYS, FOUR_HUNDRED_DAYS] {
        let school = School::open().await;
        let mentor = school.add_mentor("Ana Ruiz").await;
        let match_id = school.match_with(mentor, school.students().await[0]).await;
        let (phone, other) = (Phone::paired(&school, mentor).await, Phone::paired(&school, mentor).await);
        phone.sync_until_done().await;
        other.sync_until_done().await;
        for (n, phone_off) in [0, -FOUR_HUNDRED_DAYS, FOUR_HUNDRED_DAYS].into_iter().enumerate() {
            school.workshop.set_clock(MORNING);
            phone.sync_until_done().await;
            phone.clock.set(MORNING + phone_off);
            let day = SchoolDay::at(MORNING + phone_off, -5 * 3_600);
            phone.greet(match_id, day.minus(1), DoorResult::Late);
            phone.greet(match_id, day.minus(1), DoorResult::Greeted);
            school.workshop.set_clock(MORNING + server_off);
            phone.sync_until_done().await;
            let told = phone.status().clock_off.map(|minutes| (i64::from(minutes) + 720).div_euclid(1_440));
            let days = (phone_off - server_off) / 86_400;
            assert_eq!(told, (days != 0).then_some(days), "the mentor is told");
            assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
            let twice = i64::try_from(2 * (n + 1)).unwrap();
            assert_eq!(school.count("SELECT count(*) FROM door_check"), twice, "each once");
            assert_eq!(school.count("SELECT count(*) FROM door_check WHERE voided"), twice / 2);
        }
        school.workshop.set_clock(MORNING);
        for phone in [&phone, &other, &phone] {
            phone.clock.set(MORNING);
            phone.sync_until_done().await;
            assert_eq!((phone.status().trouble, phone.status().clock_off), (None, None));
        }
        assert_eq!(phone.record_hash(match_id), other.record_hash(match_id));
        let rows = school.projected();
        school.workshop.app.store.rebuild_projections(school.id).await.unwrap();
        assert_eq!(school.projected(), rows);
        let newcomer = Phone::paired(&school, mentor).await;
        newcomer.sync_until_done().await;
        assert_eq!(newcomer.record_hash(match_id), phone.record_hash(match_id), "as the server has it");
    }
}

#[tokio::test]
async fn what_came_with_a_clock_that_was_off_by_more_than_a_day_is_marked_and_nothing_else_is() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let uncertain = || school.count("SELECT count(*) FROM uncertain_time");

    // A day off is no wrong clock yet.
    phone.clock.set(MORNING + 86_000);
    let certain = phone.greet(match_id, school.today, DoorResult::Greeted);
    phone.sync_until_done().await;
    assert_eq!(uncertain(), 0);

    for (off, marked) in [(2 * 86_400, 1), (-FOUR_HUNDRED_DAYS, 2)] {
        phone.clock.set(MORNING + off);
        phone.greet(match_id, SchoolDay::at(MORNING + off, -5 * 3_600), DoorResult::Late);
        phone.sync_until_done().await;
        phone.sync_until_done().await;
        assert_eq!(uncertain(), marked, "told again it is the same entry");
    }

    // Set right before the sync: the moment has not come yet.
    phone.clock.set(MORNING + 3 * 86_400);
    phone.greet(match_id, school.today.plus(3), DoorResult::Late);
    phone.clock.set(MORNING);
    phone.sync_until_done().await;
    assert_eq!(uncertain(), 3);
    let named = format!("SELECT count(*) FROM uncertain_time WHERE entry_key = '{certain}'");
    assert_eq!(school.count(&named), 0);
    school.workshop.app.store.rebuild_projections(school.id).await.unwrap();
    assert_eq!(uncertain(), 3, "rows that are written again do not forget it");
}
