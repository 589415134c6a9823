//! The year's checklist: what was done, when, and what shows it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::SchoolDay;
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::checklist::{self as page, ChecklistPage, EVIDENCE_CHARACTERS_MAX, Refused};
use crate::service::planning::{SchoolYear, step};
use crate::service::school_time;
use crate::store::planning::NewStepMark;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the form of a step sends.
#[derive(Deserialize)]
pub struct Mark {
    done: String,
    #[serde(default)]
    day: String,
    evidence: String,
}

/// All steps of this school year.
pub async fn checklist(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    show(&app, words, &who, &school, None).await
}

/// Ticks a step, or takes its tick back; or shows what was typed with what is wrong.
pub async fn mark(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(word): Path<String>,
    form: StaffForm<Mark>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields: Mark { done, day, evidence }, .. } = form;
    let step = step(&word).ok_or(PageError::NotFound)?;
    let school = school_of(&app, &who).await?;
    let now = app.clock.now();
    let today = school_time::at(&school, now).day;
    let evidence = evidence.trim().to_owned();
    let day_done = match (done.as_str(), day.parse::<SchoolDay>()) {
        ("no", _) => Ok(None),
        ("yes", Ok(day)) if day <= today => Ok(Some(day)),
        ("yes", _) => Err(()),
        _ => return Err(PageError::BadForm),
    };
    let fits = evidence.chars().count() <= EVIDENCE_CHARACTERS_MAX;
    let Ok(done) = day_done.and_then(|day| if fits { Ok(day) } else { Err(()) }) else {
        let refused = Refused { step: step.word, day: &day, evidence: &evidence };
        let page = show(&app, words, &who, &school, Some(refused)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let new = NewStepMark {
        school_id: school.id,
        school_year: year_of(&school, now).0,
        step: step.word,
        done,
        evidence: (!evidence.is_empty()).then_some(evidence),
        by: who.staff_id,
        at: now,
    };
    app.store.mark_step(new).await?;
    Ok(Redirect::to(&format!("/staff/checklist#{}", step.word)).into_response())
}

async fn show(
    app: &App,
    words: Words,
    who: &SignedIn,
    school: &School,
    refused: Option<Refused<'_>>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let year = year_of(school, now);
    let marks = app.store.step_marks(school.id, year.0).await?;
    let today = school_time::at(school, now).day;
    Ok(page::page(words, &ChecklistPage { who, school, year, today, marks: &marks, refused }))
}

fn year_of(school: &School, now: i64) -> SchoolYear {
    SchoolYear::of(school_time::at(school, now).day)
}
