//! What staff typed of an ending, and which endings want attention.

use daymark_domain::{
    ClosureReason, ClosureStep, MatchId, MentorId, SchoolDay, StepState, missing_before_the_end, open_steps,
};

use super::{Fields, Wrong, choice, day, day_done, long_text, short_text};
use crate::service::referral_form::one_line;
use crate::store::closing::{Closing, KeptMatch, NewPlan, NewRematch, NewStep};

/// For so long after its end a match without a plan still asks for its steps.
const ASKED_AFTER_DAYS: u64 = 60;

/// Reads that a match will end, or goes on after all.
pub fn read_plan(fields: &Fields, id: MatchId, today: SchoolDay) -> Result<NewPlan, Wrong> {
    if fields.contains_key("called_off") {
        return Ok(NewPlan { id, reason: None, last_day: None });
    }
    let reason = Some(choice::<ClosureReason>(fields, "reason")?);
    let last_day = day(fields, "last_day")?;
    if last_day < today {
        return Err(Wrong::at("last_day", "day_over"));
    }
    Ok(NewPlan { id, reason, last_day: Some(last_day) })
}

/// Reads what became of a step.
pub fn read_step(fields: &Fields, id: MatchId, today: SchoolDay) -> Result<NewStep, Wrong> {
    let (step, state) = (choice::<ClosureStep>(fields, "step")?, choice::<StepState>(fields, "state")?);
    let note = long_text(fields, "note")?;
    if state == StepState::NotPossible && note.is_none() {
        return Err(Wrong::at("note", "say_why"));
    }
    let (day, who) = (day_done(fields, "day", today)?, short_text(fields, "who")?);
    Ok(NewStep { id, step, state, day, who, note })
}

/// Reads why a match ends today; what has to come first keeps it from ending.
pub fn read_end(fields: &Fields, of: &KeptMatch, closing: &Closing) -> Result<ClosureReason, Wrong> {
    let reason = choice::<ClosureReason>(fields, "reason")?;
    // A proposal was never begun, and who stands in was never the student's own.
    let is_own = of.is_running() && of.stands_in_for.is_none();
    if is_own && !missing_before_the_end(reason, |step| closing.is_settled(step)).is_empty() {
        return Err(Wrong::at("reason", "steps_first"));
    }
    Ok(reason)
}

/// Reads with whom it goes on.
pub fn read_rematch(
    fields: &Fields,
    from: MatchId,
    id: MatchId,
    today: SchoolDay,
) -> Result<NewRematch, Wrong> {
    let mentor_id = choice::<MentorId>(fields, "mentor")?;
    let (start_day, expected_end) = (day(fields, "start_day")?, day(fields, "expected_end")?);
    if start_day < today {
        return Err(Wrong::at("start_day", "day_over"));
    }
    if expected_end <= start_day {
        return Err(Wrong::at("expected_end", "ends_before"));
    }
    let rationale = one_line(fields, "rationale");
    if rationale.as_ref().is_some_and(|text| text.chars().count() > RATIONALE_CHARACTERS_MAX) {
        return Err(Wrong::at("rationale", "too_long"));
    }
    let hand_over = long_text(fields, "hand_over")?;
    let beyond_room = long_text(fields, "beyond_room")?.map(|text| text.as_str().to_owned());
    Ok(NewRematch { id, from, mentor_id, start_day, expected_end, rationale, hand_over, beyond_room, today })
}

/// The most characters of why two fit.
pub const RATIONALE_CHARACTERS_MAX: usize = 500;

/// Where an ending stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It will end.
    Planned,
    /// It ended, and steps are still to be done.
    ToComplete,
    /// Nothing to do.
    Quiet,
}

/// Where the ending of a match stands. Whoever goes on in the next school year was not left.
pub fn stands(of: &KeptMatch, closing: Option<&Closing>, today: SchoolDay) -> Stands {
    let is_planned = closing.is_some_and(|closing| closing.plan.is_some());
    let steps = steps_open(closing);
    match of.end_day {
        None if is_planned => Stands::Planned,
        None => Stands::Quiet,
        Some(_) if of.continued_by.is_some() || of.stands_in_for.is_some() || steps.is_empty() => {
            Stands::Quiet
        }
        Some(end) if is_planned || end.plus(ASKED_AFTER_DAYS) >= today => Stands::ToComplete,
        Some(_) => Stands::Quiet,
    }
}

/// Steps that are still to be done.
pub fn steps_open(closing: Option<&Closing>) -> Vec<ClosureStep> {
    open_steps(|step| closing.is_some_and(|closing| closing.is_settled(step)))
}
