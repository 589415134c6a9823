//! Signing in: one answer for an unknown login and a wrong password, after the same work.

use crate::app::App;
use crate::auth::peer::Peer;
use crate::auth::{hex, secret, sha256};
use crate::store::StoreError;
use crate::store::accounts::Role;
use crate::store::sessions::NewSession;

/// How an attempt ended.
pub enum SignIn {
    /// A session began.
    Begun {
        /// What the cookie will say.
        token: [u8; 32],
        /// Where to go first depends on it.
        role: Role,
    },
    /// Login and password do not fit together.
    Refused,
    /// Too many failures; nothing was checked.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// Checks login and password and begins a session.
pub async fn sign_in(app: &App, login: &str, password: String, peer: Peer) -> Result<SignIn, StoreError> {
    let now = app.clock.now();
    // Hashed, so that memory holds no list of logins, and none that is long.
    let login_key = hex(&sha256(login.to_lowercase().as_bytes())[..16]);
    let limits = &app.rate_limits;
    let allowed = limits.sign_in_by_peer.attempt(&peer.key(), now);
    if let Err(wait_s) = allowed.and_then(|()| limits.sign_in_by_login.attempt(&login_key, now)) {
        return Ok(SignIn::TooOften { wait_s });
    }
    let account = app.store.account_by_login(login).await?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    if !app.passwords.fits(password, hash).await {
        return Ok(SignIn::Refused);
    }
    let Some(account) = account else { return Ok(SignIn::Refused) };
    limits.sign_in_by_login.succeeded(&login_key);
    limits.sign_in_by_peer.succeeded(&peer.key());
    let token = secret();
    let session =
        NewSession { token_hash: sha256(&token), staff_id: account.id, form_token: hex(&secret()), at: now };
    app.store.begin_session(session).await?;
    Ok(SignIn::Begun { token, role: account.role })
}
