//! The database key, sealed: XChaCha20-Poly1305 under HKDF-SHA256 of the stretched PIN and the device's word.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use daymark_sqlite::DatabaseKey;
use hkdf::Hkdf;
use sha2::Sha256;

use super::{Cost, LockError};

/// What lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sealed {
    /// For the PIN and for the device.
    pub salt: [u8; 16],
    /// `None`: no PIN was chosen yet, and the device's secret alone opens it.
    pub cost: Option<Cost>,
    pub nonce: [u8; 24],
    pub sealed: Vec<u8>,
}

/// Names what the key is for and how the file is written; another way of writing takes another number.
const PURPOSE: &[u8] = b"daymark phone lock 1";

/// `stretched` is `None` exactly where `cost` is.
pub(super) fn seal(
    key: &DatabaseKey,
    (salt, cost, nonce): ([u8; 16], Option<Cost>, [u8; 24]),
    stretched: Option<[u8; 32]>,
    device: &[u8; 32],
) -> Result<Sealed, LockError> {
    let cipher = cipher(stretched, device, &salt)?;
    let aad = about(cost);
    let payload = Payload { msg: &key.0, aad: &aad };
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| LockError::Altered)?;
    Ok(Sealed { salt, cost, nonce, sealed })
}

/// `None`: another PIN, another device, or altered; nobody can tell which.
pub(super) fn open(
    sealed: &Sealed,
    stretched: Option<[u8; 32]>,
    device: &[u8; 32],
) -> Result<Option<DatabaseKey>, LockError> {
    let cipher = cipher(stretched, device, &sealed.salt)?;
    let aad = about(sealed.cost);
    let payload = Payload { msg: &sealed.sealed, aad: &aad };
    let key = cipher.decrypt(&XNonce::from(sealed.nonce), payload).ok();
    Ok(key.and_then(|key| key.try_into().ok()).map(DatabaseKey))
}

fn cipher(
    stretched: Option<[u8; 32]>,
    device: &[u8; 32],
    salt: &[u8; 16],
) -> Result<XChaCha20Poly1305, LockError> {
    let both = [stretched.as_ref().map_or(&[][..], |stretched| stretched), device].concat();
    let mut key = [0; 32];
    let expanded = Hkdf::<Sha256>::new(Some(salt), &both).expand(PURPOSE, &mut key);
    expanded.map_err(|error| LockError::Key(error.to_string()))?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

/// What stands beside the sealed key and must not be changed unseen.
fn about(cost: Option<Cost>) -> Vec<u8> {
    let (memory, passes) = cost.map_or((0, 0), |cost| (cost.memory_kib, cost.passes));
    [PURPOSE, &memory.to_be_bytes(), &passes.to_be_bytes()].concat()
}
