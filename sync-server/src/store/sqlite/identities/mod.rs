//! Identities in SQLite.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};
use daymark_sqlite::rusqlite::{Transaction, params};

use super::SqliteStore;
use super::accounts::{account, add, note_of};
use super::sessions::end_others;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::accounts::{Account, NewAccount, Role};
use crate::store::identities::{
    AccountLine, Connected, ConnectedBy, Identity, IdentityStore, NewConnectLink, Place, Whose,
};

/// A hash of nothing: every session is another one.
const NO_SESSION: [u8; 32] = [0; 32];

#[async_trait]
impl IdentityStore for SqliteStore {
    async fn whose(&self, identity: &Identity) -> Result<Whose, StoreError> {
        let Identity { issuer, subject } = identity.clone();
        self.read(move |db| {
            let found = one(db, include_str!("whose.sql"), params![issuer, subject], |row| {
                let is_out: bool = row.get(4)?;
                Ok(if is_out { Whose::ShutOut } else { Whose::Of(account(row)?) })
            })?;
            Ok(found.unwrap_or(Whose::Nobody))
        })
        .await
    }

    async fn accounts_of(&self, school: SchoolId, issuer: &str) -> Result<Vec<AccountLine>, StoreError> {
        let issuer = issuer.to_owned();
        self.read(move |db| {
            all(db, include_str!("accounts_of.sql"), params![school.as_bytes(), issuer], |row| {
                Ok(AccountLine {
                    id: id(row, 0, UserId::from_bytes)?,
                    name: row.get(1)?,
                    login: row.get(2)?,
                    role: Role::from_word(&row.get::<_, String>(3)?)?,
                    is_connected: row.get(4)?,
                })
            })
        })
        .await
    }

    async fn is_connected(&self, staff: UserId, issuer: &str) -> Result<bool, StoreError> {
        let issuer = issuer.to_owned();
        self.read(move |db| {
            let sql = include_str!("is_connected.sql");
            Ok(one(db, sql, params![staff.as_bytes(), issuer], |row| Ok(row.get(0)?))?.unwrap_or(false))
        })
        .await
    }

    async fn connect(
        &self,
        staff: UserId,
        identity: Identity,
        by: ConnectedBy,
        is_only_way: bool,
        at: i64,
    ) -> Result<Connected, StoreError> {
        let connected = self.write(move |tx| {
            let by = match by {
                ConnectedBy::Command(by) => {
                    run(tx, include_str!("disconnect.sql"), [staff.as_bytes()])?;
                    Some(by)
                }
                ConnectedBy::Link(hash) => {
                    let link = params![staff.as_bytes(), hash, at];
                    if run(tx, include_str!("take_link.sql"), link)? == 0 {
                        return Ok(Connected::NoLink);
                    }
                    None
                }
            };
            add_identity(tx, staff, identity, at)?;
            if is_only_way {
                run(tx, include_str!("forget_password.sql"), [staff.as_bytes()])?;
                run(tx, include_str!("../factors/forget_passkeys.sql"), [staff.as_bytes()])?;
                end_others(tx, staff, NO_SESSION)?;
            }
            note_of(tx, staff, by, at, "account_connected", None)?;
            Ok(Connected::Yes)
        });
        match connected.await {
            Err(StoreError::Taken { .. }) => Ok(Connected::Taken),
            other => other,
        }
    }

    async fn set_connect_link(&self, link: NewConnectLink) -> Result<(), StoreError> {
        self.write(move |tx| {
            let row = params![link.staff.as_bytes(), link.code_hash, link.expires_at];
            run(tx, include_str!("set_link.sql"), row)?;
            let Some(by) = link.by else { return Ok(()) };
            let login = one(tx, include_str!("../accounts/by_id.sql"), [link.staff.as_bytes()], account)?;
            note_of(tx, by, None, link.at, "connect_link_made", login.map(|account| account.login))
        })
        .await
    }

    async fn account_to_connect(&self, code_hash: [u8; 32], now: i64) -> Result<Option<Account>, StoreError> {
        self.read(move |db| one(db, include_str!("by_link.sql"), params![code_hash, now], account)).await
    }

    async fn add_account_of(&self, identity: Identity, account: NewAccount) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewAccount { id, role, at, .. } = account;
            add(tx, account)?;
            add_identity(tx, id, identity, at)?;
            note_of(tx, id, None, at, "account_added", Some(role.word().to_owned()))
        })
        .await
    }

    async fn follow_groups(&self, staff: UserId, place: Place, at: i64) -> Result<(), StoreError> {
        self.write(move |tx| {
            let now = one(tx, include_str!("place.sql"), [staff.as_bytes()], |row| {
                let role = Role::from_word(&row.get::<_, String>(1)?)?;
                Ok((id(row, 0, SchoolId::from_bytes)?, role))
            })?;
            let Some((school, role)) = now else { return Ok(()) };
            if (school, role) == (place.school, place.role) {
                return Ok(());
            }
            let row = params![staff.as_bytes(), place.school.as_bytes(), place.role.word()];
            run(tx, include_str!("follow_groups.sql"), row)?;
            let said = format!("{} -> {} ({})", role.word(), place.role.word(), place.group);
            note_of(tx, staff, None, at, "role_changed", Some(said))
        })
        .await
    }

    async fn lose_groups(&self, staff: UserId, at: i64) -> Result<(), StoreError> {
        self.write(move |tx| {
            end_others(tx, staff, NO_SESSION)?;
            note_of(tx, staff, None, at, "district_refused", None)
        })
        .await
    }
}

/// An error takes back what the transaction did until here.
fn add_identity(tx: &Transaction<'_>, staff: UserId, identity: Identity, at: i64) -> Result<(), StoreError> {
    let row = params![identity.issuer, identity.subject, staff.as_bytes(), at];
    match run(tx, include_str!("connect.sql"), row)? {
        0 => Err(StoreError::Taken { what: "district identity" }),
        _ => Ok(()),
    }
}
