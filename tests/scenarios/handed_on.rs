//! A phone that is paired again for another mentor: what the first one wrote is sent or kept, unread, and their students
//! leave it.

use daymark_domain::{Audience, DoorResult, MatchId, MentorId, NoteClass};
use daymark_mentor_core::api::{RefusalReason, Reply, Request, SetAsideRow, SetAsideWhat};
use daymark_mentor_core::host::Host;
use daymark_protocol::access::Leaving;
use daymark_server::store::pairing::Revocation;

use crate::phone::Phone;
use crate::school::{MORNING, School};

const TEXT: &str = "Only for Ana's eyes";

struct Handed {
    school: School,
    ana: MentorId,
    ben: MentorId,
    /// Two of Ana's, the second without an entry; one of Ben's.
    matches: [MatchId; 3],
    phone: Phone,
}

/// Ana has written a note and not sent it.
async fn about_to_be_handed_on() -> Handed {
    let school = School::open().await;
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let students = school.students().await;
    let anas = [school.match_with(ana, students[0]).await, school.match_with(ana, students[1]).await];
    let bens = school.match_with(ben, students[2]).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    phone.greet(anas[0], school.today.minus(1), DoorResult::Greeted);
    phone.sync_until_done().await;
    let note = Request::AddNote {
        match_id: anas[0],
        day: school.today,
        text: TEXT.to_owned(),
        audience: Audience::Match,
        class: NoteClass::Shareable,
    };
    phone.ask(note).unwrap();
    Handed { school, ana, ben, matches: [anas[0], anas[1], bens], phone }
}

impl Handed {
    async fn pair_for(&self, mentor: MentorId) {
        self.school.pair(&self.phone.core, mentor).await;
    }

    fn students(&self) -> Vec<MatchId> {
        self.phone.caseload().into_iter().map(|row| row.match_id).collect()
    }

    fn set_aside(&self) -> Vec<SetAsideRow> {
        match self.phone.ask(Request::SetAside) {
            Ok(Reply::SetAside(view)) => view.rows,
            other => panic!("{other:?}"),
        }
    }

    /// Ana's phone is shut out before it could send; then it is Ben's.
    async fn is_bens(&self) {
        let store = &self.school.workshop.app.store;
        let device = store.devices_of_mentor(self.school.id, self.ana).await.unwrap()[0].id;
        let (leaving, by, at) = (Leaving::Left, self.school.coordinator, MORNING);
        let revocation = Revocation { device, leaving, by, at };
        assert!(store.revoke_device(self.school.id, revocation).await.unwrap());
        self.pair_for(self.ben).await;
        self.phone.sync_until_done().await;
    }
}

#[tokio::test]
async fn the_first_mentors_students_leave_a_phone_that_is_another_mentors_now() {
    let handed = about_to_be_handed_on().await;
    let names: Vec<String> = handed.phone.caseload().into_iter().map(|row| row.student).collect();
    handed.is_bens().await;
    assert_eq!(handed.students(), [handed.matches[2]]);
    let stored = handed.phone.everything_stored();
    for name in names.iter().flat_map(|name| name.split(' ')).filter(|name| name.len() > 4) {
        let bens = handed.phone.caseload().iter().any(|row| row.student.contains(name));
        assert!(bens || !stored.contains(name), "a name of Ana's students is still there");
    }
    for _ in 0..4 {
        handed.phone.sync_until_done().await;
        assert_eq!(handed.phone.status().trouble, None, "both sides have the same");
    }
}

#[tokio::test]
async fn what_the_first_mentor_had_not_sent_is_kept_for_them_and_not_shown_to_the_next() {
    let handed = about_to_be_handed_on().await;
    handed.is_bens().await;
    assert_eq!((handed.phone.status().unsent, handed.phone.status().refused), (0, 1));
    let rows = handed.set_aside();
    let [SetAsideRow { student: None, what, reason: RefusalReason::AnotherMentors, .. }] = rows.as_slice()
    else {
        panic!("{rows:?}");
    };
    assert_eq!(*what, Some(SetAsideWhat::NotShown { day: handed.school.today }));
    assert_eq!(handed.school.count("SELECT count(*) FROM note"), 0);
    // It was a mistake: the phone is Ana's again, and all that she wrote is at school.
    handed.pair_for(handed.ana).await;
    handed.phone.sync_until_done().await;
    assert_eq!(handed.students().len(), 2);
    assert_eq!((handed.phone.status().unsent, handed.phone.status().refused), (0, 0));
    assert_eq!(handed.school.count("SELECT count(*) FROM note"), 1);
    assert_eq!(handed.school.count("SELECT count(*) FROM door_check"), 1);
    let page = handed.phone.student(handed.matches[0]).unwrap();
    assert_eq!(page.log.len(), 2, "and on the phone");
}

#[tokio::test]
async fn what_the_first_mentor_had_not_sent_goes_to_the_school_before_the_phone_is_anothers() {
    let handed = about_to_be_handed_on().await;
    let code = handed.school.invite(handed.ben).await;
    let Handed { school, matches, phone, .. } = handed;
    let (core, _folder) = phone.into_core();
    let host = Host::new(core, "desktop", std::rc::Rc::new(|_| {}));
    let (server, language) = (school.address.clone(), "en".to_owned());
    host.answer(Request::Pair { server, code, language }).await.unwrap();
    school.let_in().await;
    let reply = host.answer(Request::LookForPairing).await.unwrap();
    assert!(matches!(reply, Reply::Status(status) if (status.unsent, status.refused) == (0, 0)));
    assert_eq!(school.count("SELECT count(*) FROM note"), 1);
    let Ok(Reply::Caseload(view)) = host.answer(Request::Caseload).await else { panic!("no caseload") };
    assert_eq!(view.rows.into_iter().map(|row| row.match_id).collect::<Vec<_>>(), [matches[2]]);
}
