//! Pairing: a code becomes a key pair, a token and a name.

use std::future::Future;

use daymark_domain::{DeviceId, DeviceTag};
use daymark_protocol::pairing::{PairReply, PairRequest, normalised_code, signed_bytes};
use ed25519_dalek::{Signer, SigningKey};

use super::run::SharedCore;
use crate::api::Failure;
use crate::storage::phone::Phone;
use crate::storage::{StorageError, phone, trust};

/// Why a phone was not paired.
#[derive(Debug, thiserror::Error)]
pub enum PairError {
    /// No connection.
    #[error("no connection to the school's server")]
    NoConnection,
    /// Wrong, used or too old.
    #[error("the code is wrong, used, or older than ten minutes")]
    CodeRefused,
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
            PairError::Server { .. } => Self::Server(error.to_string()),
        }
    }
}

/// `POST /v1/pair`, whoever carries it.
pub trait PairApi {
    /// Asks for the pairing.
    fn pair(&self, request: &PairRequest) -> impl Future<Output = Result<PairReply, PairError>>;
}

/// Pairs this phone. The key pair is made here and its secret half never leaves; a failed attempt leaves no trace.
pub async fn pair(
    core: &SharedCore,
    api: &impl PairApi,
    server: &str,
    code: &str,
    platform: &str,
) -> Result<(), Failure> {
    let code = normalised_code(code).ok_or(Failure::CodeRefused)?;
    let secret = core.borrow().entropy.bytes()?;
    let key = SigningKey::from_bytes(&secret);
    let public = key.verifying_key().to_bytes();
    let signature = key.sign(&signed_bytes(&code, &public)).to_bytes();
    let request = PairRequest {
        code,
        public_key: hex(&public),
        signature: hex(&signature),
        platform: platform.to_owned(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let reply = api.pair(&request).await?;
    let server_key: Option<[u8; 32]> = reply.server_key.as_deref().and_then(bytes_of);
    let certificate: Option<[u8; 64]> = reply.certificate.as_deref().and_then(bytes_of);
    let phone = paired(reply, server)?;
    let keep = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        trust::keep_earlier_name(tx)?;
        phone::set(tx, &phone, &secret)?;
        Ok(trust::pin(tx, server_key.as_ref(), certificate.as_ref())?)
    };
    core.borrow_mut().change(keep).map_err(StorageError::not_saved)
}

fn paired(reply: PairReply, server: &str) -> Result<Phone, Failure> {
    let odd = || Failure::Server("the pairing's answer cannot be read".to_owned());
    let device_id: DeviceId = reply.device_id.parse().map_err(|_| odd())?;
    let tag: DeviceTag = reply.device_tag.parse().map_err(|_| odd())?;
    Ok(Phone {
        device_id,
        tag,
        generation: 0,
        token: reply.token,
        server: server.to_owned(),
        mentor: reply.mentor,
        log_id: None,
        cursor: 0,
        last_sent_at: None,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of exactly `2 N` hexadecimal digits.
fn bytes_of<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digits = hex.as_bytes().chunks_exact(2);
    let bytes = digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    bytes.collect::<Option<Vec<u8>>>()?.try_into().ok().filter(|_| hex.len() == 2 * N)
}
