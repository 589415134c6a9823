//! A goal that student and mentor agreed on.

use daymark_domain::{Goal, MatchId, What};

use super::{Pen, invalid, record_with};
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Sets a goal; it lies ahead, today included.
pub(crate) fn set_goal(core: &mut Core, match_id: MatchId, goal: Goal) -> Result<Reply, Failure> {
    let pen = Pen::take(core, match_id)?;
    goal.check(pen.today).map_err(invalid)?;
    record_with(core, match_id, &pen, pen.today, What::Goal(goal))
}
