//! The resource directory.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::{BarrierFactor, ResourceId, SchoolDay};

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::resources::{self as page, FIELD_CHARACTERS_MAX, FormPage};
use crate::service::referral_form::{Fields, one_line};
use crate::service::school_time;
use crate::store::resources::ResourceFacts;

/// All of them.
pub async fn resources(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let today = school_time::at(&school, app.clock.now()).day;
    let resources = app.store.resources(school.id).await?;
    Ok(page::list(words, &who, &school, today, &resources))
}

/// An empty form.
pub async fn new_form(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let facts = ResourceFacts::default();
    Ok(page::form(
        words,
        &FormPage { who: &who, school: &school, id: None, facts: &facts, versions: &[], wrong: false },
    ))
}

/// Adds one.
pub async fn add(app: State<App>, words: Speaks, form: StaffForm<Fields>) -> Result<Response, PageError> {
    save(app, words, ResourceId::random(), true, form).await
}

/// One to change, with its earlier versions.
pub async fn resource(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<ResourceId>,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let versions = app.store.resource_versions(school.id, id).await?;
    let facts = &versions.first().ok_or(PageError::NotFound)?.facts;
    let page =
        FormPage { who: &who, school: &school, id: Some(id), facts, versions: &versions, wrong: false };
    Ok(page::form(words, &page))
}

/// Changes or retires one.
pub async fn change(
    State(app): State<App>,
    words: Speaks,
    Path(id): Path<ResourceId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    if app.store.resource_versions(form.who.school_id, id).await?.is_empty() {
        return Err(PageError::NotFound);
    }
    save(State(app), words, id, false, form).await
}

async fn save(
    State(app): State<App>,
    Speaks(words): Speaks,
    id: ResourceId,
    is_new: bool,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let (facts, fits) = read(&fields)?;
    if !fits {
        let school = school_of(&app, &who).await?;
        let versions = app.store.resource_versions(school.id, id).await?;
        let id = (!is_new).then_some(id);
        let page =
            FormPage { who: &who, school: &school, id, facts: &facts, versions: &versions, wrong: true };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page::form(words, &page)).into_response());
    }
    if !app.store.save_resource(who.school_id, id, facts, who.staff_id, app.clock.now()).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to("/staff/resources").into_response())
}

/// What was typed, and whether it can be stored.
fn read(fields: &Fields) -> Result<(ResourceFacts, bool), PageError> {
    let is_ticked = |factor: &&BarrierFactor| fields.contains_key(&format!("factor_{}", factor.word()));
    let verified = one_line(fields, "verified").map(|day| day.parse::<SchoolDay>());
    let facts = ResourceFacts {
        name: one_line(fields, "name").unwrap_or_default(),
        factors: BarrierFactor::ALL.iter().filter(is_ticked).copied().collect(),
        eligibility: one_line(fields, "eligibility"),
        hours: one_line(fields, "hours"),
        phone: one_line(fields, "phone"),
        verified: verified.transpose().map_err(|_| PageError::BadForm)?,
        retired: fields.contains_key("retired"),
    };
    let texts = [Some(&facts.name), facts.eligibility.as_ref(), facts.hours.as_ref(), facts.phone.as_ref()];
    let short = texts.into_iter().flatten().all(|text| text.chars().count() <= FIELD_CHARACTERS_MAX);
    let fits = short && !facts.name.is_empty();
    Ok((facts, fits))
}
