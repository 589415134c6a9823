//! Passwords: argon2id at the floor that OWASP names (19 MiB, two passes, one lane: about 50 ms a try on a small
//! server), and never more than two at once, so that a flood of sign-ins cannot take the memory that syncs need.

use std::sync::{Arc, LazyLock};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

/// The fewest characters of a password that stands alone (NIST SP 800-63B-4).
pub const FEWEST_CHARACTERS: usize = 15;
/// The most, so that nobody sends a book to be hashed.
pub const MOST_CHARACTERS: usize = 1_024;

const AT_ONCE: usize = 2;

/// Why a password is not taken.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PasswordError {
    /// Too short.
    #[error(
        "the password has {characters} characters, {FEWEST_CHARACTERS} is the least; a sentence is easy to remember"
    )]
    TooShort {
        /// How many it has.
        characters: usize,
    },
    /// Too long.
    #[error("the password has more than {MOST_CHARACTERS} characters")]
    TooLong,
    /// The hash could not be computed.
    #[error("the password could not be hashed")]
    NotHashed,
}

/// Checks passwords, two at a time.
pub struct Passwords {
    room: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { room: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Passwords {
    /// Whether the password is the one that was hashed. Without a hash it takes as long and says no: the time of an
    /// answer does not tell which logins exist.
    pub async fn fits(&self, password: String, hash: Option<String>) -> bool {
        let Ok(_room) = self.room.acquire().await else { return false };
        tokio::task::spawn_blocking(move || match hash {
            Some(hash) => verify(&password, &hash),
            None => {
                verify(&password, &NOBODYS_HASH);
                false
            }
        })
        .await
        .unwrap_or(false)
    }

    /// As [`hash`], in the same room.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        let Ok(_room) = self.room.acquire().await else { return Err(PasswordError::NotHashed) };
        tokio::task::spawn_blocking(move || hash(&password)).await.unwrap_or(Err(PasswordError::NotHashed))
    }
}

/// The PHC string of a new password.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    match password.chars().count() {
        characters if characters < FEWEST_CHARACTERS => return Err(PasswordError::TooShort { characters }),
        characters if characters > MOST_CHARACTERS => return Err(PasswordError::TooLong),
        _ => {}
    }
    hash_unchecked(password).ok_or(PasswordError::NotHashed)
}

static NOBODYS_HASH: LazyLock<String> =
    LazyLock::new(|| hash_unchecked(&super::hex(&super::secret())).unwrap_or_default());

fn hash_unchecked(password: &str) -> Option<String> {
    let params = Params::new(19 * 1_024, 2, 1, None).ok()?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    Some(argon2.hash_password(password.as_bytes()).ok()?.to_string())
}

fn verify(password: &str, hash: &str) -> bool {
    // The parameters come from the hash, so that raising them leaves old passwords usable.
    password.chars().count() <= MOST_CHARACTERS
        && Argon2::default().verify_password(password.as_bytes(), hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_of_fourteen_characters_is_refused_with_a_sentence() {
        assert_eq!(hash("fourteen chars"), Err(PasswordError::TooShort { characters: 14 }));
        let sentence = hash("fourteen chars").unwrap_err().to_string();
        assert!(sentence.contains("15 is the least"), "{sentence}");
    }

    #[tokio::test]
    async fn only_the_password_that_was_hashed_fits() {
        let passwords = Passwords::default();
        let hash = hash("correct horse battery").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.fits("correct horse battery".into(), Some(hash.clone())).await);
        assert!(!passwords.fits("correct horse batterY".into(), Some(hash)).await);
        assert!(!passwords.fits("correct horse battery".into(), None).await);
    }
}
