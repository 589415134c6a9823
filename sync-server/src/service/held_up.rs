//! Whoever fails too often waits. The first try of each wait is written down, the others are not: whoever hammers at the
//! door does not fill the record of access.

use daymark_domain::UserId;

use crate::app::App;
use crate::auth::peer::Peer;
use crate::store::StoreError;
use crate::store::accounts::HeldUpAt;
use daymark_locks::HeldUp;

/// Counts a try from that address; how many seconds to wait instead.
pub(super) async fn from_address(app: &App, peer: Peer) -> Result<Option<u64>, StoreError> {
    match app.rate_limits.sign_in_by_peer.attempt(&peer.key(), app.clock.now()) {
        Ok(()) => Ok(None),
        Err(held_up) => noted(app, held_up, HeldUpAt::Address).await.map(Some),
    }
}

/// Counts a try with that login, of which memory holds a hash. An unknown one is written down as well, so that the time
/// of the answer does not tell which logins exist.
pub(super) async fn with_login(app: &App, login: &str, key: &str) -> Result<Option<u64>, StoreError> {
    let Err(held_up) = app.rate_limits.sign_in_by_login.attempt(key, app.clock.now()) else {
        return Ok(None);
    };
    let account = app.store.account_by_login(login).await?;
    let at = account.map_or(HeldUpAt::UnknownLogin, |account| HeldUpAt::Account(account.id));
    noted(app, held_up, at).await.map(Some)
}

/// Counts a proof of somebody who is known already.
pub(super) async fn of_account(app: &App, staff: UserId, key: &str) -> Result<Option<u64>, StoreError> {
    match app.rate_limits.proof_by_staff.attempt(key, app.clock.now()) {
        Ok(()) => Ok(None),
        Err(held_up) => noted(app, held_up, HeldUpAt::Account(staff)).await.map(Some),
    }
}

async fn noted(app: &App, held_up: HeldUp, at: HeldUpAt) -> Result<u64, StoreError> {
    if held_up.is_first {
        app.store.note_held_up(at, app.clock.now()).await?;
    }
    Ok(held_up.wait_s)
}
