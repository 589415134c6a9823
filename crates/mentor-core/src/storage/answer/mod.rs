//! What the team answered, and whether this mentor has read it.

use std::collections::BTreeMap;

use daymark_domain::{AskStatus, EntryKey, MatchId, NoteText, SchoolDay};
use daymark_protocol::AnswerRow;
use daymark_sqlite::rusqlite::{Connection, Result, Row, Transaction, params};

use super::entry_key;

/// The latest answer to a request.
pub(crate) struct Answer {
    pub status: AskStatus,
    pub text: Option<NoteText>,
    pub by: String,
    pub at: i64,
    pub read: Option<SchoolDay>,
}

/// The answer in place of an earlier one. The same answer once more is still read.
pub(crate) fn set(tx: &Transaction<'_>, row: &AnswerRow) -> Result<()> {
    let id: &[u8; 16] = &row.match_id;
    let answer = params![id, row.ask, row.status, row.text, row.by, row.at];
    tx.prepare_cached(include_str!("set.sql"))?.execute(answer).map(drop)
}

/// Those of one match by what they answer. A status that this version does not know waits for the next one.
pub(crate) fn of_match(db: &Connection, match_id: MatchId) -> Result<BTreeMap<EntryKey, Answer>> {
    let answers = db
        .prepare_cached(include_str!("of_match.sql"))?
        .query_map(params![match_id.as_bytes()], answer)?
        .collect::<Result<Vec<_>>>()?;
    Ok(answers.into_iter().flatten().collect())
}

fn answer(row: &Row<'_>) -> Result<Option<(EntryKey, Answer)>> {
    let Ok(status) = row.get::<_, String>("status")?.parse() else { return Ok(None) };
    let text: Option<String> = row.get("text")?;
    let read: Option<i32> = row.get("read_day")?;
    let answer = Answer {
        status,
        text: text.and_then(|text| text.try_into().ok()),
        by: row.get("by_name")?,
        at: row.get("at")?,
        read: read.and_then(SchoolDay::from_number),
    };
    Ok(Some((entry_key(row)?, answer)))
}

/// Remembers on which day it was read first. `false`: there is no answer.
pub(crate) fn set_read(
    tx: &Transaction<'_>,
    match_id: MatchId,
    ask: &EntryKey,
    on: SchoolDay,
) -> Result<bool> {
    let which = params![match_id.as_bytes(), ask.to_string(), on.number()];
    Ok(tx.prepare_cached(include_str!("set_read.sql"))?.execute(which)? > 0)
}
