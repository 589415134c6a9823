//! People who sign in.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};

use super::StoreError;

/// What a member of staff may do, for one school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Adds mentors, matches students, pairs phones; and sees what the team sees.
    Coordinator,
    /// Sees the school's week.
    Team,
}

impl Role {
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Team => "team",
        }
    }
    /// From the stored word.
    pub fn from_word(word: &str) -> Result<Self, StoreError> {
        match word {
            "coordinator" => Ok(Self::Coordinator),
            "team" => Ok(Self::Team),
            _ => Err(StoreError::Unreadable { what: "role" }),
        }
    }
}

/// An account that is about to exist.
#[derive(Clone)]
pub struct NewAccount {
    /// Its id.
    pub id: UserId,
    /// The one school that it sees.
    pub school_id: SchoolId,
    /// What its owner types, whatever the case.
    pub login: String,
    /// Its owner's name.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// argon2id, PHC string.
    pub password_hash: String,
    /// Now.
    pub at: i64,
}

/// What sign-in needs of an account.
#[derive(Clone)]
pub struct Account {
    /// Its id.
    pub id: UserId,
    /// What it may do.
    pub role: Role,
    /// argon2id, PHC string.
    pub password_hash: String,
}

/// The accounts.
#[async_trait]
pub trait AccountStore {
    /// Adds an account; [`StoreError::Taken`] when the login is somebody's.
    async fn add_account(&self, account: NewAccount) -> Result<(), StoreError>;
    /// The account that signs in with this login; none when it is disabled.
    async fn account_by_login(&self, login: &str) -> Result<Option<Account>, StoreError>;
    /// Shuts an account out at once, its sessions included; whether there was one.
    async fn disable_account(&self, login: &str, at: i64) -> Result<bool, StoreError>;
}
