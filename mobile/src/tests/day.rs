//! The day as its screens show it: absent students, what is due, the week, and every kind of entry in words.

use daymark_domain::{
    Ask, AskKind, Barrier, BarrierFactor, BarrierSource, CallOutcome, Confidence, Contact, ContactDirection,
    ContactOutcome, FirstContactItem, Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget, GroupId,
    Milestone, Party, Place, Recognised, Recognition, RecognitionForm, RecognitionReason, ReportedReason,
    SessionOutcome, StopRule, Urgency, WakeUpPlan, Weekdays,
};

use super::*;

/// A call home that was just recorded.
pub const CALLED_HOME: Scene = Scene { holds: Holds::Much, tap: &["call-outcome-reached_guardian"], ..ANA };

pub fn key(text: &str) -> EntryKey {
    text.parse().unwrap()
}

pub fn who(n: u8, student: &str) -> Who {
    let first_name = student.split(' ').next().unwrap().to_owned();
    Who { match_id: id(n), student: student.to_owned(), first_name }
}

pub fn goal() -> Goal {
    Goal {
        measure: GoalMeasure::DaysPresent,
        from: Some(3),
        to: 4,
        target: GoalTarget::Day("2025-10-17".parse().unwrap()),
    }
}

pub fn holding(holds: Holds, view: TodayView) -> TodayView {
    match holds {
        Holds::Nothing => view,
        Holds::Much => TodayView { calls: vec![], due: due(false), ..view },
        Holds::AllDone => TodayView { calls: vec![], due: due(true), ..view },
        Holds::NoSchool => TodayView {
            day_type: Some(DayType::Holiday),
            school_day_number: None,
            calls: vec![],
            due: DueToday { absent: vec![], sessions: vec![], ..due(false) },
            ..view
        },
    }
}

fn due(done: bool) -> DueToday {
    let mother = Callee {
        name: "Carmen Dyer".to_owned(),
        relation: Some("Mother".to_owned()),
        language: None,
        phone: Some("+1 555 0100".to_owned()),
        restriction: Some("court order, mother only".to_owned()),
        best_hours: None,
        interpreter: false,
        may_text: None,
        wrong: false,
    };
    let call = |n: u8, kind, outcome| RecordedCall {
        key: key(&format!("c-{n}")),
        contact: Contact::call(kind, outcome),
        outcome,
        minute: 425,
        state: EntryState::Saved,
    };
    let woken = call(1, ContactKind::WakeUpCall, CallOutcome::NoAnswer);
    let called = call(2, ContactKind::AbsenceCall, CallOutcome::ReachedGuardian);
    let absent = |n, student: &str, official| AbsentCard {
        who: who(n, student),
        official,
        greeted: false,
        absent_in_a_row: if official { 2 } else { 0 },
        figure: AbsenceFigure::from_days(6, 31),
        projection: None,
        callees: vec![mother.clone()],
        next: Some(0),
        calls: if done {
            vec![woken.clone(), called.clone()]
        } else if official {
            vec![]
        } else {
            vec![woken.clone()]
        },
        others: vec![],
        asked_office: None,
        done,
    };
    let done_by = |n: u8| done.then(|| key(&format!("d-{n}")));
    let followed = Contact::call(ContactKind::GoodNewsCall, CallOutcome::LeftMessage);
    let seen = GoalCheck { result: GoalResult::Partly, counted: None };
    DueToday {
        answers: vec![],
        absent: vec![absent(3, "Tyrone Dyer", true), absent(4, "Jeremy Coleman", false)],
        sessions: vec![SessionCard {
            who: who(1, "Lisa Woods"),
            week: WeekDosage { available: 5, done: 1, wanted: 3 },
            absent_today: false,
            done,
            done_by: done_by(1),
        }],
        goals: vec![GoalCard {
            who: who(1, "Lisa Woods"),
            goal: GoalView {
                key: key("g-1"),
                set: today(),
                goal: goal(),
                check: done.then_some((today(), seen)),
            },
            done,
            done_by: done_by(2),
        }],
        follow_ups: vec![FollowUpCard {
            who: who(3, "Tyrone Dyer"),
            key: key("f-1"),
            day: today().minus(4),
            contact: followed,
            due: today(),
            callees: vec![mother.clone()],
            next: Some(0),
            done,
            done_by: done_by(3),
        }],
        celebrations: vec![CelebrationCard {
            who: who(1, "Lisa Woods"),
            reason: RecognitionReason::FewerAbsences,
            days: 2,
            weeks: Some(TwoWeeks {
                school_days: 5,
                last_week: AbsenceFigure::from_days(3, 5),
                this_week: AbsenceFigure::from_days(1, 5),
            }),
            callees: vec![mother],
            next: Some(0),
            calls: vec![],
            done,
            done_by: done_by(4),
        }],
        calls_ended: vec![],
        next_calls: None,
    }
}

