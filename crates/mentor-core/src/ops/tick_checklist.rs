//! A point of the first contact with a family.

use daymark_domain::{FirstContactItem, MatchId, What};

use super::tick;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Ticks a point.
pub(crate) fn tick_checklist(
    core: &mut Core,
    match_id: MatchId,
    item: FirstContactItem,
) -> Result<Reply, Failure> {
    tick(core, match_id, What::Checklist(item))
}
