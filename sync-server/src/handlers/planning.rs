//! The school's plan, version by version.

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::planning::{self as page, ANSWER_CHARACTERS_MAX, Outcome, PlanPage};
use crate::service::planning::prompts;
use crate::store::planning::{NewPlan, PlanSaved};

/// The plan in force, to read or to go on writing.
pub async fn plan(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let versions = app.store.plan_versions(school.id).await?;
    let plan = app.store.plan(school.id, None).await?;
    let answers = plan.map(|plan| plan.answers).unwrap_or_default();
    let follows = versions.first().map_or(0, |latest| latest.version);
    let page = PlanPage {
        who: &who,
        school: &school,
        versions: &versions,
        answers: &answers,
        follows,
        outcome: None,
    };
    Ok(page::page(words, &page))
}

/// Saves another version; or shows what was typed with what keeps it from being saved.
pub async fn save(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let follows = fields.get("follows").and_then(|text| text.parse().ok()).ok_or(PageError::BadForm)?;
    let answers = typed(&fields);
    let too_long = answers.values().any(|text| text.chars().count() > ANSWER_CHARACTERS_MAX);
    let outcome = if too_long {
        Outcome::TooLong
    } else {
        let (by, at) = (who.staff_id, app.clock.now());
        let new = NewPlan { school_id: school.id, follows, answers: answers.clone(), by, at };
        match app.store.save_plan(new).await? {
            PlanSaved::Yes => Outcome::Saved,
            PlanSaved::Newer(version) => Outcome::Newer(version),
        }
    };
    let versions = app.store.plan_versions(school.id).await?;
    let follows = match outcome {
        Outcome::TooLong => follows,
        // Whoever saves again has been told of the newer version.
        Outcome::Saved | Outcome::Newer(_) => versions.first().map_or(0, |latest| latest.version),
    };
    let status = match outcome {
        Outcome::Saved => StatusCode::OK,
        Outcome::TooLong => StatusCode::UNPROCESSABLE_ENTITY,
        Outcome::Newer(_) => StatusCode::CONFLICT,
    };
    let (who, school, outcome) = (&who, &school, Some(outcome));
    let page = PlanPage { who, school, versions: &versions, answers: &answers, follows, outcome };
    Ok((status, page::page(words, &page)).into_response())
}

/// One version, to read and to print.
pub async fn version(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(version): Path<u32>,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let plan = app.store.plan(school.id, Some(version)).await?.ok_or(PageError::NotFound)?;
    Ok(page::version(words, &who, &school, &plan))
}

/// The answers that are not empty, with line ends as they are counted.
fn typed(fields: &HashMap<String, String>) -> BTreeMap<String, String> {
    let answer = |prompt: &str| fields.get(prompt).map(|text| text.replace("\r\n", "\n").trim().to_owned());
    let answers = prompts().filter_map(|prompt| Some((prompt.to_owned(), answer(prompt)?)));
    answers.filter(|(_, text)| !text.is_empty()).collect()
}
