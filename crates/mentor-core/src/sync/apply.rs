//! Taking an answer in, frame by frame. A kill between two frames costs a repetition, never an entry: the cursor moves
//! only with the frame that closes a whole answer.

use std::collections::BTreeSet;

use daymark_documents::{MatchRecord, inspect};
use daymark_domain::MatchId;
use daymark_protocol::{
    Acknowledged, ChangesBelow, Done, Down, Frames, Redo, Refused, Revoked, Rows, Snapshot,
};
use daymark_sqlite::rusqlite::Transaction;

use crate::core::Core;
use crate::storage::{
    StorageError, answer, caseload, change, others, phone, projection, record, school, seen, student,
};

/// What an answer brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Applied {
    /// Something that a screen shows is different now.
    pub changed: bool,
    /// There is more to fetch.
    pub more: bool,
    /// The answer came to its end.
    pub whole: bool,
}

impl Core {
    /// Applies every whole frame of the answer to a request that pushed changes of these matches.
    pub(crate) fn apply_answer(
        &mut self,
        answer: &[u8],
        pushed: &[MatchId],
    ) -> Result<Applied, StorageError> {
        let mut applied = Applied::default();
        let mut log_id = None;
        for frame in Frames::<Down>::of(answer) {
            // What follows a damaged frame cannot be told apart; it will come again.
            let Ok(frame) = frame else { break };
            match frame {
                Down::Welcome(welcome) => {
                    self.notice_clock(welcome.unix_seconds);
                    log_id = Some(*welcome.log_id);
                }
                Down::Acknowledged(acknowledged) => self.apply_acknowledged(&acknowledged, pushed)?,
                Down::Refused(refused) => self.apply_refused(&refused)?,
                Down::Rows(rows) => self.change(|tx| apply_rows(tx, &rows))?,
                Down::ChangesBelow(changes) => self.apply_changes(&changes)?,
                Down::Snapshot(snapshot) => self.apply_snapshot(&snapshot)?,
                Down::Revoked(revoked) => self.apply_revoked(&revoked)?,
                Down::Redo(redo) => {
                    self.apply_redo(&redo)?;
                    return Ok(Applied { changed: applied.changed, more: true, whole: true });
                }
                Down::Done(done) => {
                    self.apply_done(&done, log_id)?;
                    return Ok(Applied { changed: applied.changed, more: done.more, whole: true });
                }
            }
            applied.changed |= log_id.is_some();
        }
        Ok(applied)
    }

    fn apply_acknowledged(
        &mut self,
        acknowledged: &Acknowledged,
        pushed: &[MatchId],
    ) -> Result<(), StorageError> {
        let now = self.now();
        let mut matches = BTreeSet::new();
        self.change(|tx| {
            for (match_id, prefix) in pushed.iter().zip(acknowledged.hashes.chunks_exact(8)) {
                if change::mark_sent(tx, *match_id, prefix)? {
                    matches.insert(*match_id);
                }
            }
            if !matches.is_empty() {
                phone::set_last_sent(tx, now)?;
            }
            Ok(())
        })?;
        matches.into_iter().try_for_each(|match_id| self.tidy(match_id))
    }

    /// After an acknowledgement: folds a long record, or forgets the last of a match that has ended.
    fn tidy(&mut self, match_id: MatchId) -> Result<(), StorageError> {
        if caseload::get(&self.db, match_id)?.is_none() {
            return self.change(|tx| Ok(change::remove_sent(tx, match_id)?));
        }
        self.change_record(match_id, |tx, record| Ok(record::fold_if_long(tx, match_id, record)?))
    }

    fn apply_refused(&mut self, refused: &Refused) -> Result<(), StorageError> {
        let match_id = MatchId::from_bytes(*refused.match_id);
        self.change(|tx| Ok(change::mark_refused(tx, match_id, refused.hash.as_slice(), &refused.code)?))
    }

    fn apply_changes(&mut self, below: &ChangesBelow) -> Result<(), StorageError> {
        let match_id = MatchId::from_bytes(*below.match_id);
        if caseload::get(&self.db, match_id)?.is_none() {
            return Ok(());
        }
        // The phone runs the cheap part of the gate on what it receives.
        let sound: Vec<_> = below
            .changes
            .iter()
            .filter_map(|bytes| Some((inspect(bytes).ok()?.hash, bytes.as_slice())))
            .collect();
        self.change_record(match_id, |tx, record| {
            let bytes: Vec<&[u8]> = sound.iter().map(|(_, bytes)| *bytes).collect();
            record.apply(&bytes)?;
            for (hash, bytes) in &sound {
                change::add_received(tx, match_id, *hash, bytes)?;
            }
            projection::rewrite(tx, match_id, record)?;
            Ok(record::fold_if_long(tx, match_id, record)?)
        })
    }

    fn apply_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), StorageError> {
        let match_id = MatchId::from_bytes(*snapshot.match_id);
        let received = MatchRecord::load(&snapshot.document)?;
        let theirs: Vec<_> = received.changes().into_iter().map(|(_, bytes)| bytes).collect();
        self.change_record(match_id, |tx, record| {
            // Merged into what is here: own changes that are not sent yet stay.
            record.apply(&theirs)?;
            record::fold(tx, match_id, record)?;
            Ok(projection::rewrite(tx, match_id, record)?)
        })
    }

    /// Everything about the student leaves the phone; unsent changes stay in the outbox and are still handed in.
    fn apply_revoked(&mut self, revoked: &Revoked) -> Result<(), StorageError> {
        let match_id = MatchId::from_bytes(*revoked.match_id);
        self.forget_record(match_id);
        self.change(|tx| {
            projection::remove(tx, match_id)?;
            record::remove(tx, match_id)?;
            Ok(caseload::remove(tx, match_id)?)
        })
    }

    fn apply_redo(&mut self, redo: &Redo) -> Result<(), StorageError> {
        self.change(|tx| Ok(phone::set_cursor(tx, Some(*redo.log_id), 0)?))
    }

    fn apply_done(&mut self, done: &Done, log_id: Option<[u8; 8]>) -> Result<(), StorageError> {
        let yesterday = self.local(self.now())?.day.minus(1);
        self.change(|tx| {
            others::forget_before(tx, yesterday)?;
            Ok(phone::set_cursor(tx, log_id, done.cursor)?)
        })
    }
}

fn apply_rows(tx: &Transaction<'_>, rows: &Rows) -> Result<(), StorageError> {
    if let Some(mentor) = &rows.mentor {
        phone::set_mentor(tx, mentor)?;
    }
    if let Some(school) = &rows.school {
        school::set(tx, school)?;
    }
    for day in rows.calendar.iter().flatten() {
        school::set_calendar_day(tx, day)?;
    }
    for student in rows.students.iter().flatten() {
        student::set(tx, student)?;
    }
    for row in rows.matches.iter().flatten() {
        caseload::set(tx, row)?;
        if rows.attendance.is_some() {
            student::forget_attendance(tx, &row.student_id)?;
        }
    }
    for row in rows.attendance.iter().flatten() {
        student::set_attendance(tx, row)?;
    }
    for row in rows.others.iter().flatten() {
        others::set(tx, row)?;
    }
    for row in rows.answers.iter().flatten() {
        answer::set(tx, row)?;
    }
    for row in rows.seen.iter().flatten() {
        seen::set(tx, row)?;
    }
    Ok(())
}
