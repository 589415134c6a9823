//! How this phone says who it is: a token for as long as it is good, and a signature when it has run out.

use daymark_protocol::access::{
    Challenge, Leaving, NONCE_CHARACTERS_MAX, PROOF_SCHEME, ShutOut, TOKEN_GOOD_FOR_S, bearer, proof_bytes,
    shut_out_bytes,
};
use daymark_protocol::{Answered, LinkError, SyncApi};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::pair::{bytes_of, hex};
use super::run::{SharedCore, SyncError};
use crate::api::Failure;
use crate::core::Core;
use crate::storage::{StorageError, phone, trust};

/// A server that was started again between question and proof does not know its own question any more.
const PROOFS_MAX: usize = 3;

/// What lets this phone in. In memory alone: whoever has the phone's file has no token.
#[derive(Clone, Default)]
pub(crate) struct Access {
    /// With the second it came, by this phone's clock.
    token: Option<(String, i64)>,
}

impl Access {
    /// For the header `Authorization`; empty without a token, and when the last one has run out as far as this phone knows.
    pub fn authorization(&self, now: i64) -> String {
        let good = self.token.as_ref().filter(|(_, since)| (0..TOKEN_GOOD_FOR_S).contains(&(now - since)));
        good.map(|(token, _)| bearer(token)).unwrap_or_default()
    }

    pub fn keep(&mut self, token: Option<String>, now: i64) {
        if let Some(token) = token {
            self.token = Some((token, now));
        }
    }
}

/// Sends the frames as this phone. One request, and one more when the token has run out. Without a good token nothing but
/// the question goes first, so that no entry is carried twice.
pub(super) async fn ask(
    core: &SharedCore,
    api: &impl SyncApi,
    frames: Vec<u8>,
) -> Result<Vec<u8>, SyncError> {
    let mut authorization = core.borrow().authorization();
    let mut body = if authorization.is_empty() { Vec::new() } else { frames.clone() };
    let mut answered = String::new();
    for _ in 0..PROOFS_MAX {
        match api.sync(&authorization, body).await {
            Ok(Answered { frames, token }) => {
                let mut core = core.borrow_mut();
                let now = core.now();
                core.access.keep(token, now);
                return Ok(frames);
            }
            Err(LinkError::Challenged(challenge)) => {
                authorization = core.borrow_mut().prove(&challenge)?;
                body = frames.clone();
                answered = challenge.nonce;
            }
            Err(LinkError::ShutOut(said, _)) => {
                return Err(match core.borrow().is_genuine(&said, &answered)? {
                    true => SyncError::ShutOut(Word { action: said.action }),
                    false => SyncError::NotGenuine,
                });
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(LinkError::NotPaired.into())
}

/// The school's word, verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// What this phone has to do.
    pub action: Leaving,
}

/// The header that shows that somebody holds a key.
pub(super) fn proof(
    key: &SigningKey,
    server_key: &[u8; 32],
    device_id: &[u8; 16],
    challenge: &Challenge,
) -> Result<String, Failure> {
    let nonce = &challenge.nonce;
    if nonce.len() > NONCE_CHARACTERS_MAX {
        return Err(odd());
    }
    let signature = key.sign(&proof_bytes(server_key, device_id, nonce)).to_bytes();
    Ok(format!("{PROOF_SCHEME} {}.{nonce}.{}", hex(device_id), hex(&signature)))
}

fn odd() -> Failure {
    Failure::Server("the server's question cannot be read".to_owned())
}

impl Core {
    /// The header that shows that this phone holds its key: for the pinned server, and nobody else. The token is given up.
    pub(crate) fn prove(&mut self, challenge: &Challenge) -> Result<String, Failure> {
        self.access = Access::default();
        let phone = self.phone()?;
        let read =
            || -> Result<_, StorageError> { Ok((phone::signing_key(&self.db)?, trust::key(&self.db)?)) };
        let (secret, pinned) = read().map_err(StorageError::unreadable)?;
        // A phone from before there were receipts has pinned nothing; it believes as it did then.
        let server_key = pinned.or_else(|| bytes_of(&challenge.server_key)).ok_or_else(odd)?;
        proof(&SigningKey::from_bytes(&secret), &server_key, phone.device_id.as_bytes(), challenge)
    }

    /// Whether the school's own server says this, to this phone and in answer to its proof. A phone that has pinned no
    /// key believes nobody.
    fn is_genuine(&self, said: &ShutOut, answered: &str) -> Result<bool, Failure> {
        let phone = self.phone()?;
        let pinned = trust::key(&self.db).map_err(|error| StorageError::from(error).unreadable())?;
        let key = pinned.and_then(|key| VerifyingKey::from_bytes(&key).ok());
        let signature = bytes_of(&said.signature).map(|bytes| Signature::from_bytes(&bytes));
        let (Some(key), Some(signature)) = (key, signature) else { return Ok(false) };
        let signed = shut_out_bytes(phone.device_id.as_bytes(), said.action, &said.nonce);
        Ok(said.nonce == answered && key.verify_strict(&signed, &signature).is_ok())
    }

    /// What `Authorization` says now; empty without a good token.
    pub fn authorization(&self) -> String {
        self.access.authorization(self.now())
    }
}
