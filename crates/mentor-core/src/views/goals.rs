//! Goals with what became of them.

use std::collections::BTreeMap;

use daymark_domain::{EntryKey, GoalCheck, MatchId, SchoolDay, What};

use crate::api::GoalView;
use crate::core::Core;
use crate::storage::{StorageError, entry};

/// The goals of one student, latest first, each with the latest look at it.
pub(super) fn goals(core: &Core, match_id: MatchId) -> Result<Vec<GoalView>, StorageError> {
    let mut checks = latest_checks(core, match_id)?;
    let goals = entry::standing_of_kind(&core.db, match_id, "goal")?.into_iter().map(|kept| kept.entry);
    let view = |entry: daymark_documents::Entry| match entry.what {
        What::Goal(goal) => {
            Some(GoalView { set: entry.day, goal, check: checks.remove(&entry.key), key: entry.key })
        }
        _ => None,
    };
    Ok(goals.filter_map(view).collect())
}

fn latest_checks(
    core: &Core,
    match_id: MatchId,
) -> Result<BTreeMap<EntryKey, (SchoolDay, GoalCheck)>, StorageError> {
    let mut checks = BTreeMap::new();
    for kept in entry::standing_of_kind(&core.db, match_id, "goal_check")? {
        if let What::GoalCheck { goal, check } = kept.entry.what {
            checks.entry(goal).or_insert((kept.entry.day, check));
        }
    }
    Ok(checks)
}
