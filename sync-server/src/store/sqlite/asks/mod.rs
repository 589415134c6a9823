//! Requests and answers in SQLite.

use async_trait::async_trait;
use daymark_domain::{EntryKey, MatchId, NoteText, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::log::next_seq;
use super::values::{all, id, one, run, word};
use crate::store::StoreError;
use crate::store::asks::{AnswerSummary, AskStore, AskSummary, NewAnswer};
use crate::store::audit::AccessEvent;

#[async_trait]
impl AskStore for SqliteStore {
    async fn asks(&self, school: SchoolId) -> Result<Vec<AskSummary>, StoreError> {
        self.read(move |db| all(db, include_str!("of_school.sql"), params![school.as_bytes()], ask)).await
    }

    async fn answer_ask(&self, new: NewAnswer) -> Result<bool, StoreError> {
        self.write(move |tx| answer_ask(tx, new)).await
    }
}

/// Whom the request is about; none when the school has no such request.
pub(super) fn student_of_ask(
    db: &Connection,
    school: SchoolId,
    match_id: MatchId,
    key: &EntryKey,
) -> Result<Option<StudentId>, StoreError> {
    let which = params![school.as_bytes(), match_id.as_bytes(), key.to_string()];
    one(db, include_str!("student.sql"), which, |row| id(row, 0, StudentId::from_bytes))
}

/// Answers inside of the transaction that the answer belongs to.
pub(super) fn answer_ask(tx: &Transaction<'_>, new: NewAnswer) -> Result<bool, StoreError> {
    let NewAnswer { school_id, match_id, key, status, text, by, at } = new;
    let Some(student) = student_of_ask(tx, school_id, match_id, &key)? else { return Ok(false) };
    let seq = next_seq(tx, school_id, "answer", Some(match_id.as_bytes()), at)?;
    let row = named_params! {
        ":match_id": match_id.as_bytes(),
        ":entry_key": key.to_string(),
        ":status": status.word(),
        ":text": text.as_ref().map(NoteText::as_str),
        ":staff_id": by.as_bytes(),
        ":at": at,
        ":seq": seq,
    };
    run(tx, include_str!("add_answer.sql"), row)?;
    note(tx, &AccessEvent::by_staff(at, by, school_id, "ask_answered").about(student))?;
    Ok(true)
}

fn ask(row: &Row<'_>) -> Result<AskSummary, StoreError> {
    let key: String = row.get("entry_key")?;
    Ok(AskSummary {
        match_id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        key: key.parse::<EntryKey>().map_err(|_| StoreError::Unreadable { what: "entry key" })?,
        student_name: row.get("student_name")?,
        grade: row.get("grade")?,
        mentor_name: row.get("mentor_name")?,
        asked_at: row.get("asked_at")?,
        kind: word(row, "kind")?,
        urgency: word(row, "urgency")?,
        text: row.get("text")?,
        answer: answer(row)?,
    })
}

fn answer(row: &Row<'_>) -> Result<Option<AnswerSummary>, StoreError> {
    if row.get::<_, Option<i64>>("answered_at")?.is_none() {
        return Ok(None);
    }
    Ok(Some(AnswerSummary {
        status: word(row, "status")?,
        text: row.get("answer_text")?,
        by: row.get("answered_by")?,
        at: row.get("answered_at")?,
    }))
}
