//! The wall around Automerge: a change from a phone is judged in a process of its own before this one touches it.
//!
//! What passes size, equalities and schema (`daymark_documents::gate`) can still make Automerge panic, and nothing but
//! the operating system can end endless work or a full memory. So [`pool`] keeps a few worker processes, [`worker`],
//! with little memory, little time, no files and no environment; this process applies a change only after one of them
//! applied, saved and read it again. Whoever takes two workers down is refused, alone, and the rest goes on.
//!
//! A program without the binary (whole-request tests, the demo's maker) has no worker to start: [`Wall::in_process`]
//! then judges behind `catch_unwind`. `daymark-server serve` never does.

mod frames;
mod judge;
mod limits;
mod pool;
pub mod worker;

use std::sync::Arc;

use daymark_documents::{Inspected, MatchRecord, Refusal, Writer, hash_of};

use crate::problem::Problem;
pub use judge::Said;
pub use pool::Pool;

/// So many changes go to a worker at once: as many as it judges in a small part of its time.
const BATCH: usize = 128;
/// One request may take down workers over so many changes; an honest phone has none.
const COSTLY_MAX: u32 = 3;

/// Where changes are judged.
#[derive(Clone, Default)]
pub enum Wall {
    /// In worker processes.
    Processes(Arc<Pool>),
    /// Here, behind `catch_unwind`: endless work would be endless.
    #[default]
    InProcess,
}

/// Why nothing can be said of a change now. Nothing was refused for it: the phone sends it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WallError {
    /// More pushes wait for a worker than can be judged soon.
    #[error("too many pushes wait for the gate")]
    Busy,
    /// No worker can be started.
    #[error("no worker of the gate can be started")]
    Down,
    /// This request took too many workers down.
    #[error("one request took too many workers of the gate down")]
    TooManyCostly,
    /// The thread that judged is gone.
    #[error("the gate has stopped")]
    Stopped,
}

impl From<WallError> for Problem {
    fn from(error: WallError) -> Self {
        match error {
            WallError::Busy => Self::busy_soon(),
            WallError::TooManyCostly => Self::too_many(60),
            WallError::Down | WallError::Stopped => {
                tracing::error!(%error, "changes cannot be judged");
                Self::busy_soon()
            }
        }
    }
}

/// A push that was judged.
pub struct Judged {
    /// The record with what was accepted.
    pub record: MatchRecord,
    /// What was not in the record before, each with its bytes.
    pub accepted: Vec<(Inspected, Vec<u8>)>,
    /// The last change that the record holds now, taken just now or before.
    pub last_held: Option<[u8; 8]>,
    /// What was refused, and why.
    pub refusals: Vec<(Vec<u8>, Refusal)>,
    costly: u32,
}

/// Why a worker said nothing, or nothing that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unsaid {
    /// It died.
    Dead,
    /// What came of the changes could not be saved and read again.
    Unproven,
    /// It was never asked.
    Not(WallError),
}

impl Wall {
    /// The wall of a program that has no worker to start.
    pub fn in_process() -> Self {
        Self::InProcess
    }

