//! What this mentor asked the team, with what the team said.

use daymark_domain::{AskKind, EntryKey, MatchId, SchoolDay, What};
use daymark_sqlite::rusqlite::Connection;

use crate::api::{AnswerView, AskView};
use crate::core::Core;
use crate::storage::answer::{self, Answer};
use crate::storage::{StorageError, entry};

/// The office has so many days to find a number before it is asked again.
const ASKED_LATELY_DAYS: u64 = 7;

/// The request for a number that works, when one was made lately.
pub(crate) fn asked_for_a_number(
    db: &Connection,
    match_id: MatchId,
    today: SchoolDay,
) -> Result<Option<EntryKey>, StorageError> {
    let asks = entry::standing_of_kind(db, match_id, "ask")?.into_iter();
    let is_for_a_number = |what: &What| matches!(what, What::Ask(ask) if ask.kind == AskKind::ContactDetails);
    let found = asks.map(|kept| kept.entry).find(|entry| is_for_a_number(&entry.what));
    Ok(found.filter(|entry| entry.day >= today.minus(ASKED_LATELY_DAYS)).map(|entry| entry.key))
}

/// A request, and on which day its answer was read.
pub(super) struct Asked {
    pub view: AskView,
    pub read: Option<SchoolDay>,
}

/// The requests about one student, latest first.
pub(super) fn asks(core: &Core, match_id: MatchId) -> Result<Vec<Asked>, StorageError> {
    let mut answers = answer::of_match(&core.db, match_id)?;
    let mut asks = Vec::new();
    for kept in entry::standing_of_kind(&core.db, match_id, "ask")? {
        let What::Ask(ask) = kept.entry.what else { continue };
        let answer = answers.remove(&kept.entry.key);
        let read = answer.as_ref().and_then(|answer| answer.read);
        let answer = answer.map(|answer| answer_view(core, answer)).transpose()?;
        let (key, day, state) = (kept.entry.key, kept.entry.day, kept.state);
        asks.push(Asked { view: AskView { key, day, ask, state, answer }, read });
    }
    Ok(asks)
}

fn answer_view(core: &Core, answer: Answer) -> Result<AnswerView, StorageError> {
    let Answer { status, text, by, at, read } = answer;
    Ok(AnswerView { status, text, by, day: core.local(at)?.day, read: read.is_some() })
}
