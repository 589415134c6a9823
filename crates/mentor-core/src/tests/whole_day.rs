//! Today by the clock and the calendar, and what a student's page adds up.

use chrono::Weekday;
use daymark_domain::{
    Barrier, BarrierFactor, BarrierSource, Contact, ContactKind, Element, FirstContactItem, Goal, GoalCheck,
    GoalMeasure, GoalResult, GoalTarget, NumberMark, Party, Recognition, RecognitionForm, RecognitionReason,
    SessionOutcome, StopRule, WakeUpPlan, What,
};

use super::*;
use crate::api::{AbsentCard, CelebrationCard};

const A_DAY: i64 = 86_400;

fn contact(n: u8, contact: Contact) -> Request {
    Request::RecordContact { match_id: match_id(n), day: today(), contact }
}

fn call(kind: ContactKind, number: &str, outcome: CallOutcome) -> Contact {
    Contact { number: Some(NumberMark::of(number)), ..Contact::call(kind, outcome) }
}

#[test]
fn calls_are_due_by_the_plan_and_without_one_as_the_coordinator_asked() {
    let (mut core, hand) = paired();
    let called = |core: &mut Core| -> Vec<String> {
        today_view(core).calls.into_iter().map(|card| card.first_name).collect()
    };
    assert_eq!(called(&mut core), ["Bea"], "the coordinator asked");
    let plan = |weekdays: &[Weekday], stop| WakeUpPlan {
        weekdays: weekdays.iter().copied().collect(),
        from_minute: 390,
        to_minute: 450,
        whom: Party::Student,
        stop,
    };
    let set = |n, plan| Request::SetWakeUpPlan { match_id: match_id(n), plan };
    tap(&mut core, set(1, plan(&[Weekday::Tue], StopRule::WhenChanged)));
    tap(&mut core, set(2, plan(&[Weekday::Wed], StopRule::WhenChanged)));
    // Zoë was absent yesterday: not present five days in a row. Amir has been.
    tap(&mut core, set(3, plan(&[Weekday::Tue], StopRule::AfterPresentDays(5))));
    assert_eq!(called(&mut core), ["Amir", "Zoë"]);
    hand.set(hand.get() + 60);
    tap(&mut core, set(1, plan(&[Weekday::Tue], StopRule::AfterPresentDays(5))));
    assert_eq!(called(&mut core), ["Zoë"], "the latest plan holds, and its rule has ended the calls");
    assert!(page(&mut core, 1).record.wake_up_plan.unwrap().ended);
    hand.set(TUESDAY_MORNING + 4 * A_DAY);
    let saturday = today_view(&mut core);
    assert_eq!((saturday.calls, saturday.day_type, saturday.school_day_number), (vec![], None, None));
}

#[test]
fn the_next_best_number_is_offered_and_a_wrong_one_is_a_repair() {
    let (mut core, hand) = paired();
    let card = |core: &mut Core| today_view(core).calls.remove(0);
    assert_eq!((card(&mut core).next, card(&mut core).done), (Some(0), false));
    tap(&mut core, contact(2, call(ContactKind::WakeUpCall, "15550100", CallOutcome::WrongNumber)));
    let after = card(&mut core);
    assert_eq!((after.next, after.callees[0].wrong, after.done), (Some(1), true, false));
    tap(&mut core, contact(2, call(ContactKind::WakeUpCall, "15550101", CallOutcome::ReachedStudent)));
    assert!(card(&mut core).done, "done stays in its list");
    hand.set(TUESDAY_MORNING + A_DAY);
    assert_eq!(card(&mut core).next, Some(1), "a wrong number is skipped until the office changes it");
    let mut changed = student(2, "Bea");
    changed.callees[0].phone = Some("+1 555 0199".to_owned());
    hear(&mut core, Rows { students: Some(vec![changed]), ..Rows::default() });
    assert_eq!((card(&mut core).next, card(&mut core).callees[0].wrong), (Some(0), false));
}

