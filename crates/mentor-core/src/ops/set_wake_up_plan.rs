//! How a student is called awake from now on.

use daymark_domain::{MatchId, WakeUpPlan, What};

use super::{invalid, record_today};
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Sets the plan. The latest holds; earlier ones stay in the history.
pub(crate) fn set_wake_up_plan(
    core: &mut Core,
    match_id: MatchId,
    plan: WakeUpPlan,
) -> Result<Reply, Failure> {
    plan.check().map_err(invalid)?;
    record_today(core, match_id, What::WakeUpPlan(plan))
}