pub fn my_week(holds: Holds, students: bool) -> MyWeekView {
    let available = if holds == Holds::NoSchool { 0 } else { 5 };
    let row = |n, student: &str, done, days_left| MyWeekRow {
        who: who(n, student),
        week: WeekDosage { available, done, wanted: available.min(3) },
        reached: vec![],
        attempts: 1,
        family_contacts: 2,
        days_left,
    };
    let done = |done| if holds == Holds::AllDone { 3 } else { done };
    let rows = vec![
        row(1, "Lisa Woods", done(3), 2),
        row(3, "Tyrone Dyer", done(1), 3),
        row(4, "Jeremy Coleman", done(0), 2),
    ];
    MyWeekView {
        monday: today().week().monday,
        today: today(),
        rows: if students { rows } else { vec![] },
        minutes: 140,
    }
}

/// An entry of every kind, with all that can be said about it.
pub fn every_kind() -> Vec<What> {
    let contacts = ContactKind::ALL.iter().filter(|kind| **kind != ContactKind::DoorGreeting).map(|kind| {
        What::Contact(Contact {
            outcome: match kind {
                kind if kind.is_call() => Some(ContactOutcome::Call(CallOutcome::LeftMessage)),
                kind if kind.is_session() => Some(ContactOutcome::Session(SessionOutcome::Shortened)),
                _ => None,
            },
            minutes: Some(15),
            direction: Some(ContactDirection::In),
            party: Some(Party::Guardian),
            place: Some(Place::Online),
            reason: Some(ReportedReason::Transport),
            group: Some(GroupId::from_bytes([7; 16])),
            follows: Some(key("a-3")),
            follow_up: Some(today().plus(2)),
            ..Contact::of(*kind)
        })
    });
    let plan = |weekdays, stop| {
        What::WakeUpPlan(WakeUpPlan {
            weekdays,
            from_minute: 390,
            to_minute: 440,
            whom: Party::Student,
            stop,
        })
    };
    let mornings = Weekdays::from_bits(0b1_0001).unwrap();
    let words = |text: &str| Some(text.to_owned().try_into().unwrap());
    // Their keys count from a-10: twelve contacts first.
    let (goal_key, barrier_key) = (key("a-22"), key("a-25"));
    let others = [
        What::Goal(goal()),
        What::GoalCheck {
            goal: goal_key,
            check: GoalCheck { result: GoalResult::Reached, counted: Some(4) },
        },
        What::Recognition(Recognition {
            whom: Some(Recognised::Family),
            form: RecognitionForm::Certificate,
            reason: RecognitionReason::DaysInARow,
            days: Some(10),
        }),
        What::Barrier(Barrier {
            factor: BarrierFactor::Clothing,
            source: BarrierSource::Family,
            confidence: Some(Confidence::Likely),
        }),
        What::BarrierResolved { barrier: barrier_key },
        What::Ask(Ask {
            kind: AskKind::Transport,
            urgency: Urgency::ThisWeek,
            text: words("Bus 40 is full"),
        }),
        What::SafetyConcern,
        What::Milestone(Milestone::GetsUpAlone),
        plan(mornings, StopRule::AfterPresentDays(5)),
        plan(Weekdays::default(), StopRule::WhenChanged),
        What::Checklist(FirstContactItem::LetterSent),
    ];
    contacts.chain(others).collect()
}

