//! What somebody has besides a password: an authenticator app, passkeys, and codes for when both are lost.

use async_trait::async_trait;
use daymark_domain::UserId;

use super::StoreError;

/// What somebody has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors {
    /// Whether the account has a password.
    pub password: bool,
    /// Since when an authenticator app knows the account.
    pub authenticator_since: Option<i64>,
    /// The passkeys, the oldest first.
    pub passkeys: Vec<PasskeyLine>,
    /// Recovery codes that were not used.
    pub recovery_codes: u32,
}

impl Factors {
    /// Whether a password is not all.
    pub fn second(&self) -> bool {
        self.authenticator_since.is_some() || !self.passkeys.is_empty()
    }
}

/// A passkey as its owner is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyLine {
    /// As the browser names it.
    pub credential_id: Vec<u8>,
    /// As its owner calls it.
    pub name: String,
    /// When it was added.
    pub added_at: i64,
    /// When it was last used.
    pub used_at: Option<i64>,
}

/// What an authenticator app shares with the server. No `Debug`: it is a secret.
#[derive(Clone)]
pub struct Authenticator {
    /// 160 bits.
    pub secret: Vec<u8>,
    /// The newest 30 seconds whose code was used.
    pub last_step: i64,
}

/// An authenticator app that has just shown its first code.
pub struct NewAuthenticator {
    /// Whose.
    pub staff: UserId,
    /// 160 bits.
    pub secret: Vec<u8>,
    /// The 30 seconds of that code.
    pub step: i64,
    /// Now.
    pub at: i64,
}

/// A change of how somebody signs in: the session in which it was made stays, the others end.
pub struct FromSession {
    /// SHA-256 of that session's token.
    pub keep: [u8; 32],
    /// SHA-256 of each recovery code, when new ones were made.
    pub recovery_codes: Option<Vec<[u8; 32]>>,
    /// Now.
    pub at: i64,
}

/// A passkey as stored. No `Debug`.
#[derive(Clone)]
pub struct Passkey {
    /// As the browser names it.
    pub credential_id: Vec<u8>,
    /// Whose.
    pub staff: UserId,
    /// As its owner calls it.
    pub name: String,
    /// The name of the server that it was made for.
    pub host: String,
    /// As the verifier writes it.
    pub credential: String,
}

/// What somebody has besides a password.
#[async_trait]
pub trait FactorStore {
    /// All of it, to be shown.
    async fn factors(&self, staff: UserId) -> Result<Factors, StoreError>;
    /// Until when a password alone opens everything: the first to ask writes down `by`.
    async fn second_factor_by(&self, staff: UserId, by: i64) -> Result<i64, StoreError>;
    /// What the authenticator app shares.
    async fn authenticator(&self, staff: UserId) -> Result<Option<Authenticator>, StoreError>;
    /// Takes an app in the place of the one before.
    async fn set_authenticator(&self, app: NewAuthenticator, from: FromSession) -> Result<(), StoreError>;
    /// The app is not asked any more.
    async fn remove_authenticator(&self, staff: UserId, from: FromSession) -> Result<(), StoreError>;
    /// Uses the code of these 30 seconds; false when it, or a later one, was used before.
    async fn use_step(&self, staff: UserId, step: i64) -> Result<bool, StoreError>;
    /// New recovery codes in the place of all before.
    async fn set_recovery_codes(
        &self,
        staff: UserId,
        hashes: Vec<[u8; 32]>,
        at: i64,
    ) -> Result<(), StoreError>;
    /// Uses a recovery code up; false when there is none like it.
    async fn use_recovery_code(&self, staff: UserId, hash: [u8; 32], at: i64) -> Result<bool, StoreError>;
    /// Another password.
    async fn set_password(&self, staff: UserId, hash: String, from: FromSession) -> Result<(), StoreError>;
    /// Takes a passkey; [`StoreError::Taken`] when somebody has it.
    async fn add_passkey(&self, passkey: Passkey, from: FromSession) -> Result<(), StoreError>;
    /// The passkeys of somebody that were made for this server's name.
    async fn passkeys(&self, staff: UserId, host: &str) -> Result<Vec<Passkey>, StoreError>;
    /// A passkey was used; its counter moved on.
    async fn use_passkey(
        &self,
        credential_id: Vec<u8>,
        credential: String,
        at: i64,
    ) -> Result<(), StoreError>;
    /// A passkey opens nothing any more.
    async fn remove_passkey(
        &self,
        staff: UserId,
        credential_id: Vec<u8>,
        from: FromSession,
    ) -> Result<(), StoreError>;
    /// Takes all of it away from whoever lost it: the next sign-in is with the password alone, until then. `by` ran the
    /// command. None has the login: false.
    async fn reset_factors(&self, login: &str, until: i64, by: String, at: i64) -> Result<bool, StoreError>;
}
