//! What Today says beyond what is due: by what it was done, what was asked of the office, and the calls to come.

use chrono::Weekday;
use daymark_domain::{
    Ask, AskKind, Contact, ContactKind, GoalCheck, GoalMeasure, GoalResult, GoalTarget, Party, StopRule,
    Urgency, WakeUpPlan,
};

use super::*;

const A_DAY: i64 = 86_400;

fn plan(weekdays: &[Weekday], stop: StopRule) -> WakeUpPlan {
    let weekdays = weekdays.iter().copied().collect();
    WakeUpPlan { weekdays, from_minute: 390, to_minute: 450, whom: Party::Student, stop }
}

#[test]
fn what_is_done_names_the_entry_that_undo_takes_back() {
    let (mut core, hand) = paired();
    let follow_up =
        Contact { follow_up: Some(today().next()), ..Contact::session(ContactKind::TeamConsult, 5) };
    let earlier =
        tap(&mut core, Request::RecordContact { match_id: match_id(1), day: today(), contact: follow_up });
    let goal = daymark_domain::Goal {
        measure: GoalMeasure::DaysPresent,
        from: None,
        to: 4,
        target: GoalTarget::Day(today().next()),
    };
    let goal = tap(&mut core, Request::SetGoal { match_id: match_id(1), goal });
    hand.set(TUESDAY_MORNING + A_DAY);
    let day = today().next();
    let done = |core: &mut Core| {
        let due = today_view(core).due;
        let session = due.sessions.into_iter().find(|card| card.who.first_name == "Amir").unwrap();
        (session.done_by, due.goals[0].done_by.clone(), due.follow_ups[0].done_by.clone())
    };
    assert_eq!(done(&mut core), (None, None, None));
    let met = tap(&mut core, Request::RecordOneOnOne { match_id: match_id(1), day, minutes: 10 });
    let check = GoalCheck { result: GoalResult::Reached, counted: None };
    let looked = tap(&mut core, Request::CheckGoal { match_id: match_id(1), goal, check });
    let contact = Contact { follows: Some(earlier), ..Contact::session(ContactKind::TeamConsult, 5) };
    let back = tap(&mut core, Request::RecordContact { match_id: match_id(1), day, contact });
    assert_eq!(done(&mut core), (Some(met.clone()), Some(looked.clone()), Some(back.clone())));
    for key in [met, looked, back] {
        core.answer(Request::VoidEntry { match_id: match_id(1), key }).unwrap();
    }
    assert_eq!(done(&mut core), (None, None, None), "each can be taken back by what the view names");
}

#[test]
fn a_celebration_names_its_recognition_and_whom_to_call_with_the_good_news() {
    let (mut core, _) = paired();
    let amir = |core: &mut Core| {
        let cards = today_view(core).due.celebrations.into_iter();
        cards.into_iter().find(|card| card.who.first_name == "Amir").unwrap()
    };
    let card = amir(&mut core);
    assert_eq!((card.done_by.clone(), card.next, card.callees.len()), (None, Some(0), 2));
    let contact = Contact::call(ContactKind::GoodNewsCall, CallOutcome::NoAnswer);
    tap(&mut core, Request::RecordContact { match_id: match_id(1), day: today(), contact });
    let called = amir(&mut core);
    assert_eq!((called.calls.len(), called.next), (1, Some(1)), "the next number is offered");
    let recognition = daymark_domain::Recognition {
        whom: None,
        form: daymark_domain::RecognitionForm::CallHome,
        reason: card.reason,
        days: Some(card.days),
    };
    let given = tap(&mut core, Request::Recognize { match_id: match_id(1), recognition });
    assert_eq!(amir(&mut core).done_by, Some(given));
}

#[test]
fn the_office_is_asked_for_a_number_once_a_week() {
    let (mut core, hand) = paired();
    let asked = |core: &mut Core| today_view(core).calls.remove(0).asked_office;
    let ask = |kind| Request::AskTeam {
        match_id: match_id(2),
        ask: Ask { kind, urgency: Urgency::ThisWeek, text: None },
    };
    tap(&mut core, ask(AskKind::Food));
    assert_eq!(asked(&mut core), None, "food is no number");
    let key = tap(&mut core, ask(AskKind::ContactDetails));
    assert_eq!(asked(&mut core), Some(key));
    hand.set(TUESDAY_MORNING + 7 * A_DAY);
    assert!(asked(&mut core).is_some());
    hand.set(TUESDAY_MORNING + 8 * A_DAY);
    assert_eq!(asked(&mut core), None);
}