#[test]
fn every_kind_of_entry_has_its_own_words_in_the_log() {
    let path = "/students/01010101010101010101010101010101/log";
    let html = screen(Scene { path, ..ANA });
    let wanted = [
        "Wake-up call, 15 min: Left a message · with the family · by video · they began it · reason as told: No way to get here · in a group · came back to an earlier contact · to come back to on Thu 16 Oct",
        "Home visit, 15 min: shorter than planned",
        "Letter, 15 min · with the family",
        "Goal: Days at school: 3 before, try 4 · by Fri 17 Oct",
        "Goal looked at: Reached · 4 counted · Days at school: 3 before, try 4",
        "Recognition: days at school in a row · 10 days · a certificate · for the family",
        "In the way: clothes or laundry · the family said so · likely",
        "No longer in the way: clothes or laundry",
        "Asked the team: a bus pass or a ride · needed this week",
        "Bus 40 is full",
        "Safety concern raised, by phone",
        "Step done: gets up alone",
        "Wake-up calls: Mon, Fri, 6:30 to 7:20 · calling the student · until 5 days at school in a row",
        "No more wake-up calls",
        "First contact: a letter with your picture went home",
    ];
    assert_reads(&html, &wanted);
    for language in Language::ALL {
        let html = screen(Scene { path, language, ..ANA });
        let newer = say_unknown(language);
        assert!(!html.contains(&newer), "{newer} in {html}");
    }
}

fn say_unknown(language: Language) -> String {
    daymark_components::Words::of(language).say("log-unknown")
}

#[test]
fn every_word_that_can_be_stored_is_said_in_every_language() {
    fn said<T: Copy>(id: &'static str, all: &[T], word: fn(T) -> &'static str) {
        for words in Language::ALL.map(daymark_components::Words::of) {
            for stored in all.iter().map(|each| word(*each)) {
                let catalogue = daymark_components::catalogue::entries(words.language());
                let entry = catalogue.iter().find(|entry| entry.id == id).unwrap();
                assert!(
                    entry.choices().contains(stored),
                    "{id} lacks '{stored}' in {}",
                    words.language().word()
                );
            }
        }
    }
    said("contact-kind", ContactKind::ALL, ContactKind::word);
    said("session-outcome", SessionOutcome::ALL, SessionOutcome::word);
    said("contact-party", &[Party::Student, Party::Guardian], Party::word);
    said("plan-whom", &[Party::Student, Party::Guardian], Party::word);
    said("contact-place", Place::ALL, Place::word);
    said("reported-reason", ReportedReason::ALL, ReportedReason::word);
    said("goal-measure", GoalMeasure::ALL, GoalMeasure::word);
    said("goal-result", GoalResult::ALL, GoalResult::word);
    said("recognition-reason", RecognitionReason::ALL, RecognitionReason::word);
    said("recognition-form", RecognitionForm::ALL, RecognitionForm::word);
    said("barrier-factor", BarrierFactor::ALL, BarrierFactor::word);
    said("barrier-source", BarrierSource::ALL, BarrierSource::word);
    said("barrier-confidence", Confidence::ALL, Confidence::word);
    let asks: Vec<AskKind> = AskKind::ALL.iter().copied().filter(|kind| *kind != AskKind::Other).collect();
    said("ask-kind", &asks, AskKind::word);
    said("ask-urgency", Urgency::ALL, Urgency::word);
    said("milestone", Milestone::ALL, Milestone::word);
    said("first-contact", FirstContactItem::ALL, FirstContactItem::word);
}

#[test]
fn who_is_absent_by_the_record_and_who_was_only_not_seen_are_said_differently() {
    let html = screen(Scene { holds: Holds::Much, tap: &["fold-absent-card-1"], ..ANA });
    let wanted = [
        "Door, 2 students",
        "Absent today: call home",
        "absent-card-0",
        "Tyrone Dyer",
        "absent today, day 2",
        "Before you call: court order",
        "tel:+15550100",
        "Spoke to family",
        "absent-card-1",
        "Jeremy Coleman",
        "not seen · unconfirmed",
        "You did not see Jeremy at the door.",
        "The family was called already today:",
        "Wake-up call: No answer · 7:05",
        "tel:+15550100",
        "My week",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("reason-"), "no reason is asked for before a call: {html}");
}

