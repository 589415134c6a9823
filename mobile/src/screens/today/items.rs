//! What is due, in words, with the requests that do it.

use daymark_components::{Words, days_of, say};
use daymark_domain::{
    Contact, ContactKind, GoalCheck, GoalResult, Recognition, RecognitionForm, RecognitionReason, StopRule,
    WakeUpPlan, Weekdays,
};
use daymark_mentor_core::api::{
    CallsEndedCard, CelebrationCard, FollowUpCard, GoalCard, Request, SessionCard, TodayView, TwoWeeks,
};

use super::dial::Dialling;
use super::due::{ByCall, Item, Way};
use crate::app::Route;
use crate::parts::Texting;
use crate::screens::StudentPageName;
use crate::voice;

/// The usual lengths of a one-on-one, in minutes.
const LENGTHS: [u16; 3] = [10, 20, 30];
const RESULTS: [GoalResult; 3] = [GoalResult::Reached, GoalResult::Partly, GoalResult::NotReached];

/// Time together.
pub fn sessions(words: Words, today: &TodayView) -> Vec<Item> {
    let day = today.day;
    let item = |card: &SessionCard| {
        let match_id = card.who.match_id;
        let way = |minutes: u16| Way {
            hook: format!("session-{minutes}"),
            text: say!(words, "student-one-on-one-minutes", n: minutes),
            request: Request::RecordOneOnOne { match_id, day, minutes },
        };
        Item {
            id: format!("session-of-{match_id}"),
            who: card.who.clone(),
            line: say!(words, "door-week", done: card.week.done, wanted: card.week.wanted),
            more: card.absent_today.then(|| say!(words, "due-absent-today")),
            done: card.done,
            done_by: card.done_by.clone(),
            ways: LENGTHS.map(way).into(),
            by_call: None,
            page: Some((
                Route::StudentPage { match_id, page: StudentPageName::Starters },
                say!(words, "due-starters"),
            )),
        }
    };
    today.due.sessions.iter().map(item).collect()
}

/// Goals to look at.
pub fn goals(words: Words, today: &TodayView) -> Vec<Item> {
    let item = |card: &GoalCard| {
        let match_id = card.who.match_id;
        let way = |result: GoalResult| Way {
            hook: format!("goal-{result}"),
            text: voice::goal_result(words, result),
            request: Request::CheckGoal {
                match_id,
                goal: card.goal.key.clone(),
                check: GoalCheck { result, counted: None },
            },
        };
        let goal = voice::goal(words, &card.goal.goal);
        Item {
            id: format!("goal-of-{match_id}-{}", card.goal.key),
            who: card.who.clone(),
            line: match card.goal.check {
                Some((_, check)) => {
                    say!(words, "due-goal-result", goal: goal, result: voice::goal_result(words, check.result))
                }
                None => goal,
            },
            more: None,
            done: card.done,
            done_by: card.done_by.clone(),
            ways: RESULTS.map(way).into(),
            by_call: None,
            page: Some((
                Route::StudentPage { match_id, page: StudentPageName::Goals },
                say!(words, "due-goal-page"),
            )),
        }
    };
    today.due.goals.iter().map(item).collect()
}

/// What the mentor wanted to come back to. A call ends as calls do; of anything else it is enough that it was done.
pub fn follow_ups(words: Words, today: &TodayView) -> Vec<Item> {
    let day = today.day;
    let item = |card: &FollowUpCard| {
        let (match_id, kind) = (card.who.match_id, card.contact.kind);
        let came_back = || Way {
            hook: "follow-up-done".to_owned(),
            text: say!(words, "due-follow-up-done"),
            request: Request::RecordContact {
                match_id,
                day,
                contact: Contact { follows: Some(card.key.clone()), ..Contact::of(kind) },
            },
        };
        let by_call = || ByCall {
            title: say!(words, "due-follow-up-call"),
            dialling: Dialling {
                hook: "follow-up",
                kind,
                first_name: card.who.first_name.clone(),
                callees: card.callees.clone(),
                next: card.next,
                texting: Some(texting(today, "good_time")),
            },
            calls: Vec::new(),
            follows: Some(card.key.clone()),
            then: None,
        };
        let what = voice::contact_kind(words, kind);
        Item {
            id: format!("follow-up-of-{match_id}-{}", card.key),
            who: card.who.clone(),
            line: say!(words, "due-follow-up", what: what, day: words.day_short(card.day)),
            more: None,
            done: card.done,
            done_by: card.done_by.clone(),
            ways: if kind.is_call() { vec![] } else { vec![came_back()] },
            by_call: kind.is_call().then(by_call),
            page: None,
        }
    };
    today.due.follow_ups.iter().map(item).collect()
}

