//! Passkeys: adding one, and removing one.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use webauthn_rs::prelude::RequestChallengeResponse;

use super::{from_session, page_of, to_account};
use crate::app::App;
use crate::auth::from_hex_of_any_length;
use crate::auth::passkey::Place;
use crate::auth::peer::Peer;
use crate::auth::recovery_code::{NewCodes, new_codes};
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::pages::PageError;
use crate::pages::account::Wrong;
use crate::pages::account::authenticator::codes_page;
use crate::pages::account::passkeys::new_page;
use crate::problem::Problem;
use crate::service::passkeys::{self, Asked};
use crate::store::factors::FromSession;
use crate::store::sessions::SignedIn;

const NAME_CHARACTERS_MAX: usize = 60;

/// What a browser asks its keys with, signed in or not.
pub async fn ask(
    State(app): State<App>,
    peer: Peer,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Json<Asked<RequestChallengeResponse>>, Problem> {
    app.rate_limits.passkeys_by_peer.attempt(&peer.key(), app.clock.now()).map_err(Problem::too_many)?;
    let place = Place::of(&headers, &uri, app.settings.https);
    place.and_then(|place| passkeys::ask(&app, &place)).map(Json).ok_or(Problem::UNREADABLE)
}

/// The page on which a browser makes a key.
pub async fn new_passkey(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Html<String>, PageError> {
    let account = app.store.account(who.staff_id).await?.ok_or(PageError::NotSignedIn)?;
    let asked = match Place::of(&headers, &uri, app.settings.https) {
        Some(place) => passkeys::ask_for_new(&app, &place, &who, &account.login).await?,
        None => None,
    };
    Ok(new_page(words, &who, asked.as_ref()))
}

/// What the form says.
#[derive(Deserialize)]
pub struct NewPasskey {
    name: String,
    passkey: String,
}

/// Takes the key; with the first second factor come the recovery codes.
pub async fn add_passkey(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<NewPasskey>,
) -> Result<Response, PageError> {
    let who = form.who;
    let has_more = app.store.factors(who.staff_id).await?.second();
    let codes = (!has_more).then(new_codes);
    let hashes = codes.as_ref().map(|codes| codes.hashes.clone());
    let from = FromSession { keep: form.session, recovery_codes: hashes, at: app.clock.now() };
    let name: String = form.fields.name.trim().chars().take(NAME_CHARACTERS_MAX).collect();
    if name.is_empty() || !passkeys::add(&app, &who, &name, &form.fields.passkey, from).await? {
        let page = page_of(&app, words, &who, form.session, Some(Wrong::Passkey)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match codes {
        Some(NewCodes { shown, .. }) => {
            Ok(codes_page(words, &SignedIn { second_factor_by: None, ..who }, &shown).into_response())
        }
        None => Ok(to_account().into_response()),
    }
}

/// Which.
#[derive(Deserialize)]
pub struct Which {
    passkey: String,
}

/// From now on that key opens nothing.
pub async fn remove_passkey(State(app): State<App>, form: StaffForm<Which>) -> Result<Redirect, PageError> {
    let which = from_hex_of_any_length(&form.fields.passkey).ok_or(PageError::BadForm)?;
    app.store.remove_passkey(form.who.staff_id, which, from_session(&app, form.session)).await?;
    Ok(to_account())
}
