//! A short note.

use daymark_documents::NewEntry;
use daymark_domain::{Audience, MatchId, NoteText, SchoolDay};

use super::record_entry;
use crate::api::{Failure, Reply};
use crate::core::Core;

/// Adds a note; an empty or too long one is refused with its reason, and the screen keeps the text.
pub(crate) fn add_note(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    text: String,
    audience: Audience,
) -> Result<Reply, Failure> {
    let text = NoteText::try_from(text).map_err(|error| Failure::Invalid(error.to_string()))?;
    record_entry(core, match_id, day, NewEntry::Note { text, audience })
}
