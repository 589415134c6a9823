//! The home screen by the hour, the calls with their script and texts, the team's answers, and the door with others at it.

use daymark_domain::{
    Ask, AskKind, AskStatus, ClearanceGap, Party, Projection, Reach, Recognition, RecognitionForm,
    RecognitionReason, ReportedReason, StopRule, Urgency, WakeUpPlan, Weekdays,
};

use super::day::{holding, key, who};
use super::*;

/// Opens the call with good news.
const OPEN: &str = "call-for-celebration-of-01010101010101010101010101010101-fewer_absences";

const PREPARED: Scene = Scene { holds: Holds::Much, ..ANA };

/// Scenes that every language's test walks through.
pub fn scenes() -> Vec<Scene> {
    let everything: [Prepares; 9] = [
        Prepares(at_the_door),
        Prepares(in_the_afternoon),
        Prepares(in_the_evening),
        Prepares(called_by_another),
        Prepares(family_of_spanish),
        Prepares(without_a_number),
        Prepares(answered),
        Prepares(calls_that_ended),
        Prepares(fifty),
    ];
    let mut scenes: Vec<Scene> = everything.map(|also| Scene { also: Some(also), ..PREPARED }).into();
    scenes.push(Scene { path: "/door", also: Some(Prepares(fifty)), ..ANA });
    let waiting = [Prepares(not_yet_clear), Prepares(paused)];
    scenes.extend(waiting.map(|also| Scene { students: false, also: Some(also), ..ANA }));
    scenes.push(Scene { tap: &["script-next", "script-next"], ..PREPARED });
    scenes.push(Scene { tap: &["call-outcome-language_barrier"], ..PREPARED });
    scenes
}

fn today_with(request: &Request, change: impl FnOnce(&mut TodayView)) -> Option<Result<Reply, Failure>> {
    matches!(request, Request::Today).then(|| {
        let mut view = holding(Holds::Much, today_view(true));
        change(&mut view);
        Ok(Reply::Today(view))
    })
}

fn waiting(request: &Request, gaps: &[ClearanceGap]) -> Option<Result<Reply, Failure>> {
    matches!(request, Request::Today)
        .then(|| Ok(Reply::Today(TodayView { waits_for: gaps.to_vec(), ..today_view(false) })))
}

fn not_yet_clear(request: &Request) -> Option<Result<Reply, Failure>> {
    use ClearanceGap::{Agreement, BackgroundCheck, Suitability, Training};
    waiting(request, &[Agreement, BackgroundCheck, Suitability, Training])
}

fn paused(request: &Request) -> Option<Result<Reply, Failure>> {
    waiting(request, &[ClearanceGap::Pause, ClearanceGap::Agreement])
}

fn at_the_door(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.minute = 7 * 60 + 40;
        view.calls = today_view(true).calls;
    })
}

fn in_the_morning(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.minute = 9 * 60 + 15;
        view.calls = today_view(true).calls;
    })
}

fn in_the_afternoon(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| view.minute = 13 * 60)
}

fn in_the_evening(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.minute = 18 * 60;
        view.due.next_calls = Some(NextCalls {
            day: today().next(),
            students: vec![who(3, "Tyrone Dyer"), who(4, "Jeremy Coleman")],
        });
    })
}

fn on_a_friday_evening(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.minute = 18 * 60;
        view.due.next_calls = Some(NextCalls { day: today().plus(3), students: vec![] });
    })
}

fn called_by_another(request: &Request) -> Option<Result<Reply, Failure>> {
    let other = |kind, minute, reach| OtherContact { kind, minute, reach };
    today_with(request, |view| {
        view.due.absent[0].others = vec![
            other(ContactKind::DoorGreeting, 466, Reach::Student),
            other(ContactKind::AbsenceCall, 545, Reach::Family),
        ];
    })
}

fn family_of_spanish(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.due.absent.truncate(1);
        view.due.follow_ups.clear();
        view.due.celebrations.clear();
        view.due.absent[0].figure = AbsenceFigure::from_days(4, 31);
        view.due.absent[0].projection = Some(Projection {
            figure: AbsenceFigure::from_days(4, 31),
            year: daymark_domain::Days::whole(180),
            absences_left: Some(13),
            present_days_needed: 0,
        });
        let mother = &mut view.due.absent[0].callees[0];
        mother.language = Some("Spanish".to_owned());
        mother.interpreter = true;
        mother.best_hours = Some("after 17:00".to_owned());
    })
}

