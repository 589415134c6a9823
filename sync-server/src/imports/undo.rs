//! Undoing the last import: what it changed goes back, what it added is ended, and phones are told by the log. The import
//! stays in the history; its undoing is an entry of its own.

use std::fmt;

use daymark_domain::{SchoolId, UserId};
use serde_json::json;

use crate::store::StoreError;
use crate::store::imports::{
    BatchFigures, BatchOutcome, BatchState, ImportStore, ImportTransaction, Undone, Verdict,
};

/// Who undoes which import when.
#[derive(Clone, Copy, Debug)]
pub struct UndoOptions {
    /// Its number in the history.
    pub batch: i64,
    /// The moment, in seconds since 1970-01-01 UTC.
    pub now: i64,
    /// Who; none: the command line.
    pub done_by: Option<UserId>,
    /// Only an import of that school; none: any.
    pub only_school: Option<SchoolId>,
}

/// Why an import was not undone; each sentence says what to do.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each sentence says what its variant and fields mean")]
pub enum UndoError {
    #[error("there is no import {0}; look at: daymark-server import history")]
    NoSuchImport(i64),
    #[error("that import stored nothing, so there is nothing to undo")]
    StoredNothing,
    #[error("an undoing cannot be undone; import the file again")]
    IsUndoing,
    #[error("that import was undone already")]
    Already,
    #[error("import {later} came after it and builds on it; only the last import can be undone")]
    BuiltOn { later: i64 },
    #[error(
        "that import is from before this version, which alone writes down what it finds; import a corrected file"
    )]
    NotKept,
    #[error("{matches} of its students have a mentor by now; end those matches first")]
    Matched { matches: u64 },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Undoes the import in one transaction. Blocks; call it from a thread that may.
pub fn undo(store: &dyn ImportStore, options: &UndoOptions) -> Result<Undone, UndoError> {
    let mut outcome = Err(UndoError::Store(StoreError::Stopped));
    store.import(&mut |tx| {
        outcome = undo_in(tx, options);
        Ok(if outcome.is_ok() { Verdict::Keep } else { Verdict::Discard })
    })?;
    outcome
}

fn undo_in(tx: &mut dyn ImportTransaction, options: &UndoOptions) -> Result<Undone, UndoError> {
    let state = tx.batch_state(options.batch)?;
    // Another school's import is not there for whoever asks.
    let of_school = |state: &BatchState| options.only_school.is_none() || state.school == options.only_school;
    let state = state.filter(of_school).ok_or(UndoError::NoSuchImport(options.batch))?;
    check(tx, &state, options.batch)?;
    let batch = tx.begin_batch(&state.kind, options.now)?;
    let undone = tx.undo(options.batch, batch, options.now)?;
    let report = json!({
        "kind": state.kind, "undoes": options.batch, "corrected": undone.put_back, "withdrawn": undone.ended,
    });
    let changes = undone.put_back.values().chain(undone.ended.values()).sum();
    let figures = BatchFigures {
        digest: None,
        rows_read: 0,
        changes,
        problems: 0,
        done_by: options.done_by,
        report: report.to_string(),
        outcome: BatchOutcome::Applied,
        school: state.school,
        undoes: Some(options.batch),
    };
    tx.finish_batch(batch, &figures)?;
    Ok(undone)
}

fn check(tx: &mut dyn ImportTransaction, state: &BatchState, batch: i64) -> Result<(), UndoError> {
    if state.is_undoing {
        return Err(UndoError::IsUndoing);
    }
    if state.is_undone {
        return Err(UndoError::Already);
    }
    if state.outcome != BatchOutcome::Applied || state.changes == 0 {
        return Err(UndoError::StoredNothing);
    }
    if let Some(later) = tx.built_on(batch)? {
        return Err(UndoError::BuiltOn { later });
    }
    if !state.can_be_undone {
        return Err(UndoError::NotKept);
    }
    match tx.matched_since(batch)? {
        0 => Ok(()),
        matches => Err(UndoError::Matched { matches }),
    }
}

impl UndoError {
    /// What the command line ends with: 2 when the command must be changed, 1 when the machine failed.
    pub fn exit_code(&self) -> u8 {
        if matches!(self, Self::Store(_)) { 1 } else { 2 }
    }
}

/// What was undone, in one line.
pub struct Told<'a>(pub &'a Undone);

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Undone { put_back, ended, .. } = self.0;
        let sum = |counts: &std::collections::BTreeMap<String, u64>| counts.values().sum::<u64>();
        write!(
            f,
            "Undone: {} rows are as they were before, {} that were added are ended.",
            sum(put_back),
            sum(ended)
        )
    }
}
