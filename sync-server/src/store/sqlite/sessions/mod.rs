//! Sessions in SQLite.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::values::{id, one, run};
use crate::store::StoreError;
use crate::store::accounts::Role;
use crate::store::sessions::{
    IDLE_SECONDS, NewSession, SessionStore, SignedIn, TOUCH_SECONDS, WHOLE_SECONDS,
};

#[async_trait]
impl SessionStore for SqliteStore {
    async fn begin_session(&self, session: NewSession) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewSession { token_hash, staff_id, form_token, at } = session;
            run(tx, include_str!("forget_ended.sql"), params![at - WHOLE_SECONDS, at - IDLE_SECONDS])?;
            run(tx, include_str!("begin.sql"), params![token_hash, staff_id.as_bytes(), form_token, at])?;
            Ok(())
        })
        .await
    }

    async fn use_session(&self, token_hash: [u8; 32], now: i64) -> Result<Option<SignedIn>, StoreError> {
        let found = self
            .read(move |db| {
                let still_good = params![token_hash, now - WHOLE_SECONDS, now - IDLE_SECONDS];
                one(db, include_str!("by_token.sql"), still_good, |row| {
                    Ok((signed_in(row)?, row.get::<_, i64>(5)?))
                })
            })
            .await?;
        let Some((signed_in, last_seen_at)) = found else { return Ok(None) };
        if now - last_seen_at >= TOUCH_SECONDS {
            self.write(move |tx| run(tx, include_str!("touch.sql"), params![token_hash, now])).await?;
        }
        Ok(Some(signed_in))
    }

    async fn end_session(&self, token_hash: [u8; 32]) -> Result<(), StoreError> {
        self.write(move |tx| run(tx, include_str!("end.sql"), params![token_hash]).map(|_| ())).await
    }
}

fn signed_in(row: &Row<'_>) -> Result<SignedIn, StoreError> {
    Ok(SignedIn {
        staff_id: id(row, 0, UserId::from_bytes)?,
        name: row.get(1)?,
        role: Role::from_word(&row.get::<_, String>(2)?)?,
        school_id: id(row, 3, SchoolId::from_bytes)?,
        form_token: row.get(4)?,
    })
}
