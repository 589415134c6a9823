//! What has been typed so far.

use daymark_domain::{DraftOf, MatchId, NoteText};

use super::{discard_draft, invalid, known};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, draft};

/// Four times a note: whoever types too much must not lose the rest before it is cut.
const CHARACTERS_MAX: usize = 4 * NoteText::MAX_CHARACTERS;

/// Keeps a draft on this phone, at every keystroke. It is in no record and is never sent.
pub(crate) fn keep_draft(
    core: &mut Core,
    match_id: MatchId,
    of: DraftOf,
    text: String,
) -> Result<Reply, Failure> {
    if text.is_empty() {
        return discard_draft(core, match_id, of);
    }
    core.phone()?;
    known(core, match_id)?;
    if text.chars().count() > CHARACTERS_MAX {
        return Err(invalid(format!("a draft has {CHARACTERS_MAX} characters at most")));
    }
    let at = core.now();
    core.change(|tx| Ok(draft::set(tx, match_id, of, &text, at)?)).map_err(StorageError::not_saved)?;
    Ok(Reply::Kept)
}
