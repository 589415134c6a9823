//! What was done, for the log: every kind of entry that this version knows, in one line.

use daymark_components::{Words, say};
use daymark_domain::{
    Ask, Audience, Barrier, BarrierFactor, Confidence, Contact, ContactDirection, ContactKind,
    ContactOutcome, DoorResult, Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget, Milestone, NoteClass,
    Recognised, Recognition, RecognitionForm, RecognitionReason, ReportedReason, SchoolDay, StopRule,
    WakeUpPlan, What,
};

use super::outcome;
use crate::decks;

/// One line about an entry. `about`: the earlier entry that it is about, where there is one.
pub fn done(words: Words, what: &What, about: Option<&What>, first_name: &str) -> String {
    match what {
        What::DoorCheck(DoorResult::Greeted) => say!(words, "log-door-greeted"),
        What::DoorCheck(DoorResult::Late) => say!(words, "log-door-late"),
        What::DoorCheck(DoorResult::NotSeen) => say!(words, "log-door-not-seen"),
        What::Contact(made) => contact(words, made, first_name),
        What::Note { class: NoteClass::Sensitive, .. } => say!(words, "log-note-sensitive"),
        What::Note { audience: Audience::Match, .. } => say!(words, "log-note-match"),
        What::Note { audience: Audience::Team, .. } => say!(words, "log-note-team"),
        What::Goal(set) => say!(words, "log-goal", goal: goal(words, set)),
        What::GoalCheck { check, .. } => goal_check(words, check, about),
        What::Recognition(given) => recognition(words, given),
        What::Barrier(found) => barrier(words, found),
        What::BarrierResolved { .. } => barrier_resolved(words, about),
        What::Ask(ask) => asked(words, ask),
        What::SafetyConcern => say!(words, "log-safety-concern"),
        What::Milestone(step) => {
            say!(words, "log-milestone", step: milestone(words, *step))
        }
        What::WakeUpPlan(plan) => wake_up_plan(words, plan),
        What::Checklist(item) => {
            say!(words, "log-checklist", item: say!(words, "first-contact", word: item.word()))
        }
        What::Unknown => say!(words, "log-unknown"),
    }
}

/// What the mentor wrote, if it is an entry with a text.
pub fn note(what: &What) -> Option<&str> {
    match what {
        What::Note { text, .. } => Some(text.as_str()),
        What::Ask(ask) => ask.text.as_ref().map(|text| text.as_str()),
        _ => None,
    }
}

/// "Call home about the absence".
pub fn contact_kind(words: Words, kind: ContactKind) -> String {
    say!(words, "contact-kind", kind: kind.word())
}

/// The reason for an absence as it was told.
pub fn reason(words: Words, reason: ReportedReason) -> String {
    say!(words, "reported-reason", word: reason.word())
}

/// A contact with all that was said about it.
fn contact(words: Words, contact: &Contact, first_name: &str) -> String {
    let kind = contact_kind(words, contact.kind);
    let named = match contact.minutes {
        Some(minutes) => say!(words, "log-minutes", kind: kind, n: minutes),
        None => kind,
    };
    let ended = contact.outcome.map(|ended| match ended {
        ContactOutcome::Call(ended) => outcome(words, ended, first_name),
        ContactOutcome::Session(ended) => say!(words, "session-outcome", word: ended.word()),
    });
    let title = match ended {
        Some(ended) => say!(words, "log-call", kind: named, outcome: ended),
        None => named,
    };
    listed([
        Some(title),
        contact.party.map(|party| say!(words, "contact-party", word: party.word())),
        contact.place.map(|place| say!(words, "contact-place", word: place.word())),
        contact.activity.as_ref().map(|tag| decks::activity(words, tag)),
        (contact.direction == Some(ContactDirection::In)).then(|| say!(words, "log-they-began")),
        contact.reason.map(|told| say!(words, "log-reason", reason: reason(words, told))),
        contact.group.map(|_| say!(words, "log-group")),
        contact.follows.as_ref().map(|_| say!(words, "log-came-back")),
        contact.follow_up.map(|day| say!(words, "log-follow-up", day: words.day_short(day))),
    ])
}

/// "Days at school: 3 before, try 4 · by Fri 17 Oct".
pub fn goal(words: Words, goal: &Goal) -> String {
    let measure = goal_measure(words, goal.measure);
    let aim = match goal.from {
        Some(from) => say!(words, "goal-from-to", measure: measure, from: from, to: goal.to),
        None => say!(words, "goal-to", measure: measure, to: goal.to),
    };
    let by = match goal.target {
        GoalTarget::Day(day) => say!(words, "goal-by-day", day: words.day_short(day)),
        GoalTarget::Week(week) => say!(words, "goal-by-week", day: words.day_short(week.monday)),
    };
    listed([Some(aim), Some(by)])
}

