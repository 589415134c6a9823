//! Taking a group's entries back, all of them.

use std::collections::BTreeMap;

use daymark_documents::Entry;
use daymark_domain::{GroupId, MatchId};

use super::{Pen, saved, standing, write_void};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, entry};

/// Takes back what stands of the group, in one transaction. Taking it back twice changes nothing.
pub(crate) fn void_group(core: &mut Core, group: GroupId) -> Result<Reply, Failure> {
    core.phone()?;
    let found = entry::of_group(&core.db, group).map_err(|error| StorageError::from(error).unreadable())?;
    let mut targets = BTreeMap::<MatchId, (Pen, Vec<Entry>)>::new();
    for (match_id, key) in found {
        let target = standing(core, match_id, &key)?;
        let pen = Pen::take(core, match_id)?;
        targets.entry(match_id).or_insert((pen, Vec::new())).1.push(target);
    }
    let matches: Vec<MatchId> = targets.keys().copied().collect();
    core.change_records(&matches, |tx, records| {
        for ((match_id, record), (pen, entries)) in records.iter_mut().zip(targets.into_values()) {
            entries.into_iter().try_for_each(|entry| write_void(tx, record, *match_id, &pen, entry))?;
        }
        Ok(())
    })
    .map_err(StorageError::not_saved)?;
    saved(core, None)
}
