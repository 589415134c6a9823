//! The end of a match: the student leaves the phone, and what was done before still arrives.

use daymark_documents::without_preamble;
use daymark_domain::{CalendarMark, DoorResult, MatchId};
use daymark_mentor_core::api::Failure;
use daymark_protocol::{Hello, Push, SyncApi, Up};

use crate::phone::Phone;
use crate::school::School;

#[tokio::test]
async fn when_a_match_ends_late_entries_arrive_marked_and_the_student_leaves_the_phone() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let students = school.students().await;
    let (ending, staying) =
        (school.match_with(mentor, students[0]).await, school.match_with(mentor, students[1]).await);
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let name = phone.student(ending).unwrap().student;
    phone.greet(ending, school.today.minus(1), DoorResult::Late);
    phone.sync_until_done().await;

    // Without a network the mentor goes on; meanwhile the coordinator ends the match.
    phone.greet(ending, school.today, DoorResult::Greeted);
    phone.greet(staying, school.today, DoorResult::Greeted);
    school.end_match(ending).await;
    phone.sync_until_done().await;

    assert_eq!(phone.status().unsent, 0, "nothing is left behind");
    assert!(matches!(phone.student(ending), Err(Failure::NoSuchMatch)));
    assert!(!phone.everything_stored().contains(&name), "and no trace of the student is either");
    assert_eq!(phone.caseload().len(), 1);
    assert_eq!(school.count("SELECT count(*) FROM door_check WHERE late = 0"), 2);
    assert_eq!(school.count("SELECT count(*) FROM door_check WHERE late = 1"), 1);
    assert_eq!(school.count("SELECT count(*) FROM change WHERE late = 1"), 1);

    // What the team's pages read can be dropped and rebuilt from the changes, lateness included.
    let projected = school.projected();
    assert_eq!(school.workshop.app.store.rebuild_projections(school.id).await.unwrap(), 2);
    assert_eq!(school.projected(), projected);
}

#[tokio::test]
async fn a_month_after_the_end_entries_are_set_aside_for_the_coordinator() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.mark(match_id, school.today, CalendarMark::Present);
    school.end_match(match_id).await;
    school.workshop.set_clock(crate::school::MORNING + 31 * 86_400);
    phone.sync_until_done().await;
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 1));
    assert_eq!(school.count("SELECT count(*) FROM quarantine WHERE code = 'match-ended'"), 1);
    assert_eq!(school.count("SELECT count(*) FROM change"), 0);
}

#[tokio::test]
async fn a_phone_cannot_write_into_a_match_that_is_not_its_mentors() {
    let school = School::open().await;
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let students = school.students().await;
    let own = school.match_with(ana, students[0]).await;
    let foreign = school.match_with(ben, students[1]).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    phone.greet(own, school.today, DoorResult::Greeted);
    // The honest change, sent as if it belonged to the other mentor's match, and to one that does not exist.
    let (bytes, token) = own_change(&phone);
    for target in [foreign, MatchId::random()] {
        let mut frames = Vec::new();
        Up::from(Hello::new(0, None, 0)).write(&mut frames);
        Up::from(Push::new((*target.as_bytes()).into(), vec![without_preamble(&bytes).to_vec().into()]))
            .write(&mut frames);
        phone.link.sync(&token, frames).await.unwrap();
    }
    assert_eq!(school.count("SELECT count(*) FROM change"), 0);
    assert_eq!(school.count("SELECT count(*) FROM quarantine WHERE code = 'not-your-match'"), 2);
}

/// The one change in the outbox, and what it would be sent with.
fn own_change(phone: &Phone) -> (Vec<u8>, String) {
    let mut core = phone.core.borrow_mut();
    let db = core.database();
    let bytes = db.query_row("SELECT bytes FROM change", [], |row| row.get(0)).unwrap();
    (bytes, core.authorization())
}
