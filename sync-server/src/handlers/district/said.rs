//! What the district and its schools say of themselves: the five supports, readiness, what a month taught.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::{DistrictSupport, ReadinessQuestion, ReflectionPrompt, SchoolDay};
use serde::Deserialize;

use super::chosen;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::district::{readiness, reflections, self_check};
use crate::service::district::{months, today};
use crate::service::district_form::{Fields, Wrong, read_answers, read_texts};
use crate::store::district::Stamp;
use crate::store::sessions::SignedIn;

/// The captain's look at the five supports.
pub async fn self_check(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let rows = app.store.self_checks().await?;
    Ok(self_check::page(words, &who, &rows, &Fields::new(), None))
}

/// Adds one; or shows what was typed with what is missing.
pub async fn add_self_check(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    match read_answers(&fields, DistrictSupport::ALL) {
        Ok(rows) => {
            app.store.add_self_check(rows, stamp(&app, &who).await?).await?;
            Ok(Redirect::to("/district/self-check").into_response())
        }
        Err(wrong) => {
            let rows = app.store.self_checks().await?;
            let page = self_check::page(words, &who, &rows, &fields, Some(wrong));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// How ready the schools are, for the district.
pub async fn all_readiness(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let (schools, rows) = (app.store.schools().await?, app.store.readiness(None).await?);
    Ok(readiness::district(words, &who, &schools, &rows))
}

/// How ready one's own school is.
pub async fn readiness(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    readiness_page(&app, words, &who, &Fields::new(), None).await
}

/// Adds answers; or shows what was typed with what is missing.
pub async fn add_readiness(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    match read_answers(&fields, ReadinessQuestion::ALL) {
        Ok(rows) => {
            app.store.add_readiness(who.school_id, rows, stamp(&app, &who).await?).await?;
            Ok(Redirect::to("/staff/readiness").into_response())
        }
        Err(wrong) => {
            let page = readiness_page(&app, words, &who, &fields, Some(wrong)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn readiness_page(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    typed: &Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let rows = app.store.readiness(Some(school.id)).await?;
    Ok(readiness::school(words, who, &school, &rows, typed, wrong))
}

/// Which month.
#[derive(Deserialize)]
pub struct Which {
    month: Option<String>,
}

/// What a month taught the school.
pub async fn reflections(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(Which { month }): Query<Which>,
) -> Result<Html<String>, PageError> {
    let months = own_months(&app, &who).await?;
    let month = chosen(&months, month.as_deref())?;
    reflections_page(&app, words, &who, &months, month, None, None).await
}

/// Writes it down; or shows what was typed with what keeps it from being kept.
pub async fn add_reflections(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let months = own_months(&app, &who).await?;
    let asked = fields.get("month").filter(|month| !month.is_empty()).ok_or(PageError::BadForm)?;
    let month = chosen(&months, Some(asked))?.ok_or(PageError::NotFound)?;
    match read_texts(&fields, ReflectionPrompt::ALL) {
        Ok(texts) => {
            app.store.add_reflections(who.school_id, month, texts, stamp(&app, &who).await?).await?;
            Ok(Redirect::to(&format!("/staff/reflections?month={month}")).into_response())
        }
        Err(wrong) => {
            let typed = Some(&fields);
            let page = reflections_page(&app, words, &who, &months, Some(month), typed, Some(wrong)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn own_months(app: &App, who: &SignedIn) -> Result<Vec<SchoolDay>, PageError> {
    let school = school_of(app, who).await?;
    Ok(months(app.store.as_ref(), &[school], today(app, who).await?).await?)
}

async fn reflections_page(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    months: &[SchoolDay],
    month: Option<SchoolDay>,
    typed: Option<&Fields>,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let known = match month {
        Some(month) => app.store.reflections(Some(school.id), month).await?,
        None => Vec::new(),
    };
    let stored: BTreeMap<ReflectionPrompt, String> =
        known.iter().map(|known| (known.prompt, known.text.clone())).collect();
    let page = reflections::ReflectionsPage {
        who,
        school: &school,
        months,
        month,
        stored: &stored,
        typed,
        wrong,
        last: known.iter().max_by_key(|known| known.at),
    };
    Ok(reflections::page(words, &page))
}

async fn stamp(app: &App, who: &SignedIn) -> Result<Stamp, PageError> {
    Ok(Stamp { day: today(app, who).await?, by: who.staff_id, at: app.clock.now() })
}