fn no_texts_wanted(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        let families = view.due.absent.iter_mut().map(|card| &mut card.callees);
        families.flatten().for_each(|callee| callee.may_text = Some(false));
    })
}

fn texts_off(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| view.texting = TextPolicy::Off)
}

fn students_too(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| view.texting = TextPolicy::StudentsWithGuardian)
}

fn without_a_number(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.due.absent.truncate(1);
        let card = &mut view.due.absent[0];
        card.callees[0].wrong = true;
        let father = Callee {
            name: "Luis Dyer".to_owned(),
            restriction: None,
            wrong: false,
            ..card.callees[0].clone()
        };
        card.callees.push(father);
        card.next = Some(1);
    })
}

fn asked_the_office(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.due.absent[0].callees.clear();
        view.due.absent[0].asked_office = Some(key("a-77"));
    })
}

fn told_a_reason(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        let contact = Contact {
            reason: Some(ReportedReason::Transport),
            ..Contact::call(ContactKind::AbsenceCall, CallOutcome::ReachedGuardian)
        };
        let outcome = CallOutcome::ReachedGuardian;
        let card = &mut view.due.absent[0];
        card.calls =
            vec![RecordedCall { key: key("c-9"), contact, outcome, minute: 555, state: EntryState::Sent }];
        card.done = true;
    })
}

fn answered(request: &Request) -> Option<Result<Reply, Failure>> {
    let answer = |status, text: &str, read| AnswerView {
        status,
        text: Some(text.to_owned().try_into().unwrap()),
        by: "Mr. Vega".to_owned(),
        day: today(),
        read,
    };
    let card = |n: u8, student: &str, kind, answer: AnswerView| AnswerCard {
        who: who(n, student),
        done: answer.read,
        ask: AskView {
            key: key(&format!("q-{n}")),
            day: today().minus(4),
            ask: Ask { kind, urgency: Urgency::ThisWeek, text: None },
            state: EntryState::Seen,
            answer: Some(answer),
        },
    };
    match request {
        Request::ReadAnswer { .. } => {
            key_of(request.clone());
            Some(Ok(Reply::Kept))
        }
        _ => today_with(request, |view| {
            view.due.answers = vec![
                card(
                    1,
                    "Lisa Woods",
                    AskKind::Transport,
                    answer(AskStatus::Completed, "A pass waits at the office.", false),
                ),
                card(
                    3,
                    "Tyrone Dyer",
                    AskKind::Food,
                    answer(AskStatus::OnHold, "The pantry opens Monday.", true),
                ),
            ];
        }),
    }
}

fn plan(stop: StopRule) -> WakeUpPlan {
    let weekdays = Weekdays::from_bits(0b1_1111).unwrap();
    WakeUpPlan { weekdays, from_minute: 390, to_minute: 440, whom: Party::Guardian, stop }
}

fn calls_that_ended(request: &Request) -> Option<Result<Reply, Failure>> {
    today_with(request, |view| {
        view.calls = today_view(true).calls;
        view.calls[0].plan = Some(plan(StopRule::AfterPresentDays(5)));
        view.due.calls_ended = vec![CallsEndedCard {
            who: who(1, "Lisa Woods"),
            plan: plan(StopRule::AfterPresentDays(5)),
            done_by: None,
        }];
    })
}

/// A caseload of fifty, with everything due for everybody.
fn fifty(request: &Request) -> Option<Result<Reply, Failure>> {
    let name = |n: u8| format!("Maximiliano {n} Castellanos-Ortega y Fernández de la Vega");
    if let Request::Door { .. } = request {
        let mut door = door_view(true);
        let row = door.rows[0].clone();
        let others =
            vec![OtherContact { kind: ContactKind::DoorGreeting, minute: 466, reach: Reach::Student }];
        door.rows = (1..=50)
            .map(|n| DoorRow { match_id: id(n), student: name(n), others: others.clone(), ..row.clone() })
            .collect();
        return Some(Ok(Reply::Door(door)));
    }
    today_with(request, |view| {
        let due = view.due.clone();
        let of = |n: u8| who(n, &name(n));
        view.door.students = 50;
        view.due = DueToday {
            absent: (1..=9).map(|n| AbsentCard { who: of(n), ..due.absent[0].clone() }).collect(),
            sessions: (1..=50).map(|n| SessionCard { who: of(n), ..due.sessions[0].clone() }).collect(),
            celebrations: (1..=50)
                .map(|n| CelebrationCard { who: of(n), ..due.celebrations[0].clone() })
                .collect(),
            ..due
        };
    })
}

