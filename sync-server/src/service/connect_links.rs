//! Links by which somebody says, once, who they are at the district's own sign-in.

use daymark_domain::UserId;

use crate::auth::recovery_code::{NewCode, new_code};
use crate::store::StoreError;
use crate::store::identities::{IdentityStore, NewConnectLink};

/// So long a link is good, in seconds: it goes by mail, and people read that tomorrow.
pub const LINK_GOOD_FOR_S: i64 = 24 * 60 * 60;

/// The path of a new link, to be shown this once; it ends the one before. `by` made it on a page.
pub async fn new_link<S: IdentityStore + ?Sized>(
    store: &S,
    staff: UserId,
    by: Option<UserId>,
    at: i64,
) -> Result<String, StoreError> {
    let NewCode { shown, hash } = new_code();
    let link = NewConnectLink { code_hash: hash, staff, by, at, expires_at: at + LINK_GOOD_FOR_S };
    store.set_connect_link(link).await?;
    Ok(format!("/sign-in/district/connect/{shown}"))
}
