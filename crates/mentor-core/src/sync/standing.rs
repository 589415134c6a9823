//! When this phone and the school do not have the same: finding it, saying it, and giving each side what it lacks.
//!
//! Once a sync the stored pieces are compared with what was written, and at its end both sides compare one digest of all
//! records. Where they differ the phone says how each of its records stands, gets those that are other ones, takes in
//! what it lacks and hands in what the school lacks. One such round a sync; what it does not mend is told.

use std::collections::BTreeSet;

use daymark_documents::MatchRecord;
use daymark_domain::MatchId;
use daymark_protocol::{Held, Standing, digest};

use crate::core::Core;
use crate::storage::phone::Phone;
use crate::storage::{StorageError, caseload, projection, standing};

/// After so many syncs in a row that did not mend it, somebody is told.
const TOLD_AFTER: u32 = 2;

/// What this phone doubts of its records. Not kept over a restart: the next sync finds it again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubt {
    /// The two sides did not have the same.
    pub differs: bool,
    /// Records whose stored pieces are not as written. Nothing of them is sent until they are made anew.
    pub damaged: BTreeSet<MatchId>,
    /// So many syncs in a row ended with a difference that a repair had not mended.
    pub unmended: u32,
}

impl Doubt {
    /// Whether a person should be told.
    pub fn is_lasting(&self) -> bool {
        self.unmended >= TOLD_AFTER
    }
}

/// The two digests, side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Compared {
    Same,
    Differs,
    /// Something here is not sent yet, or the server did not say.
    #[default]
    CannotTell,
}

impl Core {
    /// Reads through what is stored of the records.
    pub(super) fn look_for_damage(&mut self) -> Result<(), StorageError> {
        self.doubt.damaged = self.change(standing::damaged)?;
        Ok(())
    }

    /// How each record stands, when the two sides may differ: after a difference, over damage, and whenever the log is
    /// read from its start while there are records here.
    pub(super) fn standing(&mut self, phone: &Phone) -> Result<Option<Standing>, StorageError> {
        if !self.doubt.differs && self.doubt.damaged.is_empty() && phone.cursor > 0 {
            return Ok(None);
        }
        let mut records = self.records_as_they_stand()?;
        if phone.cursor == 0 {
            // Also students of whom nothing was written: whoever had this phone before may have had them.
            records.extend(standing::of_nothing(&self.db)?);
        }
        // A new phone has nothing to say; one that has lost everything says so.
        if records.is_empty() && phone.cursor == 0 {
            return Ok(None);
        }
        let short = |(match_id, hash): standing::Standing| {
            let short = hash.and_then(|hash| hash.first_chunk().copied()).unwrap_or_default();
            (*match_id.as_bytes(), short)
        };
        Ok(Some(Standing::of(records.into_iter().map(short))))
    }

    fn records_as_they_stand(&mut self) -> Result<Vec<standing::Standing>, StorageError> {
        let damaged = self.doubt.damaged.clone();
        self.change(|tx| standing::of_records(tx, &damaged))
    }

    /// Compares with the server's digest of all that this phone should hold now.
    pub(super) fn compare(&mut self, theirs: Option<[u8; 8]>) -> Result<Compared, StorageError> {
        let Some(theirs) = theirs else { return Ok(Compared::CannotTell) };
        if standing::has_unsent(&self.db)? {
            return Ok(Compared::CannotTell);
        }
        let records = self.records_as_they_stand()?;
        let readable = records.into_iter().filter_map(|(match_id, hash)| Some((*match_id.as_bytes(), hash?)));
        Ok(if digest(readable) == theirs { Compared::Same } else { Compared::Differs })
    }

    /// Remembers how a sync ended.
    pub(super) fn note_end(&mut self, compared: Compared) {
        let unmended = match compared {
            Compared::Same => 0,
            Compared::Differs => self.doubt.unmended.saturating_add(1),
            Compared::CannotTell => self.doubt.unmended,
        };
        if compared == Compared::Differs {
            tracing::warn!(syncs = unmended, "this phone and the school do not have the same");
        }
        self.doubt.unmended = unmended;
    }

    /// Whether what is stored of this record cannot be built upon.
    pub(super) fn is_damaged(&self, match_id: MatchId) -> bool {
        self.doubt.damaged.contains(&match_id)
    }

    /// Makes a damaged record anew from what the school has and what is sound here. What is not is set aside, counted
    /// and logged.
    pub(super) fn rescue(&mut self, match_id: MatchId, school: &MatchRecord) -> Result<bool, StorageError> {
        let in_memory = self.take_record(match_id);
        let now = self.now();
        let rescued = self.change(|tx| {
            let (record, rescued) = standing::rescue(tx, match_id, school, in_memory.as_ref(), now)?;
            projection::rewrite(tx, match_id, &record)?;
            Ok(rescued)
        })?;
        self.doubt.damaged.remove(&match_id);
        tracing::warn!(
            pieces = rescued.damaged,
            lost = rescued.lost,
            "a stored match record was damaged and was made anew"
        );
        Ok(rescued.to_send)
    }

    /// Of a match that ended: what the school lacks goes into the outbox before the record leaves this phone.
    pub(super) fn apply_held(&mut self, held: &Held) -> Result<bool, StorageError> {
        let match_id = MatchId::from_bytes(*held.match_id);
        if caseload::get(&self.db, match_id)?.is_none() || self.is_damaged(match_id) {
            return Ok(false);
        }
        let prefixes: BTreeSet<&[u8]> = held.hashes.chunks_exact(8).collect();
        self.change_record(match_id, |tx, record| {
            standing::hand_in_again(tx, match_id, record, |hash| prefixes.contains(&hash.0[..8]))
        })
    }
}
