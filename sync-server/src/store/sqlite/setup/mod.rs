//! The first account in SQLite.

use async_trait::async_trait;
use daymark_domain::SchoolId;
use daymark_sqlite::rusqlite::params;

use super::SqliteStore;
use super::accounts::{add, note_of};
use super::values::{id, one, run};
use crate::store::StoreError;
use crate::store::accounts::NewAccount;
use crate::store::setup::{NewSetupCode, SetupStore};

#[async_trait]
impl SetupStore for SqliteStore {
    async fn set_setup_code(&self, code: NewSetupCode) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let NewSetupCode { code_hash, school_id, expires_at } = code;
            let row = params![code_hash, school_id.as_bytes(), expires_at];
            Ok(run(tx, include_str!("set.sql"), row)? > 0)
        })
        .await
    }

    async fn school_to_set_up(&self, code_hash: [u8; 32], now: i64) -> Result<Option<SchoolId>, StoreError> {
        self.read(move |db| {
            one(db, include_str!("school.sql"), params![code_hash, now], |row| {
                id(row, 0, SchoolId::from_bytes)
            })
        })
        .await
    }

    async fn set_up(&self, code_hash: [u8; 32], account: NewAccount) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let taken = params![code_hash, account.school_id.as_bytes(), account.at];
            if run(tx, include_str!("take.sql"), taken)? == 0 {
                return Ok(false);
            }
            let NewAccount { id, role, at, .. } = account;
            add(tx, account)?;
            note_of(tx, id, None, at, "account_added", Some(role.word().to_owned()))?;
            Ok(true)
        })
        .await
    }
}
