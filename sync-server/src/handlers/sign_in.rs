//! Signing in and out.

use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::language::Speaks;
use crate::app::App;
use crate::auth::browser::browser;
use crate::auth::peer::Peer;
use crate::auth::proof::{proof_in, refused};
use crate::auth::session::{self, NoFields, StaffForm};
use crate::pages::sign_in::{Refusal, code_page, page};
use crate::pages::{PageError, retry_after};
use crate::service::sign_in::{self, Begun, SignIn};
use crate::store::accounts::Role;

/// What the form sends.
#[derive(Deserialize)]
pub struct Fields {
    login: String,
    password: String,
}

/// The form.
pub async fn form(State(app): State<App>, Speaks(words): Speaks) -> Html<String> {
    page(words, app.district_name(), None)
}

/// Begins a session under a new id; the browser's old one, if any, ends.
pub async fn sign_in(
    State(app): State<App>,
    peer: Peer,
    Speaks(words): Speaks,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, PageError> {
    let (before, Fields { login, password }) = posted(&app, request).await?;
    let refused = |status, refusal| (status, page(words, app.district_name(), Some(refusal))).into_response();
    match sign_in::sign_in(&app, login.trim(), password, peer, browser(&headers)).await? {
        SignIn::Refused | SignIn::Over => Ok(refused(StatusCode::FORBIDDEN, Refusal::Wrong)),
        SignIn::TooOften { wait_s } => {
            let refusal = refused(StatusCode::TOO_MANY_REQUESTS, Refusal::TooOften { wait_s });
            Ok(retry_after(refusal, wait_s))
        }
        SignIn::HalfWay { step } => {
            Ok(with_cookie(Redirect::to("/sign-in/code"), &session::step_cookie(&step)))
        }
        SignIn::Begun(begun) => come_in(&app, before, begun).await,
    }
}

/// The second step; without a first one it leads to it.
pub async fn code_form(
    State(app): State<App>,
    Speaks(words): Speaks,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    code_page_of(&app, words, &headers, None).await
}

/// Checks what was shown at the second step, and begins the session.
pub async fn second_factor(
    State(app): State<App>,
    peer: Peer,
    Speaks(words): Speaks,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, PageError> {
    let (before, fields) = posted(&app, request).await?;
    let proof = proof_in(fields).ok_or(PageError::BadForm)?;
    let Some(step) = session::step_token(&headers) else { return Ok(to_sign_in()) };
    let refusal = match sign_in::second_factor(&app, step, proof, peer, browser(&headers)).await? {
        SignIn::Begun(begun) => return come_in(&app, before, begun).await,
        SignIn::Over | SignIn::HalfWay { .. } => return Ok(to_sign_in()),
        SignIn::Refused => Refusal::Wrong,
        SignIn::TooOften { wait_s } => Refusal::TooOften { wait_s },
    };
    Ok(refused(Some(refusal), code_page_of(&app, words, &headers, Some(refusal)).await?))
}

/// What the form with a passkey's answer sends.
#[derive(Deserialize)]
pub struct Shown {
    proof_passkey: String,
}

/// What was sent, and the session that the browser had until now, which ends when another begins.
async fn posted<T: DeserializeOwned>(
    app: &App,
    request: Request,
) -> Result<(Option<[u8; 32]>, T), PageError> {
    let (parts, body) = request.into_parts();
    let before = session::token_hash(&parts);
    let form = Form::<T>::from_request(Request::from_parts(parts, body), app).await;
    form.map(|Form(fields)| (before, fields)).map_err(|_| PageError::BadForm)
}

/// Signs in by passkey alone.
pub async fn by_passkey(
    State(app): State<App>,
    peer: Peer,
    Speaks(words): Speaks,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, PageError> {
    let (before, Shown { proof_passkey }) = posted(&app, request).await?;
    let refusal = match sign_in::by_passkey(&app, &proof_passkey, peer, browser(&headers)).await? {
        SignIn::Begun(begun) => return come_in(&app, before, begun).await,
        SignIn::TooOften { wait_s } => Refusal::TooOften { wait_s },
        SignIn::Refused | SignIn::Over | SignIn::HalfWay { .. } => Refusal::Passkey,
    };
    Ok(refused(Some(refusal), page(words, app.district_name(), Some(refusal)).into_response()))
}

async fn code_page_of(
    app: &App,
    words: daymark_components::Words,
    headers: &HeaderMap,
    refusal: Option<Refusal>,
) -> Result<Response, PageError> {
    let Some(staff) = session::step_token(headers).and_then(|step| sign_in::half_way(app, step)) else {
        return Ok(to_sign_in());
    };
    let factors = app.store.factors(staff).await?;
    Ok(code_page(words, &factors, refusal).into_response())
}

/// Sends somebody on who came in, and ends what the browser had before.
pub(super) async fn come_in(
    app: &App,
    before: Option<[u8; 32]>,
    begun: Begun,
) -> Result<Response, PageError> {
    if let Some(before) = before {
        app.store.end_session(before).await?;
    }
    let first = if begun.must_secure { "/account/authenticator" } else { first_page(begun.role) };
    Ok(with_cookie(Redirect::to(first), &session::cookie(begun.token)))
}

/// Ends the session and has the browser forget what it kept of it.
pub async fn sign_out(State(app): State<App>, form: StaffForm<NoFields>) -> Result<Response, PageError> {
    app.store.end_session(form.session).await?;
    Ok(with_cookie(to_sign_in(), &session::no_cookie()))
}

fn to_sign_in() -> Response {
    Redirect::to("/sign-in").into_response()
}

fn first_page(role: Role) -> &'static str {
    match role {
        Role::Coordinator | Role::Principal => "/staff/home",
        Role::Team => "/team/week",
        Role::Captain | Role::Auditor => "/district",
        Role::Clerk => "/staff/imports",
    }
}

/// Sends somebody on, with a cookie to keep.
pub(super) fn with_cookie(redirect: impl IntoResponse, cookie: &str) -> Response {
    let mut response = redirect.into_response();
    // Hexadecimal digits and our own words are always a header's value.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
