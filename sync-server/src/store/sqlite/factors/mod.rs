//! Second factors in SQLite.

use async_trait::async_trait;
use daymark_domain::UserId;
use daymark_sqlite::rusqlite::{Error, Transaction, ffi, params};

use super::SqliteStore;
use super::accounts::note_of;
use super::sessions::end_others;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::factors::{
    Authenticator, FactorStore, Factors, FromSession, NewAuthenticator, Passkey, PasskeyLine,
};

const FACTOR_CHANGED: &str = "factor_changed";

#[async_trait]
impl FactorStore for SqliteStore {
    async fn factors(&self, staff: UserId) -> Result<Factors, StoreError> {
        self.read(move |db| {
            let passkeys = all(db, include_str!("passkey_lines.sql"), [staff.as_bytes()], |row| {
                Ok(PasskeyLine {
                    credential_id: row.get(0)?,
                    name: row.get(1)?,
                    added_at: row.get(2)?,
                    used_at: row.get(3)?,
                })
            })?;
            let found = one(db, include_str!("of_staff.sql"), [staff.as_bytes()], |row| {
                Ok(Factors {
                    password: row.get(0)?,
                    authenticator_since: row.get(1)?,
                    recovery_codes: row.get(2)?,
                    passkeys: Vec::new(),
                })
            })?;
            Ok(Factors { passkeys, ..found.unwrap_or_default() })
        })
        .await
    }

    async fn second_factor_by(&self, staff: UserId, by: i64) -> Result<i64, StoreError> {
        self.write(move |tx| {
            let sql = include_str!("second_factor_by.sql");
            Ok(one(tx, sql, params![staff.as_bytes(), by], |row| Ok(row.get(0)?))?.unwrap_or(by))
        })
        .await
    }

    async fn authenticator(&self, staff: UserId) -> Result<Option<Authenticator>, StoreError> {
        self.read(move |db| {
            one(db, include_str!("authenticator.sql"), [staff.as_bytes()], |row| {
                Ok(Authenticator { secret: row.get(0)?, last_step: row.get(1)? })
            })
        })
        .await
    }

    async fn set_authenticator(&self, app: NewAuthenticator, from: FromSession) -> Result<(), StoreError> {
        self.write(move |tx| {
            let NewAuthenticator { staff, secret, step, at } = app;
            run(tx, include_str!("set_authenticator.sql"), params![staff.as_bytes(), secret, step, at])?;
            changed(tx, staff, from, "authenticator_added")
        })
        .await
    }

    async fn remove_authenticator(&self, staff: UserId, from: FromSession) -> Result<(), StoreError> {
        self.write(move |tx| {
            run(tx, include_str!("remove_authenticator.sql"), [staff.as_bytes()])?;
            changed(tx, staff, from, "authenticator_removed")
        })
        .await
    }

    async fn use_step(&self, staff: UserId, step: i64) -> Result<bool, StoreError> {
        self.write(move |tx| Ok(run(tx, include_str!("use_step.sql"), params![staff.as_bytes(), step])? > 0))
            .await
    }

