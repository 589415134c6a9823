//! What only this device knows, and never says: it answers a salt, and another device answers otherwise.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::LockError;

/// An answer of the platform.
pub type Later<T> = Pin<Box<dyn Future<Output = Result<T, LockError>>>>;

/// The platform's keeper of one secret: WebCrypto in a browser, a file in a window, the keystore of a phone's own shell.
pub trait DeviceSecret {
    /// Makes it anew, in the place of any. When this has ended it is on the disk.
    fn make(&self) -> Later<()>;
    /// HMAC-SHA256 of the salt under the secret. `None`: there is none, or none any more.
    fn answer(&self, salt: [u8; 16]) -> Later<Option<[u8; 32]>>;
    /// Forgets it for good. Nothing to forget is no error.
    fn destroy(&self) -> Later<()>;
}

fn answer(secret: &[u8; 32], salt: [u8; 16]) -> [u8; 32] {
    // A key of any length is one; this one has the hash's own.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return [0; 32] };
    mac.update(&salt);
    mac.finalize().into_bytes().into()
}

fn fresh() -> Result<[u8; 32], LockError> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|error| LockError::Secret(error.to_string()))?;
    Ok(secret)
}

fn at_once<T: 'static>(result: Result<T, LockError>) -> Later<T> {
    Box::pin(async move { result })
}

/// One that is gone with the app: for a phone that is to keep nothing, and for tests.
#[derive(Clone, Default)]
pub struct MemorySecret(Rc<RefCell<Option<[u8; 32]>>>);

impl DeviceSecret for MemorySecret {
    fn make(&self) -> Later<()> {
        at_once(fresh().map(|secret| *self.0.borrow_mut() = Some(secret)))
    }

    fn answer(&self, salt: [u8; 16]) -> Later<Option<[u8; 32]>> {
        at_once(Ok(self.0.borrow().as_ref().map(|secret| answer(secret, salt))))
    }

    fn destroy(&self) -> Later<()> {
        self.0.replace(None);
        at_once(Ok(()))
    }
}

/// One in a file that only its owner may read. It keeps out whoever gets the data without this file, and no more: a
/// system's keystore takes its place where there is one (docs/native-builds.md).
#[cfg(not(target_family = "wasm"))]
pub struct FileSecret(std::path::PathBuf);

#[cfg(not(target_family = "wasm"))]
impl FileSecret {
    /// In this folder, which is there.
    pub fn in_folder(folder: &std::path::Path) -> Self {
        Self(folder.join("device-secret"))
    }

    fn read(&self) -> std::io::Result<Option<[u8; 32]>> {
        match std::fs::read(&self.0) {
            Ok(bytes) => Ok(bytes.try_into().ok()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cfg(not(target_family = "wasm"))]
impl DeviceSecret for FileSecret {
    fn make(&self) -> Later<()> {
        let write = |secret: [u8; 32]| crate::native::write_whole(&self.0, &secret).map_err(of_disk);
        at_once(fresh().and_then(write))
    }

    fn answer(&self, salt: [u8; 16]) -> Later<Option<[u8; 32]>> {
        at_once(self.read().map(|secret| secret.map(|secret| answer(&secret, salt))).map_err(of_disk))
    }

    fn destroy(&self) -> Later<()> {
        at_once(crate::native::erase(&self.0).map_err(of_disk))
    }
}

#[cfg(not(target_family = "wasm"))]
fn of_disk(error: std::io::Error) -> LockError {
    LockError::Secret(error.to_string())
}
