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
    /// Family and system of the browser, such as `Firefox · Windows`; empty when it did not say.
    pub browser: String,
    /// Now, when its owner proved who they are.
    pub at: i64,
    /// By what.
    pub how: How,
    /// Whether the district asked for more than a password, so that nothing more is owed here.
    pub second_step_elsewhere: bool,
}

/// By what somebody came in at last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A password alone.
    Password,
    /// A code, after a first step.
    Code,
    /// A passkey.
    Passkey,
    /// The district's own sign-in.
    District,
    /// The code of the server's console.
    Setup,
}

impl How {
    /// The word as it is written down.
    pub fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::Passkey => "passkey",
            Self::District => "district",
            Self::Setup => "setup",
        }
    }
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
    /// From when on their password alone opens nothing; none: they have more than that.
    pub second_factor_by: Option<i64>,
}

/// A session that is not over.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub who: SignedIn,
    /// When they last proved who they are.
    pub proved_at: i64,
}

/// One of somebody's sessions, as they are shown it.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// SHA-256 of the cookie's value.
    pub token_hash: [u8; 32],
    /// When it began.
    pub began_at: i64,
    /// When it was last used, to the minute.
    pub seen_at: i64,
    /// Family and system of the browser; empty when it did not say.
    pub browser: String,
}

/// The sessions.
#[async_trait]
pub trait SessionStore {
    /// Begins a session, writes that down, and forgets those that are over.
    async fn begin_session(&self, session: NewSession) -> Result<(), StoreError>;
    /// Who is signed in with that token, and notes the visit; none when the session is over or the account disabled.
    async fn use_session(&self, token_hash: [u8; 32], now: i64) -> Result<Option<Session>, StoreError>;
    /// Its owner has proved again who they are.
    async fn prove_session(&self, token_hash: [u8; 32], now: i64) -> Result<(), StoreError>;
    /// Where somebody is signed in, the latest used first.
    async fn sessions_of(&self, staff: UserId, now: i64) -> Result<Vec<SessionLine>, StoreError>;
    /// Ends a session; ending it twice is the same.
    async fn end_session(&self, token_hash: [u8; 32]) -> Result<(), StoreError>;
    /// Ends one session of that person; another's stays.
    async fn end_session_of(&self, staff: UserId, token_hash: [u8; 32]) -> Result<(), StoreError>;
    /// Ends all of somebody's sessions but this one.
    async fn end_other_sessions(&self, staff: UserId, keep: [u8; 32]) -> Result<(), StoreError>;
}
