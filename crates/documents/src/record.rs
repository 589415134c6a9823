//! One match record in memory.

use std::fmt;

use automerge::{ActorId, Automerge, Change};

use crate::gate::{saved, unwinding};
use crate::genesis;

/// The SHA-256 of a change: its name everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeHash(pub [u8; 32]);

impl ChangeHash {
    /// The first 8 bytes, as sent in acknowledgements.
    pub fn prefix(&self) -> [u8; 8] {
        let mut prefix = [0; 8];
        prefix.copy_from_slice(&self.0[..8]);
        prefix
    }
}

impl fmt::Debug for ChangeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChangeHash({})", automerge::ChangeHash(self.0))
    }
}

/// Why a record could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The stored document is damaged.
    #[error("the stored match record cannot be read: {0}")]
    Unreadable(String),
    /// It did not start from the committed genesis bytes.
    #[error("the match record does not begin with the genesis of this schema")]
    ForeignGenesis,
    /// A change could not be read or applied.
    #[error("a change cannot be applied: {0}")]
    BadChange(String),
    /// Changes are missing that others depend on.
    #[error("a change is missing that another depends on")]
    MissingChange,
}

impl From<automerge::AutomergeError> for RecordError {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::BadChange(error.to_string())
    }
}

/// One match record: the document, and nothing about where it is kept.
#[derive(Clone)]
pub struct MatchRecord {
    pub(crate) doc: Automerge,
}

impl fmt::Debug for MatchRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MatchRecord({} heads)", self.doc.get_heads().len())
    }
}

impl MatchRecord {
    /// A record as every match begins: the committed genesis.
    pub fn new() -> Result<Self, RecordError> {
        Self::load(genesis::BYTES)
    }

    /// Reads a saved record, from a disk that may be damaged or a server that may be.
    pub fn load(saved: &[u8]) -> Result<Self, RecordError> {
        let unreadable = |why: String| RecordError::Unreadable(why);
        saved::check(saved).map_err(|_| unreadable("it is damaged, or longer than any".to_owned()))?;
        // Automerge panics at some damaged documents (`tests/fixtures/fuzz/view`).
        let loaded =
            unwinding(|| Automerge::load(saved)).ok_or_else(|| unreadable("it is damaged".to_owned()))?;
        let doc = loaded.map_err(|error| unreadable(error.to_string()))?;
        genesis::maps(&doc).ok_or(RecordError::ForeignGenesis)?;
        Ok(Self { doc })
    }

    /// The whole record with its history, compressed.
    pub fn save(&self) -> Vec<u8> {
        self.doc.save()
    }

    /// Applies changes in any order, any number of times. All or none: on an error the record is as before, and so
    /// it is when a change is missing that one of these depends on.
    pub fn apply<B: AsRef<[u8]>>(&mut self, changes: &[B]) -> Result<(), RecordError> {
        let parsed = changes
            .iter()
            .map(|bytes| Change::from_bytes(bytes.as_ref().to_vec()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| RecordError::BadChange(error.to_string()))?;
        let mut next = self.doc.clone();
        let hashes: Vec<_> = parsed.iter().map(Change::hash).collect();
        next.apply_changes(parsed)?;
        // Automerge queues what lacks a dependency without a word; it would be saved and never seen.
        if hashes.iter().any(|hash| next.get_change_meta_by_hash(hash).is_none()) {
            return Err(RecordError::MissingChange);
        }
        self.doc = next;
        Ok(())
    }

    /// Applies those changes that lack nothing, and leaves out the others: what they depend on has not come yet.
    pub fn apply_what_fits<B: AsRef<[u8]>>(&mut self, changes: &[B]) -> Result<(), RecordError> {
        let mut left: Vec<&B> = changes.iter().collect();
        loop {
            let before = left.len();
            let mut wait = Vec::new();
            for change in left {
                match self.apply(&[change]) {
                    Err(RecordError::MissingChange) => wait.push(change),
                    other => other?,
                }
            }
            if wait.is_empty() || wait.len() == before {
                return Ok(());
            }
            left = wait;
        }
    }

    /// The changes that nothing else depends on yet.
    pub fn heads(&self) -> Vec<ChangeHash> {
        self.doc.get_heads().into_iter().map(|hash| ChangeHash(hash.0)).collect()
    }

    /// Whether the record holds the change.
    pub fn holds(&self, hash: &ChangeHash) -> bool {
        self.doc.get_change_meta_by_hash(&automerge::ChangeHash(hash.0)).is_some()
    }

    /// Every change but the genesis, each after those it depends on.
    pub fn changes(&self) -> Vec<(ChangeHash, Vec<u8>)> {
        let genesis_actor = ActorId::from(&genesis::ACTOR[..]);
        let changes =
            self.doc.get_changes(&[]).into_iter().filter(|change| *change.actor_id() != genesis_actor);
        changes.map(|change| (ChangeHash(change.hash().0), change.raw_bytes().to_vec())).collect()
    }
}
