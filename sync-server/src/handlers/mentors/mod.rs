//! The coordinator's mentors.

mod agreement;
mod application;
mod file;
mod handed_in;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{MentorId, SchoolDay};
use serde::Deserialize;

use super::language::Speaks;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::mentors::{self as pages, Filter, Form, ListPage, MentorPage};
use crate::service::mentor_forms::{self, Wrong};
use crate::service::referral_form::Fields;
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::mentors::{MentorSummary, NewMentor};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

pub use agreement::{agreement, sign};
pub use application::{application, new_application, save_application};
pub use file::{add_document, add_screening, add_training, decide, take_back};
pub use handed_in::look_through_handed_in;

/// Which mentors somebody wants to see.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    state: String,
}

/// All mentors of the school.
pub async fn mentors(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let filter = Filter::from_word(&asked.state).ok_or(PageError::NotFound)?;
    list(&app, &who, words, filter, false).await
}

async fn list(
    app: &App,
    who: &SignedIn,
    words: Words,
    filter: Filter,
    wrong_name: bool,
) -> Result<Html<String>, PageError> {
    let (school, today) = school_today(app, who).await?;
    let (rules, mentors) = app.store.ladder(school.id, today).await?;
    let page = ListPage { who, school: &school, today, rules: &rules, mentors: &mentors, filter, wrong_name };
    Ok(pages::list(words, &page))
}

/// Adds a mentor and goes to their page: a name alone makes a prospect, more is an application.
pub async fn add_mentor(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = school_today(&app, &who).await?;
    let only_a_name = mentor_forms::is_only_a_name(&fields);
    let application = match only_a_name {
        true => Ok(None),
        false => mentor_forms::application(&fields, today).map(Some),
    };
    let (name, application) = match (mentor_forms::name(&fields), application) {
        (Ok(name), Ok(application)) => (name, application),
        (Err(_), _) if only_a_name => {
            let page = list(&app, &who, words, Filter::Here, true).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        (Err(wrong), _) | (_, Err(wrong)) => {
            return application::refused(&app, &who, words, None, &fields, &wrong).await;
        }
    };
    let (id, school_id, at) = (MentorId::random(), who.school_id, app.clock.now());
    app.store.add_mentor(NewMentor { id, school_id, name, at }).await?;
    if let Some(application) = application {
        app.store.write_down(school_id, id, application, who.staff_id, at).await?;
    }
    app.poke(school_id);
    Ok(to_mentor(id).into_response())
}

/// One mentor with what they need, students and phones.
pub async fn mentor(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
) -> Result<Html<String>, PageError> {
    one(&app, &who, words, id, None).await
}

async fn one(
    app: &App,
    who: &SignedIn,
    words: Words,
    id: MentorId,
    refused: Option<(Form, &Fields, &Wrong)>,
) -> Result<Html<String>, PageError> {
    let (school, today) = school_today(app, who).await?;
    let file = app.store.mentor_file(school.id, id).await?.ok_or(PageError::NotFound)?;
    let (rules, mentors) = app.store.ladder(school.id, today).await?;
    let mentor = mentors.into_iter().find(|mentor| mentor.id == id).ok_or(PageError::NotFound)?;
    let matches = app.store.matches_of_mentor(school.id, id).await?;
    let devices = app.store.devices_of_mentor(school.id, id).await?;
    let mut unread = app.store.unread_entries(school.id).await?;
    unread.retain(|entry| entry.mentor_id == id);
    let handed_in = app.store.handed_in_of_mentor(school.id, id).await?;
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "mentor_viewed");
    app.store.note_access(seen).await?;
    let page = MentorPage {
        who,
        school: &school,
        today,
        rules: &rules,
        mentor: &mentor,
        file: &file,
        matches: &matches,
        devices: &devices,
        unread: &unread,
        handed_in: &handed_in,
        refused,
    };
    Ok(pages::one(words, &page))
}

/// The page that every change of a mentor goes back to.
pub(super) fn to_mentor(id: MentorId) -> Redirect {
    Redirect::to(&format!("/staff/mentors/{id}"))
}

/// The one school of whoever asks.
/// The school of whoever asks. What ran out over night takes effect before a page shows it, as before a phone is
/// answered.
pub(super) async fn school_of(app: &App, who: &SignedIn) -> Result<School, PageError> {
    let school = app.store.school(who.school_id).await?.ok_or(PageError::NotFound)?;
    let now = app.clock.now();
    if app.store.settle_if_due(school.id, school_time::at(&school, now).day, now).await? {
        app.poke(school.id);
    }
    Ok(school)
}

async fn school_today(app: &App, who: &SignedIn) -> Result<(School, SchoolDay), PageError> {
    let school = school_of(app, who).await?;
    let today = school_time::at(&school, app.clock.now()).day;
    Ok((school, today))
}

/// A mentor of the school of whoever asks.
pub(super) async fn mentor_of(app: &App, who: &SignedIn, id: MentorId) -> Result<MentorSummary, PageError> {
    app.store.mentor(who.school_id, id).await?.ok_or(PageError::NotFound)
}
