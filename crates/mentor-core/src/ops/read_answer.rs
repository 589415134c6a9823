//! The team's answer was read.

use daymark_domain::{EntryKey, MatchId};

use super::{Pen, standing};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, answer};

/// Remembers on this phone that the answer was read today; it is no news any more.
pub(crate) fn read_answer(core: &mut Core, match_id: MatchId, ask: EntryKey) -> Result<Reply, Failure> {
    let today = Pen::take(core, match_id)?.today;
    standing(core, match_id, &ask)?;
    let found = core
        .change(|tx| Ok(answer::set_read(tx, match_id, &ask, today)?))
        .map_err(StorageError::not_saved)?;
    found.then_some(Reply::Kept).ok_or(Failure::NoSuchEntry)
}
