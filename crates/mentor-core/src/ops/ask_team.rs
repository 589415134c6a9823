//! Help that is asked of the team.

use daymark_domain::{Ask, DraftOf, MatchId, What};

use super::{Pen, saved, write_entry};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, draft};

/// Records the request; its draft goes in the same transaction. A request without words, such as "a number that works"
/// from a call, leaves what was begun.
pub(crate) fn ask_team(core: &mut Core, match_id: MatchId, ask: Ask) -> Result<Reply, Failure> {
    let pen = Pen::take(core, match_id)?;
    let written = core
        .change_record(match_id, |tx, record| {
            if ask.text.is_some() {
                draft::remove(tx, match_id, DraftOf::Ask)?;
            }
            write_entry(tx, record, match_id, &pen, pen.today, What::Ask(ask))
        })
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}
