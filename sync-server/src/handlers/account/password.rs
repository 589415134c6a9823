//! Another password.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{from_session, page_of, to_account};
use crate::app::App;
use crate::auth::password::PasswordError;
use crate::auth::session::StaffForm;
use crate::handlers::language::Speaks;
use crate::pages::PageError;
use crate::pages::account::Wrong;

/// What the form says.
#[derive(Deserialize)]
pub struct Fields {
    new_password: String,
}

/// Sets it, and ends the person's other sessions.
pub async fn set_password(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    // Whoever comes in by the district's sign-in alone would make a way around it.
    if !app.store.factors(form.who.staff_id).await?.password {
        return Err(PageError::NotFound);
    }
    let hashed = app.passwords.hash(form.fields.new_password).await;
    match hashed {
        Ok(hash) => {
            app.store.set_password(form.who.staff_id, hash, from_session(&app, form.session)).await?;
            Ok(to_account().into_response())
        }
        Err(PasswordError::NotHashed) => Err(PageError::Broken),
        Err(PasswordError::TooShort { .. } | PasswordError::TooLong) => {
            let page = page_of(&app, words, &form.who, form.session, Some(Wrong::Password)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
