//! A mentor's whole day: everything that is recorded reaches the team's rows, and what is private stays on the phone.

use daymark_domain::{
    Ask, AskKind, Audience, Barrier, BarrierFactor, BarrierSource, CallOutcome, Contact, ContactKind,
    DraftOf, Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget, MatchId, NoteClass, NumberMark,
    Recognition, RecognitionForm, RecognitionReason, ReportedReason, SessionOutcome, Urgency, What,
};
use daymark_mentor_core::api::{Reply, Request};

use crate::phone::Phone;
use crate::school::School;

struct Lunch {
    school: School,
    phones: [Phone; 2],
    matches: Vec<MatchId>,
}

/// One mentor with two phones and so many students.
async fn mentor_of(students: usize) -> Lunch {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let mut matches = Vec::new();
    for student in school.students().await.into_iter().take(students) {
        matches.push(school.match_with(mentor, student).await);
    }
    let phones = [Phone::paired(&school, mentor).await, Phone::paired(&school, mentor).await];
    for phone in &phones {
        phone.sync_until_done().await;
    }
    Lunch { school, phones, matches }
}

impl Lunch {
    async fn assert_rebuilt_to_the_same_rows(&self) {
        let projected = self.school.projected();
        let records = self.school.workshop.app.store.rebuild_projections(self.school.id).await.unwrap();
        assert_eq!(records, self.matches.len() as u64);
        assert_eq!(self.school.projected(), projected);
    }
}

#[tokio::test]
async fn a_group_of_five_is_five_rows_of_one_group_on_the_server_and_on_the_other_phone() {
    let lunch = mentor_of(5).await;
    let contact = Contact {
        outcome: Some(SessionOutcome::Held.into()),
        ..Contact::session(ContactKind::SmallGroup, 25)
    };
    let (matches, day) = (lunch.matches.clone(), lunch.school.today);
    let recorded = lunch.phones[0].ask(Request::RecordGroup { matches, day, contact });
    let Ok(Reply::SavedGroup { group, keys, status }) = recorded else { panic!("{recorded:?}") };
    assert_eq!((keys.len(), status.unsent), (5, 5));
    lunch.phones[0].sync_until_done().await;
    lunch.phones[1].sync_until_done().await;

    let rows =
        "SELECT count(*) FROM contact WHERE kind = 'small_group' AND minutes = 25 AND reached = 'student'";
    assert_eq!(lunch.school.count(rows), 5);
    assert_eq!(lunch.school.count("SELECT count(DISTINCT group_id) FROM contact"), 1);
    for match_id in &lunch.matches {
        let log = lunch.phones[1].student(*match_id).unwrap().log;
        let What::Contact(contact) = &log[0].what else { panic!("{log:?}") };
        assert_eq!((log.len(), contact.group), (1, Some(group)));
    }

    // The other phone takes the whole group back.
    lunch.phones[1].ask(Request::VoidGroup { group }).unwrap();
    lunch.phones[1].sync_until_done().await;
    assert_eq!(lunch.school.count("SELECT count(*) FROM contact WHERE voided = 1"), 5);
    lunch.assert_rebuilt_to_the_same_rows().await;
}