#[test]
fn a_wrong_number_opens_its_repair_and_taking_it_back_closes_it() {
    let (mut core, hand) = paired();
    let asked = |core: &mut Core| today_view(core).calls.remove(0).asked_office;
    let wrong = || Request::RecordContact {
        match_id: match_id(2),
        day: today(),
        contact: Contact::call(ContactKind::WakeUpCall, CallOutcome::WrongNumber),
    };
    let call = tap(&mut core, wrong());
    let first = asked(&mut core);
    assert!(first.is_some());
    hand.set(TUESDAY_MORNING + 60);
    let second_call = tap(&mut core, wrong());
    assert_eq!(asked(&mut core), first, "one request is enough");
    let void = |key| Request::VoidEntry { match_id: match_id(2), key };
    core.answer(void(second_call)).unwrap();
    assert_eq!(asked(&mut core), first, "the first number is wrong still");
    core.answer(void(call)).unwrap();
    assert_eq!(asked(&mut core), None);
}

#[test]
fn the_evening_knows_the_calls_of_the_next_school_day() {
    let (mut core, hand) = paired();
    let next = |core: &mut Core| {
        let next = today_view(core).due.next_calls?;
        Some((next.day, next.students.into_iter().map(|who| who.first_name).collect::<Vec<_>>()))
    };
    let wednesday = today().next();
    assert_eq!(next(&mut core), Some((wednesday, vec!["Bea".to_owned()])), "as the coordinator asked");
    let set = |n, plan| Request::SetWakeUpPlan { match_id: match_id(n), plan };
    tap(&mut core, set(1, plan(&[Weekday::Wed], StopRule::WhenChanged)));
    tap(&mut core, set(2, plan(&[Weekday::Tue], StopRule::WhenChanged)));
    assert_eq!(next(&mut core), Some((wednesday, vec!["Amir".to_owned()])));
    // On a Friday the next school day is Monday.
    hand.set(TUESDAY_MORNING + 3 * A_DAY);
    assert_eq!(next(&mut core), Some((today().plus(6), vec![])));
}

#[test]
fn a_plan_that_has_ended_by_its_rule_is_said_until_the_mentor_ends_it() {
    let (mut core, hand) = paired();
    let ended = |core: &mut Core| -> Vec<(String, Option<EntryKey>)> {
        let cards = today_view(core).due.calls_ended.into_iter();
        cards.map(|card| (card.who.first_name, card.done_by)).collect()
    };
    let set = |plan| Request::SetWakeUpPlan { match_id: match_id(1), plan };
    // Amir has been present every day.
    tap(&mut core, set(plan(&[Weekday::Tue], StopRule::AfterPresentDays(5))));
    assert_eq!(ended(&mut core), [("Amir".to_owned(), None)]);
    hand.set(TUESDAY_MORNING + A_DAY);
    assert!(ended(&mut core).is_empty(), "on a Wednesday there would have been no call");
    hand.set(TUESDAY_MORNING + 7 * A_DAY);
    let done = tap(&mut core, set(plan(&[], StopRule::WhenChanged)));
    assert_eq!(ended(&mut core), [("Amir".to_owned(), Some(done))], "it stays until the day ends");
    hand.set(TUESDAY_MORNING + 14 * A_DAY);
    assert!(ended(&mut core).is_empty());
}

#[test]
fn a_call_home_knows_the_days_missed_and_how_many_more_the_year_bears() {
    let (mut core, _) = paired();
    greet(&mut core, 3, DoorResult::NotSeen).unwrap();
    let card = today_view(&mut core).due.absent.remove(0);
    assert_eq!(card.figure, AbsenceFigure::from_halves(5, 62));
    assert_eq!(card.projection.unwrap().absences_left, Some(1));
}
