//! Asking again who one is, before a file: the page leads back to it.

use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use serde::Deserialize;

use super::language::{Speaks, page_of_ours};
use crate::app::App;
use crate::auth::proof::ASK;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::proof::{AskPage, page};
use crate::service::district_sign_in;

/// What one was on the way to.
#[derive(Deserialize)]
pub struct To {
    to: String,
}

/// Asks.
pub async fn ask(
    State(app): State<App>,
    Staff(who): Staff,
    Query(To { to }): Query<To>,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let factors = app.store.factors(who.staff_id).await?;
    let proves = district_sign_in::proves(&app, who.staff_id, &factors).await?;
    let fields = [("form_token".to_owned(), who.form_token.clone()), ("to".to_owned(), to)];
    let district = app.district_name().filter(|_| proves);
    let asked =
        AskPage { who: &who, factors: &factors, district, action: ASK, fields: &fields, refusal: None };
    Ok(page(words, asked))
}

/// `auth::proof` has looked at what was shown; here one only goes on.
pub async fn go_on(form: StaffForm<To>) -> Redirect {
    Redirect::to(page_of_ours(&form.fields.to))
}
