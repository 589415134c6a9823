//! What happens to the database key: sealed, opened by a PIN, sealed anew, destroyed.

use std::path::Path;
use std::rc::Rc;

use daymark_sqlite::DatabaseKey;

use super::cost::stretch;
use super::seal::{self, Sealed};
use super::store::Store;
use super::{Cost, DeviceSecret, Effort, LockError};
use crate::api::{Pin, Why};
use crate::entropy::Entropy;

/// So many wrong PINs in a row destroy the key (P12; NIST SP 800-63B-4, 3.2.10).
pub const TRIES: u8 = 10;

/// The sealed key of one phone.
pub struct Vault {
    store: std::cell::RefCell<Store>,
    secret: Rc<dyn DeviceSecret>,
    effort: Effort,
    entropy: Entropy,
}

/// What is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing, and there never was.
    Nothing,
    /// A key that waits for a PIN.
    WithoutPin,
    /// A key behind a PIN.
    BehindPin {
        /// So many tries are left.
        tries_left: u8,
    },
    /// Nothing any more.
    Destroyed(Why),
}

/// What a PIN came to.
#[derive(Debug)]
pub enum Unlocked {
    /// It was right.
    Key(DatabaseKey),
    /// It was not.
    Wrong {
        /// So many are left.
        tries_left: u8,
    },
    /// It was the last one, or there is nothing to open any more: whoever asked removes the data.
    Gone,
}

impl Vault {
    /// `path`: where the lock's file is, or is to be; `None`: in memory.
    ///
    /// # Errors
    /// The disk.
    pub fn open(
        path: Option<&Path>,
        secret: Rc<dyn DeviceSecret>,
        effort: Effort,
    ) -> Result<Self, LockError> {
        let store = std::cell::RefCell::new(Store::open(path)?);
        Ok(Self { store, secret, effort, entropy: Entropy::system() })
    }

    /// What is in it.
    ///
    /// # Errors
    /// The disk.
    pub fn kept(&self) -> Result<Kept, LockError> {
        let store = self.store.borrow();
        Ok(match store.get()? {
            Some((Sealed { cost: None, .. }, _)) => Kept::WithoutPin,
            Some((_, tries)) => Kept::BehindPin { tries_left: TRIES.saturating_sub(tries) },
            None => store.destroyed()?.map_or(Kept::Nothing, Kept::Destroyed),
        })
    }

    /// Takes a key in that waits for its PIN; the device's secret is made for it.
    ///
    /// # Errors
    /// The disk, the device, randomness.
    pub async fn take_in(&self, key: &DatabaseKey) -> Result<(), LockError> {
        self.secret.make().await?;
        self.seal(key, None).await
    }

    /// The key that waits for its PIN. `None`: there is none, or it does not open.
    ///
    /// # Errors
    /// The disk, the device.
    pub async fn waiting(&self) -> Result<Option<DatabaseKey>, LockError> {
        let Some((sealed, _)) = self.get()?.filter(|(sealed, _)| sealed.cost.is_none()) else {
            return Ok(None);
        };
        match self.secret.answer(sealed.salt).await? {
            Some(device) => seal::open(&sealed, None, &device),
            None => Ok(None),
        }
    }

    /// Puts the key behind the PIN, and behind no earlier one. A kill leaves the earlier or the new one.
    ///
    /// # Errors
    /// The disk, the device, memory.
    pub async fn set_pin(&self, key: &DatabaseKey, pin: &Pin) -> Result<(), LockError> {
        self.seal(key, Some((pin, self.effort.cost()?))).await
    }

    async fn seal(&self, key: &DatabaseKey, pin: Option<(&Pin, Cost)>) -> Result<(), LockError> {
        let no_bytes = |failure: crate::api::Failure| LockError::Key(failure.to_string());
        let salt: [u8; 16] = self.entropy.bytes().map_err(no_bytes)?;
        let nonce: [u8; 24] = self.entropy.bytes().map_err(no_bytes)?;
        let gone = || LockError::Secret("there is none".to_owned());
        let device = self.secret.answer(salt).await?.ok_or_else(gone)?;
        let stretched = pin.map(|(pin, cost)| stretch(pin, &salt, cost)).transpose()?;
        let sealed = seal::seal(key, (salt, pin.map(|(_, cost)| cost), nonce), stretched, &device)?;
        self.store.borrow_mut().set(&sealed)
    }

    /// Tries a PIN. It counts before it is looked at, so that pulling the battery out gives none back.
    ///
    /// # Errors
    /// The disk, the device, memory. The try counts all the same.
    pub async fn unlock(&self, pin: &Pin) -> Result<Unlocked, LockError> {
        if !self.store.borrow().count_try(TRIES)? {
            return self.gone(Why::WrongPins).await;
        }
        let Some((sealed, tries)) = self.get()? else { return Ok(Unlocked::Gone) };
        let Some(device) = self.secret.answer(sealed.salt).await? else {
            // A kill came between the end of the secret and the end of the rest.
            return self.gone(Why::WrongPins).await;
        };
        let stretched = sealed.cost.map(|cost| stretch(pin, &sealed.salt, cost)).transpose()?;
        if let Some(key) = seal::open(&sealed, stretched, &device)? {
            self.store.borrow().forget_tries()?;
            return Ok(Unlocked::Key(key));
        }
        match TRIES.saturating_sub(tries) {
            0 => self.gone(Why::WrongPins).await,
            tries_left => Ok(Unlocked::Wrong { tries_left }),
        }
    }

    async fn gone(&self, why: Why) -> Result<Unlocked, LockError> {
        self.destroy(why).await?;
        Ok(Unlocked::Gone)
    }

    /// Destroys the device's secret, and then what was sealed under it.
    ///
    /// # Errors
    /// The disk, the device. What is left is destroyed when it is tried again.
    pub async fn destroy(&self, why: Why) -> Result<(), LockError> {
        let secret = self.secret.destroy().await;
        self.store.borrow_mut().destroy(why)?;
        secret
    }

    fn get(&self) -> Result<Option<(Sealed, u8)>, LockError> {
        self.store.borrow().get()
    }
}
