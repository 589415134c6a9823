//! Signing in: one answer for an unknown login and a wrong password, after the same work; then the second factor of
//! whoever has one.

use daymark_domain::{SchoolDay, UserId};

use super::proof::{self, Checked, Proof};
use super::rules::{Rulebook, RulesError};
use super::{held_up, passkeys};
use crate::app::App;
use crate::auth::peer::Peer;
use crate::auth::{hex, secret, sha256};
use crate::store::StoreError;
use crate::store::accounts::{Account, Role};
use crate::store::sessions::{How, NewSession};

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// How an attempt ended.
pub enum SignIn {
    /// A session began.
    Begun(Begun),
    /// The password was right, and a second factor is owed.
    HalfWay {
        /// By which the browser names this sign-in.
        step: String,
    },
    /// It does not fit together.
    Refused,
    /// Nobody is half way in any more: the password is asked again.
    Over,
    /// Too many failures; nothing was checked.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// A session that has just begun.
pub struct Begun {
    /// What the cookie will say.
    pub token: [u8; 32],
    /// Where to go first depends on it.
    pub role: Role,
    /// Whether nothing opens before there is a second factor.
    pub must_secure: bool,
}

/// Checks login and password; begins a session, unless the account has more than a password.
pub async fn sign_in(
    app: &App,
    login: &str,
    password: String,
    peer: Peer,
    browser: String,
) -> Result<SignIn, RulesError> {
    // Hashed, so that memory holds no list of logins, and none that is long.
    let login_key = hex(&sha256(login.to_lowercase().as_bytes())[..16]);
    let limits = &app.rate_limits;
    if let Some(wait_s) = held_up::from_address(app, peer).await? {
        return Ok(SignIn::TooOften { wait_s });
    }
    if let Some(wait_s) = held_up::with_login(app, login, &login_key).await? {
        return Ok(SignIn::TooOften { wait_s });
    }
    let account = app.store.account_by_login(login).await?;
    let hash = account.clone().and_then(Account::into_password_hash);
    if !app.passwords.fits(password, hash).await {
        return Ok(SignIn::Refused);
    }
    let Some(account) = account else { return Ok(SignIn::Refused) };
    limits.sign_in_by_login.succeeded(&login_key);
    limits.sign_in_by_peer.succeeded(&peer.key());
    let came = Came { how: How::Password, second_step_elsewhere: false, browser };
    after_first_step(app, &account, came).await
}

/// Who proved one thing: whoever has a second factor owes it, unless the district asked for one.
pub(super) async fn after_first_step(app: &App, account: &Account, came: Came) -> Result<SignIn, RulesError> {
    let now = app.clock.now();
    if came.second_step_elsewhere {
        return Ok(SignIn::Begun(begin(app, account, came).await?));
    }
    if app.store.factors(account.id).await?.second() {
        return Ok(SignIn::HalfWay { step: app.sign_ins.second_factors.keep(account.id, now) });
    }
    let by = app.store.second_factor_by(account.id, now + grace_seconds(app, now).await?).await?;
    Ok(SignIn::Begun(Begun { must_secure: by <= now, ..begin(app, account, came).await? }))
}

/// The second half: a proof beyond the password.
pub async fn second_factor(
    app: &App,
    step: &str,
    proof: Proof,
    peer: Peer,
    browser: String,
) -> Result<SignIn, StoreError> {
    let now = app.clock.now();
    let Some(staff) = app.sign_ins.second_factors.look(step, now) else { return Ok(SignIn::Over) };
    // The password was the first half.
    if matches!(proof, Proof::Password(_)) {
        return Ok(SignIn::Refused);
    }
    let how = if matches!(proof, Proof::Passkey(_)) { How::Passkey } else { How::Code };
    let came = Came { how, second_step_elsewhere: false, browser };
    match proof::check(app, staff, proof, peer).await? {
        Checked::TooOften { wait_s } => Ok(SignIn::TooOften { wait_s }),
        Checked::Wrong => Ok(SignIn::Refused),
        Checked::Good => {
            let is_first = app.sign_ins.second_factors.take(step, now).is_some();
            match app.store.account(staff).await?.filter(|_| is_first) {
                Some(account) => Ok(SignIn::Begun(begin(app, &account, came).await?)),
                None => Ok(SignIn::Over),
            }
        }
    }
}

/// Signs in whoever shows a passkey: its device has looked who holds it, so it is both factors.
pub async fn by_passkey(app: &App, answer: &str, peer: Peer, browser: String) -> Result<SignIn, StoreError> {
    let limit = &app.rate_limits.sign_in_by_peer;
    if let Some(wait_s) = held_up::from_address(app, peer).await? {
        return Ok(SignIn::TooOften { wait_s });
    }
    let Some(staff) = passkeys::known_by(app, answer).await? else { return Ok(SignIn::Refused) };
    let Some(account) = app.store.account(staff).await? else { return Ok(SignIn::Refused) };
    // It opens what is theirs once they are in; the way in is the district's.
    if account.is_the_districts() {
        return Ok(SignIn::Refused);
    }
    limit.succeeded(&peer.key());
    let came = Came { how: How::Passkey, second_step_elsewhere: false, browser };
    Ok(SignIn::Begun(begin(app, &account, came).await?))
}

/// Who is half way in with that step.
pub fn half_way(app: &App, step: &str) -> Option<UserId> {
    app.sign_ins.second_factors.look(step, app.clock.now())
}

/// How somebody came, and with which browser.
pub struct Came {
    /// By what.
    pub how: How,
    /// Whether the district asked for more than a password.
    pub second_step_elsewhere: bool,
    /// Family and system of the browser.
    pub browser: String,
}

/// Begins a session for whoever has proved who they are.
pub async fn begin(app: &App, account: &Account, came: Came) -> Result<Begun, StoreError> {
    let Came { how, second_step_elsewhere, browser } = came;
    let token = secret();
    let session = NewSession {
        token_hash: sha256(&token),
        staff_id: account.id,
        form_token: hex(&secret()),
        browser,
        at: app.clock.now(),
        how,
        second_step_elsewhere,
    };
    app.store.begin_session(session).await?;
    Ok(Begun { token, role: account.role, must_secure: false })
}

/// How long a password alone opens everything, as the district says.
async fn grace_seconds(app: &App, now: i64) -> Result<i64, RulesError> {
    let rules = Rulebook::of(&*app.store).await?.rules(None, SchoolDay::at(now, 0))?.rules;
    Ok(i64::from(rules.staff.second_factor_within_days) * DAY_SECONDS)
}
