//! How a wake-up call ended.

use daymark_documents::NewEntry;
use daymark_domain::{CallOutcome, MatchId, SchoolDay};

use super::record_entry;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records one call. A second call of the same morning is a second entry.
pub(crate) fn record_wake_up_call(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    outcome: CallOutcome,
) -> Result<Reply, Failure> {
    record_entry(core, match_id, day, NewEntry::WakeUpCall(outcome))
}
