//! The gate: no student's data lies on a phone without agreement, screening, training and a basis that holds today; and
//! nothing that a mentor did is lost over it.

use daymark_documents::without_preamble;
use daymark_domain::{
    ClearanceGap, ConsentScope, ConsentSigned, DoorResult, FamilyAnswer, MatchId, MentorDecision, MentorId,
    NoticeChannel, NoticeKind, OfficialBecause, SchoolDay, ScreeningKind, ScreeningResult,
};
use daymark_mentor_core::api::{Failure, Reply, Request, TodayView};
use daymark_protocol::{Hello, Push, SyncApi, Up};
use daymark_server::service::clearing::{clear_mentor, everything};
use daymark_server::store::mentor_files::{MentorEntry, ScreeningEntry};
use daymark_server::store::proposals::{CaseChange, CaseChanged, ConsentTerms, FamilyNotice};

use crate::link::Fault;
use crate::phone::Phone;
use crate::school::{MORNING, School};

const DAY_S: i64 = 86_400;

impl School {
    async fn write_down(&self, mentor: MentorId, entry: MentorEntry) {
        let (store, at) = (&self.workshop.app.store, self.workshop.app.clock.now());
        assert!(store.write_down(self.id, mentor, entry, self.coordinator, at).await.unwrap());
    }

    /// What the pages of matches do, in one statement; the gate looks before the next answer to a phone.
    fn say_of_match(&self, id: MatchId, set: &str) {
        let sql = format!("UPDATE match SET {set} WHERE id = ?1");
        let say = move |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
            assert_eq!(tx.execute(&sql, [id.as_bytes()])?, 1);
            Ok(())
        };
        self.workshop.store.write_blocking(say).unwrap();
    }

    fn clock_to(&self, days_later: i64) -> SchoolDay {
        self.workshop.set_clock(MORNING + days_later * DAY_S);
        self.today.plus(u64::try_from(days_later).unwrap())
    }
}

fn today(phone: &Phone) -> TodayView {
    match phone.ask(Request::Today) {
        Ok(Reply::Today(view)) => view,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_phone_stays_empty_and_says_why_until_the_last_of_agreement_screening_and_training_is_there() {
    let school = School::open().await;
    let ana = school.add_prospect("Ana Ruiz").await;
    let match_id = school.match_with(ana, school.students().await[0]).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    assert!(phone.caseload().is_empty());
    assert_eq!(school.count("SELECT count(*) FROM match WHERE granted_seq > 0"), 0);
    use ClearanceGap::{Agreement, BackgroundCheck, Suitability, Training};
    assert_eq!(today(&phone).waits_for, [Agreement, BackgroundCheck, Suitability, Training]);
    let stored = phone.everything_stored();

    let mut entries = everything("Ana Ruiz", school.today);
    let signature = entries.pop().unwrap();
    for entry in entries {
        school.write_down(ana, entry).await;
        phone.sync_until_done().await;
        assert!(phone.caseload().is_empty());
    }
    assert_eq!(today(&phone).waits_for, [Agreement]);

    school.write_down(ana, signature).await;
    phone.sync_until_done().await;
    assert_eq!(phone.caseload().len(), 1);
    assert!(today(&phone).waits_for.is_empty());
    let name = phone.student(match_id).unwrap().student;
    assert!(!stored.contains(&name), "the phone held not even the name before");
}

#[tokio::test]
async fn a_screening_that_runs_out_takes_the_students_away_and_renewing_it_gives_everything_back() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let screening = |day: SchoolDay, through: SchoolDay| {
        MentorEntry::Screening(ScreeningEntry {
            kind: ScreeningKind::Background,
            result: ScreeningResult::Clear,
            day,
            through,
            checked_by: "District office".to_owned(),
        })
    };
    school.write_down(ana, screening(school.today.minus(300), school.today)).await;
    let match_id = school.match_with(ana, school.students().await[0]).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    let name = phone.student(match_id).unwrap().student;
    phone.greet(match_id, school.today.minus(1), DoorResult::Late);
    phone.sync_until_done().await;
    assert_eq!(phone.caseload().len(), 1, "it holds on its last day");

    // Without a network the mentor goes on; over night the screening runs out, and nobody touches the server.
    phone.greet(match_id, school.today, DoorResult::Greeted);
    let tomorrow = school.clock_to(1);
    phone.sync_until_done().await;
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0), "what was done is taken");
    assert_eq!(school.count("SELECT count(*) FROM door_check WHERE late = 0"), 2, "and is not late");
    assert!(matches!(phone.student(match_id), Err(Failure::NoSuchMatch)));
    assert!(!phone.everything_stored().contains(&name), "no trace of the student is left");
    assert_eq!(today(&phone).waits_for, [ClearanceGap::BackgroundCheck]);

    school.write_down(ana, screening(tomorrow, tomorrow.plus(364))).await;
    phone.sync_until_done().await;
    let view = phone.student(match_id).unwrap();
    assert_eq!(view.log.len(), 2, "both greetings are back");
    phone.greet(match_id, school.today.minus(4), DoorResult::NotSeen);
    phone.sync_until_done().await;
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 3, "and it goes on where it was");
}

