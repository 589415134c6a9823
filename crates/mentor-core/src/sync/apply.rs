//! Taking an answer in, frame by frame. A kill between two frames costs a repetition, never an entry: the cursor moves
//! only with the frame that closes a whole answer.

use std::collections::BTreeSet;

use daymark_documents::{MatchRecord, inspect};
use daymark_domain::MatchId;
use daymark_protocol::{Acknowledged, ChangesBelow, Done, Down, Frames, Redo, Snapshot, Welcome};

use super::receipt::{Heard, Proof, Pushed};
use super::standing::Compared;
use super::take_in::{TakenIn, take_in};
use crate::core::Core;
use crate::storage::{
    StorageError, caseload, change, departed, granted, others, phone, projection, record, standing, trust,
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
        let mut welcomed = None;
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
                    self.pin(&welcome)?;
                    welcomed = Some(Welcomed { log_id: *welcome.log_id, at: welcome.unix_seconds });
                }
                Down::Acknowledged(acknowledged) => self.apply_acknowledged(&acknowledged, pushed)?,
                // Gathered until something else follows: what depends on what can only be told of all of them.
                Down::Refused(one) => {
                    refused.push(one);
                    // What is said again is sent in this same sync.
                    applied.to_send = true;
                    continue;
                }
                Down::Rows(rows) => applied.to_send |= self.apply_rows(&rows)?,
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
                Down::Writing(other) => {
                    let log_id = welcomed.map(|welcomed| welcomed.log_id);
                    self.change(|tx| Ok(trust::add_kin(tx, &other, log_id)?))?;
                }
                Down::Revoked(revoked) => self.apply_revoked(&revoked)?,
                Down::Lease(lease) => self.take_lease(&lease)?,
                // Whoever asked for the agreement reads it there.
                Down::Receipt(_) | Down::AgreementText(_) => {}
                Down::Redo(redo) => {
                    self.apply_redo(&redo)?;
                    return Ok(Applied { more: true, whole: true, ..applied });
                }
                Down::Done(done) => {
                    let compared = self.apply_done(&done, welcomed, !pushed.is_empty())?;
                    return Ok(Applied { more: done.more, whole: true, compared, ..applied });
                }
            }
            applied.changed |= welcomed.is_some();
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
            self.left_behind = true;
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

    fn apply_redo(&mut self, redo: &Redo) -> Result<(), StorageError> {
        self.change(|tx| Ok(phone::set_cursor(tx, Some(*redo.log_id), 0)?))
    }

    /// The answer came to its end; what it said of the whole is compared with what is here.
    fn apply_done(
        &mut self,
        done: &Done,
        welcomed: Option<Welcomed>,
        pushed: bool,
    ) -> Result<Compared, StorageError> {
        let log_id = welcomed.map(|welcomed| welcomed.log_id);
        let yesterday = self.local(self.now())?.day.minus(1);
        // By the server's clock: what a wrong one here forgot would not come again.
        let today = welcomed.map(|Welcomed { at, .. }| self.local(at)).transpose()?.map(|local| local.day);
        self.left_behind |= self.change(|tx| {
            others::forget_before(tx, yesterday)?;
            let over = today.map(|today| granted::forget_over(tx, today)).transpose()?;
            let let_go = welcomed.map(|Welcomed { at, .. }| departed::let_go(tx, at)).transpose()?;
            if pushed {
                trust::told(tx, log_id)?;
            }
            phone::set_cursor(tx, log_id, done.cursor)?;
            Ok(let_go.unwrap_or_default() | over.unwrap_or_default())
        })?;
        if done.more {
            return Ok(Compared::CannotTell);
        }
        self.leave_nothing_behind()?;
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

/// What opened the answer.
#[derive(Clone, Copy, Debug)]
struct Welcomed {
    /// Which log the server counts in.
    log_id: [u8; 8],
    /// The server's clock, seconds since 1970.
    at: i64,
}
