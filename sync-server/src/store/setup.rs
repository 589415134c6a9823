//! The first account of a school, by a code that only whoever runs the server has seen.

use async_trait::async_trait;
use daymark_domain::SchoolId;

use super::StoreError;
use super::accounts::NewAccount;

/// A code that is about to hold.
pub struct NewSetupCode {
    /// SHA-256 of it.
    pub code_hash: [u8; 32],
    /// The school whose coordinator it makes.
    pub school_id: SchoolId,
    /// When it stops working.
    pub expires_at: i64,
}

/// Setting up.
#[async_trait]
pub trait SetupStore {
    /// Keeps the code in the place of the one before. False when the school has a coordinator: then nothing is kept.
    async fn set_setup_code(&self, code: NewSetupCode) -> Result<bool, StoreError>;
    /// The school of a code that holds.
    async fn school_to_set_up(&self, code_hash: [u8; 32], now: i64) -> Result<Option<SchoolId>, StoreError>;
    /// Uses the code up and adds the account, or neither: false when the code does not hold.
    async fn set_up(&self, code_hash: [u8; 32], account: NewAccount) -> Result<bool, StoreError>;
}
