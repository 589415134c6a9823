//! The way back from the district's sign-in: somebody's connection goes, and a code lets them choose a password, once.

use async_trait::async_trait;
use daymark_domain::UserId;

use super::StoreError;

/// Who takes a connection away.
#[derive(Clone)]
pub enum TakenBy {
    /// A member of staff, on a page.
    Staff(UserId),
    /// Whoever ran the command.
    Command(String),
}

/// A code that is about to hold.
pub struct NewPasswordCode {
    /// SHA-256 of it.
    pub code_hash: [u8; 32],
    /// Whose password it sets.
    pub staff: UserId,
    /// By whom.
    pub by: TakenBy,
    /// Now.
    pub at: i64,
    /// When it stops working.
    pub expires_at: i64,
}

/// New passwords.
#[async_trait]
pub trait NewPasswordStore {
    /// The account's connection with the district goes, its sessions and open links with it, and the code holds in the
    /// place of the one before.
    async fn back_to_password(&self, code: NewPasswordCode) -> Result<(), StoreError>;
    /// Whether a code holds.
    async fn is_password_code(&self, code_hash: [u8; 32], now: i64) -> Result<bool, StoreError>;
    /// Uses the code up and keeps the password's hash, or neither: false when the code does not hold.
    async fn set_new_password(&self, code_hash: [u8; 32], hash: String, at: i64) -> Result<bool, StoreError>;
}
