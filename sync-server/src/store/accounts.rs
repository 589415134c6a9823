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
    /// Leads the team's meeting and the school's plan.
    Principal,
    /// Answers for the programme in the district: no student by name.
    Captain,
    /// Brings in the school's files.
    Clerk,
    /// Looks whether everything is in order, and changes nothing.
    Auditor,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Coordinator, Self::Team, Self::Principal, Self::Captain, Self::Clerk, Self::Auditor];
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Team => "team",
            Self::Principal => "principal",
            Self::Captain => "captain",
            Self::Clerk => "clerk",
            Self::Auditor => "auditor",
        }
    }
    /// Whether it reaches beyond one school.
    pub fn is_the_districts(self) -> bool {
        matches!(self, Self::Captain | Self::Auditor)
    }
    /// From the stored word.
    pub fn from_word(word: &str) -> Result<Self, StoreError> {
        let role = Self::ALL.into_iter().find(|role| role.word() == word);
        role.ok_or(StoreError::Unreadable { what: "role" })
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
    /// What its owner types.
    pub login: String,
    /// What it may do.
    pub role: Role,
    /// argon2id, PHC string; empty when its owner comes in by the district's sign-in alone.
    pub password_hash: String,
}

impl Account {
    /// Whether the district's sign-in is the only way in: neither password nor passkey begins a session.
    pub fn is_the_districts(&self) -> bool {
        self.password_hash.is_empty()
    }

    /// What a password is held against; none: none fits.
    pub fn into_password_hash(self) -> Option<String> {
        Some(self.password_hash).filter(|hash| !hash.is_empty())
    }
}

/// What too many failures had in common. What was typed is not kept: it may have been a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldUpAt {
    /// This account.
    Account(UserId),
    /// A login that nobody has.
    UnknownLogin,
    /// An address.
    Address,
}

/// The accounts.
#[async_trait]
pub trait AccountStore {
    /// Adds an account; [`StoreError::Taken`] when the login is somebody's.
    async fn add_account(&self, account: NewAccount) -> Result<(), StoreError>;
    /// The account that signs in with this login; none when it is disabled.
    async fn account_by_login(&self, login: &str) -> Result<Option<Account>, StoreError>;
    /// The account of that person; none when it is disabled.
    async fn account(&self, id: UserId) -> Result<Option<Account>, StoreError>;
    /// Shuts an account out at once, its sessions included; whether there was one. `by` ran the command.
    async fn disable_account(&self, login: &str, by: String, at: i64) -> Result<bool, StoreError>;
    /// Writes down that somebody has to wait.
    async fn note_held_up(&self, whose: HeldUpAt, at: i64) -> Result<(), StoreError>;
}
