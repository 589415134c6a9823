//! Signing in and out.

use axum::Form;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::language::Speaks;
use crate::app::App;
use crate::auth::peer::Peer;
use crate::auth::session::{self, NoFields, StaffForm};
use crate::pages::sign_in::{Refusal, page};
use crate::pages::{PageError, retry_after};
use crate::service::sign_in::{self, SignIn};
use crate::store::accounts::Role;

/// What the form sends.
#[derive(Deserialize)]
pub struct Fields {
    login: String,
    password: String,
}

/// The form.
pub async fn form(Speaks(words): Speaks) -> Html<String> {
    page(words, None)
}

/// Begins a session under a new id; the browser's old one, if any, ends.
pub async fn sign_in(
    State(app): State<App>,
    peer: Peer,
    Speaks(words): Speaks,
    request: Request,
) -> Result<Response, PageError> {
    let (parts, body) = request.into_parts();
    let before = session::token_hash(&parts);
    let form =
        <Form<Fields> as axum::extract::FromRequest<_>>::from_request(Request::from_parts(parts, body), &app);
    let Form(Fields { login, password }) = form.await.map_err(|_| PageError::BadForm)?;
    let refused = |status, refusal| (status, page(words, Some(refusal))).into_response();
    match sign_in::sign_in(&app, login.trim(), password, peer).await? {
        SignIn::Refused => Ok(refused(StatusCode::FORBIDDEN, Refusal::Wrong)),
        SignIn::TooOften { wait_s } => {
            let refusal = refused(StatusCode::TOO_MANY_REQUESTS, Refusal::TooOften { wait_s });
            Ok(retry_after(refusal, wait_s))
        }
        SignIn::Begun { token, role } => {
            if let Some(before) = before {
                app.store.end_session(before).await?;
            }
            Ok(with_cookie(Redirect::to(first_page(role)), &session::cookie(token)))
        }
    }
}

/// Ends the session and has the browser forget what it kept of it.
pub async fn sign_out(State(app): State<App>, form: StaffForm<NoFields>) -> Result<Response, PageError> {
    app.store.end_session(form.session).await?;
    Ok(with_cookie(Redirect::to("/sign-in"), &session::no_cookie()))
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
pub(super) fn with_cookie(redirect: Redirect, cookie: &str) -> Response {
    let mut response = redirect.into_response();
    // Hexadecimal digits and our own words are always a header's value.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response
}
