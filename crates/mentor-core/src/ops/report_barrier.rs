//! Something that stands between a student and school.

use daymark_domain::{Barrier, MatchId, What};

use super::record_today;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records a finding. The same cause from another source is another finding.
pub(crate) fn report_barrier(core: &mut Core, match_id: MatchId, barrier: Barrier) -> Result<Reply, Failure> {
    record_today(core, match_id, What::Barrier(barrier))
}
