//! Taking an answer in, frame by frame. A kill between two frames costs a repetition, never an entry: the cursor moves
//! only with the frame that closes a whole answer.

use std::collections::BTreeSet;

use daymark_documents::{MatchRecord, inspect};
use daymark_domain::MatchId;
use daymark_protocol::{
    Acknowledged, ChangesBelow, Done, Down, Frames, Redo, Revoked, Rows, Snapshot, Welcome,
};
use daymark_sqlite::rusqlite::Transaction;

use super::receipt::{Heard, Proof, Pushed};
use super::standing::Compared;
use super::take_in::{TakenIn, take_in};
use crate::core::Core;
use crate::storage::{
    StorageError, answer, caseload, change, others, phone, projection, record, school, seen, standing,
    student, trust,
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
    /// It is not the school's: what was pushed has no receipt.
    pub forged: bool,
    /// Something that the school lacks came into the outbox.
    pub to_send: bool,
    /// Whether both sides have the same now.
    pub compared: Compared,
}

impl Core {
    /// Applies every whole frame of the answer to a request that pushed changes of these matches.
    pub(crate) fn apply_answer(&mut self, answer: &[u8], pushed: &[Pushed]) -> Result<Applied, StorageError> {
        let mut applied = Applied::default();
        let mut proof = Proof::of(&self.db, pushed)?;
        let mut log_id = None;
        let mut refused = Vec::new();
        for frame in Frames::<Down>::of(answer) {
            // What follows a damaged frame cannot be told apart; it will come again.
            let Ok(frame) = frame else { break };
            let frame = match proof.hear(frame) {
                Heard::Frame(frame) => frame,
                Heard::NotYet => continue,
                Heard::Proven(acknowledged) => Down::from(acknowledged),
                Heard::Forged => return Ok(Applied { forged: true, ..applied }),
            };
            if !matches!(frame, Down::Refused(_)) && self.apply_refused(&std::mem::take(&mut refused))? {
                return self.start_over();
            }
            match frame {
                Down::Welcome(welcome) => {
                    self.notice_clock(welcome.unix_seconds);
                    log_id = Some(*welcome.log_id);
                    self.pin(&welcome)?;
                }
                Down::Acknowledged(acknowledged) => self.apply_acknowledged(&acknowledged, pushed)?,
                // Gathered until something else follows: what depends on what can only be told of all of them.
                Down::Refused(one) => {
                    refused.push(one);
                    // What is said again is sent in this same sync.
                    applied.to_send = true;
                    continue;
                }
                Down::Rows(rows) => self.change(|tx| apply_rows(tx, &rows))?,
                Down::ChangesBelow(changes) => {
                    if self.apply_changes(&changes)?.starts_over() {
                        return self.start_over();
                    }
                }
                Down::Snapshot(snapshot) => {
                    let (taken, to_send) = self.apply_snapshot(&snapshot)?;
                    applied.to_send |= to_send;
                    if taken.starts_over() {
                        return self.start_over();
                    }
                }
                Down::Held(held) => applied.to_send |= self.apply_held(&held)?,
                Down::Writing(other) => self.change(|tx| Ok(trust::add_kin(tx, &other, log_id)?))?,
                Down::Revoked(revoked) => self.apply_revoked(&revoked)?,
                Down::Receipt(_) => {}
                Down::Redo(redo) => {
                    self.apply_redo(&redo)?;
                    return Ok(Applied { more: true, whole: true, ..applied });
                }
                Down::Done(done) => {
                    let compared = self.apply_done(&done, log_id, !pushed.is_empty())?;
                    return Ok(Applied { more: done.more, whole: true, compared, ..applied });
                }
            }
            applied.changed |= log_id.is_some();
        }
        if self.apply_refused(&refused)? {
            return self.start_over();
        }
        Ok(applied)
    }

