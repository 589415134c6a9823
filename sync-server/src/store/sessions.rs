//! Signed-in browsers. The store holds only the hash of what the cookie says.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};

use super::StoreError;
use super::accounts::Role;

/// Seconds without a request after which a session is over.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// Seconds after which a session is over whatever happens.
pub const WHOLE_SECONDS: i64 = 12 * 60 * 60;
/// A visit is written down once in so many seconds: a page view need not wait for the disk.
pub const TOUCH_SECONDS: i64 = 60;

/// A session that is about to begin.
pub struct NewSession {
    /// SHA-256 of the cookie's value.
    pub token_hash: [u8; 32],
    /// Whose it is.
    pub staff_id: UserId,
    /// What every form of the session carries.
    pub form_token: String,
    /// Now.
    pub at: i64,
}

/// Who is asking, as the session says.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The member of staff.
    pub staff_id: UserId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The one school that they see.
    pub school_id: SchoolId,
    /// What every form of the session carries.
    pub form_token: String,
}

/// The sessions.
#[async_trait]
pub trait SessionStore {
    /// Begins a session and forgets those that are over.
    async fn begin_session(&self, session: NewSession) -> Result<(), StoreError>;
    /// Who is signed in with that token, and notes the visit; none when the session is over or the account disabled.
    async fn use_session(&self, token_hash: [u8; 32], now: i64) -> Result<Option<SignedIn>, StoreError>;
    /// Ends a session; ending it twice is the same.
    async fn end_session(&self, token_hash: [u8; 32]) -> Result<(), StoreError>;
}
