//! What is due, in words, with the requests that do it.

use daymark_components::{Words, days_of, say};
use daymark_domain::{
    CallOutcome, Contact, GoalCheck, GoalResult, Recognition, RecognitionForm, RecognitionReason, SchoolDay,
};
use daymark_mentor_core::api::{CelebrationCard, FollowUpCard, GoalCard, Request, SessionCard, TwoWeeks};

use super::due::{Item, Way};
use crate::voice;

/// The usual lengths of a one-on-one, in minutes.
const LENGTHS: [u16; 3] = [10, 20, 30];
const RESULTS: [GoalResult; 3] = [GoalResult::Reached, GoalResult::Partly, GoalResult::NotReached];
const ENDS: [CallOutcome; 3] =
    [CallOutcome::ReachedStudent, CallOutcome::ReachedGuardian, CallOutcome::NoAnswer];

/// Time together.
pub fn sessions(words: Words, day: SchoolDay, cards: &[SessionCard]) -> Vec<Item> {
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
            line: say!(words, "door-week", done: card.week.done, wanted: card.week.wanted()),
            more: card.absent_today.then(|| say!(words, "due-absent-today")),
            done: card.done,
            ways: LENGTHS.map(way).into(),
        }
    };
    cards.iter().map(item).collect()
}

/// Goals to look at.
pub fn goals(words: Words, cards: &[GoalCard]) -> Vec<Item> {
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
        Item {
            id: format!("goal-of-{match_id}-{}", card.goal.key),
            who: card.who.clone(),
            line: voice::goal(words, &card.goal.goal),
            more: card.goal.check.map(|(_, check)| voice::goal_result(words, check.result)),
            done: card.done,
            ways: RESULTS.map(way).into(),
        }
    };
    cards.iter().map(item).collect()
}

/// What the mentor wanted to come back to. A call ends as calls do; of anything else it is enough that it was done.
pub fn follow_ups(words: Words, day: SchoolDay, cards: &[FollowUpCard]) -> Vec<Item> {
    let item = |card: &FollowUpCard| {
        let (match_id, kind) = (card.who.match_id, card.contact.kind);
        let request = |contact: Contact| Request::RecordContact {
            match_id,
            day,
            contact: Contact { follows: Some(card.key.clone()), ..contact },
        };
        let call = |outcome: CallOutcome| Way {
            hook: format!("follow-up-{outcome}"),
            text: voice::outcome(words, outcome, &card.who.first_name),
            request: request(Contact::call(kind, outcome)),
        };
        let came_back = || Way {
            hook: "follow-up-done".to_owned(),
            text: say!(words, "due-follow-up-done"),
            request: request(Contact::of(kind)),
        };
        let what = voice::contact_kind(words, kind);
        Item {
            id: format!("follow-up-of-{match_id}-{}", card.key),
            who: card.who.clone(),
            line: say!(words, "due-follow-up", what: what, day: words.day_short(card.day)),
            more: None,
            done: card.done,
            ways: if kind.is_call() { ENDS.map(call).into() } else { vec![came_back()] },
        }
    };
    cards.iter().map(item).collect()
}

/// What got better against the student's own past.
pub fn celebrations(words: Words, cards: &[CelebrationCard]) -> Vec<Item> {
    let item = |card: &CelebrationCard| {
        let (match_id, reason) = (card.who.match_id, card.reason);
        let ways = [
            (RecognitionForm::Words, say!(words, "due-celebrate-words")),
            (RecognitionForm::NoteHome, say!(words, "due-celebrate-note")),
            (RecognitionForm::CallHome, say!(words, "due-celebrate-call")),
        ];
        let way = |(form, text)| Way {
            hook: format!("celebrate-{form}"),
            text,
            request: Request::Recognize {
                match_id,
                recognition: Recognition { whom: None, form, reason, days: Some(card.days) },
            },
        };
        Item {
            id: format!("celebration-of-{match_id}-{reason}"),
            who: card.who.clone(),
            line: earned(words, card),
            more: card.weeks.map(|weeks| two_weeks(words, &weeks)),
            done: card.done,
            ways: ways.map(way).into(),
        }
    };
    cards.iter().map(item).collect()
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
