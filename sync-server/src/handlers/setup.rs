//! Setting up a new server: the first coordinator's account.

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::language::Speaks;
use super::sign_in::with_cookie;
use crate::app::App;
use crate::auth::browser::browser;
use crate::auth::peer::Peer;
use crate::auth::session;
use crate::pages::setup::{Typed, Wrong, page};
use crate::pages::{PageError, retry_after};
use crate::service::setup::{self, FirstAccount, SetUp};

/// What the form says.
#[derive(Deserialize)]
pub struct Fields {
    code: String,
    name: String,
    login: String,
    password: String,
}

/// The form.
pub async fn form(Speaks(words): Speaks) -> Html<String> {
    page(words, &Typed::default(), None)
}

/// Takes the code once, and signs the new coordinator in.
pub async fn set_up(
    State(app): State<App>,
    peer: Peer,
    Speaks(words): Speaks,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let Fields { code, name, login, password } = fields;
    let typed = Typed { code: code.clone(), name: name.clone(), login: login.clone() };
    let first = FirstAccount { code, login, name, password };
    let again = |status, wrong| (status, page(words, &typed, Some(wrong))).into_response();
    match setup::set_up(&app, first, peer, browser(&headers)).await? {
        SetUp::Done(begun) => Ok(with_cookie(Redirect::to("/account"), &session::cookie(begun.token))),
        SetUp::NoCode => Ok(again(StatusCode::FORBIDDEN, Wrong::Code)),
        SetUp::Name => Ok(again(StatusCode::UNPROCESSABLE_ENTITY, Wrong::Name)),
        SetUp::Password => Ok(again(StatusCode::UNPROCESSABLE_ENTITY, Wrong::Password)),
        SetUp::TooOften { wait_s } => {
            Ok(retry_after(again(StatusCode::TOO_MANY_REQUESTS, Wrong::TooOften { wait_s }), wait_s))
        }
    }
}
