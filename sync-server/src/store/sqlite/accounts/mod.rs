//! Accounts in SQLite.

use async_trait::async_trait;
use daymark_domain::{SchoolId, UserId};
use daymark_sqlite::rusqlite::{Error, Row, Transaction, ffi, params};

use super::SqliteStore;
use super::note;
use super::values::{id, one, run};
use crate::store::StoreError;
use crate::store::accounts::{Account, AccountStore, HeldUpAt, NewAccount, Role};
use crate::store::audit::AccessEvent;

const HELD_UP: &str = "sign_in_held_up";

#[async_trait]
impl AccountStore for SqliteStore {
    async fn add_account(&self, account: NewAccount) -> Result<(), StoreError> {
        self.write(move |tx| add(tx, account)).await
    }

    async fn account_by_login(&self, login: &str) -> Result<Option<Account>, StoreError> {
        let login = login.to_owned();
        self.read(move |db| one(db, include_str!("by_login.sql"), params![login], account)).await
    }

    async fn account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        self.read(move |db| one(db, include_str!("by_id.sql"), params![id.as_bytes()], account)).await
    }

    async fn disable_account(&self, login: &str, by: String, at: i64) -> Result<bool, StoreError> {
        let login = login.to_owned();
        self.write(move |tx| {
            run(tx, include_str!("end_sessions.sql"), params![login])?;
            let disabled = one(tx, include_str!("disable.sql"), params![login, at], |row| {
                id(row, 0, UserId::from_bytes)
            })?;
            let Some(staff) = disabled else { return Ok(false) };
            note_of(tx, staff, Some(by), at, "account_disabled", None)?;
            Ok(true)
        })
        .await
    }

    async fn note_held_up(&self, whose: HeldUpAt, at: i64) -> Result<(), StoreError> {
        let of_nobody = move |what: &str| AccessEvent::of_nobody(at, HELD_UP, what.to_owned());
        self.write(move |tx| match whose {
            HeldUpAt::Account(staff) => note_of(tx, staff, None, at, HELD_UP, Some("account".to_owned())),
            HeldUpAt::UnknownLogin => note(tx, &of_nobody("unknown login")),
            HeldUpAt::Address => note(tx, &of_nobody("address")),
        })
        .await
    }
}

/// Adds an account, as part of something larger.
pub(super) fn add(tx: &Transaction<'_>, account: NewAccount) -> Result<(), StoreError> {
    let NewAccount { id, school_id, login, name, role, password_hash, at } = account;
    let row = params![id.as_bytes(), school_id.as_bytes(), login, name, role.word(), password_hash, at];
    run(tx, include_str!("add.sql"), row).map_err(login_taken)?;
    Ok(())
}

/// Writes down what became of an account, in the transaction that it is about. `by` ran a command; none: its owner did it.
pub(super) fn note_of(
    tx: &Transaction<'_>,
    staff: UserId,
    by: Option<String>,
    at: i64,
    what: &str,
    detail: Option<String>,
) -> Result<(), StoreError> {
    let found = one(tx, include_str!("noted.sql"), [staff.as_bytes()], |row| {
        Ok((id(row, 0, SchoolId::from_bytes)?, row.get::<_, String>(1)?))
    })?;
    let Some((school, login)) = found else { return Ok(()) };
    let event = match by {
        None => AccessEvent { detail, ..AccessEvent::by_staff(at, staff, school, what) },
        Some(by) => {
            let said = detail.map_or_else(|| login.clone(), |detail| format!("{login}: {detail}"));
            AccessEvent::by_command(at, by, Some(school), what, said)
        }
    };
    note(tx, &event)
}

/// A row of the statements beside this.
pub(super) fn account(row: &Row<'_>) -> Result<Account, StoreError> {
    Ok(Account {
        id: id(row, 0, UserId::from_bytes)?,
        role: Role::from_word(&row.get::<_, String>(1)?)?,
        password_hash: row.get(2)?,
        login: row.get(3)?,
    })
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
