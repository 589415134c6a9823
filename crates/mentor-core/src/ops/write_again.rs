//! Another try with what the server refused.

use daymark_documents::{Renamed, said};

use super::{Pen, invalid, saved};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, change, projection, set_aside};

/// Writes what was set aside as a new entry, dated as it was, and forgets the refused one: both or none.
pub(crate) fn write_again(core: &mut Core, id: i64) -> Result<Reply, Failure> {
    let found = set_aside::get(&core.db, id).map_err(|error| StorageError::from(error).unreadable())?;
    let refused = found.ok_or(Failure::NoSuchEntry)?;
    let said = said(&refused.bytes).ok_or_else(|| invalid("what was written cannot be read any more"))?;
    let match_id = refused.match_id;
    let pen = Pen::take(core, match_id)?;
    let key = core
        .change_record(match_id, |tx, record| {
            let written = record.say_again(&pen.writer, &said, &Renamed::new())?;
            set_aside::remove(tx, id)?;
            let Some(written) = written else { return Ok(None) };
            change::add_unsent(tx, match_id, &written)?;
            projection::rewrite(tx, match_id, record)?;
            Ok(written.key)
        })
        .map_err(StorageError::not_saved)?;
    saved(core, key)
}