/// What got better against the student's own past.
pub fn celebrations(words: Words, today: &TodayView) -> Vec<Item> {
    let item = |card: &CelebrationCard| {
        let (match_id, reason) = (card.who.match_id, card.reason);
        let recognize = |form| Request::Recognize {
            match_id,
            recognition: Recognition { whom: None, form, reason, days: Some(card.days) },
        };
        let ways = [
            (RecognitionForm::Words, say!(words, "due-celebrate-words")),
            (RecognitionForm::NoteHome, say!(words, "due-celebrate-note")),
        ];
        let way = |(form, text)| Way { hook: format!("celebrate-{form}"), text, request: recognize(form) };
        let kind = ContactKind::GoodNewsCall;
        Item {
            id: format!("celebration-of-{match_id}-{reason}"),
            who: card.who.clone(),
            line: earned(words, card),
            more: card.weeks.map(|weeks| two_weeks(words, &weeks)),
            done: card.done,
            done_by: card.done_by.clone(),
            ways: ways.map(way).into(),
            by_call: Some(ByCall {
                title: say!(words, "due-celebrate-call"),
                dialling: Dialling {
                    hook: "good-news",
                    kind,
                    first_name: card.who.first_name.clone(),
                    callees: card.callees.clone(),
                    next: card.next,
                    texting: Some(texting(today, "good_news")),
                },
                calls: card.calls.iter().filter(|call| call.contact.kind == kind).cloned().collect(),
                follows: None,
                then: Some(recognize(RecognitionForm::CallHome)),
            }),
            page: Some((
                Route::StudentPage { match_id, page: StudentPageName::Praise },
                say!(words, "due-celebrate-page"),
            )),
        }
    };
    today.due.celebrations.iter().map(item).collect()
}

/// Plans of wake-up calls that have ended by their own rule.
pub fn calls_ended(words: Words, today: &TodayView) -> Vec<Item> {
    let item = |card: &CallsEndedCard| {
        let match_id = card.who.match_id;
        let plan = WakeUpPlan { weekdays: Weekdays::default(), stop: StopRule::WhenChanged, ..card.plan };
        let line = match card.plan.stop {
            _ if card.done_by.is_some() => say!(words, "log-plan-ended"),
            StopRule::AfterPresentDays(days) => say!(words, "calls-ended-days", n: days),
            StopRule::OnDay(_) | StopRule::WhenChanged => say!(words, "calls-ended-day"),
        };
        Item {
            id: format!("calls-ended-of-{match_id}"),
            who: card.who.clone(),
            line,
            more: None,
            done: card.done_by.is_some(),
            done_by: card.done_by.clone(),
            ways: vec![Way {
                hook: "calls-end".to_owned(),
                text: say!(words, "calls-end"),
                request: Request::SetWakeUpPlan { match_id, plan },
            }],
            by_call: None,
            page: Some((
                Route::StudentPage { match_id, page: StudentPageName::WakeUp },
                say!(words, "calls-plan-again"),
            )),
        }
    };
    today.due.calls_ended.iter().map(item).collect()
}

fn texting(today: &TodayView, begin_with: &'static str) -> Texting {
    Texting { policy: today.texting, mentor: today.mentor.clone(), begin_with }
}

fn earned(words: Words, card: &CelebrationCard) -> String {
    match card.reason {
        RecognitionReason::FewerAbsences => say!(words, "due-fewer-absences", n: card.days),
        RecognitionReason::DaysInARow => say!(words, "due-days-in-a-row", n: card.days),
        reason => say!(words, "recognition-reason", word: reason.word()),
    }
}

/// "1 of 5 days missed; 3 the week before".
fn two_weeks(words: Words, weeks: &TwoWeeks) -> String {
    let (this, last) = (days_of(weeks.this_week.missed_halves()), days_of(weeks.last_week.missed_halves()));
    say!(words, "due-two-weeks", this: this, of: weeks.school_days, last: last)
}
