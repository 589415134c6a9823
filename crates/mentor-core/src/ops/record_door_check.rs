//! A tap at the door.

use daymark_domain::{DoorResult, MatchId, SchoolDay, What};

use super::{Pen, saved, write_entry, write_void};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, entry};

/// Records what the mentor saw. A second tap on the same day corrects the first: the earlier checks of this phone are
/// taken back in the same transaction. What another phone saw stays beside it.
pub(crate) fn record_door_check(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    result: DoorResult,
) -> Result<Reply, Failure> {
    let pen = Pen::for_day(core, match_id, day)?;
    let written = core
        .change_record(match_id, |tx, record| {
            for earlier in entry::own_door_checks_of_day(tx, match_id, day, &pen.writer.tag)? {
                write_void(tx, record, match_id, &pen, earlier)?;
            }
            write_entry(tx, record, match_id, &pen, day, What::DoorCheck(result))
        })
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}
