//! The phone's lock: what opens the database, and until when this phone may be read.
//!
//! The database has a random key. That key lies beside it only sealed, under a key that comes of the PIN, stretched by
//! Argon2id, *and* of a secret that the device does not give away ([`DeviceSecret`]). Six digits alone would be tried out
//! within hours; ten tries on the device are all that anybody has, counted on the disk before each is looked at, and
//! after the tenth the secret is destroyed ([`Vault`]). How long a phone may be read without a word from the
//! school is its [`lease`]. What none of this keeps out: docs/adr/0017.

mod cost;
pub mod lease;
mod seal;
mod secret;
mod store;
mod vault;

pub use cost::{Cost, Effort, Ticks};
#[cfg(not(target_family = "wasm"))]
pub use secret::FileSecret;
pub use secret::{DeviceSecret, Later, MemorySecret};
pub use vault::{Kept, TRIES, Unlocked, Vault};

use crate::api::Failure;

/// Why the lock could not do what was asked. A wrong PIN is none of these.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// The disk, or the lock's file is damaged.
    #[error("the lock's file: {0}")]
    Store(String),
    /// The device's secret could not be made or asked for.
    #[error("the device's secret: {0}")]
    Secret(String),
    /// Too little memory to stretch a PIN, or no source of randomness.
    #[error("the PIN could not be made into a key: {0}")]
    Key(String),
    /// What is sealed is not what was sealed: altered, or from another device.
    #[error("what was sealed has been altered")]
    Altered,
}

impl From<daymark_sqlite::rusqlite::Error> for LockError {
    fn from(error: daymark_sqlite::rusqlite::Error) -> Self {
        Self::Store(error.to_string())
    }
}

impl From<LockError> for Failure {
    fn from(error: LockError) -> Self {
        Self::Unreadable(error.to_string())
    }
}
