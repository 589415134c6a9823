//! Throwing away what was begun.

use daymark_domain::{DraftOf, MatchId};

use super::known;
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, draft};

/// Discards a draft; one that is not there is discarded already.
pub(crate) fn discard_draft(core: &mut Core, match_id: MatchId, of: DraftOf) -> Result<Reply, Failure> {
    core.phone()?;
    known(core, match_id)?;
    core.change(|tx| Ok(draft::remove(tx, match_id, of)?)).map_err(StorageError::not_saved)?;
    Ok(Reply::Kept)
}
