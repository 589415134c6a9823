//! Who is called awake.

use daymark_domain::{Contact, ContactKind};

use super::StudentToday;
use crate::api::CallCard;
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
        done: calling::is_done(&made, next),
    }))
}
