//! One attempt to sync: plan, ask, apply, until both sides have everything.

use std::cell::RefCell;
use std::rc::Rc;

use daymark_protocol::{Hello, LinkError, SyncApi};

use super::{apply::Applied, plan};
use crate::api::Failure;
use crate::core::Core;
use crate::storage::{StorageError, change, phone};

/// The core, shared by taps and syncs on one thread.
pub type SharedCore = Rc<RefCell<Core>>;

/// A healthy exchange takes a handful of rounds; more than this is a server that says "more" for ever.
const ROUNDS_MAX: usize = 200;

/// Why an attempt ended early. Whatever whole frames had arrived are applied and kept.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The link or the server.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// This phone.
    #[error("{0}")]
    Phone(#[from] Failure),
    /// The answer broke off; asking again is safe.
    #[error("the answer broke off")]
    CutOff,
}

impl From<StorageError> for SyncError {
    fn from(error: StorageError) -> Self {
        Self::Phone(error.not_saved())
    }
}

impl From<daymark_sqlite::rusqlite::Error> for SyncError {
    fn from(error: daymark_sqlite::rusqlite::Error) -> Self {
        StorageError::from(error).into()
    }
}

/// Sends all that is unsent and takes all that is new. Returns whether anything on the phone changed.
pub async fn run_once(core: &SharedCore, api: &impl SyncApi) -> Result<bool, SyncError> {
    let mut changed = false;
    for _ in 0..ROUNDS_MAX {
        let (token, batch) = next_request(&core.borrow())?;
        let answer = api.sync(&token, batch.frames).await?;
        let applied = core.borrow_mut().apply_answer(&answer, &batch.pushed)?;
        changed |= applied.changed;
        match applied {
            Applied { whole: false, .. } => return Err(SyncError::CutOff),
            Applied { more, .. } if !more && !batch.more_to_send => break,
            _ => {}
        }
    }
    Ok(changed)
}

fn next_request(core: &Core) -> Result<(String, plan::Batch), SyncError> {
    let phone = phone::get(&core.db)?.ok_or(Failure::NotPaired)?;
    let hello = Hello::new(phone.cursor, phone.log_id.map(Into::into), phone.generation);
    let unsent: Vec<_> =
        change::unsent(&core.db)?.into_iter().map(|unsent| (unsent.match_id, unsent.bytes)).collect();
    Ok((phone.token, plan::plan(hello, &unsent)))
}
