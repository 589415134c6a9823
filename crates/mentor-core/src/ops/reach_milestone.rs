//! A step on the way through school.

use daymark_domain::{MatchId, Milestone, What};

use super::tick;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Marks a step as done.
pub(crate) fn reach_milestone(
    core: &mut Core,
    match_id: MatchId,
    milestone: Milestone,
) -> Result<Reply, Failure> {
    tick(core, match_id, What::Milestone(milestone))
}
