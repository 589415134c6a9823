//! The authenticator app and the recovery codes.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use serde::Deserialize;

use super::{from_session, to_account};
use crate::app::App;
use crate::auth::one_time_code::OneTimeCodes;
use crate::auth::recovery_code::{NewCodes, new_codes};
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::account::authenticator::{SetUp, codes_page, page};
use crate::store::factors::{FromSession, NewAuthenticator};
use crate::store::sessions::SignedIn;

/// A new secret, as a picture and as text. Nothing is kept before the app has shown that it has it.
pub async fn authenticator(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    set_up_page(&app, words, &who, &OneTimeCodes::new(), false).await
}

/// What the form says.
#[derive(Deserialize)]
pub struct Shown {
    secret: String,
    code: String,
}

/// Takes the app whose code fits the secret, makes recovery codes, and ends the person's other sessions.
pub async fn set_authenticator(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Shown>,
) -> Result<Response, PageError> {
    let (who, now) = (form.who, app.clock.now());
    let codes = OneTimeCodes::typed(&form.fields.secret).ok_or(PageError::BadForm)?;
    let Some(step) = codes.step(&form.fields.code, now) else {
        let again = set_up_page(&app, words, &who, &codes, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response());
    };
    let NewCodes { shown, hashes } = new_codes();
    let added = NewAuthenticator { staff: who.staff_id, secret: codes.secret(), step, at: now };
    let from = FromSession { keep: form.session, recovery_codes: Some(hashes), at: now };
    app.store.set_authenticator(added, from).await?;
    Ok(codes_page(words, &SignedIn { second_factor_by: None, ..who }, &shown).into_response())
}

/// From now on the app is not asked.
pub async fn remove_authenticator(
    State(app): State<App>,
    form: StaffForm<NoFields>,
) -> Result<Redirect, PageError> {
    app.store.remove_authenticator(form.who.staff_id, from_session(&app, form.session)).await?;
    Ok(to_account())
}

/// Ten new codes; those before are good for nothing any more.
pub async fn new_recovery_codes(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<NoFields>,
) -> Result<Html<String>, PageError> {
    if !app.store.factors(form.who.staff_id).await?.second() {
        return Err(PageError::NotFound);
    }
    let NewCodes { shown, hashes } = new_codes();
    app.store.set_recovery_codes(form.who.staff_id, hashes, app.clock.now()).await?;
    Ok(codes_page(words, &form.who, &shown))
}

async fn set_up_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    codes: &OneTimeCodes,
    is_wrong: bool,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let account = app.store.account(who.staff_id).await?.ok_or(PageError::NotSignedIn)?;
    let is_over = who.second_factor_by.is_some_and(|by| by <= app.clock.now());
    Ok(page(words, SetUp { who, school: &school, login: &account.login, codes, is_wrong, is_over }))
}
