//! Who is called awake.

use daymark_domain::{Contact, ContactKind, Weekdays};

use super::StudentToday;
use crate::api::{CallCard, CallsEndedCard};
use crate::storage::StorageError;
use crate::views::student_record::plan;
use crate::views::{calling, entries};

/// By the match's own plan, else as the coordinator asked; whoever was called today stays in the list.
pub(super) fn card(student: &StudentToday<'_>) -> Result<Option<CallCard>, StorageError> {
    let (core, today, mentee) = (student.day.core, student.day.today, student.mentee);
    let present = student.present_in_a_row();
    let plan = plan(core, mentee.match_id, today, present)?.map(|view| view.plan);
    let due = plan.map_or(mentee.wake_up_calls, |plan| plan.is_due(today, present));
    let is_call = |kind| kind == ContactKind::WakeUpCall;
    let made: Vec<&Contact> = entries::contacts(&student.entries)
        .map(|(_, contact)| contact)
        .filter(|contact| is_call(contact.kind))
        .collect();
    if !student.is_expected() || (!due && made.is_empty()) {
        return Ok(None);
    }
    let callees = student.callees()?;
    let next = calling::next(&callees, &made);
    Ok(Some(CallCard {
        match_id: mentee.match_id,
        student: mentee.name(),
        first_name: mentee.first_name.clone(),
        absent_in_a_row: student.absent_in_a_row(),
        callees,
        calls: entries::calls(core, &student.entries, is_call)?,
        next,
        plan,
        others: student.others()?,
        asked_office: student.asked_for_a_number()?,
        done: calling::is_done(&made, next),
    }))
}

/// The plan of today has ended by its own rule, or the mentor ended it today.
pub(super) fn ended_card(student: &StudentToday<'_>) -> Result<Option<CallsEndedCard>, StorageError> {
    let (core, today, mentee) = (student.day.core, student.day.today, student.mentee);
    let plan = plan(core, mentee.match_id, today, student.present_in_a_row())?;
    let Some(view) = plan.filter(|view| view.ended && student.is_expected()) else { return Ok(None) };
    let ended_today = view.plan.weekdays == Weekdays::default() && view.since == today;
    let done_by = ended_today.then_some(view.key);
    let wanted = done_by.is_some() || view.plan.weekdays.contains(today.weekday());
    Ok(wanted.then(|| CallsEndedCard { who: mentee.who(), plan: view.plan, done_by }))
}
