//! Writing down what a mentor needs, and taking back what should never have been written.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use daymark_components::Words;
use daymark_domain::MentorId;
use serde::Deserialize;

use super::super::language::Speaks;
use super::{mentor_of, one, school_today, to_mentor};
use crate::app::App;
use crate::auth::session::StaffForm;
use crate::pages::PageError;
use crate::pages::mentors::Form;
use crate::service::mentor_forms::{self as forms, Wrong};
use crate::service::referral_form::Fields;
use crate::store::mentor_files::{MentorEntry, MentorFact};
use crate::store::sessions::SignedIn;

/// A background check or a suitability talk.
pub async fn add_screening(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let form = match fields.get("kind").map(String::as_str) {
        Some("suitability") => Form::Suitability,
        _ => Form::Background,
    };
    let (school, today) = school_today(&app, &who).await?;
    let (rules, _) = app.store.ladder(school.id, today).await?;
    let read = forms::screening(&fields, &rules, today).map(|entry| vec![entry]);
    write_down(&app, &who, words, mentor, form, &fields, read).await
}

/// A training.
pub async fn add_training(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let (_, today) = school_today(&app, &who).await?;
    let read = forms::trainings(&fields, today);
    write_down(&app, &who, words, mentor, Form::Training, &fields, read).await
}

/// Documents that were acknowledged.
pub async fn add_document(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let (_, today) = school_today(&app, &who).await?;
    let read = forms::documents(&fields, today);
    write_down(&app, &who, words, mentor, Form::Documents, &fields, read).await
}

/// A pause, leaving, or coming back.
pub async fn decide(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let (_, today) = school_today(&app, &who).await?;
    let read = forms::decision(&fields, today).map(|entry| vec![entry]);
    write_down(&app, &who, words, mentor, Form::Decision, &fields, read).await
}

/// Which row.
#[derive(Deserialize)]
pub struct Row {
    fact: String,
    id: String,
}

/// Takes a row back.
pub async fn take_back(
    State(app): State<App>,
    Path(mentor): Path<MentorId>,
    StaffForm { who, fields, .. }: StaffForm<Row>,
) -> Result<Response, PageError> {
    let fact = MentorFact::from_word(&fields.fact).ok_or(PageError::BadForm)?;
    let id = fields.id.parse().map_err(|_| PageError::BadForm)?;
    let at = app.clock.now();
    if !app.store.take_back(who.school_id, mentor, fact, id, who.staff_id, at).await? {
        return Err(PageError::NotFound);
    }
    app.poke(who.school_id);
    Ok(to_mentor(mentor).into_response())
}

async fn write_down(
    app: &App,
    who: &SignedIn,
    words: Words,
    mentor: MentorId,
    form: Form,
    fields: &Fields,
    read: Result<Vec<MentorEntry>, Wrong>,
) -> Result<Response, PageError> {
    mentor_of(app, who, mentor).await?;
    let entries = match read {
        Ok(entries) => entries,
        Err(wrong) => {
            let page = one(app, who, words, mentor, Some((form, fields, &wrong))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    for entry in entries {
        app.store.write_down(who.school_id, mentor, entry, who.staff_id, app.clock.now()).await?;
    }
    app.poke(who.school_id);
    Ok(to_mentor(mentor).into_response())
}