#[tokio::test]
async fn everything_that_a_mentor_records_reaches_the_teams_rows() {
    let lunch = mentor_of(1).await;
    let (phone, match_id, day) = (&lunch.phones[0], lunch.matches[0], lunch.school.today);
    let tap = |request| match phone.ask(request) {
        Ok(Reply::Saved { key: Some(key), .. }) => key,
        other => panic!("{other:?}"),
    };
    let call = Contact {
        reason: Some(ReportedReason::Transport),
        number: Some(NumberMark::of("+1 555 0100")),
        follow_up: Some(day.next()),
        ..Contact::call(ContactKind::AbsenceCall, CallOutcome::ReachedGuardian)
    };
    tap(Request::RecordContact { match_id, day, contact: call });
    let text = "Grandmother drives on Fridays".to_owned();
    let (audience, class) = (Audience::Match, NoteClass::Sensitive);
    tap(Request::AddNote { match_id, day, text, audience, class });
    let measure = GoalMeasure::DaysPresent;
    let goal = Goal { measure, from: Some(3), to: 4, target: GoalTarget::Week(day.week()) };
    let goal = tap(Request::SetGoal { match_id, goal });
    let check = GoalCheck { result: GoalResult::Reached, counted: Some(4) };
    tap(Request::CheckGoal { match_id, goal, check });
    let (form, reason) = (RecognitionForm::CallHome, RecognitionReason::GoalReached);
    tap(Request::Recognize {
        match_id,
        recognition: Recognition { whom: None, form, reason, days: Some(4) },
    });
    let (factor, source) = (BarrierFactor::Transport, BarrierSource::Family);
    let barrier =
        tap(Request::ReportBarrier { match_id, barrier: Barrier { factor, source, confidence: None } });
    tap(Request::ResolveBarrier { match_id, barrier: barrier.clone() });
    let text = Some("A bus pass from Monday on".to_owned().try_into().unwrap());
    tap(Request::AskTeam {
        match_id,
        ask: Ask { kind: AskKind::Transport, urgency: Urgency::ThisWeek, text },
    });
    tap(Request::RaiseSafetyConcern { match_id });
    phone.sync_until_done().await;

    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    for row in [
        "contact WHERE kind = 'absence_call' AND reached = 'family' AND reason = 'transport' AND number IS NOT NULL",
        "note WHERE class = 'sensitive' AND audience = 'match'",
        "goal WHERE aim = 4 AND result = 'reached' AND counted = 4",
        "recognition WHERE reason = 'goal_reached' AND days = 4",
        "barrier WHERE category = 'barrier' AND factor = 'transport' AND resolved_day IS NOT NULL",
        "ask WHERE kind = 'transport' AND urgency = 'this_week' AND text IS NOT NULL",
        "safety_concern WHERE voided = 0",
    ] {
        assert_eq!(lunch.school.count(&format!("SELECT count(*) FROM {row}")), 1, "{row}");
    }
    lunch.assert_rebuilt_to_the_same_rows().await;

    // The other phone of the mentor shows the same page, and what it takes back is taken back for the team.
    lunch.phones[1].sync_until_done().await;
    let (here, there) = (phone.student(match_id).unwrap(), lunch.phones[1].student(match_id).unwrap());
    assert_eq!((here.log, here.record), (there.log, there.record));
    lunch.phones[1].ask(Request::VoidEntry { match_id, key: barrier }).unwrap();
    lunch.phones[1].sync_until_done().await;
    assert_eq!(lunch.school.count("SELECT count(*) FROM barrier WHERE voided = 1"), 1);
    lunch.assert_rebuilt_to_the_same_rows().await;
}

#[tokio::test]
async fn drafts_and_used_conversation_starters_never_leave_the_phone() {
    let lunch = mentor_of(1).await;
    let (phone, match_id) = (&lunch.phones[0], lunch.matches[0]);
    let text = "Wintergreen".to_owned();
    phone.ask(Request::KeepDraft { match_id, of: DraftOf::Private, text }).unwrap();
    phone.ask(Request::RecordAsked { match_id, starter: "wintergreen".parse().unwrap() }).unwrap();
    assert_eq!(phone.status().unsent, 0);
    phone.greet(match_id, lunch.school.today, daymark_domain::DoorResult::Greeted);
    phone.sync_until_done().await;
    lunch.phones[1].sync_until_done().await;

    assert!(phone.everything_stored().contains("Wintergreen"), "it is kept here");
    let seen = String::from_utf8_lossy(&phone.link.seen.borrow()).to_lowercase();
    assert!(!seen.contains("wintergreen"), "not on the wire");
    assert!(!lunch.phones[1].everything_stored().to_lowercase().contains("wintergreen"));
}
