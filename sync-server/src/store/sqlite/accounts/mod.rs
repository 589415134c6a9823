//! Accounts in SQLite.

use async_trait::async_trait;
use daymark_domain::UserId;
use daymark_sqlite::rusqlite::{Error, ffi, params};

use super::SqliteStore;
use super::values::{id, one, run};
use crate::store::StoreError;
use crate::store::accounts::{Account, AccountStore, NewAccount, Role};

#[async_trait]
impl AccountStore for SqliteStore {
    async fn add_account(&self, account: NewAccount) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewAccount { id, school_id, login, name, role, password_hash, at } = account;
            let row =
                params![id.as_bytes(), school_id.as_bytes(), login, name, role.word(), password_hash, at];
            run(tx, include_str!("add.sql"), row).map_err(login_taken)?;
            Ok(())
        })
        .await
    }

    async fn account_by_login(&self, login: &str) -> Result<Option<Account>, StoreError> {
        let login = login.to_owned();
        self.read(move |db| {
            one(db, include_str!("by_login.sql"), params![login], |row| {
                Ok(Account {
                    id: id(row, 0, UserId::from_bytes)?,
                    role: Role::from_word(&row.get::<_, String>(1)?)?,
                    password_hash: row.get(2)?,
                })
            })
        })
        .await
    }

    async fn disable_account(&self, login: &str, at: i64) -> Result<bool, StoreError> {
        let login = login.to_owned();
        self.write(move |tx| {
            run(tx, include_str!("end_sessions.sql"), params![login])?;
            Ok(run(tx, include_str!("disable.sql"), params![login, at])? > 0)
        })
        .await
    }
}

fn login_taken(error: StoreError) -> StoreError {
    match error {
        StoreError::Database(Error::SqliteFailure(failure, _))
            if failure.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE =>
        {
            StoreError::Taken { what: "login" }
        }
        other => other,
    }
}