#[tokio::test]
async fn a_consent_that_is_withdrawn_takes_that_student_away_at_the_next_sync_and_no_other() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let students = school.students().await;
    let (asked, other) =
        (school.match_with(ana, students[0]).await, school.match_with(ana, students[1]).await);
    school.say_of_match(asked, "basis = 'consent'");
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    assert_eq!(phone.caseload().len(), 2);
    phone.greet(asked, school.today, DoorResult::Greeted);

    school.say_of_match(asked, &format!("basis_until = {}", school.today.minus(1).number()));
    phone.sync_until_done().await;
    assert!(matches!(phone.student(asked), Err(Failure::NoSuchMatch)));
    assert!(phone.student(other).is_ok());
    assert!(today(&phone).waits_for.is_empty(), "nothing is missing of the mentor");
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 1, "what was done before is taken");

    school.say_of_match(asked, "basis_until = NULL");
    phone.sync_until_done().await;
    assert_eq!(phone.student(asked).unwrap().log.len(), 1);
}

/// What a mentor has of everything, with one part that ends on that day.
fn everything_but(name: &str, school: &School, ends: Ends) -> Vec<MentorEntry> {
    let mut entries = everything(name, school.today.minus(30));
    for entry in &mut entries {
        match (entry, ends) {
            (MentorEntry::Agreement(signature), Ends::Agreement) => signature.through = school.today,
            (MentorEntry::Agreement(signature), Ends::OldAgreement) => signature.version -= 1,
            (MentorEntry::Screening(screening), Ends::Screening(kind)) if screening.kind == kind => {
                screening.through = school.today;
            }
            _ => {}
        }
    }
    entries
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Ends {
    Agreement,
    OldAgreement,
    Screening(ScreeningKind),
    Consent,
    Match,
}

#[tokio::test]
async fn whatever_has_a_last_day_holds_through_it_and_on_the_next_no_row_of_the_student_leaves_the_server() {
    let gaps = [
        (Ends::Agreement, Some(ClearanceGap::Agreement)),
        (Ends::Screening(ScreeningKind::Background), Some(ClearanceGap::BackgroundCheck)),
        (Ends::Screening(ScreeningKind::Suitability), Some(ClearanceGap::Suitability)),
        (Ends::Consent, None),
        (Ends::Match, None),
    ];
    for (ends, gap) in gaps {
        let school = School::open().await;
        let ana = school.add_prospect("Ana Ruiz").await;
        for entry in everything_but("Ana Ruiz", &school, ends) {
            school.write_down(ana, entry).await;
        }
        let match_id = school.match_with(ana, school.students().await[0]).await;
        let today_number = school.today.number();
        match ends {
            Ends::Consent => {
                school.say_of_match(match_id, &format!("basis = 'consent', basis_until = {today_number}"))
            }
            Ends::Match => school.say_of_match(match_id, &format!("end_day = {}", today_number + 1)),
            _ => {}
        }
        let phone = Phone::paired(&school, ana).await;
        phone.sync_until_done().await;
        assert_eq!(phone.caseload().len(), 1, "{ends:?} holds on its last day");
        let name = phone.student(match_id).unwrap().student;
        school.clock_to(1);
        phone.sync_until_done().await;
        assert!(phone.caseload().is_empty(), "{ends:?}");
        assert_eq!(today(&phone).waits_for, gap.into_iter().collect::<Vec<_>>(), "{ends:?} is said");
        assert!(!phone.everything_stored().contains(&name), "{ends:?}");
        // A phone that has nothing yet gets nothing either.
        let fresh = Phone::paired(&school, ana).await;
        fresh.sync_until_done().await;
        assert!(fresh.caseload().is_empty() && !fresh.everything_stored().contains(&name), "{ends:?}");
    }
}

#[tokio::test]
async fn who_signed_an_older_agreement_holds_nobody_until_the_current_one_is_signed() {
    let school = School::open().await;
    let ana = school.add_prospect("Ana Ruiz").await;
    for entry in everything_but("Ana Ruiz", &school, Ends::OldAgreement) {
        school.write_down(ana, entry).await;
    }
    school.match_with(ana, school.students().await[0]).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    assert!(phone.caseload().is_empty());
    assert_eq!(today(&phone).waits_for, [ClearanceGap::Agreement]);
    let signature = everything("Ana Ruiz", school.today).pop().unwrap();
    school.write_down(ana, signature).await;
    phone.sync_until_done().await;
    assert_eq!(phone.caseload().len(), 1);
}

#[tokio::test]
async fn only_an_active_match_of_a_mentor_at_work_is_on_the_phone() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(ana, school.students().await[0]).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    for (set, on_phone) in [
        ("status = 'paused'", 0),
        ("status = 'active'", 1),
        ("basis = NULL", 0),
        ("basis = 'school_official'", 1),
        ("status = 'proposed'", 0),
        ("status = 'active'", 1),
    ] {
        school.say_of_match(match_id, set);
        phone.sync_until_done().await;
        assert_eq!(phone.caseload().len(), on_phone, "{set}");
    }
    for (decision, gaps) in [
        (MentorDecision::Paused, vec![ClearanceGap::Pause]),
        (MentorDecision::Back, vec![]),
        (MentorDecision::Left, vec![ClearanceGap::Left]),
    ] {
        school.write_down(ana, MentorEntry::Decision(decision, school.today, None)).await;
        phone.sync_until_done().await;
        assert_eq!(today(&phone).waits_for, gaps);
        assert_eq!(phone.caseload().is_empty(), !gaps.is_empty(), "{decision}");
    }
}

