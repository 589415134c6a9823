//! The gate: a change from a phone is hostile until proven (`design.md` decision 8; `sync.md` 3.4, `trust.md` 2.2).
//!
//! Cheap checks first, Automerge last: size and run lengths before it parses a byte ([`inspect`]), then who wrote what
//! in which order ([`MatchRecord::admit`]), then what the change would write, and only then is it applied, to a copy
//! and behind a wall against panics. Whether what came of it can be saved and read again says [`MatchRecord::prove`]. A
//! change that passes both is safe to store and relay. What panics do not cover, endless work and memory, is for the
//! caller: the server runs all of this in a process of its own.

mod chunk;
mod columns;
mod fields;
#[cfg(test)]
mod forged;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod mutated;
mod operations;
mod proof;
pub(crate) mod saved;

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{ActorId, Change};

use crate::genesis;
use crate::record::{ChangeHash, MatchRecord};
use crate::write::Writer;

/// The most operations that one change may hold: the longest honest entry has fifteen.
pub const OPERATIONS_MAX: u64 = 64;
/// The most bytes of a change.
pub const BYTES_MAX: usize = 64 * 1024;
/// The most changes that one change may depend on.
pub const DEPENDENCIES_MAX: u64 = 16;

/// Why a change was refused. The word goes to the phone, the sentence into the coordinator's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes, operations or dependencies than an honest change has.
    #[error("the change is larger than any entry can be")]
    TooLarge,
    /// Not a plain, whole, well-formed change chunk.
    #[error("the change cannot be read")]
    Malformed,
    /// It depends on a change that this record does not hold.
    #[error("the change depends on one that was never accepted")]
    UnknownDependency,
    /// It names another writer than the phone that sent it.
    #[error("the change was written under another phone's name")]
    ForeignActor,
    /// Not the next one of its writer.
    #[error("the change is not the next one of its phone")]
    WrongSequence,
    /// Its operations are numbered otherwise than its dependencies demand.
    #[error("the change's operations are misnumbered")]
    WrongStart,
    /// It writes what no entry and no mark of this phone is.
    #[error("the change writes what this phone may not write")]
    NotAllowed,
    /// Automerge could not apply it.
    #[error("the change cannot be applied")]
    NotApplicable,
    /// Whoever judged it ran out of time or memory over it, twice.
    #[error("the change takes more work than any entry can")]
    TooCostly,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::TooLarge,
        Self::Malformed,
        Self::UnknownDependency,
        Self::ForeignActor,
        Self::WrongSequence,
        Self::WrongStart,
        Self::NotAllowed,
        Self::NotApplicable,
        Self::TooCostly,
    ];

    /// The reason with that word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// A short stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::UnknownDependency => "unknown-dependency",
            Self::ForeignActor => "foreign-actor",
            Self::WrongSequence => "wrong-sequence",
            Self::WrongStart => "wrong-start",
            Self::NotAllowed => "not-allowed",
            Self::NotApplicable => "not-applicable",
            Self::TooCostly => "too-costly",
        }
    }
}

/// What a change says of itself, after the cheap checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Its hash.
    pub hash: ChangeHash,
    /// Who wrote it.
    pub actor: Vec<u8>,
    /// The how-manieth of its writer, from 1.
    pub seq: u64,
    /// The number of its last operation.
    pub max_op: u64,
}

/// Checks size, form and run lengths, then parses. Cheap for every input: nothing is inflated or expanded.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, Refusal> {
    parse(bytes).map(|change| describe(&change))
}

fn describe(change: &Change) -> Inspected {
    Inspected {
        hash: ChangeHash(change.hash().0),
        actor: change.actor_id().to_bytes().to_vec(),
        seq: change.seq(),
        max_op: change.max_op(),
    }
}

fn parse(bytes: &[u8]) -> Result<Change, Refusal> {
    chunk::check(bytes)?;
    let change = unwinding(|| Change::from_bytes(bytes.to_vec()).ok()).flatten().ok_or(Refusal::Malformed)?;
    // Automerge does not compare the checksum of a single change; and one change has one spelling.
    let whole = change.hash().0[..4] == bytes[4..8] && change.raw_bytes() == bytes;
    if whole { Ok(change) } else { Err(Refusal::Malformed) }
}

impl MatchRecord {
    /// Lets one change of this writer in, or says why not and stays as it was.
    pub fn admit(&mut self, writer: &Writer, bytes: &[u8]) -> Result<Inspected, Refusal> {
        let change = parse(bytes)?;
        self.check_provenance(writer, &change)?;
        let (entries, marks) = genesis::maps(&self.doc).ok_or(Refusal::NotApplicable)?;
        // An operation may name an actor that the change does not list: reading it panics (`tests/fixtures/fuzz/gate`).
        unwinding(|| operations::check(&change, writer, &entries, &marks))
            .unwrap_or(Err(Refusal::Malformed))?;
        let next = unwinding(|| {
            let mut next = self.doc.clone();
            next.apply_changes([change.clone()]).ok()?;
            next.get_change_meta_by_hash(&change.hash()).is_some().then_some(next)
        });
        self.doc = next.flatten().ok_or(Refusal::NotApplicable)?;
        Ok(describe(&change))
    }

    /// The equalities that every honest change satisfies (`trust.md` 2.2 step 2).
    fn check_provenance(&self, writer: &Writer, change: &Change) -> Result<(), Refusal> {
        let sender = ActorId::from(&writer.actor[..]);
        if *change.actor_id() != sender {
            return Err(Refusal::ForeignActor);
        }
        let mut max_op_before = 0;
        for dep in change.deps() {
            let dep = self.doc.get_change_meta_by_hash(dep).ok_or(Refusal::UnknownDependency)?;
            max_op_before = max_op_before.max(dep.max_op);
        }
        // A change without dependencies would be a second beginning of the record.
        if change.deps().is_empty() {
            return Err(Refusal::UnknownDependency);
        }
        if change.start_op().get() != max_op_before + 1 {
            return Err(Refusal::WrongStart);
        }
        if change.seq() != self.last_seq(&sender) + 1 {
            return Err(Refusal::WrongSequence);
        }
        let known = |actor: &ActorId| self.last_seq(actor) > 0;
        if change.other_actor_ids().iter().all(known) { Ok(()) } else { Err(Refusal::ForeignActor) }
    }

    fn last_seq(&self, actor: &ActorId) -> u64 {
        let changes = self.doc.get_changes_meta(&[]);
        changes.iter().filter(|change| *change.actor == *actor).map(|change| change.seq).max().unwrap_or(0)
    }
}

/// Runs Automerge behind a wall: a panic in it is a refusal, not the end of the process.
pub(crate) fn unwinding<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
