//! Something that no longer stands in the way.

use daymark_domain::{EntryKey, MatchId, What};

use super::{known, standing, tick};
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Says that a finding is over; it stays in the history. Void this entry when it comes back.
pub(crate) fn resolve_barrier(
    core: &mut Core,
    match_id: MatchId,
    barrier: EntryKey,
) -> Result<Reply, Failure> {
    known(core, match_id)?;
    match standing(core, match_id, &barrier)?.what {
        What::Barrier(_) => tick(core, match_id, What::BarrierResolved { barrier }),
        _ => Err(Failure::NoSuchEntry),
    }
}