#[tokio::test]
async fn an_agreement_is_signed_anew_after_a_year_and_two_phones_come_back() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(ana, school.students().await[0]).await;
    let phones = [Phone::paired(&school, ana).await, Phone::paired(&school, ana).await];
    for phone in &phones {
        phone.sync_until_done().await;
        phone.greet(match_id, school.today, DoorResult::Greeted);
        phone.sync_until_done().await;
    }
    // The helper of this test wrote everything down thirty days ago, for a year.
    let today = school.clock_to(336);
    for phone in &phones {
        phone.sync_until_done().await;
        assert!(phone.caseload().is_empty());
    }
    assert_eq!(school.count("SELECT count(*) FROM school_log WHERE what = 'access' AND seq > 10"), 1, "once");
    let (store, at) = (school.workshop.app.store.as_ref(), school.workshop.app.clock.now());
    clear_mentor(store, (school.id, ana, "Ana Ruiz"), school.coordinator, today, at).await.unwrap();
    for phone in &phones {
        phone.sync_until_done().await;
        assert_eq!(phone.student(match_id).unwrap().log.len(), 2);
    }
    assert_eq!(phones[0].record_hash(match_id), phones[1].record_hash(match_id));
}

#[tokio::test]
async fn nothing_is_written_into_a_match_that_never_was_on_a_phone() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let students = school.students().await;
    let (open, proposed) =
        (school.match_with(ana, students[0]).await, school.match_with(ana, students[1]).await);
    school.say_of_match(proposed, "status = 'proposed', granted_seq = 0, ended_seq = 0");
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    phone.greet(open, school.today, DoorResult::Greeted);
    let (bytes, token): (Vec<u8>, String) = {
        let mut core = phone.core.borrow_mut();
        let bytes = core.database().query_row("SELECT bytes FROM change", [], |row| row.get(0)).unwrap();
        (bytes, core.authorization())
    };
    let mut frames = Vec::new();
    Up::from(Hello::new(0, None, 0)).write(&mut frames);
    Up::from(Push::new((*proposed.as_bytes()).into(), vec![without_preamble(&bytes).to_vec().into()]))
        .write(&mut frames);
    phone.link.sync(&token, frames).await.unwrap();
    assert_eq!(school.count("SELECT count(*) FROM change"), 0);
    assert_eq!(school.count("SELECT count(*) FROM quarantine WHERE code = 'not-your-match'"), 1);
}

