//! Sessions in SQLite.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};
use daymark_sqlite::rusqlite::{Row, Transaction, params};

use super::SqliteStore;
use super::accounts::note_of;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::accounts::Role;
use crate::store::sessions::{
    IDLE_SECONDS, NewSession, Session, SessionLine, SessionStore, SignedIn, TOUCH_SECONDS, WHOLE_SECONDS,
};

#[async_trait]
impl SessionStore for SqliteStore {
    async fn begin_session(&self, session: NewSession) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewSession { token_hash, staff_id, form_token, browser, at, how, second_step_elsewhere } =
                session;
            run(tx, include_str!("forget_ended.sql"), params![at - WHOLE_SECONDS, at - IDLE_SECONDS])?;
            let staff = staff_id.as_bytes();
            let row = params![token_hash, staff, form_token, at, browser, second_step_elsewhere];
            run(tx, include_str!("begin.sql"), row)?;
            note_of(tx, staff_id, None, at, "signed_in", Some(how.word().to_owned()))
        })
        .await
    }

    async fn use_session(&self, token_hash: [u8; 32], now: i64) -> Result<Option<Session>, StoreError> {
        let found = self
            .read(move |db| {
                let still_good = params![token_hash, now - WHOLE_SECONDS, now - IDLE_SECONDS];
                one(db, include_str!("by_token.sql"), still_good, |row| {
                    Ok((session(row)?, row.get::<_, i64>(5)?))
                })
            })
            .await?;
        let Some((session, last_seen_at)) = found else { return Ok(None) };
        if now - last_seen_at >= TOUCH_SECONDS {
            self.write(move |tx| run(tx, include_str!("touch.sql"), params![token_hash, now])).await?;
        }
        Ok(Some(session))
    }

    async fn prove_session(&self, token_hash: [u8; 32], now: i64) -> Result<(), StoreError> {
        self.write(move |tx| run(tx, include_str!("prove.sql"), params![token_hash, now]).map(|_| ())).await
    }

    async fn sessions_of(&self, staff: UserId, now: i64) -> Result<Vec<SessionLine>, StoreError> {
        self.read(move |db| {
            let still_good = params![staff.as_bytes(), now - WHOLE_SECONDS, now - IDLE_SECONDS];
            all(db, include_str!("of_staff.sql"), still_good, |row| {
                Ok(SessionLine {
                    token_hash: row.get(0)?,
                    began_at: row.get(1)?,
                    seen_at: row.get(2)?,
                    browser: row.get(3)?,
                })
            })
        })
        .await
    }

    async fn end_session(&self, token_hash: [u8; 32]) -> Result<(), StoreError> {
        self.write(move |tx| run(tx, include_str!("end.sql"), params![token_hash]).map(|_| ())).await
    }

    async fn end_session_of(&self, staff: UserId, token_hash: [u8; 32]) -> Result<(), StoreError> {
        self.write(move |tx| {
            run(tx, include_str!("end_of_staff.sql"), params![staff.as_bytes(), token_hash]).map(|_| ())
        })
        .await
    }

    async fn end_other_sessions(&self, staff: UserId, keep: [u8; 32]) -> Result<(), StoreError> {
        self.write(move |tx| end_others(tx, staff, keep)).await
    }
}

/// All but the one from which somebody changed how they sign in.
pub(super) fn end_others(tx: &Transaction<'_>, staff: UserId, keep: [u8; 32]) -> Result<(), StoreError> {
    run(tx, include_str!("end_others.sql"), params![staff.as_bytes(), keep]).map(|_| ())
}

fn session(row: &Row<'_>) -> Result<Session, StoreError> {
    let who = SignedIn {
        staff_id: id(row, 0, UserId::from_bytes)?,
        name: row.get(1)?,
        role: Role::from_word(&row.get::<_, String>(2)?)?,
        school_id: id(row, 3, SchoolId::from_bytes)?,
        form_token: row.get(4)?,
        second_factor_by: row.get(7)?,
    };
    Ok(Session { who, proved_at: row.get(6)? })
}
