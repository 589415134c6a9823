//! One attempt to sync: plan, ask, apply, until both sides have everything.

use std::cell::RefCell;
use std::rc::Rc;

use daymark_protocol::{Down, Frames, Hello, LinkError, SyncApi};

use super::access::{self, Word};
use super::plan::{self, Opening};
use super::{apply::Applied, standing::Compared};
use crate::api::Failure;
use crate::core::Core;
use crate::storage::{StorageError, change, phone, standing, trust};

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
    /// What came answers an earlier request, or none. Nothing of it was taken: it may bring back what has left this phone
    /// since, and counts in numbers that were used since. Asking again is safe.
    #[error("the answer is to another request")]
    Late,
    /// Whatever answered has no receipt of the school's server for what was pushed. Nothing of it was believed.
    #[error("the answer is not from the school's server")]
    NotGenuine,
    /// The school has shut this phone out; the word was verified.
    #[error("the school has shut this phone out")]
    ShutOut(Word),
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
    core.borrow_mut().look_for_damage()?;
    let (mut changed, mut mending, mut said) = (false, false, false);
    for _ in 0..ROUNDS_MAX {
        let request = u32::from_be_bytes(core.borrow().entropy.bytes()?);
        let batch = next_request(&mut core.borrow_mut(), request, &mut said)?;
        #[cfg(feature = "weakened")]
        super::weakened::forget_outbox_early(&mut core.borrow_mut())?;
        let answer = access::ask(core, api, batch.frames).await?;
        if !answers(&answer, request) {
            return Err(SyncError::Late);
        }
        let applied = core.borrow_mut().apply_answer(&answer, &batch.pushed)?;
        changed |= applied.changed;
        match applied {
            Applied { forged: true, .. } => return Err(SyncError::NotGenuine),
            Applied { whole: false, .. } => return Err(SyncError::CutOff),
            Applied { more, to_send, .. } if more || to_send || batch.more_to_send => {}
            // One round to mend it; if that does not help, the next sync tries again.
            Applied { compared: Compared::Differs, .. } if !mending => mending = true,
            Applied { compared, .. } => {
                core.borrow_mut().note_end(compared);
                break;
            }
        }
    }
    Ok(changed)
}

/// Whether this is the answer to that request. A server from before requests had names says none, and is believed.
fn answers(answer: &[u8], request: u32) -> bool {
    match Frames::<Down>::of(answer).next() {
        Some(Ok(Down::Welcome(welcome))) => welcome.request.is_none_or(|answered| answered == request),
        Some(Ok(_)) => false,
        // What broke off before its first frame says nothing.
        Some(Err(_)) | None => true,
    }
}

/// The next request. When the log is read from its start, the first says how the records stand and hands nothing in:
/// what is unsent may stand on something that a restored server lacks.
fn next_request(core: &mut Core, request: u32, said: &mut bool) -> Result<plan::Batch, SyncError> {
    let phone = phone::get(&core.db)?.ok_or(Failure::NotPaired)?;
    let mut hello = Hello::new(phone.cursor, phone.log_id.map(Into::into), phone.generation);
    hello.request = Some(request);
    hello.lease_nonce = core.ask_for_lease()?.map(Into::into);
    hello.wants_lease = hello.lease_nonce.is_some().then_some(true);
    hello.clock = Some(core.now());
    hello.wants_key = trust::key(&core.db)?.is_none().then_some(true);
    let standing = core.standing(&phone)?;
    let kin = trust::untold(&core.db, phone.log_id)?;
    // What is not as it was written is not the mentor's word: it waits until its record is made anew.
    let sound = |unsent: &change::Unsent| {
        !core.doubt.damaged.contains(&unsent.match_id) && standing::is_sound(&unsent.hash, &unsent.bytes)
    };
    let unsent = change::unsent(&core.db)?.into_iter().filter(sound);
    let unsent: Vec<_> = unsent.map(|unsent| (unsent.match_id, unsent.bytes)).collect();
    let waits = phone.cursor == 0 && standing.is_some() && !*said && !unsent.is_empty();
    *said |= standing.is_some();
    let mut batch = plan::plan(Opening { hello, kin, standing }, if waits { &[] } else { &unsent });
    batch.more_to_send |= waits;
    Ok(batch)
}