#[test]
fn not_seen_at_the_door_is_unconfirmed_until_the_schools_record_says() {
    let (mut core, _) = paired();
    let absent = |core: &mut Core| -> Vec<AbsentCard> { today_view(core).due.absent };
    assert!(absent(&mut core).is_empty());
    greet(&mut core, 1, DoorResult::NotSeen).unwrap();
    greet(&mut core, 3, DoorResult::Greeted).unwrap();
    let unconfirmed = absent(&mut core);
    assert_eq!(unconfirmed.len(), 1);
    assert_eq!((unconfirmed[0].who.first_name.as_str(), unconfirmed[0].official), ("Amir", false));

    // The export comes: Amir was there, Zoë was not, whatever the mentor saw.
    let rows = Rows {
        school: Some(recorded_through(today())),
        attendance: Some(vec![absence(3, "2025-10-14", 2)]),
        ..Rows::default()
    };
    hear(&mut core, rows);
    let official = absent(&mut core);
    assert_eq!(official.len(), 1);
    let zoe = &official[0];
    assert_eq!(
        (zoe.who.first_name.as_str(), zoe.official, zoe.greeted, zoe.absent_in_a_row),
        ("Zoë", true, true, 3)
    );
    assert_eq!((zoe.next, zoe.done), (Some(0), false));

    // A call about something else is shown, so that the family is not called twice; it is not this call.
    tap(&mut core, contact(3, call(ContactKind::GoodNewsCall, "15550100", CallOutcome::ReachedGuardian)));
    let heard = absent(&mut core).remove(0);
    assert_eq!((heard.calls.len(), heard.done), (1, false));
    tap(&mut core, contact(3, call(ContactKind::AbsenceCall, "15550100", CallOutcome::ReachedGuardian)));
    assert!(absent(&mut core).remove(0).done);
    assert_eq!(page(&mut core, 3).record.family_reached, Some(today()));
}

#[test]
fn time_together_is_due_until_the_week_has_some_or_three_days_with_contact() {
    let (mut core, hand) = paired();
    let due = |core: &mut Core| -> Vec<(String, bool)> {
        let sessions = today_view(core).due.sessions;
        sessions.into_iter().map(|card| (card.who.first_name, card.done)).collect()
    };
    let names = |names: &[(&str, bool)]| -> Vec<(String, bool)> {
        names.iter().map(|(name, done)| ((*name).to_owned(), *done)).collect()
    };
    assert_eq!(due(&mut core), names(&[("Amir", false), ("Bea", false), ("Zoë", false)]));
    tap(&mut core, contact(1, Contact::session(ContactKind::OneOnOne, 15)));
    let missed =
        Contact { outcome: Some(SessionOutcome::StudentAbsent.into()), ..Contact::of(ContactKind::OneOnOne) };
    tap(&mut core, contact(2, missed));
    assert_eq!(due(&mut core), names(&[("Amir", true), ("Bea", false), ("Zoë", false)]));
    // Zoë is greeted from Tuesday to Thursday.
    for n in 0..3 {
        hand.set(TUESDAY_MORNING + n * A_DAY);
        let day = today().plus(n as u64);
        tap(&mut core, Request::RecordDoorCheck { match_id: match_id(3), day, result: DoorResult::Greeted });
    }
    hand.set(TUESDAY_MORNING + 3 * A_DAY);
    assert_eq!(due(&mut core), names(&[("Bea", false)]));
}

#[test]
fn a_goal_is_looked_at_when_it_is_due_and_stays_in_the_list_that_day() {
    let (mut core, hand) = paired();
    let goal = Goal {
        measure: GoalMeasure::DaysPresent,
        from: Some(3),
        to: 4,
        target: GoalTarget::Week(today().week()),
    };
    let key = tap(&mut core, Request::SetGoal { match_id: match_id(3), goal });
    assert!(today_view(&mut core).due.goals.is_empty());
    hand.set(TUESDAY_MORNING + 6 * A_DAY);
    let card = today_view(&mut core).due.goals.remove(0);
    assert_eq!((card.goal.goal, card.done), (goal, false), "on Monday it is still to be looked at");
    let check = GoalCheck { result: GoalResult::Reached, counted: Some(4) };
    let look = |goal: EntryKey| Request::CheckGoal { match_id: match_id(3), goal, check };
    let looked = tap(&mut core, look(key.clone()));
    assert!(today_view(&mut core).due.goals[0].done);
    assert_eq!(page(&mut core, 3).record.goals[0].check.unwrap().1, check);
    assert_eq!(core.answer(look(looked)), Err(Failure::NoSuchEntry), "a look is no goal");
    hand.set(TUESDAY_MORNING + 7 * A_DAY);
    assert!(today_view(&mut core).due.goals.is_empty());
    let past = Goal { target: GoalTarget::Day(today()), ..goal };
    assert!(matches!(
        core.answer(Request::SetGoal { match_id: match_id(3), goal: past }),
        Err(Failure::Invalid(_))
    ));
}

