//! The first account: a code from the server's own console, once, makes a coordinator.

use daymark_domain::{SchoolId, UserId};

use super::held_up;
use super::sign_in::{Begun, Came, begin};
use crate::app::App;
use crate::auth::password::PasswordError;
use crate::auth::peer::Peer;
use crate::auth::recovery_code::{self, NewCode};
use crate::store::StoreError;
use crate::store::accounts::{Account, NewAccount, Role};
use crate::store::sessions::How;
use crate::store::setup::{NewSetupCode, SetupStore};

/// So long a code is good, in seconds.
pub const CODE_GOOD_FOR_S: i64 = 15 * 60;

/// A code for the school's first coordinator, to be shown this once; none when the school has one.
pub async fn new_code(
    store: &dyn SetupStore,
    school_id: SchoolId,
    now: i64,
) -> Result<Option<String>, StoreError> {
    let NewCode { shown, hash } = recovery_code::new_code();
    let code = NewSetupCode { code_hash: hash, school_id, expires_at: now + CODE_GOOD_FOR_S };
    Ok(store.set_setup_code(code).await?.then_some(shown))
}

/// What the form says.
pub struct FirstAccount {
    /// The code.
    pub code: String,
    /// What its owner will type.
    pub login: String,
    /// Its owner's name.
    pub name: String,
    /// The password.
    pub password: String,
}

/// What came of it.
pub enum SetUp {
    /// The account is there, and its owner signed in.
    Done(Begun),
    /// The code does not hold.
    NoCode,
    /// Too short, or too long.
    Password,
    /// Name or login is missing, or the login is somebody's.
    Name,
    /// Too many attempts.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// Makes the account and signs its owner in.
pub async fn set_up(
    app: &App,
    first: FirstAccount,
    peer: Peer,
    browser: String,
) -> Result<SetUp, StoreError> {
    let (now, limit) = (app.clock.now(), &app.rate_limits.sign_in_by_peer);
    if let Some(wait_s) = held_up::from_address(app, peer).await? {
        return Ok(SetUp::TooOften { wait_s });
    }
    let Some(code_hash) = recovery_code::hash_of_typed(&first.code) else { return Ok(SetUp::NoCode) };
    let Some(school_id) = app.store.school_to_set_up(code_hash, now).await? else { return Ok(SetUp::NoCode) };
    let (login, name) = (first.login.trim().to_owned(), first.name.trim().to_owned());
    if login.is_empty() || name.is_empty() {
        return Ok(SetUp::Name);
    }
    let password_hash = match app.passwords.hash(first.password).await {
        Ok(hash) => hash,
        Err(PasswordError::NotHashed) => return Err(StoreError::Stopped),
        Err(PasswordError::TooShort { .. } | PasswordError::TooLong) => return Ok(SetUp::Password),
    };
    let (id, role) = (UserId::random(), Role::Coordinator);
    let account = NewAccount { id, school_id, login: login.clone(), name, role, password_hash, at: now };
    match app.store.set_up(code_hash, account).await {
        Ok(true) => {}
        Ok(false) => return Ok(SetUp::NoCode),
        Err(StoreError::Taken { .. }) => return Ok(SetUp::Name),
        Err(error) => return Err(error),
    }
    limit.succeeded(&peer.key());
    let account = Account { id, login, role, password_hash: String::new() };
    let came = Came { how: How::Setup, second_step_elsewhere: false, browser };
    Ok(SetUp::Done(begin(app, &account, came).await?))
}
