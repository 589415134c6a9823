//! Where somebody is signed in.

use axum::extract::State;
use axum::response::Redirect;
use serde::Deserialize;

use super::to_account;
use crate::app::App;
use crate::auth::from_hex;
use crate::auth::session::{NoFields, StaffForm};
use crate::pages::PageError;

/// Which.
#[derive(Deserialize)]
pub struct Which {
    session: String,
}

/// Ends one of one's own.
pub async fn end_session(State(app): State<App>, form: StaffForm<Which>) -> Result<Redirect, PageError> {
    let which = from_hex(&form.fields.session).ok_or(PageError::BadForm)?;
    app.store.end_session_of(form.who.staff_id, which).await?;
    Ok(to_account())
}

/// Ends all but this one.
pub async fn end_others(State(app): State<App>, form: StaffForm<NoFields>) -> Result<Redirect, PageError> {
    app.store.end_other_sessions(form.who.staff_id, form.session).await?;
    Ok(to_account())
}