    fn apply_acknowledged(
        &mut self,
        acknowledged: &Acknowledged,
        pushed: &[Pushed],
    ) -> Result<(), StorageError> {
        let now = self.now();
        let mut matches = BTreeSet::new();
        self.change(|tx| {
            for (push, prefix) in pushed.iter().zip(acknowledged.hashes.chunks_exact(8)) {
                if change::mark_sent(tx, push.match_id, prefix)? {
                    matches.insert(push.match_id);
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

    /// This phone lacks what it should have: all is fetched again, from the start of the log.
    fn start_over(&mut self) -> Result<Applied, StorageError> {
        let log_id = phone::get(&self.db)?.and_then(|phone| phone.log_id);
        self.change(|tx| Ok(phone::set_cursor(tx, log_id, 0)?))?;
        Ok(Applied { changed: true, more: true, whole: true, ..Applied::default() })
    }

    fn apply_changes(&mut self, below: &ChangesBelow) -> Result<TakenIn, StorageError> {
        let match_id = MatchId::from_bytes(*below.match_id);
        if caseload::get(&self.db, match_id)?.is_none() {
            return Ok(TakenIn::Plainly);
        }
        // The phone runs the cheap part of the gate on what it receives.
        let sound: Vec<_> = below
            .changes
            .iter()
            .filter_map(|bytes| Some((inspect(bytes).ok()?.hash, bytes.as_slice())))
            .collect();
        self.change_record(match_id, |tx, record| {
            let bytes: Vec<&[u8]> = sound.iter().map(|(_, bytes)| *bytes).collect();
            let taken = take_in(tx, match_id, record, &bytes)?;
            if taken == TakenIn::NotYet {
                return Ok(taken);
            }
            for (hash, bytes) in &sound {
                change::add_received(tx, match_id, *hash, bytes)?;
            }
            projection::rewrite(tx, match_id, record)?;
            record::fold_if_long(tx, match_id, record)?;
            Ok(taken)
        })
    }

    /// Both sides end up with what either had: what came is taken in, what the school lacks goes into the outbox.
    fn apply_snapshot(&mut self, snapshot: &Snapshot) -> Result<(TakenIn, bool), StorageError> {
        let match_id = MatchId::from_bytes(*snapshot.match_id);
        let received = MatchRecord::load(&snapshot.document)?;
        if self.is_damaged(match_id) {
            return Ok((TakenIn::Plainly, self.rescue(match_id, &received)?));
        }
        let changes = received.changes();
        let theirs: Vec<&[u8]> = changes.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        self.change_record(match_id, |tx, record| {
            // Merged into what is here: own changes that are not sent yet stay.
            let taken = take_in(tx, match_id, record, &theirs)?;
            let to_send = standing::hand_in_again(tx, match_id, record, |hash| received.holds(hash))?;
            record::fold(tx, match_id, record)?;
            projection::rewrite(tx, match_id, record)?;
            Ok((taken, to_send))
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

    /// The answer came to its end; what it said of the whole is compared with what is here.
    fn apply_done(
        &mut self,
        done: &Done,
        log_id: Option<[u8; 8]>,
        pushed: bool,
    ) -> Result<Compared, StorageError> {
        let yesterday = self.local(self.now())?.day.minus(1);
        self.change(|tx| {
            others::forget_before(tx, yesterday)?;
            if pushed {
                trust::told(tx, log_id)?;
            }
            Ok(phone::set_cursor(tx, log_id, done.cursor)?)
        })?;
        if done.more {
            return Ok(Compared::CannotTell);
        }
        let compared = self.compare(done.digest.map(|digest| *digest))?;
        self.doubt.differs = compared == Compared::Differs;
        Ok(compared)
    }

    /// Takes the server's key where there is none: the first that answers is believed from then on.
    fn pin(&mut self, welcome: &Welcome) -> Result<(), StorageError> {
        let Some(key) = &welcome.key else { return Ok(()) };
        if trust::key(&self.db)?.is_some() {
            return Ok(());
        }
        self.change(|tx| Ok(trust::pin(tx, Some(key), welcome.certificate.as_deref())?))
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
        show_what_waits(tx, MatchId::from_bytes(*row.id))?;
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

/// The student comes to a phone that has unsent entries already: given back, or fetched anew after damage.
fn show_what_waits(tx: &Transaction<'_>, match_id: MatchId) -> Result<(), StorageError> {
    if !change::waiting(tx, match_id)?.is_empty() {
        projection::rewrite(tx, match_id, &record::load(tx, match_id)?)?;
    }
    Ok(())
}
