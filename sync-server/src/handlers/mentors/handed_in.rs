//! Somebody of the school has looked at what a phone brought after its mentor had left.

use axum::extract::{Path, State};
use axum::response::Redirect;
use daymark_domain::MentorId;
use serde::Deserialize;

use super::{mentor_of, to_mentor};
use crate::app::App;
use crate::auth::session::StaffForm;
use crate::pages::PageError;
use crate::store::handed_in::LookedThrough;

/// What the form sends.
#[derive(Deserialize)]
pub struct Shown {
    through: String,
}

/// What stood on the page was looked at; saying so again changes nothing.
pub async fn look_through_handed_in(
    State(app): State<App>,
    Path(mentor_id): Path<MentorId>,
    form: StaffForm<Shown>,
) -> Result<Redirect, PageError> {
    let StaffForm { who, fields, .. } = form;
    let through = fields.through.parse().map_err(|_| PageError::BadForm)?;
    let mentor = mentor_of(&app, &who, mentor_id).await?;
    let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
    let looked = LookedThrough { school_id, mentor_id: mentor.id, through, by, at };
    if app.store.look_through_handed_in(looked).await? > 0 {
        app.poke(school_id);
    }
    Ok(to_mentor(mentor_id))
}
