//! The turn of the school year and a mentor who stands in, as phones meet them.

use daymark_domain::{
    AccessBasis, ClosureReason, DoorResult, MatchId, NoteText, SchoolDay, SubstituteReason,
};
use daymark_mentor_core::api::Failure;
use daymark_server::store::closing::Author;
use daymark_server::store::rollover::{YearTurn, YearTurned};
use daymark_server::store::substitutes::{NewSubstitute, StandsIn};

use crate::phone::Phone;
use crate::school::{MORNING, School};

const DAY_S: i64 = 86_400;

impl School {
    fn author(&self) -> Author {
        Author { school_id: self.id, by: self.coordinator, at: self.workshop.app.clock.now() }
    }
}

#[tokio::test]
async fn in_the_new_year_a_phone_gets_the_new_record_and_what_it_had_not_sent_still_arrives() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let students = school.students().await;
    let (goes_on, ends) =
        (school.match_with(mentor, students[0]).await, school.match_with(mentor, students[1]).await);
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(goes_on, school.today, DoorResult::Greeted);
    phone.greet(ends, school.today, DoorResult::Late);
    phone.sync_until_done().await;
    let left = phone.student(ends).unwrap().student;

    // Two entries wait on the phone while the year turns on 2 July 2026.
    phone.greet(goes_on, school.today.minus(1), DoorResult::Greeted);
    phone.greet(ends, school.today.minus(1), DoorResult::Greeted);
    let today: SchoolDay = "2026-07-02".parse().unwrap();
    let days = i64::from(today.number() - school.today.number());
    school.workshop.set_clock(MORNING + days * DAY_S);
    let turn = YearTurn {
        first_day: "2026-07-01".parse().unwrap(),
        today,
        expected_end: "2027-06-30".parse().unwrap(),
        go_on: vec![goes_on],
        end: vec![(ends, ClosureReason::YearEnd)],
    };
    let store = &school.workshop.app.store;
    let done = store.turn_the_year(turn, school.author()).await.unwrap();
    assert_eq!(done, YearTurned { went_on: 1, ended: 1 });
    phone.sync_until_done().await;

    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0), "nothing is lost");
    assert_eq!(school.count("SELECT count(*) FROM door_check WHERE late = 1"), 2);
    for old in [goes_on, ends] {
        assert!(matches!(phone.student(old), Err(Failure::NoSuchMatch)), "the old records are gone");
    }
    let caseload = phone.caseload();
    assert_eq!(caseload.len(), 1);
    let kept = store.kept_match(school.id, goes_on, today).await.unwrap().unwrap();
    let new = kept.continued_by.unwrap();
    assert_eq!(phone.student(new).unwrap().student, kept.student_name);
    assert!(!phone.everything_stored().contains(&left), "no trace of who does not go on");
    phone.greet(new, school.today, DoorResult::Greeted);
    phone.sync_until_done().await;
    assert_eq!(phone.status().unsent, 0);
    assert_eq!(
        school.count("SELECT count(*) FROM door_check WHERE late = 0"),
        3,
        "two of the old year, one of the new"
    );
}

#[tokio::test]
async fn who_stands_in_sees_nothing_of_the_other_mentor_and_loses_the_student_after_the_last_day() {
    let school = School::open().await;
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let own = school.match_with(ana, school.students().await[0]).await;
    let anas = Phone::paired(&school, ana).await;
    anas.sync_until_done().await;
    anas.greet(own, school.today, DoorResult::Greeted);
    anas.sync_until_done().await;

    let substitute = NewSubstitute {
        id: MatchId::random(),
        for_match: own,
        mentor_id: ben,
        basis: AccessBasis::SchoolOfficial,
        reason: SubstituteReason::Illness,
        note: Some(NoteText::try_from("Flu".to_owned()).unwrap()),
        today: school.today,
        last_day: school.today.plus(2),
        family_told: true,
    };
    let id = substitute.id;
    let store = &school.workshop.app.store;
    assert_eq!(store.add_substitute(substitute, school.author()).await.unwrap(), StandsIn::Yes);
    let bens = Phone::paired(&school, ben).await;
    bens.sync_until_done().await;
    let name = bens.student(id).unwrap().student;
    assert!(matches!(bens.student(own), Err(Failure::NoSuchMatch)), "Ana's record is not there");
    assert_ne!(bens.record_hash(id), anas.record_hash(own));
    bens.greet(id, school.today, DoorResult::Late);
    bens.sync_until_done().await;

    bens.greet(id, school.today.minus(1), DoorResult::Greeted);
    school.workshop.set_clock(MORNING + 3 * DAY_S);
    bens.sync_until_done().await;
    assert_eq!((bens.status().unsent, bens.status().refused), (0, 0), "the last entry arrives");
    assert!(bens.caseload().is_empty() && !bens.everything_stored().contains(&name));
    anas.sync_until_done().await;
    assert_eq!(anas.caseload().len(), 1, "the own mentor keeps the student");
}
