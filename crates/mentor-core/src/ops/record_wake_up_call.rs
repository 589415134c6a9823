//! How a wake-up call ended.

use daymark_domain::{CallOutcome, Contact, ContactKind, MatchId, SchoolDay};

use super::record_contact;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records one call. A second call of the same morning is a second entry.
pub(crate) fn record_wake_up_call(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    outcome: CallOutcome,
) -> Result<Reply, Failure> {
    record_contact(core, match_id, day, Contact::call(ContactKind::WakeUpCall, outcome))
}