#[test]
fn without_a_known_absence_the_section_says_so() {
    assert_reads(&screen(ANA), &["Absent today: call home", "No absence of today is known so far."]);
}

#[test]
fn a_call_home_is_recorded_by_one_tap_and_then_asks_for_the_reason_as_told() {
    WRITTEN.take();
    let tap: &[&str] = &["call-outcome-reached_guardian", "reason-health"];
    let one_absent = Scene { holds: Holds::Much, tap, ..ANA };
    let html = screen(one_absent);
    assert_reads(
        &html,
        &["absent-card-0", "call-done", "Tyrone Dyer", "Spoke to family · reason as told: Health", "Undo"],
    );
    let asked = screen(Scene { holds: Holds::Much, tap: &["call-outcome-reached_guardian"], ..ANA });
    assert_reads(&asked, &["What reason did they give?", "reason-health", "Kept as they told it."]);
    WRITTEN.with_borrow_mut(|written| written.truncate(2));
    let call = Contact::call(ContactKind::AbsenceCall, CallOutcome::ReachedGuardian);
    let told = Contact { reason: Some(ReportedReason::Health), ..call.clone() };
    let match_id = id(3);
    let expected = [
        Request::RecordContact { match_id, day: today(), contact: call },
        Request::ReplaceContact { match_id, replaced: key("b-1"), day: today(), contact: told },
    ];
    assert_eq!(WRITTEN.take(), expected);
}

#[test]
fn a_call_home_that_was_not_saved_says_so_and_can_be_tapped_again() {
    let tap: &[&str] = &["call-outcome-no_answer"];
    let html = screen(Scene { holds: Holds::Much, refuses: true, tap, ..ANA });
    assert_reads(
        &html,
        &["Absent today", "absent-card-0", "Nothing was saved: the disk is full", "call-outcome-no_answer"],
    );
    assert!(!html.contains("reason-"), "what was not saved has no reason: {html}");
}

#[test]
fn whatever_else_is_due_is_one_tap_from_done() {
    let html = screen(Scene { holds: Holds::Much, ..ANA });
    let wanted = [
        "Time together",
        "Lisa Woods",
        "1 of 3 this week",
        "session-20",
        "Goals to look at",
        "Days at school: 3 before, try 4 · by Fri 17 Oct",
        "goal-reached",
        "To come back to",
        "Call home with good news, on Fri 10 Oct",
        "Call now",
        "Celebrate",
        "2 days fewer missed than the week before",
        "1 of 5 days missed; 3 the week before",
        "celebrate-note_home",
        "Call home with the good news",
    ];
    assert_reads(&html, &wanted);
}

#[test]
fn a_tap_on_what_is_due_writes_what_it_says() {
    let written = |hook: &'static [&'static str]| {
        WRITTEN.take();
        let html = screen(Scene { holds: Holds::Much, tap: hook, ..ANA });
        assert_reads(&html, &["due-done", "Undo"]);
        WRITTEN.take()
    };
    let (lisa, tyrone, day) = (id(1), id(3), today());
    let check = GoalCheck { result: GoalResult::Partly, counted: None };
    let recognition = Recognition {
        whom: None,
        form: RecognitionForm::Words,
        reason: RecognitionReason::FewerAbsences,
        days: Some(2),
    };
    let contact = Contact {
        follows: Some(key("f-1")),
        ..Contact::call(ContactKind::GoodNewsCall, CallOutcome::ReachedGuardian)
    };
    assert_eq!(written(&["session-20"]), [Request::RecordOneOnOne { match_id: lisa, day, minutes: 20 }]);
    assert_eq!(written(&["goal-partly"]), [Request::CheckGoal { match_id: lisa, goal: key("g-1"), check }]);
    assert_eq!(
        written(&[
            "call-for-follow-up-of-03030303030303030303030303030303-f-1",
            "follow-up-reached_guardian"
        ]),
        [Request::RecordContact { match_id: tyrone, day, contact }]
    );
    assert_eq!(written(&["celebrate-words"]), [Request::Recognize { match_id: lisa, recognition }]);
}

