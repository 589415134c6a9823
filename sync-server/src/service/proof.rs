//! Proving who one is, beyond the cookie: at the second step of a sign-in, and again before what is worth it.

use daymark_domain::UserId;

use super::{held_up, passkeys};
use crate::app::App;
use crate::auth::one_time_code::OneTimeCodes;
use crate::auth::peer::Peer;
use crate::auth::recovery_code;
use crate::store::StoreError;
use crate::store::accounts::Account;

/// What somebody shows.
pub enum Proof {
    /// Their password.
    Password(String),
    /// A code of their authenticator app, or a recovery code.
    Code(String),
    /// What the browser says a passkey of theirs answered.
    Passkey(String),
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is theirs.
    Good,
    /// It is not.
    Wrong,
    /// Too many failures; nothing was checked.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// Checks it, and uses up what is good once.
pub async fn check(app: &App, staff: UserId, proof: Proof, peer: Peer) -> Result<Checked, StoreError> {
    let (limits, key) = (&app.rate_limits, staff.to_string());
    if let Some(wait_s) = held_up::from_address(app, peer).await? {
        return Ok(Checked::TooOften { wait_s });
    }
    if let Some(wait_s) = held_up::of_account(app, staff, &key).await? {
        return Ok(Checked::TooOften { wait_s });
    }
    let is_good = match proof {
        Proof::Password(password) => has_password(app, staff, password).await?,
        Proof::Code(code) => has_code(app, staff, &code).await?,
        Proof::Passkey(answer) => passkeys::known_by(app, &answer).await? == Some(staff),
    };
    if !is_good {
        return Ok(Checked::Wrong);
    }
    limits.proof_by_staff.succeeded(&key);
    limits.sign_in_by_peer.succeeded(&peer.key());
    Ok(Checked::Good)
}

/// Whoever has an authenticator app is not let through by the password alone.
async fn has_password(app: &App, staff: UserId, password: String) -> Result<bool, StoreError> {
    let has_more = app.store.factors(staff).await?.second();
    let hash = app.store.account(staff).await?.and_then(Account::into_password_hash);
    Ok(app.passwords.fits(password, hash.filter(|_| !has_more)).await)
}

async fn has_code(app: &App, staff: UserId, code: &str) -> Result<bool, StoreError> {
    if let Some(shared) = app.store.authenticator(staff).await?
        && let Some(step) = OneTimeCodes::of(&shared.secret).step(code, app.clock.now())
    {
        return app.store.use_step(staff, step).await;
    }
    match recovery_code::hash_of_typed(code) {
        Some(hash) => app.store.use_recovery_code(staff, hash, app.clock.now()).await,
        None => Ok(false),
    }
}