#[test]
fn what_the_mentor_wanted_to_come_back_to_is_due_until_then() {
    let (mut core, hand) = paired();
    let asked = Contact { follow_up: Some(today().plus(2)), ..Contact::session(ContactKind::OneOnOne, 10) };
    let key = tap(&mut core, contact(1, asked));
    assert!(today_view(&mut core).due.follow_ups.is_empty());
    hand.set(TUESDAY_MORNING + 3 * A_DAY);
    let day = today().plus(3);
    assert!(!today_view(&mut core).due.follow_ups[0].done);
    let back = Contact { follows: Some(key), ..Contact::session(ContactKind::OneOnOne, 5) };
    let back = tap(&mut core, Request::RecordContact { match_id: match_id(1), day, contact: back });
    assert!(today_view(&mut core).due.follow_ups[0].done);
    core.answer(Request::VoidEntry { match_id: match_id(1), key: back }).unwrap();
    assert!(!today_view(&mut core).due.follow_ups[0].done);
    let lost =
        Contact { follows: Some("zz-9".parse().unwrap()), ..Contact::session(ContactKind::OneOnOne, 5) };
    assert_eq!(core.answer(contact(1, lost)), Err(Failure::NoSuchEntry));
    let past = Contact { follow_up: Some(today()), ..Contact::session(ContactKind::OneOnOne, 5) };
    assert!(matches!(core.answer(contact(1, past)), Err(Failure::Invalid(_))));
}

#[test]
fn a_celebration_is_earned_against_ones_own_past_and_given_once() {
    let (mut core, hand) = paired();
    // Zoë: two days missed in the week of 29 September, one in that of 6 October, which is complete.
    let rows = Rows {
        school: Some(recorded_through("2025-10-10".parse().unwrap())),
        attendance: Some(vec![absence(3, "2025-09-29", 2), absence(3, "2025-10-01", 2)]),
        ..Rows::default()
    };
    hear(&mut core, rows);
    let of = |core: &mut Core, name: &str| -> Vec<CelebrationCard> {
        let cards = today_view(core).due.celebrations.into_iter();
        cards.filter(|card| card.who.first_name == name).collect()
    };
    let zoe = of(&mut core, "Zoë");
    assert_eq!(zoe.len(), 1, "{zoe:?}");
    assert_eq!((zoe[0].reason, zoe[0].days, zoe[0].done), (RecognitionReason::FewerAbsences, 1, false));
    let weeks = zoe[0].weeks.unwrap();
    assert_eq!(weeks.school_days, 5);
    assert_eq!(
        (weeks.last_week, weeks.this_week),
        (AbsenceFigure::from_days(2, 5), AbsenceFigure::from_days(1, 5))
    );
    // Amir has come every day since the beginning: thirty school days, with the last of them last Friday.
    let amir = of(&mut core, "Amir");
    assert_eq!(
        amir.iter().map(|card| (card.reason, card.days)).collect::<Vec<_>>(),
        [(RecognitionReason::DaysInARow, 30)]
    );

    let given = Recognition {
        whom: None,
        form: RecognitionForm::Words,
        reason: RecognitionReason::FewerAbsences,
        days: Some(1),
    };
    tap(&mut core, Request::Recognize { match_id: match_id(3), recognition: given });
    assert!(of(&mut core, "Zoë")[0].done, "it stays in its list until the day ends");
    hand.set(TUESDAY_MORNING + A_DAY);
    assert!(of(&mut core, "Zoë").is_empty());
    hand.set(TUESDAY_MORNING + 14 * A_DAY);
    assert!(of(&mut core, "Amir").is_empty(), "what is two weeks old is no news");
}

