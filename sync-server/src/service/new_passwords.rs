//! The way back from the district's sign-in: a code, good once, by which somebody chooses a password again.

use daymark_domain::UserId;

use super::held_up;
use crate::app::App;
use crate::auth::password::PasswordError;
use crate::auth::peer::Peer;
use crate::auth::recovery_code::{self, NewCode};
use crate::store::StoreError;
use crate::store::new_passwords::{NewPasswordCode, NewPasswordStore, TakenBy};

/// So long a code is good, in seconds: it is said or handed over, and typed the same day.
pub const CODE_GOOD_FOR_S: i64 = 24 * 60 * 60;

/// Where the code is typed.
pub const PAGE: &str = "/sign-in/new-password";

/// Takes the account's connection away; the code, to be shown this once.
pub async fn back_to_password<S: NewPasswordStore + ?Sized>(
    store: &S,
    staff: UserId,
    by: TakenBy,
    at: i64,
) -> Result<String, StoreError> {
    let NewCode { shown, hash } = recovery_code::new_code();
    let code = NewPasswordCode { code_hash: hash, staff, by, at, expires_at: at + CODE_GOOD_FOR_S };
    store.back_to_password(code).await?;
    Ok(shown)
}

/// What came of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The password is set, and opens from now on.
    Yes,
    /// The code does not hold.
    NoCode,
    /// Too short, or too long.
    Password,
    /// Too many attempts.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// Sets the password of whoever has the code. It signs nobody in: the second step is asked for as ever.
pub async fn choose(app: &App, code: &str, password: String, peer: Peer) -> Result<Chosen, StoreError> {
    let now = app.clock.now();
    if let Some(wait_s) = held_up::from_address(app, peer).await? {
        return Ok(Chosen::TooOften { wait_s });
    }
    let Some(code_hash) = recovery_code::hash_of_typed(code) else { return Ok(Chosen::NoCode) };
    if !app.store.is_password_code(code_hash, now).await? {
        return Ok(Chosen::NoCode);
    }
    let hash = match app.passwords.hash(password).await {
        Ok(hash) => hash,
        Err(PasswordError::NotHashed) => return Err(StoreError::Stopped),
        Err(PasswordError::TooShort { .. } | PasswordError::TooLong) => return Ok(Chosen::Password),
    };
    match app.store.set_new_password(code_hash, hash, now).await? {
        true => {
            app.rate_limits.sign_in_by_peer.succeeded(&peer.key());
            Ok(Chosen::Yes)
        }
        false => Ok(Chosen::NoCode),
    }
}
