//! A warm word for what got better.

use daymark_domain::{Goal, MatchId, Recognition, What};

use super::{invalid, record_today};
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Records a recognition.
pub(crate) fn recognize(
    core: &mut Core,
    match_id: MatchId,
    recognition: Recognition,
) -> Result<Reply, Failure> {
    if recognition.days.is_some_and(|days| days > Goal::DAYS_MAX) {
        return Err(invalid("no more days than a year has"));
    }
    record_today(core, match_id, What::Recognition(recognition))
}
