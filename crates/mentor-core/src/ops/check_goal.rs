//! A goal that was looked at.

use daymark_domain::{EntryKey, Goal, GoalCheck, MatchId, What};

use super::{invalid, known, record_today, standing};
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Says how a goal went. Looking again says it anew; the latest look holds.
pub(crate) fn check_goal(
    core: &mut Core,
    match_id: MatchId,
    goal: EntryKey,
    check: GoalCheck,
) -> Result<Reply, Failure> {
    known(core, match_id)?;
    if check.counted.is_some_and(|counted| counted > Goal::DAYS_MAX) {
        return Err(invalid("no more days than a year has"));
    }
    match standing(core, match_id, &goal)?.what {
        What::Goal(_) => record_today(core, match_id, What::GoalCheck { goal, check }),
        _ => Err(Failure::NoSuchEntry),
    }
}
