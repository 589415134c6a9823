//! The coordinator's mentors.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use daymark_domain::MentorId;
use serde::Deserialize;

use super::language::Speaks;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::mentors::{self as pages, MentorPage};
use crate::store::audit::AccessEvent;
use crate::store::mentors::{MentorSummary, NewMentor};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

const NAME_CHARACTERS_MAX: usize = 100;

/// All mentors of the school.
pub async fn mentors(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let mentors = app.store.mentors(who.school_id).await?;
    Ok(pages::list(words, &who, &school, &mentors))
}

/// What the form sends.
#[derive(Deserialize)]
pub struct AddMentor {
    name: String,
}

/// Adds a mentor and goes to their page.
pub async fn add_mentor(State(app): State<App>, form: StaffForm<AddMentor>) -> Result<Redirect, PageError> {
    let name = form.fields.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_CHARACTERS_MAX {
        return Err(PageError::BadForm);
    }
    let (id, school_id) = (MentorId::random(), form.who.school_id);
    app.store.add_mentor(NewMentor { id, school_id, name, at: app.clock.now() }).await?;
    app.poke(school_id);
    Ok(to_mentor(id))
}

/// One mentor with students and phones.
pub async fn mentor(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let mentor = mentor_of(&app, &who, id).await?;
    let matches = app.store.matches_of_mentor(who.school_id, id).await?;
    let devices = app.store.devices_of_mentor(who.school_id, id).await?;
    let now = app.clock.now();
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, who.school_id, "mentor_viewed")).await?;
    let page =
        MentorPage { who: &who, school: &school, mentor: &mentor, matches: &matches, devices: &devices };
    Ok(pages::one(words, &page))
}

/// The page that every change of a mentor goes back to.
pub(super) fn to_mentor(id: MentorId) -> Redirect {
    Redirect::to(&format!("/staff/mentors/{id}"))
}

/// The one school of whoever asks.
pub(super) async fn school_of(app: &App, who: &SignedIn) -> Result<School, PageError> {
    app.store.school(who.school_id).await?.ok_or(PageError::NotFound)
}

/// A mentor of the school of whoever asks.
pub(super) async fn mentor_of(app: &App, who: &SignedIn, id: MentorId) -> Result<MentorSummary, PageError> {
    app.store.mentor(who.school_id, id).await?.ok_or(PageError::NotFound)
}