#[tokio::test]
async fn a_family_that_agreed_to_attendance_alone_has_no_number_on_the_phone() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let callees = || phone.student(match_id).unwrap().callees.len();
    let before = callees();
    assert!(before > 0);

    let of = CaseChange {
        school_id: school.id,
        id: match_id,
        today: school.today,
        by: school.coordinator,
        at: school.workshop.app.clock.now(),
    };
    let consent = ConsentTerms {
        scope: ConsentScope::Attendance,
        purpose: "Mentoring".to_owned(),
        recipient: "Ana Ruiz".to_owned(),
        from: school.today,
        until: school.today.plus(100),
        signed: ConsentSigned::OnPaper,
    };
    let notice = FamilyNotice {
        kind: NoticeKind::Consent,
        language: "English".to_owned(),
        channel: NoticeChannel::Letter,
        day: school.today,
        told_by: "Grace Okafor".to_owned(),
        answered_by: Some("The family".to_owned()),
        answer: FamilyAnswer::Agrees,
        note: None,
        consent: Some(consent),
    };
    let store = &school.workshop.app.store;
    assert!(matches!(store.add_notice(of.clone(), notice).await.unwrap(), CaseChanged::Yes));
    phone.sync_until_done().await;
    assert_eq!(callees(), 0);

    let official = store.set_official_basis(of, OfficialBecause::UnderSchoolControl).await.unwrap();
    assert!(matches!(official, CaseChanged::Yes));
    phone.sync_until_done().await;
    assert_eq!(callees(), before);
}

#[tokio::test]
async fn wherever_the_answer_that_gives_a_student_back_is_cut_a_tap_after_it_is_not_lost() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(ana, school.students().await[0]).await;
    school.say_of_match(match_id, "basis = 'consent'");
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    let mut tapped = 0;
    for share in (0..=255).step_by(15) {
        let day = school.today.minus(u64::from(share / 15));
        school.say_of_match(match_id, &format!("basis_until = {}", school.today.minus(1).number()));
        phone.sync_until_done().await;
        assert!(phone.caseload().is_empty());

        school.say_of_match(match_id, "basis_until = NULL");
        phone.link.plan(vec![Fault::Cut(share)]);
        let _ = phone.sync().await;
        // Whether the student is there already depends on where the answer was cut.
        let greeted = phone.ask(Request::RecordDoorCheck { match_id, day, result: DoorResult::Greeted });
        tapped += i64::from(greeted.is_ok());
        phone.sync_until_done().await;
        assert_eq!((phone.status().unsent, phone.status().refused), (0, 0), "cut at {share} of 256");
        assert_eq!(school.count("SELECT count(*) FROM door_check"), tapped, "cut at {share} of 256");
    }
    assert!(tapped > 0, "no cut left the student on the phone");
    assert_eq!(school.count("SELECT count(*) FROM quarantine"), 0);
}
