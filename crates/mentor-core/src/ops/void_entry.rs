//! Taking an entry back, for ten seconds or for ever.

use daymark_domain::{EntryKey, MatchId};

use super::{Pen, saved, write_void};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, entry};

/// Takes an entry back. It stays in the history; taking it back twice changes nothing.
pub(crate) fn void_entry(core: &mut Core, match_id: MatchId, key: EntryKey) -> Result<Reply, Failure> {
    let pen = Pen::take(core, match_id)?;
    let found = core
        .change_record(match_id, |tx, record| {
            let Some(target) = entry::get(tx, match_id, &key)? else { return Ok(false) };
            if !target.is_voided() {
                write_void(tx, record, match_id, &pen, target)?;
            }
            Ok(true)
        })
        .map_err(StorageError::not_saved)?;
    if found { saved(core, None) } else { Err(Failure::NoSuchEntry) }
}
