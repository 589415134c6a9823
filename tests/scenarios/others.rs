//! Two mentors of one student: each knows that the other did something, and nothing of what was said.

use daymark_domain::{
    Audience, CallOutcome, Contact, ContactKind, DoorResult, EntryKey, MatchId, NoteClass, Reach,
    ReportedReason, StudentId,
};
use daymark_mentor_core::api::{OtherContact, Reply, Request};

use crate::link::Fault;
use crate::phone::Phone;
use crate::school::{MORNING, School};

const CANARY: &str = "Kanarienvogel";
const DAY_S: i64 = 86_400;

struct Two {
    school: School,
    ana: Phone,
    ben: Phone,
    /// Of another student.
    cleo: Phone,
    anas: MatchId,
    bens: MatchId,
    student: StudentId,
}

async fn two_mentors_of_one_student() -> Two {
    let school = School::open().await;
    let students = school.students().await;
    let mut phones = Vec::new();
    for (name, student) in [("Ana Ruiz", 0), ("Ben Adeyemi", 0), ("Cleo Park", 1)] {
        let mentor = school.add_mentor(name).await;
        let match_id = school.match_with(mentor, students[student]).await;
        let phone = Phone::paired(&school, mentor).await;
        phone.sync_until_done().await;
        phones.push((phone, match_id));
    }
    let [(ana, anas), (ben, bens), (cleo, _)] = phones.try_into().ok().unwrap();
    Two { school, ana, ben, cleo, anas, bens, student: students[0] }
}

impl Two {
    fn ben_calls_home(&self) -> EntryKey {
        let contact = Contact {
            reason: Some(ReportedReason::Transport),
            minutes: Some(12),
            ..Contact::call(ContactKind::AbsenceCall, CallOutcome::ReachedGuardian)
        };
        let request = Request::RecordContact { match_id: self.bens, day: self.school.today, contact };
        match self.ben.ask(request) {
            Ok(Reply::Saved { key: Some(key), .. }) => key,
            other => panic!("{other:?}"),
        }
    }

    async fn all_sync(&self) {
        for phone in [&self.ben, &self.ana, &self.cleo] {
            phone.sync_until_done().await;
        }
    }

    fn known_to_ana(&self) -> Vec<(ContactKind, Reach)> {
        let others = self.ana.student(self.anas).unwrap().others;
        assert_eq!(self.ana.door().rows[0].others, others);
        others.into_iter().map(|OtherContact { kind, reach, .. }| (kind, reach)).collect()
    }
}

#[tokio::test]
async fn a_call_home_by_one_mentor_shows_on_the_others_phone_without_a_word_and_an_undo_takes_it_away() {
    let two = two_mentors_of_one_student().await;
    let call = two.ben_calls_home();
    let text = format!("{CANARY}: the grandmother drives");
    let (match_id, day, class) = (two.bens, two.school.today, NoteClass::Shareable);
    two.ben.ask(Request::AddNote { match_id, day, text, audience: Audience::Team, class }).unwrap();
    two.ben.greet(two.bens, day, DoorResult::NotSeen);
    two.all_sync().await;

    assert_eq!(
        two.known_to_ana(),
        [(ContactKind::AbsenceCall, Reach::Family), (ContactKind::DoorGreeting, Reach::Nobody)]
    );
    let minute = two.ana.student(two.anas).unwrap().others[0].minute;
    assert_eq!(minute, 7 * 60 + 42, "by the school's clock");
    let anas = two.ana.everything_stored() + &String::from_utf8_lossy(&two.ana.link.seen.borrow());
    for secret in [CANARY, "transport", "Ben", "reached_guardian"] {
        assert!(!anas.contains(secret), "{secret} reached the other mentor");
    }
    assert!(two.ben.student(two.bens).unwrap().others.is_empty(), "a mentor is no other of their own");

    two.ben.ask(Request::VoidEntry { match_id: two.bens, key: call }).unwrap();
    two.all_sync().await;
    assert_eq!(two.known_to_ana(), [(ContactKind::DoorGreeting, Reach::Nobody)]);

    let cleos = two.cleo.link.seen.borrow();
    let holds = |needle: &[u8]| cleos.windows(needle.len()).any(|window| window == needle);
    for byte in [two.student.as_bytes().as_slice(), two.bens.as_bytes(), b"absence_call", b"door_greeting"] {
        assert!(!holds(byte), "a mentor of another student got something of it");
    }
}

#[tokio::test]
async fn the_day_after_tomorrow_nothing_of_it_is_left_on_the_other_phone() {
    let two = two_mentors_of_one_student().await;
    two.ben_calls_home();
    two.all_sync().await;
    assert_eq!(two.known_to_ana().len(), 1);
    let kept = |phone: &Phone| phone.everything_stored().contains("absence_call");
    two.ana.clock.advance(DAY_S);
    assert!(two.known_to_ana().is_empty(), "it was yesterday, whether or not there is a network");
    assert!(kept(&two.ana));
    two.ana.clock.advance(DAY_S);
    two.school.workshop.set_clock(MORNING + 2 * DAY_S);
    two.ana.sync_until_done().await;
    assert!(!kept(&two.ana));
}

#[tokio::test]
async fn a_lost_doubled_or_cut_answer_never_shows_a_contact_twice() {
    let two = two_mentors_of_one_student().await;
    two.ben.link.plan(vec![Fault::LoseAnswer, Fault::Double]);
    two.ana.link.plan(vec![Fault::Cut(120), Fault::Double, Fault::LoseAnswer]);
    two.ben_calls_home();
    two.all_sync().await;
    two.all_sync().await;
    assert_eq!(two.known_to_ana(), [(ContactKind::AbsenceCall, Reach::Family)]);
}

#[tokio::test]
async fn a_mentor_who_is_matched_today_learns_what_was_done_this_morning() {
    let two = two_mentors_of_one_student().await;
    two.ben_calls_home();
    two.ben.sync_until_done().await;
    let dana = two.school.add_mentor("Dana Lee").await;
    let match_id = two.school.match_with(dana, two.student).await;
    let phone = Phone::paired(&two.school, dana).await;
    phone.sync_until_done().await;
    assert_eq!(phone.student(match_id).unwrap().others.len(), 1);
    two.school.end_match(match_id).await;
    phone.sync_until_done().await;
    assert!(!phone.everything_stored().contains("absence_call"), "it leaves with the student");
}
