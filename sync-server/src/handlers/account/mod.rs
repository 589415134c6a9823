//! How somebody signs in, set by themselves: the second step, the password, and where they are signed in.

mod authenticator;
mod passkeys;
mod password;
mod sessions;

use axum::extract::State;
use axum::response::{Html, Redirect};
use daymark_components::Words;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::Staff;
use crate::pages::PageError;
use crate::pages::account::{AccountPage, Wrong, page};
use crate::store::factors::FromSession;
use crate::store::sessions::SignedIn;

pub use authenticator::{authenticator, new_recovery_codes, remove_authenticator, set_authenticator};
pub use passkeys::{add_passkey, ask, new_passkey, remove_passkey};
pub use password::set_password;
pub use sessions::{end_others, end_session};

/// Everything about one's own account.
pub async fn account(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Session(here): Session,
) -> Result<Html<String>, PageError> {
    page_of(&app, words, &who, here, None).await
}

/// The hash of this session's token.
pub struct Session(pub [u8; 32]);

impl<S: Sync> axum::extract::FromRequestParts<S> for Session {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, PageError> {
        crate::auth::session::token_hash(parts).map(Self).ok_or(PageError::NotSignedIn)
    }
}

async fn page_of(
    app: &App,
    words: Words,
    who: &SignedIn,
    here: [u8; 32],
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let account = app.store.account(who.staff_id).await?.ok_or(PageError::NotSignedIn)?;
    let factors = app.store.factors(who.staff_id).await?;
    let sessions = app.store.sessions_of(who.staff_id, app.clock.now()).await?;
    let is_connected = match &app.district {
        Some(district) => app.store.is_connected(who.staff_id, &district.config.issuer).await?,
        None => false,
    };
    let shown = AccountPage {
        who,
        login: &account.login,
        school: &school,
        factors: &factors,
        district: app.district_name().filter(|_| is_connected),
        sessions: &sessions,
        here,
        wrong,
    };
    Ok(page(words, shown))
}

/// The session in which something is changed; the others end with it.
fn from_session(app: &App, keep: [u8; 32]) -> FromSession {
    FromSession { keep, recovery_codes: None, at: app.clock.now() }
}

fn to_account() -> Redirect {
    Redirect::to("/account")
}
