//! Time for one student.

use daymark_domain::{Contact, ContactKind, MatchId, SchoolDay};

use super::record_contact;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records one session, in minutes.
pub(crate) fn record_one_on_one(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    minutes: u16,
) -> Result<Reply, Failure> {
    record_contact(core, match_id, day, Contact::session(ContactKind::OneOnOne, minutes))
}