#[test]
fn my_week_says_what_is_done_what_was_tried_and_whether_it_can_still_be_met() {
    let (mut core, hand) = paired();
    let row = |core: &mut Core, n: usize| {
        let Ok(Reply::MyWeek(view)) = core.answer(Request::MyWeek { day: None }) else { panic!() };
        view.rows[n].clone()
    };
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    tap(&mut core, contact(1, call(ContactKind::AbsenceCall, "15550100", CallOutcome::NoAnswer)));
    tap(&mut core, contact(1, call(ContactKind::GoodNewsCall, "15550100", CallOutcome::ReachedGuardian)));
    tap(&mut core, contact(1, Contact::of(ContactKind::TeamConsult)));
    let amir = row(&mut core, 0);
    assert_eq!((amir.week.done, amir.week.wanted, amir.days_left), (1, 3, 3));
    assert_eq!((amir.attempts, amir.family_contacts, amir.can_be_met()), (1, 1, Some(true)));
    assert_eq!(row(&mut core, 1).days_left, 4, "today is left for whom nobody reached");
    hand.set(TUESDAY_MORNING + 3 * A_DAY);
    assert_eq!(row(&mut core, 0).can_be_met(), Some(false), "on Friday one day is left, and two are wanted");

    let Ok(Reply::MyMonth(month)) = core.answer(Request::MyMonth { day: None }) else { panic!() };
    let count = |element| month.elements.iter().find(|(each, _)| *each == element).unwrap().1;
    assert_eq!((month.students, count(Element::MeetAndGreet), count(Element::CallHome)), (3, 1, 1));
    assert_eq!((count(Element::FamilyOutreach), count(Element::WorkWithStaff)), (1, 1));
    // The weeks of three students that began in October and are over: from the 6th.
    assert_eq!((month.weeks_met, month.weeks, month.attempts, month.family_contacts), (0, 6, 1, 1));
}

#[test]
fn the_students_page_tells_everything_with_its_history() {
    let (mut core, hand) = paired();
    let barrier =
        Barrier { factor: BarrierFactor::Transport, source: BarrierSource::Family, confidence: None };
    let found = tap(&mut core, Request::ReportBarrier { match_id: match_id(3), barrier });
    let tick = Request::TickChecklist { match_id: match_id(3), item: FirstContactItem::LetterSent };
    let letter = tap(&mut core, tick.clone());
    assert!(matches!(core.answer(tick.clone()), Ok(Reply::Saved { key: None, .. })), "ticked once");
    tap(&mut core, Request::RaiseSafetyConcern { match_id: match_id(3) });
    hand.set(TUESDAY_MORNING + 600);
    core.answer(Request::ResolveBarrier { match_id: match_id(3), barrier: found }).unwrap();
    core.answer(Request::VoidEntry { match_id: match_id(3), key: letter.clone() }).unwrap();

    let view = page(&mut core, 3);
    assert_eq!(view.record.barriers[0].resolved, Some(today()));
    assert!(view.record.checklist.is_empty());
    let struck = view.log.iter().find(|entry| entry.key == letter).unwrap();
    assert_eq!((struck.voided, struck.voided_at.unwrap().minute), (true, 7 * 60 + 52));
    assert!(view.log.iter().any(|entry| entry.what == What::SafetyConcern));
    // 2.5 days missed of 31; with the 12 school days to come of this calendar the limit is 4.3.
    let projection = view.record.projection.unwrap();
    assert_eq!(projection.figure, view.figure);
    assert_eq!((projection.absences_left, projection.present_days_needed), (Some(1), 0));
    tap(&mut core, tick);
    assert_eq!(page(&mut core, 3).record.checklist[0].item, FirstContactItem::LetterSent, "ticked anew");
}
