//! The school has shut this phone out: what is unsent goes there first when the mentor left the programme, then nothing of
//! the data stays here, then the school is told. Only the server's signed word begins any of it
//! ([`access`](super::access)).
//!
//! Killed on the way, it begins again where it was: what was handed in counts once, the rows go in one transaction with the
//! note that they went, and the note stays until the school knows.

use std::future::Future;

use daymark_protocol::access::{Challenge, Leaving};
use daymark_protocol::{Answered, Hello, LinkError};
use ed25519_dalek::SigningKey;

use super::access::{self, Access, Word};
use super::plan::{self, Opening};
use super::run::{SharedCore, SyncError};
use crate::api::Failure;
use crate::core::Core;
use crate::storage::shut_out::{self, Untold};
use crate::storage::{StorageError, change, phone, trust};

/// Each takes what fits into a request; a year without a network is a dozen.
const ROUNDS_MAX: usize = 200;

/// What a phone that is shut out may still say. Each with a proof of its own: it has no token any more.
pub trait LeaveApi {
    /// `POST /v1/hand-in`.
    fn hand_in(
        &self,
        authorization: &str,
        frames: Vec<u8>,
    ) -> impl Future<Output = Result<Answered, LinkError>>;
    /// `POST /v1/wiped`.
    fn wiped(&self, authorization: &str) -> impl Future<Output = Result<(), LinkError>>;
}

/// Does what the school said. Whatever fails before the data is gone leaves it as it was, for the next contact.
pub async fn leave(core: &SharedCore, api: &impl LeaveApi, word: &Word) -> Result<(), SyncError> {
    if word.action == Leaving::Left {
        hand_in_all(core, api).await?;
    }
    core.borrow_mut().wipe(word.action)?;
    // The next start tells it, if this one cannot.
    let _ = tell_wiped(core, api).await;
    Ok(())
}

/// Hands in until nothing leaves the outbox any more. What the school's gate does not take lies in its quarantine then.
async fn hand_in_all(core: &SharedCore, api: &impl LeaveApi) -> Result<(), SyncError> {
    let mut before = u32::MAX;
    for _ in 0..ROUNDS_MAX {
        let left = core.borrow().status()?.unsent;
        if left == 0 || left >= before {
            break;
        }
        before = left;
        let batch = everything_unsent(&core.borrow())?;
        let challenge = question(api.hand_in("", Vec::new()).await)?;
        let authorization = core.borrow_mut().prove(&challenge)?;
        let answer = api.hand_in(&authorization, batch.frames).await?;
        if core.borrow_mut().apply_answer(&answer.frames, &batch.pushed)?.forged {
            return Err(SyncError::NotGenuine);
        }
    }
    Ok(())
}

fn everything_unsent(core: &Core) -> Result<plan::Batch, SyncError> {
    let phone = phone::get(&core.db)?.ok_or(Failure::NotPaired)?;
    let mut hello = Hello::new(phone.cursor, phone.log_id.map(Into::into), phone.generation);
    hello.clock = Some(core.now());
    let kin = trust::untold(&core.db, phone.log_id)?;
    let unsent: Vec<_> =
        change::unsent(&core.db)?.into_iter().map(|unsent| (unsent.match_id, unsent.bytes)).collect();
    Ok(plan::plan(Opening { hello, kin, standing: None }, &unsent))
}

/// The server's question, which it puts to whoever comes without a proof.
fn question<T>(answer: Result<T, LinkError>) -> Result<Challenge, SyncError> {
    match answer {
        Err(LinkError::Challenged(challenge)) => Ok(challenge),
        Err(error) => Err(error.into()),
        Ok(_) => Err(SyncError::NotGenuine),
    }
}

/// Where a school has to be told that nothing is here any more; none: there is nothing to tell.
pub fn awaits_word(core: &SharedCore) -> Result<Option<String>, SyncError> {
    Ok(shut_out::untold(&core.borrow().db)?.map(|untold| untold.server))
}

/// Tells the school that nothing is here any more.
pub async fn tell_wiped(core: &SharedCore, api: &impl LeaveApi) -> Result<(), SyncError> {
    let Some(untold) = shut_out::untold(&core.borrow().db)? else { return Ok(()) };
    let challenge = question(api.wiped("").await)?;
    let key = SigningKey::from_bytes(&untold.signing_key);
    let proof = access::proof(&key, &untold.server_key, &untold.device_id, &challenge)?;
    api.wiped(&proof).await?;
    let mut core = core.borrow_mut();
    core.change(|tx| Ok(shut_out::told(tx)?))?;
    // Now nobody needs this phone's key any more, nor the files that it opens.
    core.to_be_destroyed = true;
    Ok(())
}

impl Core {
    /// Nothing of the data stays: not in memory, not in a row, not in a free page, not in the copy.
    fn wipe(&mut self, action: Leaving) -> Result<(), Failure> {
        let at = self.now();
        let phone = self.phone()?;
        let read =
            || -> Result<_, StorageError> { Ok((phone::signing_key(&self.db)?, trust::key(&self.db)?)) };
        let (signing_key, server_key) = read().map_err(StorageError::unreadable)?;
        let server_key = server_key.ok_or(Failure::NotPaired)?;
        let device_id = *phone.device_id.as_bytes();
        let untold = Untold { device_id, signing_key, server: phone.server, server_key };
        self.forget_everything();
        self.access = Access::default();
        let gone = self.change(|tx| {
            shut_out::empty(tx)?;
            Ok(shut_out::set(tx, action, at, &untold)?)
        });
        gone.map_err(StorageError::not_saved)?;
        self.forget_damaged().map_err(StorageError::not_saved)?;
        shut_out::let_go(&self.db).map_err(|error| StorageError::from(error).not_saved())
    }
}
