//! What the entries of one student add up to.

use std::collections::BTreeMap;

use daymark_documents::Entry;
use daymark_domain::{EntryKey, FirstContactItem, MatchId, Milestone, SchoolDay, What};

use super::asks::asks;
use super::goals::goals;
use crate::api::{BarrierView, Draft, PlanView, RecognitionView, StudentRecord, Ticked};
use crate::core::Core;
use crate::storage::entry::{self, Kept, standing_of_kind};
use crate::storage::{StorageError, asked, draft};

/// All but the projection, which is no matter of entries.
pub(super) fn student_record(
    core: &Core,
    match_id: MatchId,
    today: SchoolDay,
    present_in_a_row: u32,
) -> Result<StudentRecord, StorageError> {
    Ok(StudentRecord {
        projection: None,
        family_reached: entry::family_reached(&core.db, match_id)?,
        wake_up_plan: plan(core, match_id, today, present_in_a_row)?,
        goals: goals(core, match_id)?,
        barriers: barriers(core, match_id)?,
        recognitions: each(core, match_id, "recognition", |Kept { entry, .. }| match entry.what {
            What::Recognition(recognition) => {
                Some(RecognitionView { key: entry.key, day: entry.day, recognition })
            }
            _ => None,
        })?,
        asks: asks(core, match_id)?.into_iter().map(|asked| asked.view).collect(),
        milestones: ticked::<Milestone>(core, match_id, "milestone", Milestone::ALL, |what| match what {
            What::Milestone(milestone) => Some(*milestone),
            _ => None,
        })?,
        checklist: ticked(core, match_id, "checklist", FirstContactItem::ALL, |what| match what {
            What::Checklist(item) => Some(*item),
            _ => None,
        })?,
        drafts: drafts(core, match_id)?,
        asked: asked::of_match(&core.db, match_id)?,
    })
}

fn each<T>(
    core: &Core,
    match_id: MatchId,
    kind: &str,
    view: impl Fn(Kept) -> Option<T>,
) -> Result<Vec<T>, StorageError> {
    Ok(standing_of_kind(&core.db, match_id, kind)?.into_iter().filter_map(view).collect())
}

/// The latest plan holds.
pub(super) fn plan(
    core: &Core,
    match_id: MatchId,
    today: SchoolDay,
    present_in_a_row: u32,
) -> Result<Option<PlanView>, StorageError> {
    let view = |Entry { key, day, what, .. }| match what {
        What::WakeUpPlan(plan) => {
            Some(PlanView { key, since: day, plan, ended: plan.has_ended(today, present_in_a_row) })
        }
        _ => None,
    };
    let plans = standing_of_kind(&core.db, match_id, "wake_up_plan")?;
    Ok(plans.into_iter().find_map(|kept| view(kept.entry)))
}

/// What still stands in the way first, each part latest first.
fn barriers(core: &Core, match_id: MatchId) -> Result<Vec<BarrierView>, StorageError> {
    let over = each(core, match_id, "barrier_resolved", |Kept { entry, .. }| match entry.what {
        What::BarrierResolved { barrier } => Some((barrier, entry.day)),
        _ => None,
    })?;
    let over: BTreeMap<EntryKey, SchoolDay> = over.into_iter().collect();
    let mut barriers = each(core, match_id, "barrier", |Kept { entry, .. }| match entry.what {
        What::Barrier(barrier) => {
            let resolved = over.get(&entry.key).copied();
            Some(BarrierView { key: entry.key, day: entry.day, barrier, resolved })
        }
        _ => None,
    })?;
    barriers.sort_by_key(|view| view.resolved.is_some());
    Ok(barriers)
}

/// Points that are done, in their own order; one that two phones ticked counts as ticked the first time.
fn ticked<T: Copy + PartialEq>(
    core: &Core,
    match_id: MatchId,
    kind: &str,
    all: &[T],
    item: impl Fn(&What) -> Option<T>,
) -> Result<Vec<Ticked<T>>, StorageError> {
    let entries = standing_of_kind(&core.db, match_id, kind)?;
    let first = |wanted: &T| {
        let entry = &entries.iter().rev().find(|kept| item(&kept.entry.what) == Some(*wanted))?.entry;
        Some(Ticked { item: *wanted, key: entry.key.clone(), day: entry.day })
    };
    Ok(all.iter().filter_map(first).collect())
}

fn drafts(core: &Core, match_id: MatchId) -> Result<Vec<Draft>, StorageError> {
    let drafts = draft::of_match(&core.db, match_id)?.into_iter();
    drafts.map(|(of, text, at)| Ok(Draft { of, text, at: core.local(at)? })).collect()
}