#[test]
fn what_is_due_and_was_not_saved_stays_with_its_taps_and_says_why() {
    let html = screen(Scene { holds: Holds::Much, refuses: true, tap: &["session-20"], ..ANA });
    assert_reads(&html, &["Time together", "Nothing was saved: the disk is full", "session-20"]);
    assert!(!html.contains("due-done"), "{html}");
}

#[test]
fn what_is_done_stays_in_its_place_until_the_day_ends() {
    let html = screen(Scene { holds: Holds::AllDone, ..ANA });
    let wanted = [
        "absent-card-0",
        "Spoke to family · 7:05",
        "Undo",
        "Time together",
        "due-done",
        "undo-session-of-",
        "Goals to look at",
        "On the way · done",
        "undo-goal-of-",
        "To come back to",
        "undo-follow-up-of-",
        "Celebrate",
        "undo-celebration-of-",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("session-20"), "what is done offers no second tap: {html}");
}

#[test]
fn a_day_without_school_says_so_and_keeps_what_can_wait() {
    let html = screen(Scene { holds: Holds::NoSchool, ..ANA });
    assert_reads(
        &html,
        &["no school today: Holiday", "No school today. No calls and no door", "Goals to look at"],
    );
    for absent in ["Calls before the bell", "Absent today", "Time together", "Door, 2 students"] {
        assert!(!html.contains(absent), "{absent} in {html}");
    }
}

#[test]
fn my_week_has_three_suns_a_student_and_says_kindly_what_is_missing() {
    let wanted = [
        "My week",
        "Mon 13 Oct to Fri 17 Oct",
        "2 students are waiting for you this week.",
        "Tyrone Dyer",
        "2 more days, and there is time: 3 left",
        "1 of 3 days",
        "Jeremy Coleman",
        "not all days this week; each one still counts",
        "0 of 3 days",
        "Lisa Woods",
        "all days done · 1 try · 2 family contacts",
        "3 of 3 days",
        "Time recorded: 2 h 20 min",
        "tab-today",
    ];
    assert_reads(&screen(Scene { path: MY_WEEK, ..ANA }), &wanted);
}

#[test]
fn a_week_that_is_met_gets_thanks_and_a_week_without_school_asks_for_nothing() {
    let week = |holds| screen(Scene { path: MY_WEEK, holds, ..ANA });
    assert_reads(&week(Holds::AllDone), &["Everybody had their days this week. Thank you."]);
    let closed = week(Holds::NoSchool);
    assert_reads(&closed, &["No school this week."]);
    assert!(!closed.contains("no-sun"), "{closed}");
    assert_reads(&screen(Scene { path: MY_WEEK, students: false, ..ANA }), &["No students yet"]);
}

#[test]
fn what_was_done_by_mistake_is_taken_back_where_it_was_done() {
    WRITTEN.take();
    let html = screen(Scene {
        holds: Holds::Much,
        tap: &["session-20", "undo-session-of-01010101010101010101010101010101"],
        ..ANA
    });
    assert_reads(&html, &["Time together", "session-20"]);
    assert!(!html.contains("due-done"), "{html}");
    assert_eq!(WRITTEN.take().last(), Some(&Request::VoidEntry { match_id: id(1), key: key("b-1") }));
}

#[test]
fn a_finger_that_bounces_gives_no_reason_and_takes_nothing_back() {
    const UNDO: &str = "undo-session-of-01010101010101010101010101010101";
    CLOCK_MS.set((0.0, 100.0));
    for tap in [&["call-outcome-reached_guardian", "reason-health"], &["session-20", UNDO]] {
        WRITTEN.take();
        screen(Scene { holds: Holds::Much, tap, ..ANA });
        assert_eq!(WRITTEN.take().len(), 1, "{tap:?}");
    }
}
