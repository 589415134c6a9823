//! A safety concern.

use daymark_domain::{MatchId, What};

use super::record_today;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records only that one was raised. Whom to phone, the screen has said before; what it is stands nowhere here.
pub(crate) fn raise_safety_concern(core: &mut Core, match_id: MatchId) -> Result<Reply, Failure> {
    record_today(core, match_id, What::SafetyConcern)
}