/// How a goal went.
pub fn goal_result(words: Words, result: GoalResult) -> String {
    say!(words, "goal-result", word: result.word())
}

/// What is counted.
pub fn goal_measure(words: Words, measure: GoalMeasure) -> String {
    say!(words, "goal-measure", word: measure.word())
}

/// "Reached · 4 counted · Fri 17 Oct".
pub fn goal_looked_at(words: Words, day: SchoolDay, check: &GoalCheck) -> String {
    listed([
        Some(goal_result(words, check.result)),
        check.counted.map(|counted| say!(words, "log-goal-counted", n: counted)),
        Some(words.day_short(day)),
    ])
}

fn goal_check(words: Words, check: &GoalCheck, about: Option<&What>) -> String {
    let set = about.and_then(|what| match what {
        What::Goal(set) => Some(goal(words, set)),
        _ => None,
    });
    listed([
        Some(say!(words, "log-goal-check", result: goal_result(words, check.result))),
        check.counted.map(|counted| say!(words, "log-goal-counted", n: counted)),
        set,
    ])
}

fn recognition(words: Words, given: &Recognition) -> String {
    let reason = recognition_reason(words, given.reason);
    listed([
        Some(say!(words, "log-recognition", reason: reason)),
        given.days.map(|days| say!(words, "log-days", n: days)),
        Some(recognition_form(words, given.form)),
        (given.whom == Some(Recognised::Family)).then(|| say!(words, "log-for-family")),
    ])
}

/// What for.
pub fn recognition_reason(words: Words, reason: RecognitionReason) -> String {
    say!(words, "recognition-reason", word: reason.word())
}

/// In which form.
pub fn recognition_form(words: Words, form: RecognitionForm) -> String {
    say!(words, "recognition-form", word: form.word())
}

fn barrier(words: Words, found: &Barrier) -> String {
    let factor = barrier_factor(words, found.factor);
    listed([Some(say!(words, "log-barrier", factor: factor)), Some(barrier_told(words, found))])
}

/// What stands in the way.
pub fn barrier_factor(words: Words, factor: BarrierFactor) -> String {
    say!(words, "barrier-factor", word: factor.word())
}

/// "the family said so · likely".
pub fn barrier_told(words: Words, found: &Barrier) -> String {
    let unsure = found.confidence.filter(|confidence| *confidence != Confidence::Sure);
    listed([
        Some(say!(words, "barrier-source", word: found.source.word())),
        unsure.map(|confidence| say!(words, "barrier-confidence", word: confidence.word())),
    ])
}

fn barrier_resolved(words: Words, about: Option<&What>) -> String {
    match about {
        Some(What::Barrier(found)) => {
            let factor = barrier_factor(words, found.factor);
            say!(words, "log-barrier-resolved", factor: factor)
        }
        _ => say!(words, "log-barrier-over"),
    }
}

/// A step on the way through school.
pub fn milestone(words: Words, step: Milestone) -> String {
    say!(words, "milestone", word: step.word())
}

fn asked(words: Words, ask: &Ask) -> String {
    let kind = say!(words, "ask-kind", word: ask.kind.word());
    listed([
        Some(say!(words, "log-ask", kind: kind)),
        Some(say!(words, "ask-urgency", word: ask.urgency.word())),
    ])
}

fn wake_up_plan(words: Words, plan: &WakeUpPlan) -> String {
    // Any week has each weekday once.
    let week = SchoolDay::from_number(0).into_iter().flat_map(|day| day.week().days());
    let days: Vec<String> = week
        .filter(|day| plan.weekdays.contains(day.weekday()))
        .map(|day| words.weekday_short(day))
        .collect();
    if days.is_empty() {
        return say!(words, "log-plan-ended");
    }
    let (from, to) = (words.time_of_minute(plan.from_minute), words.time_of_minute(plan.to_minute));
    let until = match plan.stop {
        StopRule::WhenChanged => None,
        StopRule::AfterPresentDays(days) => Some(say!(words, "plan-until-days", n: days)),
        StopRule::OnDay(day) => Some(say!(words, "plan-until-day", day: words.day_short(day))),
    };
    listed([
        Some(say!(words, "log-plan", days: days.join(", "), from: from, to: to)),
        Some(say!(words, "plan-whom", word: plan.whom.word())),
        until,
    ])
}

fn listed(facts: impl IntoIterator<Item = Option<String>>) -> String {
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
