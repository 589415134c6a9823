//! A signed-in browser: the cookie, and the extractors by which a handler learns who asks.

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::waiting::MOST_SECONDS;
use super::{from_hex, hex, sha256};
use crate::app::App;
use crate::pages::PageError;
use crate::store::sessions::{Session, SignedIn};

// `__Host-`: only this host, only over a secure connection (or to this machine itself), never set by a neighbour.
const COOKIE: &str = "__Host-daymark";
// Between the password and the second factor.
const STEP_COOKIE: &str = "__Host-daymark-step";

// On the way to the district's own sign-in and back.
const DISTRICT_COOKIE: &str = "__Host-daymark-district";

/// The cookie of a new session.
pub fn cookie(token: [u8; 32]) -> String {
    format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", hex(&token))
}

/// The cookie that takes the session's away.
pub fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}

/// The cookie of a sign-in that waits for its second factor.
pub fn step_cookie(token: &str) -> String {
    format!("{STEP_COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={MOST_SECONDS}")
}

/// Which sign-in waits in this browser.
pub fn step_token(headers: &HeaderMap) -> Option<&str> {
    cookie_named(STEP_COOKIE, headers)
}

/// The cookie of somebody who is on the way to the district's own sign-in.
pub fn district_cookie(token: &str) -> String {
    format!("{DISTRICT_COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={MOST_SECONDS}")
}

/// Who is on the way there in this browser.
pub fn district_token(headers: &HeaderMap) -> Option<&str> {
    cookie_named(DISTRICT_COOKIE, headers)
}

/// The hash by which the store knows the session of this request.
pub fn token_hash(parts: &Parts) -> Option<[u8; 32]> {
    let token = cookie_named(COOKIE, &parts.headers)?;
    from_hex::<32>(token).map(|token| sha256(&token))
}

/// What the browser keeps for us under that name.
pub fn cookie_named<'a>(name: &str, headers: &'a HeaderMap) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// The session of this request.
pub async fn session_of(parts: &Parts, app: &App) -> Result<Session, PageError> {
    let hash = token_hash(parts).ok_or(PageError::NotSignedIn)?;
    app.store.use_session(hash, app.clock.now()).await?.ok_or(PageError::NotSignedIn)
}

/// Whoever is signed in and may use this page: `permissions::only_permitted` has looked.
pub struct Staff(pub SignedIn);

impl FromRequestParts<App> for Staff {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, PageError> {
        parts.extensions.get::<SignedIn>().cloned().map(Self).ok_or(PageError::NotSignedIn)
    }
}

/// A form that whoever may send it sent from a page of the same session. Its fields are texts.
pub struct StaffForm<T> {
    /// Who sent it.
    pub who: SignedIn,
    /// What it says.
    pub fields: T,
    /// The hash of the session's token.
    pub session: [u8; 32],
}

impl<T: DeserializeOwned> FromRequest<App> for StaffForm<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let (mut parts, body) = request.into_parts();
        let Staff(who) = Staff::from_request_parts(&mut parts, app).await?;
        let session = token_hash(&parts).ok_or(PageError::NotSignedIn)?;
        let fields = fields_of_session(Request::from_parts(parts, body), &who).await?;
        Ok(Self { who, fields, session })
    }
}

/// A form that is only a button.
#[derive(Deserialize)]
pub struct NoFields {}

#[derive(Deserialize)]
struct WithToken<T> {
    form_token: String,
    #[serde(flatten)]
    fields: T,
}

async fn fields_of_session<T: DeserializeOwned>(request: Request, who: &SignedIn) -> Result<T, PageError> {
    let form = Form::<WithToken<T>>::from_request(request, &()).await;
    let Form(WithToken { form_token, fields }) = form.map_err(|_| PageError::BadForm)?;
    if is_of_session(&form_token, who) { Ok(fields) } else { Err(PageError::Forged) }
}

/// Whether a form that says this is one of their session.
pub fn is_of_session(form_token: &str, who: &SignedIn) -> bool {
    // Compared as hashes: how much of a guess is right cannot be timed.
    sha256(form_token.as_bytes()) == sha256(who.form_token.as_bytes())
}
