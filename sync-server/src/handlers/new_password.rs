//! Choosing a password by a code, after the district's sign-in was taken away.

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::language::Speaks;
use crate::app::App;
use crate::auth::peer::Peer;
use crate::pages::new_password::{Wrong, page};
use crate::pages::{PageError, retry_after};
use crate::service::new_passwords::{Chosen, choose};

/// What the form says.
#[derive(Deserialize)]
pub struct Fields {
    code: String,
    password: String,
}

/// The form.
pub async fn form(Speaks(words): Speaks) -> Html<String> {
    page(words, "", None)
}

/// Takes the code once. Whoever has it signs in by the password then, as anybody does.
pub async fn set_new_password(
    State(app): State<App>,
    peer: Peer,
    Speaks(words): Speaks,
    Form(Fields { code, password }): Form<Fields>,
) -> Result<Response, PageError> {
    let again = |status, wrong| (status, page(words, &code, Some(wrong))).into_response();
    match choose(&app, &code, password, peer).await? {
        Chosen::Yes => Ok(Redirect::to("/sign-in").into_response()),
        Chosen::NoCode => Ok(again(StatusCode::FORBIDDEN, Wrong::Code)),
        Chosen::Password => Ok(again(StatusCode::UNPROCESSABLE_ENTITY, Wrong::Password)),
        Chosen::TooOften { wait_s } => {
            Ok(retry_after(again(StatusCode::TOO_MANY_REQUESTS, Wrong::TooOften { wait_s }), wait_s))
        }
    }
}
