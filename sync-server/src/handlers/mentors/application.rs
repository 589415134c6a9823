//! A mentor's application.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use daymark_components::Words;
use daymark_domain::MentorId;

use super::super::language::Speaks;
use super::{mentor_of, school_of, school_today, to_mentor};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::mentors::{self as pages, ApplicationPage, Typed};
use crate::service::mentor_forms::{self as forms, Wrong};
use crate::service::referral_form::Fields;
use crate::store::mentor_files::Application;
use crate::store::sessions::SignedIn;

/// Of somebody who is not there yet.
pub async fn new_application(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let typed = Typed { form: "application", fields: None, wrong: None };
    Ok(pages::application(words, &ApplicationPage { who: &who, school: &school, mentor: None, typed }))
}

/// Of a mentor: as it was last written down.
pub async fn application(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let mentor = mentor_of(&app, &who, id).await?;
    let file = app.store.mentor_file(school.id, id).await?.ok_or(PageError::NotFound)?;
    let stored = match file.applications.first() {
        Some(written) => as_fields(&written.entry),
        None => Fields::from([("name".to_owned(), mentor.name)]),
    };
    let typed = Typed { form: "application", fields: Some(&stored), wrong: None };
    Ok(pages::application(words, &ApplicationPage { who: &who, school: &school, mentor: Some(id), typed }))
}

/// Writes a version of it down.
pub async fn save_application(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    mentor_of(&app, &who, id).await?;
    let (_, today) = school_today(&app, &who).await?;
    let entry = match forms::application(&fields, today) {
        Ok(entry) => entry,
        Err(wrong) => return refused(&app, &who, words, Some(id), &fields, &wrong).await,
    };
    app.store.write_down(who.school_id, id, entry, who.staff_id, app.clock.now()).await?;
    app.poke(who.school_id);
    Ok(to_mentor(id).into_response())
}

pub(super) async fn refused(
    app: &App,
    who: &SignedIn,
    words: Words,
    mentor: Option<MentorId>,
    fields: &Fields,
    wrong: &Wrong,
) -> Result<Response, PageError> {
    let school = school_of(app, who).await?;
    let typed = Typed { form: "application", fields: Some(fields), wrong: Some(wrong) };
    let page = pages::application(words, &ApplicationPage { who, school: &school, mentor, typed });
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// A stored application as the form has it. The date of a sheet belongs to that version alone.
fn as_fields(application: &Application) -> Fields {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut fields = Fields::from(
        [
            ("name", application.name.clone()),
            ("kind", application.kind.word().to_owned()),
            ("organisation", optional(&application.organisation)),
            ("contact", application.contact.clone()),
            ("languages", application.languages.clone()),
            ("capacity", application.capacity.to_string()),
            ("interests", optional(&application.interests)),
            ("motives", optional(&application.motives)),
        ]
        .map(|(field, text)| (field.to_owned(), text)),
    );
    for time in &application.availability {
        fields.insert(format!("time_{time}"), "on".to_owned());
    }
    for (n, reference) in application.references.iter().enumerate() {
        fields.insert(format!("reference_{n}_name"), reference.name.clone());
        fields.insert(format!("reference_{n}_relation"), optional(&reference.relation));
        fields.insert(format!("reference_{n}_contact"), optional(&reference.contact));
    }
    fields
}