fn seen(also: fn(&Request) -> Option<Result<Reply, Failure>>, tap: &'static [&'static str]) -> String {
    WRITTEN.take();
    screen(Scene { also: Some(Prepares(also)), tap, ..PREPARED })
}

fn contact_of(written: &[Request]) -> &Contact {
    match written {
        [Request::RecordContact { contact, .. }, ..] => contact,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_hour_decides_what_comes_first() {
    assert_reads(
        &seen(at_the_door, &[]),
        &["At the door", "row now", "Calls before the bell", "Absent today"],
    );
    let morning = seen(in_the_morning, &[]);
    assert_reads(
        &morning,
        &["Absent today", "Time together", "Celebrate", "At the door", "Calls before the bell"],
    );
    assert!(!morning.contains("row now"), "{morning}");
    assert_reads(
        &seen(in_the_afternoon, &[]),
        &["Time together", "Goals to look at", "Celebrate", "Absent today"],
    );
    let evening = [
        "Before tomorrow",
        "7 entries are saved on this phone and not sent yet.",
        "evening-send",
        "To call before the bell on Wed 15 Oct: 2 students",
        "Tyrone Dyer",
        "Jeremy Coleman",
        "To come back to",
    ];
    assert_reads(&seen(in_the_evening, &[]), &evening);
    assert_reads(&seen(on_a_friday_evening, &[]), &["No calls before the bell on Fri 17 Oct."]);
}

#[test]
fn one_call_is_open_and_the_others_wait_in_one_line() {
    let html = screen(ANA);
    assert_reads(
        &html,
        &["fold-call-card-0", "aria-expanded=\"true\"", "fold-call-card-1", "aria-expanded=\"false\""],
    );
    assert_eq!(html.matches("data-testid=\"call-outcome-no_answer\"").count(), 1);
    let html = screen(Scene { tap: &["fold-call-card-1"], ..ANA });
    assert_eq!(html.matches("data-testid=\"call-outcome-no_answer\"").count(), 2);
}

#[test]
fn a_call_that_reached_somebody_folds_and_the_next_one_opens() {
    let html = screen(Scene { tap: &["call-outcome-reached_student"], ..ANA });
    assert_reads(
        &html,
        &[
            "call-card-0",
            "call-done",
            "Tyrone Dyer",
            "Spoke to Tyrone",
            "undo",
            "call-card-1",
            "call-outcome-reached_student",
        ],
    );
    let html = seen(told_a_reason, &["undo"]);
    assert_reads(&html, &["absent-card-0", "call-outcome-reached_student", "absent-card-1"]);
    assert_eq!(WRITTEN.take(), [Request::VoidEntry { match_id: id(3), key: key("c-9") }]);
}

#[test]
fn the_agreement_is_read_and_accepted_on_the_phone() {
    const TEXT: Prepares = Prepares(|request| match request {
        Request::ReadAgreement { language } => Some(Ok(Reply::Agreement(AgreementView {
            version: 1,
            language: language.clone(),
            text: "Students are trusting you.\n\nWhat you promise\n\n- To keep names to yourself\n"
                .to_owned(),
        }))),
        Request::AcceptAgreement { version: 1, .. } => Some(Err(Failure::NoConnection)),
        _ => None,
    });
    let scene = Scene { path: "/students/agreement", also: Some(TEXT), ..ANA };
    let html = screen(scene.clone());
    let wanted = [
        "Confidentiality agreement",
        "<p>Students are trusting you.</p>",
        "<h2>What you promise</h2>",
        "<li>To keep names to yourself</li>",
        "You are Ana Ruiz",
        "I have read and accept",
    ];
    assert_reads(&html, &wanted);
    let failed = screen(Scene { tap: &["accept-agreement"], ..scene });
    assert_reads(&failed, &["I have read and accept", "role=\"alert\""]);
}

#[test]
fn an_empty_phone_says_what_the_school_waits_for_and_whom_to_ask() {
    let shown = |also| screen(Scene { students: false, also: Some(Prepares(also)), ..ANA });
    let html = shown(not_yet_clear);
    assert_reads(
        &html,
        &[
            "not-yet-clear",
            "the confidentiality agreement",
            "the background check",
            "to-agreement",
            "Read the agreement",
            "Ask Lincoln Middle.",
        ],
    );
    let html = shown(paused);
    assert_reads(&html, &["Your school has paused your work as a mentor.", "Ask Lincoln Middle."]);
    assert!(!html.contains("agreement"), "what a paused mentor lacks is no longer theirs to bring");
}

#[test]
fn what_another_mentor_did_is_said_before_any_number() {
    let wanted = [
        "absent-card-0",
        "Greeted by another mentor 7:46",
        "Another mentor today: Call home about the absence · 9:05 · reached the family",
        "tel:+15550100",
    ];
    assert_reads(&seen(called_by_another, &[]), &wanted);
}

#[test]
fn language_interpreter_and_restriction_stand_before_the_number() {
    let wanted = [
        "Carmen Dyer · Mother",
        "Before you call: court order",
        "Speaks Spanish. Call with an adult who interprets; never let the child do it.",
        "Best time to call: after 17:00",
        "tel:+15550100",
    ];
    assert_reads(&seen(family_of_spanish, &[]), &wanted);
}

#[test]
fn the_six_steps_of_a_call_home_are_there_with_the_students_own_figures() {
    let first = [
        "How to talk: six steps",
        "Step 1 of 6",
        "Learn",
        "“Hello, this is Ana Ruiz, Tyrone’s mentor at school.",
        "script-next",
    ];
    assert_reads(&seen(family_of_spanish, &[]), &first);
    let third = [
        "Step 3 of 6",
        "Inform",
        "4 of 31 school days missed so far this year.",
        "With up to 13 more missed days the year still stays below chronic absence.",
    ];
    let html = seen(family_of_spanish, &["script-next", "script-next"]);
    assert_reads(&html, &third);
    assert!(!html.contains("You only did not see"), "the absence is official: {html}");
    let last =
        seen(family_of_spanish, &["script-next", "script-next", "script-next", "script-next", "script-next"]);
    assert_reads(&last, &["Step 6 of 6", "Arrive at a plan", "script-next", "disabled"]);
    // Who was only not seen is not said to be absent.
    let steps = &["fold-absent-card-1", "script-next", "script-next"];
    let html = screen(Scene { tap: steps, ..PREPARED });
    assert_reads(
        &html,
        &["absent-card-1", "Step 3 of 6", "You only did not see Jeremy. Say that, and not “absent”."],
    );
}

#[test]
fn every_way_a_call_can_end_is_one_tap_and_says_itself() {
    for (hook, outcome) in [
        (&["call-outcome-reached_student"], CallOutcome::ReachedStudent),
        (&["call-outcome-reached_guardian"], CallOutcome::ReachedGuardian),
        (&["call-outcome-left_message"], CallOutcome::LeftMessage),
        (&["call-outcome-no_answer"], CallOutcome::NoAnswer),
        (&["call-outcome-wrong_number"], CallOutcome::WrongNumber),
        (&["call-outcome-declined"], CallOutcome::Declined),
        (&["call-outcome-language_barrier"], CallOutcome::LanguageBarrier),
    ] {
        WRITTEN.take();
        screen(Scene { tap: hook, ..PREPARED });
        assert_eq!(*contact_of(&WRITTEN.take()), Contact::call(ContactKind::AbsenceCall, outcome));
    }
    let html = screen(Scene { tap: &["call-outcome-language_barrier"], ..PREPARED });
    assert_reads(&html, &["You had no common language.", "ask-interpreter"]);
}

#[test]
fn a_wrong_number_is_said_the_next_one_is_offered_and_the_office_can_be_asked() {
    let html = seen(without_a_number, &[]);
    let wanted = [
        "Luis Dyer",
        "1 other person to call",
        "Carmen Dyer",
        "A mentor found this number wrong.",
        "ask-office",
    ];
    assert_reads(&html, &wanted);
    let html = seen(without_a_number, &["ask-office"]);
    assert_reads(&html, &["office-asked", "The office was asked for a number that works.", "undo-office"]);
    let ask = Ask { kind: AskKind::ContactDetails, urgency: Urgency::ThisWeek, text: None };
    assert_eq!(WRITTEN.take(), [Request::AskTeam { match_id: id(3), ask }]);
    // A wrong number that was just found is a repair too.
    let html = screen(Scene { tap: &["call-outcome-wrong_number"], ..PREPARED });
    assert_reads(&html, &["The number is noted as wrong", "ask-office"]);
}

#[test]
fn what_was_asked_of_the_office_stays_after_leaving_and_can_be_taken_back() {
    let html = seen(asked_the_office, &[]);
    assert_reads(&html, &["The school has no adult to call for Tyrone.", "office-asked"]);
    assert!(!html.contains("ask-office"), "{html}");
    let html = seen(asked_the_office, &["undo-office"]);
    assert_reads(&html, &["ask-office"]);
    assert_eq!(WRITTEN.take(), [Request::VoidEntry { match_id: id(3), key: key("a-77") }]);
}

#[test]
fn the_reason_that_was_told_survives_leaving_and_coming_back() {
    let html = seen(told_a_reason, &[]);
    assert_reads(
        &html,
        &[
            "absent-card-0",
            "call-done",
            "Spoke to family · 9:15 · reason as told: No way to get here",
            "undo",
        ],
    );
    assert!(!html.contains("reason-transport"), "in one line: {html}");
    let html = seen(told_a_reason, &["fold-absent-card-0"]);
    assert_reads(&html, &["reason-transport", "aria-pressed=\"true\"", "reason-work"]);
    let html = seen(told_a_reason, &["fold-absent-card-0", "reason-health"]);
    assert_reads(&html, &["Spoke to family · reason as told: Health"]);
    let Some(Request::ReplaceContact { replaced, contact, .. }) = WRITTEN.take().pop() else { panic!() };
    assert_eq!((replaced, contact.reason), (key("c-9"), Some(ReportedReason::Health)));
}

#[test]
fn a_text_is_written_in_the_familys_language_and_recorded_by_one_tap() {
    let html = seen(family_of_spanish, &[]);
    let wanted = [
        "Send a text instead",
        "Nobody has asked this family yet whether texts are welcome.",
        "text-missed",
        "aria-pressed=\"true\"",
        "lang=\"es\"",
        "Hola, soy Ana Ruiz, de la escuela. Hoy no vi a Tyrone y espero que todo esté bien.",
        "sms:+15550100?&amp;body=Hola%2C%20soy%20Ana%20Ruiz",
    ];
    assert_reads(&html.replace("&#38;", "&amp;"), &wanted);
    let html = seen(family_of_spanish, &["text-in-en", "text-tomorrow"]);
    assert_reads(&html, &["I look forward to greeting Tyrone at the door tomorrow morning."]);
    let html = seen(family_of_spanish, &["text-sent"]);
    assert_reads(&html, &["Text message", "undo-text"]);
    let written = WRITTEN.take();
    let contact = contact_of(&written);
    assert_eq!(
        (contact.kind, contact.party, contact.reason),
        (ContactKind::Text, Some(Party::Guardian), None)
    );
    assert_eq!(contact.number, Some(daymark_domain::NumberMark::of("+1 555 0100")));
}

#[test]
fn nobody_is_texted_where_the_school_or_the_family_does_not_want_it() {
    for nobody in [texts_off, no_texts_wanted] as [fn(&Request) -> _; 2] {
        let html = seen(nobody, &[]);
        assert!(!html.contains("sms:") && !html.contains("Send a text"), "{html}");
    }
    assert_reads(&seen(students_too, &[]), &["goes to the family too: keep this adult as a receiver."]);
}

#[test]
fn fifty_students_leave_today_short() {
    let html = seen(fifty, &[]);
    assert_eq!(html.matches("data-testid=\"session-20\"").count(), 3);
    assert_eq!(html.matches("data-testid=\"celebrate-words\"").count(), 3);
    assert_reads(&html, &["Door, 50 students", "Time together", "47 more", "Celebrate", "47 more"]);
    assert_eq!(html.matches("data-testid=\"call-outcome-no_answer\"").count(), 1, "one call is open");
    assert!(html.len() < 60_000, "{} characters", html.len());
    let html = seen(fifty, &["due-more"]);
    assert_eq!(html.matches("data-testid=\"celebrate-words\"").count(), 50);
}

#[test]
fn a_good_news_call_is_one_contact_and_when_it_reached_somebody_a_recognition() {
    let lisa = id(1);
    let contact = |outcome| Request::RecordContact {
        match_id: lisa,
        day: today(),
        contact: Contact::call(ContactKind::GoodNewsCall, outcome),
    };
    let recognition = Recognition {
        whom: None,
        form: RecognitionForm::CallHome,
        reason: RecognitionReason::FewerAbsences,
        days: Some(2),
    };
    WRITTEN.take();
    let html = screen(Scene { tap: &[OPEN, "good-news-reached_guardian"], ..PREPARED });
    assert_reads(&html, &["Celebrate", "due-done", "undo-celebration-of-"]);
    let recognized = Request::Recognize { match_id: lisa, recognition };
    assert_eq!(WRITTEN.take(), [contact(CallOutcome::ReachedGuardian), recognized]);
    let html = screen(Scene { tap: &[OPEN, "good-news-no_answer"], ..PREPARED });
    assert_reads(&html, &["Celebrate", "celebrate-words"]);
    assert_eq!(WRITTEN.take(), [contact(CallOutcome::NoAnswer)]);
}

#[test]
fn what_was_done_earlier_today_can_be_taken_back_after_coming_back() {
    WRITTEN.take();
    let undo: &[&str] = &["undo-session-of-01010101010101010101010101010101"];
    let html = screen(Scene { holds: Holds::AllDone, tap: undo, ..ANA });
    assert_eq!(WRITTEN.take(), [Request::VoidEntry { match_id: id(1), key: key("d-1") }]);
    assert_reads(&html, &["Time together", "session-20"]);
}

#[test]
fn an_answer_of_the_team_stands_there_until_it_is_read() {
    let html = seen(answered, &[]);
    let wanted = [
        "Answers from the team",
        "Lisa Woods",
        "You asked for a bus pass or a ride: Done",
        "A pass waits at the office.",
        "Mr. Vega, Tue 14 Oct",
        "read-answer-0",
        "answer-read",
        "Tyrone Dyer",
        "You asked for help with food: Waiting for something",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("read-answer-1"), "{html}");
    let html = seen(answered, &["read-answer-0"]);
    assert!(!html.contains("read-answer-0"), "{html}");
    assert_eq!(WRITTEN.take(), [Request::ReadAnswer { match_id: id(1), ask: key("q-1") }]);
}

#[test]
fn a_plan_is_said_with_its_call_and_one_that_has_ended_can_be_ended_for_good() {
    let html = seen(calls_that_ended, &[]);
    let wanted = [
        "Wake-up calls: Mon, Tue, Wed, Thu, Fri, 6:30 to 7:20 · calling the family · until 5 days at school in a row",
        "tel:+15550100",
        "Wake-up calls that have done their work",
        "Lisa Woods",
        "5 days at school in a row: the plan says that the calls can end.",
        "calls-end",
        "Make another plan",
    ];
    assert_reads(&html, &wanted);
    assert_reads(&screen(ANA), &["Every school day, as your coordinator asked"]);
    assert_reads(&seen(calls_that_ended, &["calls-end"]), &["due-done", "undo-calls-ended-of-"]);
    let Some(Request::SetWakeUpPlan { plan, .. }) = WRITTEN.take().pop() else { panic!() };
    assert_eq!((plan.weekdays, plan.stop), (Weekdays::default(), StopRule::WhenChanged));
}

#[test]
fn the_door_holds_fifty_long_names_and_says_whom_another_mentor_greeted() {
    let html = screen(Scene { path: "/door", also: Some(Prepares(fifty)), ..ANA });
    assert_reads(
        &html,
        &["door-row-0", "Greeted by another mentor 7:46", "door-row-49", "0 of 50 greeted", "50 to go"],
    );
}

#[test]
fn a_greeting_at_the_door_that_was_not_saved_says_so_and_is_not_counted() {
    let html = screen(Scene { path: "/door", refuses: true, tap: &["door-row-0"], ..ANA });
    assert_reads(
        &html,
        &[
            "door-row-0",
            "aria-pressed=\"false\"",
            "Maximiliano was not saved. Nothing was saved",
            "1 of 2 greeted",
        ],
    );
}

#[test]
fn two_mentors_at_one_door_each_greet_and_see_each_other() {
    WRITTEN.take();
    let html = screen(Scene { path: "/door", also: Some(Prepares(fifty)), tap: &["door-row-7"], ..ANA });
    assert_eq!(
        WRITTEN.take(),
        [Request::RecordDoorCheck { match_id: id(8), day: today(), result: DoorResult::Greeted }]
    );
    assert_reads(&html, &["door-row-7", "Greeted by another mentor 7:46", "Maximiliano greeted, saved here"]);
}