    async fn set_recovery_codes(
        &self,
        staff: UserId,
        hashes: Vec<[u8; 32]>,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            set_codes(tx, staff, &hashes)?;
            factor_changed(tx, staff, at, "recovery_codes_made")
        })
        .await
    }

    async fn use_recovery_code(&self, staff: UserId, hash: [u8; 32], at: i64) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let used = run(tx, include_str!("use_recovery_code.sql"), params![staff.as_bytes(), hash])? > 0;
            if used {
                factor_changed(tx, staff, at, "recovery_code_used")?;
            }
            Ok(used)
        })
        .await
    }

    async fn set_password(&self, staff: UserId, hash: String, from: FromSession) -> Result<(), StoreError> {
        self.write(move |tx| {
            run(tx, include_str!("set_password.sql"), params![staff.as_bytes(), hash])?;
            note_of(tx, staff, None, from.at, "password_changed", None)?;
            end_others(tx, staff, from.keep)
        })
        .await
    }

    async fn add_passkey(&self, passkey: Passkey, from: FromSession) -> Result<(), StoreError> {
        self.write(move |tx| {
            let Passkey { credential_id, staff, name, host, credential } = passkey;
            let row = params![credential_id, staff.as_bytes(), name, host, credential, from.at];
            run(tx, include_str!("add_passkey.sql"), row).map_err(passkey_taken)?;
            changed(tx, staff, from, "passkey_added")
        })
        .await
    }

    async fn passkeys(&self, staff: UserId, host: &str) -> Result<Vec<Passkey>, StoreError> {
        let host = host.to_owned();
        self.read(move |db| {
            all(db, include_str!("passkeys.sql"), params![staff.as_bytes(), host], |row| {
                Ok(Passkey {
                    credential_id: row.get(0)?,
                    staff: id(row, 1, UserId::from_bytes)?,
                    name: row.get(2)?,
                    host: row.get(3)?,
                    credential: row.get(4)?,
                })
            })
        })
        .await
    }

    async fn use_passkey(
        &self,
        credential_id: Vec<u8>,
        credential: String,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            run(tx, include_str!("use_passkey.sql"), params![credential_id, credential, at]).map(|_| ())
        })
        .await
    }

    async fn remove_passkey(
        &self,
        staff: UserId,
        credential_id: Vec<u8>,
        from: FromSession,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            run(tx, include_str!("remove_passkey.sql"), params![staff.as_bytes(), credential_id])?;
            changed(tx, staff, from, "passkey_removed")
        })
        .await
    }

    async fn reset_factors(&self, login: &str, until: i64, by: String, at: i64) -> Result<bool, StoreError> {
        let login = login.to_owned();
        self.write(move |tx| {
            let found = one(tx, include_str!("let_in_until.sql"), params![login, until], |row| {
                id(row, 0, UserId::from_bytes)
            })?;
            let Some(staff) = found else { return Ok(false) };
            for sql in [include_str!("remove_authenticator.sql"), include_str!("forget_passkeys.sql")] {
                run(tx, sql, [staff.as_bytes()])?;
            }
            set_codes(tx, staff, &[])?;
            // A hash of nothing: every session is another one.
            end_others(tx, staff, [0; 32])?;
            note_of(tx, staff, Some(by), at, FACTOR_CHANGED, Some("reset".to_owned()))?;
            Ok(true)
        })
        .await
    }
}

fn changed(
    tx: &Transaction<'_>,
    staff: UserId,
    from: FromSession,
    what: &'static str,
) -> Result<(), StoreError> {
    if let Some(hashes) = from.recovery_codes {
        set_codes(tx, staff, &hashes)?;
    }
    factor_changed(tx, staff, from.at, what)?;
    end_others(tx, staff, from.keep)
}

fn factor_changed(tx: &Transaction<'_>, staff: UserId, at: i64, what: &str) -> Result<(), StoreError> {
    note_of(tx, staff, None, at, FACTOR_CHANGED, Some(what.to_owned()))
}

fn set_codes(tx: &Transaction<'_>, staff: UserId, hashes: &[[u8; 32]]) -> Result<(), StoreError> {
    run(tx, include_str!("forget_recovery_codes.sql"), [staff.as_bytes()])?;
    for hash in hashes {
        run(tx, include_str!("add_recovery_code.sql"), params![staff.as_bytes(), hash])?;
    }
    Ok(())
}

fn passkey_taken(error: StoreError) -> StoreError {
    match error {
        StoreError::Database(Error::SqliteFailure(failure, _))
            if failure.extended_code == ffi::SQLITE_CONSTRAINT_PRIMARYKEY =>
        {
            StoreError::Taken { what: "passkey" }
        }
        other => other,
    }
}
