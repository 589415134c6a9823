//! A short note.

use daymark_domain::{Audience, DraftOf, MatchId, NoteClass, NoteText, SchoolDay, What};

use super::{Pen, invalid, saved, write_entry};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, draft};

/// A note as the screen hands it in.
pub(crate) struct NewNote {
    pub text: String,
    pub audience: Audience,
    pub class: NoteClass,
}

/// Adds a note; its draft goes in the same transaction. An empty or too long one is refused with its reason, and the
/// screen keeps the text.
pub(crate) fn add_note(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    note: NewNote,
) -> Result<Reply, Failure> {
    let NewNote { text, audience, class } = note;
    let text = NoteText::try_from(text).map_err(invalid)?;
    if class == NoteClass::Sensitive && audience == Audience::Team {
        return Err(invalid("a sensitive note is for the match only; the team gets the shareable ones"));
    }
    let pen = Pen::for_day(core, match_id, day)?;
    let what = What::Note { text, audience, class };
    let written = core
        .change_record(match_id, |tx, record| {
            draft::remove(tx, match_id, DraftOf::Note)?;
            write_entry(tx, record, match_id, &pen, day, what)
        })
        .map_err(StorageError::not_saved)?;
    saved(core, written.key)
}