    /// One word for the log and for `/readyz`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Processes(_) => "worker-processes",
            Self::InProcess => "in-process",
        }
    }

    /// Judges a push. A bad change stops what depends on it and nothing else.
    pub async fn judge(
        &self,
        record: MatchRecord,
        writers: &Arc<[Writer]>,
        changes: Vec<Vec<u8>>,
    ) -> Result<Judged, WallError> {
        let mut judged =
            Judged { record, accepted: Vec::new(), last_held: None, refusals: Vec::new(), costly: 0 };
        for batch in changes.chunks(BATCH) {
            judged = self.judge_batch(judged, writers, batch).await?;
        }
        Ok(judged)
    }

    async fn judge_batch(
        &self,
        judged: Judged,
        writers: &Arc<[Writer]>,
        batch: &[Vec<u8>],
    ) -> Result<Judged, WallError> {
        if !batch.iter().any(|bytes| self.is_condemned(bytes)) {
            match self.say(&judged.record, writers, batch, false).await {
                Ok(said) => return judged.with(writers, batch, said).await,
                Err(Unsaid::Not(error)) => return Err(error),
                Err(Unsaid::Dead | Unsaid::Unproven) => {}
            }
        }
        // One of them did it: each for itself, so that the others do not suffer.
        let mut judged = judged;
        for bytes in batch {
            judged = self.judge_one(judged, writers, bytes).await?;
        }
        Ok(judged)
    }

    async fn judge_one(
        &self,
        mut judged: Judged,
        writers: &Arc<[Writer]>,
        bytes: &[u8],
    ) -> Result<Judged, WallError> {
        let alone = [bytes.to_vec()];
        if self.is_condemned(bytes) {
            return Ok(judged.refused(bytes, Refusal::TooCostly));
        }
        // A worker may die of something else, an operator or a full machine: only the second one condemns.
        for fresh in [false, true] {
            match self.say(&judged.record, writers, &alone, fresh).await {
                Ok(said) => return judged.with(writers, &alone, said).await,
                Err(Unsaid::Unproven) => return Ok(judged.refused(bytes, Refusal::NotApplicable)),
                Err(Unsaid::Not(error)) => return Err(error),
                Err(Unsaid::Dead) => {}
            }
        }
        if let Self::Processes(pool) = self {
            pool.condemn(hash_of(bytes).0);
        }
        judged.costly += 1;
        if judged.costly >= COSTLY_MAX {
            return Err(WallError::TooManyCostly);
        }
        Ok(judged.refused(bytes, Refusal::TooCostly))
    }

    fn is_condemned(&self, bytes: &[u8]) -> bool {
        matches!(self, Self::Processes(pool) if pool.is_condemned(&hash_of(bytes).0))
    }

    async fn say(
        &self,
        record: &MatchRecord,
        writers: &Arc<[Writer]>,
        changes: &[Vec<u8>],
        fresh: bool,
    ) -> Result<Vec<Said>, Unsaid> {
        let (record, writers, changes) = (record.clone(), writers.clone(), changes.to_vec());
        match self {
            Self::Processes(pool) => pool.say(record, writers, changes, fresh).await,
            Self::InProcess => {
                let work = move || judge::judge(&mut record.clone(), &writers, &changes, &judge::admit);
                let said = tokio::task::spawn_blocking(work).await;
                said.map_err(|_| Unsaid::Not(WallError::Stopped))?.map_err(|_| Unsaid::Unproven)
            }
        }
    }
}

impl Judged {
    /// Takes into this process's record what a worker let through.
    async fn with(
        mut self,
        writers: &Arc<[Writer]>,
        changes: &[Vec<u8>],
        said: Vec<Said>,
    ) -> Result<Self, WallError> {
        let (writers, changes) = (writers.clone(), changes.to_vec());
        let work = move || {
            for (bytes, said) in changes.into_iter().zip(said) {
                self = self.and(&writers, bytes, said);
            }
            self
        };
        tokio::task::spawn_blocking(work).await.map_err(|_| WallError::Stopped)
    }

    fn and(mut self, writers: &[Writer], bytes: Vec<u8>, said: Said) -> Self {
        let admitted = match said {
            Said::Held => Ok(None),
            Said::Fresh(writer) => {
                let writer = writers.get(writer as usize).ok_or(Refusal::ForeignActor);
                writer.and_then(|writer| self.record.admit(writer, &bytes)).map(Some)
            }
            Said::Refused(refusal) => Err(refusal),
        };
        match admitted {
            Ok(fresh) => {
                self.last_held = Some(hash_of(&bytes).prefix());
                self.accepted.extend(fresh.map(|change| (change, bytes)));
                self
            }
            Err(refusal) => self.refused(&bytes, refusal),
        }
    }

    fn refused(mut self, bytes: &[u8], refusal: Refusal) -> Self {
        self.refusals.push((bytes.to_vec(), refusal));
        self
    }
}
