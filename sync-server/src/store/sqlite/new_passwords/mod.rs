//! New passwords in SQLite.

use async_trait::async_trait;
use daymark_domain::UserId;
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::accounts::{account, note_of};
use super::sessions::end_others;
use super::values::{id, one, run};
use crate::store::StoreError;
use crate::store::new_passwords::{NewPasswordCode, NewPasswordStore, TakenBy};

/// A hash of nothing: every session is another one.
const NO_SESSION: [u8; 32] = [0; 32];

#[async_trait]
impl NewPasswordStore for SqliteStore {
    async fn back_to_password(&self, code: NewPasswordCode) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewPasswordCode { code_hash, staff, by, at, expires_at } = code;
            for sql in [include_str!("../identities/disconnect.sql"), include_str!("forget_link.sql")] {
                run(tx, sql, [staff.as_bytes()])?;
            }
            end_others(tx, staff, NO_SESSION)?;
            run(tx, include_str!("set_code.sql"), params![staff.as_bytes(), code_hash, expires_at])?;
            match by {
                TakenBy::Command(by) => note_of(tx, staff, Some(by), at, "account_disconnected", None),
                TakenBy::Staff(by) => {
                    let whose = one(tx, include_str!("../accounts/by_id.sql"), [staff.as_bytes()], account)?;
                    note_of(tx, by, None, at, "account_disconnected", whose.map(|whose| whose.login))
                }
            }
        })
        .await
    }

    async fn is_password_code(&self, code_hash: [u8; 32], now: i64) -> Result<bool, StoreError> {
        self.read(move |db| {
            let whose = |row: &Row<'_>| id(row, 0, UserId::from_bytes);
            Ok(one(db, include_str!("whose.sql"), params![code_hash, now], whose)?.is_some())
        })
        .await
    }

    async fn set_new_password(&self, code_hash: [u8; 32], hash: String, at: i64) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let whose = one(tx, include_str!("whose.sql"), params![code_hash, at], |row| {
                id(row, 0, UserId::from_bytes)
            })?;
            let Some(staff) = whose else { return Ok(false) };
            run(tx, include_str!("take_code.sql"), [staff.as_bytes()])?;
            run(tx, include_str!("../factors/set_password.sql"), params![staff.as_bytes(), hash])?;
            end_others(tx, staff, NO_SESSION)?;
            note_of(tx, staff, None, at, "password_set_by_code", None)?;
            Ok(true)
        })
        .await
    }
}
