//! Time for one student.

use daymark_documents::NewEntry;
use daymark_domain::{MatchId, SchoolDay};

use super::record_entry;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// A day has no more minutes.
const MINUTES_MAX: u16 = 24 * 60;

/// Records one session, in minutes.
pub(crate) fn record_one_on_one(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    minutes: u16,
) -> Result<Reply, Failure> {
    if !(1..=MINUTES_MAX).contains(&minutes) {
        return Err(Failure::Invalid("a one-on-one lasts between a minute and a day".into()));
    }
    record_entry(core, match_id, day, NewEntry::OneOnOne { minutes })
}
