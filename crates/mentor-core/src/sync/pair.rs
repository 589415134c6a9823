//! Pairing: a code becomes three words, and after the coordinator's tap a phone with a name. A failed attempt leaves no
//! trace; one that waits outlives the app.

use std::future::Future;

use daymark_domain::{DeviceId, DeviceTag};
use daymark_protocol::pairing::{
    AnswerRequest, PairAnswer, PairAsked, PairReply, PairRequest, normalised_code, sha256, signed_bytes,
};
use ed25519_dalek::{Signer, SigningKey};

use super::run::SharedCore;
use crate::api::Failure;
use crate::storage::pairing::{self, Pairing};
use crate::storage::phone::Phone;
use crate::storage::{StorageError, lease, phone, shut_out, trust};

/// Why a phone was not paired.
#[derive(Debug, thiserror::Error)]
pub enum PairError {
    /// No connection.
    #[error("no connection to the school's server")]
    NoConnection,
    /// Wrong, used or too old.
    #[error("the code is wrong, used, or older than ten minutes")]
    CodeRefused,
    /// The coordinator said that the words differ, or nothing in time.
    #[error("the coordinator did not let this phone in")]
    WordsDiffer,
    /// The server answered with something else.
    #[error("the school's server answered with status {status}")]
    Server {
        /// The HTTP status.
        status: u16,
    },
}

impl From<PairError> for Failure {
    fn from(error: PairError) -> Self {
        match error {
            PairError::NoConnection => Self::NoConnection,
            PairError::CodeRefused => Self::CodeRefused,
            PairError::WordsDiffer => Self::WordsDiffer,
            PairError::Server { .. } => Self::Server(error.to_string()),
        }
    }
}

/// `POST /v1/pair` and `POST /v1/pair/answer`, whoever carries them.
pub trait PairApi {
    /// Asks for the pairing.
    fn pair(&self, request: &PairRequest) -> impl Future<Output = Result<PairAsked, PairError>>;
    /// Asks what the coordinator said.
    fn answer(&self, request: &AnswerRequest) -> impl Future<Output = Result<PairAnswer, PairError>>;
}

/// How a phone is to be paired.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Where the school's server is.
    pub server: &'a str,
    /// The code, as typed or scanned.
    pub code: &'a str,
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: &'a str,
    /// In which language the words are: `en`, `es`.
    pub language: &'a str,
}

/// Asks with a code; from now on the phone shows three words and waits. The key pair is made here and its secret half never
/// leaves. The answer is asked for at once, so that the coordinator's page has the words as well.
pub async fn pair(core: &SharedCore, api: &impl PairApi, wanted: Wanted<'_>) -> Result<(), Failure> {
    let code = normalised_code(wanted.code).ok_or(Failure::CodeRefused)?;
    let (secret, nonce) = {
        let core = core.borrow();
        (core.entropy.bytes()?, core.entropy.bytes()?)
    };
    let request = request(&code, &SigningKey::from_bytes(&secret), nonce, wanted);
    let asked = api.pair(&request).await?;
    let pairing = Pairing {
        server: wanted.server.to_owned(),
        code_hash: sha256(code.as_bytes()),
        signing_key: secret,
        nonce,
        server_key: bytes_of(&asked.server_key).ok_or_else(odd)?,
        server_nonce: bytes_of(&asked.nonce).ok_or_else(odd)?,
        language: wanted.language.to_owned(),
    };
    core.borrow_mut().change(|tx| Ok(pairing::set(tx, &pairing)?)).map_err(StorageError::not_saved)?;
    // If this one is lost, the next one tells.
    match look_for_answer(core, api).await {
        Ok(_) | Err(Failure::NoConnection | Failure::Server(_)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

fn request(code: &str, key: &SigningKey, nonce: [u8; 32], wanted: Wanted<'_>) -> PairRequest {
    let (public, commitment) = (key.verifying_key().to_bytes(), sha256(&nonce));
    PairRequest {
        code: code.to_owned(),
        public_key: hex(&public),
        commitment: hex(&commitment),
        signature: hex(&key.sign(&signed_bytes(code, &public, &commitment)).to_bytes()),
        platform: wanted.platform.to_owned(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        language: wanted.language.to_owned(),
    }
}

/// Where the server is that a pairing waits for; none: nothing waits.
pub fn awaited_server(core: &SharedCore) -> Result<Option<String>, Failure> {
    let waiting = pairing::get(&core.borrow().db).map_err(|error| StorageError::from(error).unreadable())?;
    Ok(waiting.map(|pairing| pairing.server))
}

/// Asks what the coordinator said; whether this phone is paired now. A *no* gives the pairing up.
pub async fn look_for_answer(core: &SharedCore, api: &impl PairApi) -> Result<bool, Failure> {
    let waiting = pairing::get(&core.borrow().db).map_err(|error| StorageError::from(error).unreadable())?;
    let Some(pairing) = waiting else { return Ok(false) };
    let request = AnswerRequest { public_key: hex(&pairing.public_key()), nonce: hex(&pairing.nonce) };
    match api.answer(&request).await {
        Ok(PairAnswer::Waiting) => Ok(false),
        Ok(PairAnswer::Same(reply)) => keep(core, pairing, reply).map(|()| true),
        Err(refused @ (PairError::CodeRefused | PairError::WordsDiffer)) => {
            give_up(core)?;
            Err(refused.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Forgets a pairing that waits.
pub fn give_up(core: &SharedCore) -> Result<(), Failure> {
    core.borrow_mut().change(|tx| Ok(pairing::clear(tx)?)).map_err(StorageError::not_saved)
}

fn keep(core: &SharedCore, pairing: Pairing, reply: PairReply) -> Result<(), Failure> {
    let certificate: [u8; 64] = bytes_of(&reply.certificate).ok_or_else(odd)?;
    let Pairing { signing_key, server_key, server, .. } = pairing;
    let phone = paired(reply, server)?;
    let keep = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        trust::keep_earlier_name(tx)?;
        phone::set(tx, &phone, &signing_key)?;
        trust::pin(tx, Some(&server_key), Some(&certificate))?;
        lease::forget(tx)?;
        shut_out::clear(tx)?;
        Ok(pairing::clear(tx)?)
    };
    let mut core = core.borrow_mut();
    core.change(keep).map_err(StorageError::not_saved)?;
    core.access = Default::default();
    Ok(())
}

fn paired(reply: PairReply, server: String) -> Result<Phone, Failure> {
    let device_id: DeviceId = reply.device_id.parse().map_err(|_| odd())?;
    let tag: DeviceTag = reply.device_tag.parse().map_err(|_| odd())?;
    Ok(Phone {
        device_id,
        tag,
        generation: 0,
        server,
        mentor: reply.mentor,
        log_id: None,
        cursor: 0,
        last_sent_at: None,
    })
}

fn odd() -> Failure {
    Failure::Server("the pairing's answer cannot be read".to_owned())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of exactly `2 N` hexadecimal digits.
pub(super) fn bytes_of<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digits = hex.as_bytes().chunks_exact(2);
    let bytes = digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    bytes.collect::<Option<Vec<u8>>>()?.try_into().ok().filter(|_| hex.len() == 2 * N)
}
