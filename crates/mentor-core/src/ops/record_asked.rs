//! A conversation starter that was used.

use daymark_domain::{MatchId, Tag};

use super::Pen;
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, asked};

/// Remembers on this phone that the starter was used today, so that the deck does not repeat it.
pub(crate) fn record_asked(core: &mut Core, match_id: MatchId, starter: &Tag) -> Result<Reply, Failure> {
    let today = Pen::take(core, match_id)?.today;
    core.change(|tx| Ok(asked::set(tx, match_id, starter, today)?)).map_err(StorageError::not_saved)?;
    Ok(Reply::Kept)
}
