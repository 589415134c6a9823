//! What the record offers to praise: always better than the student's own past, never than anybody else's.

use daymark_components::{Words, days_of, say};
use daymark_domain::{GoalResult, Recognition, RecognitionForm, RecognitionReason, SchoolDay};
use daymark_mentor_core::api::{CelebrationCard, StudentView, TwoWeeks};

/// So many days away make the first day back worth a word.
const AWAY_MIN: usize = 2;

/// Something to be glad about.
#[derive(Clone, Debug, PartialEq)]
pub struct Earned {
    /// With the form still to be chosen.
    pub recognition: Recognition,
    pub line: String,
    /// Its working.
    pub more: Option<String>,
}

impl Earned {
    fn new(reason: RecognitionReason, days: Option<u16>, line: String) -> Self {
        let recognition = Recognition { whom: None, form: RecognitionForm::Words, reason, days };
        Self { recognition, line, more: None }
    }
}

/// What was not praised yet: by the rule of Today, a goal that was reached, a first day back.
pub fn earned(words: Words, student: &StudentView, celebrations: &[CelebrationCard]) -> Vec<Earned> {
    let better = celebrations.iter().filter(|card| !card.done).map(|card| celebration(words, card));
    better.chain(reached_goal(words, student)).chain(came_back(words, student)).collect()
}

fn celebration(words: Words, card: &CelebrationCard) -> Earned {
    let line = match card.reason {
        RecognitionReason::FewerAbsences => say!(words, "due-fewer-absences", n: card.days),
        _ => say!(words, "due-days-in-a-row", n: card.days),
    };
    Earned {
        more: card.weeks.map(|weeks| working(words, &weeks)),
        ..Earned::new(card.reason, Some(card.days), line)
    }
}

fn working(words: Words, weeks: &TwoWeeks) -> String {
    let (this, last) = (days_of(weeks.this_week.missed_halves()), days_of(weeks.last_week.missed_halves()));
    say!(words, "due-two-weeks", this: this, of: weeks.school_days, last: last)
}

fn reached_goal(words: Words, student: &StudentView) -> Option<Earned> {
    let reached = student.record.goals.iter().filter_map(|goal| goal.check);
    let (day, _) =
        reached.filter(|(_, check)| check.result == GoalResult::Reached).max_by_key(|(day, _)| *day)?;
    let reason = RecognitionReason::GoalReached;
    let line = say!(words, "praise-goal-reached", day: words.day_short(day));
    (!is_praised(student, reason, day)).then(|| Earned::new(reason, None, line))
}

/// Present on the last recorded day, after days away.
fn came_back(words: Words, student: &StudentView) -> Option<Earned> {
    let mut recorded = student.month.days.iter().rev().filter_map(|day| Some((day.day, day.official?)));
    let (back, status) = recorded.next()?;
    let away = recorded.take_while(|(_, status)| status.is_absence()).count();
    let reason = RecognitionReason::CameBack;
    let is_back = !status.is_absence() && away >= AWAY_MIN && !is_praised(student, reason, back);
    is_back.then(|| Earned::new(reason, None, say!(words, "praise-came-back", day: words.day_short(back))))
}

fn is_praised(student: &StudentView, reason: RecognitionReason, since: SchoolDay) -> bool {
    student.record.recognitions.iter().any(|given| given.recognition.reason == reason && given.day >= since)
}
