//! Whom the district's own sign-in knows.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};

use super::StoreError;
use super::accounts::{Account, NewAccount, Role};

/// Somebody by the name that never changes at their issuer. No `Debug`: it leads to a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// The issuer.
    pub issuer: String,
    /// The name.
    pub subject: String,
}

/// Whose an identity is.
#[derive(Clone)]
pub enum Whose {
    /// This account's.
    Of(Account),
    /// That of an account which was shut out here, whatever they are there.
    ShutOut,
    /// Nobody's.
    Nobody,
}

/// What the district's groups say of somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    /// The group that says so.
    pub group: String,
    /// The school that they see.
    pub school: SchoolId,
    /// What they may do there.
    pub role: Role,
}

/// An account as its school's coordinator is shown it.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountLine {
    /// Its id.
    pub id: UserId,
    /// Its owner's name.
    pub name: String,
    /// What its owner types.
    pub login: String,
    /// What it may do.
    pub role: Role,
    /// Whether the district's sign-in knows its owner.
    pub is_connected: bool,
}

/// A link that is about to hold.
pub struct NewConnectLink {
    /// SHA-256 of its code.
    pub code_hash: [u8; 32],
    /// Whose account it connects.
    pub staff: UserId,
    /// The member of staff who made it; none: whoever ran the command.
    pub by: Option<UserId>,
    /// Now.
    pub at: i64,
    /// When it stops working.
    pub expires_at: i64,
}

/// How an account came to be connected.
#[derive(Clone)]
pub enum ConnectedBy {
    /// On the command line, by whoever ran it; an identity of before gives way.
    Command(String),
    /// By a link of this hash, which is used up.
    Link([u8; 32]),
}

/// What came of connecting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connected {
    /// It is theirs.
    Yes,
    /// The identity is another account's, or the account has another identity.
    Taken,
    /// The link does not hold.
    NoLink,
}

/// The identities.
#[async_trait]
pub trait IdentityStore {
    /// Whose it is.
    async fn whose(&self, identity: &Identity) -> Result<Whose, StoreError>;
    /// The accounts of a school that are not shut out, by name; connected is who has an identity at that issuer.
    async fn accounts_of(&self, school: SchoolId, issuer: &str) -> Result<Vec<AccountLine>, StoreError>;
    /// Whether the account has an identity at that issuer.
    async fn is_connected(&self, staff: UserId, issuer: &str) -> Result<bool, StoreError>;
    /// Says whose account it is. `is_only_way` takes the account's password and passkeys away.
    async fn connect(
        &self,
        staff: UserId,
        identity: Identity,
        by: ConnectedBy,
        is_only_way: bool,
        at: i64,
    ) -> Result<Connected, StoreError>;
    /// Keeps a link in the place of the one before, and writes down who made it.
    async fn set_connect_link(&self, link: NewConnectLink) -> Result<(), StoreError>;
    /// The account of a link that holds.
    async fn account_to_connect(&self, code_hash: [u8; 32], now: i64) -> Result<Option<Account>, StoreError>;
    /// Adds an account that is theirs. [`StoreError::Taken`]: somebody has the login or the identity.
    async fn add_account_of(&self, identity: Identity, account: NewAccount) -> Result<(), StoreError>;
    /// An account follows the district's groups.
    async fn follow_groups(&self, staff: UserId, place: Place, at: i64) -> Result<(), StoreError>;
    /// The district's groups have nothing for them any more: their sessions end.
    async fn lose_groups(&self, staff: UserId, at: i64) -> Result<(), StoreError>;
}
