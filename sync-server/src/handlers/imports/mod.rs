//! Importing a school's export on the web: upload, look, confirm, undo.

mod upload;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::auth::sha256;
use crate::imports::ImportKind;
use crate::pages::PageError;
use crate::pages::imports::{self as pages, FormPage, HistoryPage, Refusal};
use crate::service::imports as service;
use crate::service::imports::Agreed;
use crate::store::StoreError;
use crate::store::imports::ImportRecord;
use crate::store::sessions::SignedIn;

pub use upload::{BYTES_MAX, upload};

const ENTRIES_SHOWN: usize = 25;

/// Which page of the history.
#[derive(Deserialize)]
pub struct Which {
    before: Option<i64>,
}

/// The kinds of files, and the history.
pub async fn imports(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(Which { before }): Query<Which>,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    // One more than is shown tells whether there are more.
    let mut entries = history(&app, ENTRIES_SHOWN + 1, before).await?;
    let more = entries.len() > ENTRIES_SHOWN;
    entries.truncate(ENTRIES_SHOWN);
    Ok(pages::history(words, &HistoryPage { who: &who, school: &school, entries: &entries, more }))
}

/// The form for one kind of file.
pub async fn form(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(kind): Path<String>,
) -> Result<Html<String>, PageError> {
    let kind = ImportKind::from_word(&kind).ok_or(PageError::NotFound)?;
    let school = school_of(&app, &who).await?;
    Ok(pages::form(words, &FormPage { who: &who, school: &school, kind, refusal: None }))
}

/// How far it is; a page that waits asks again by itself.
pub async fn job(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let Some(job) = app.imports.job(&id, &who) else {
        return Ok((StatusCode::NOT_FOUND, pages::gone(words, &who)).into_response());
    };
    let school = school_of(&app, &who).await?;
    let state = job.state();
    Ok(pages::job(words, &who, &school, &job, &state, app.clock.now()).into_response())
}

/// What confirming sends.
#[derive(Deserialize)]
pub struct Confirm {
    token: String,
    // Boxes that are not ticked are not sent.
    skip_bad_rows: Option<String>,
    withdrawals: Option<String>,
}

/// Imports what was tried.
pub async fn confirm(
    State(app): State<App>,
    Path(id): Path<String>,
    form: StaffForm<Confirm>,
) -> Result<Redirect, PageError> {
    let StaffForm { who, fields: Confirm { token, skip_bad_rows, withdrawals }, .. } = form;
    let job = app.imports.job(&id, &who).ok_or(PageError::NotFound)?;
    let expected = job.token().ok_or(PageError::NotFound)?;
    // Compared as hashes: how much of a guess is right cannot be timed.
    if sha256(token.as_bytes()) != sha256(expected.as_bytes()) {
        return Err(PageError::Forged);
    }
    let agreed = Agreed { skip_bad_rows: skip_bad_rows.is_some(), withdrawals: withdrawals.is_some() };
    // Sent twice, it is imported once.
    service::import_file(&app, &who, &job, agreed);
    Ok(to_job(&id))
}

/// One entry of the history.
pub async fn entry(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(batch): Path<i64>,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let entry = entry_of(&app, &who, batch).await?;
    Ok(pages::entry(words, &who, &school, &entry, None))
}

/// Undoes an import.
pub async fn undo(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(batch): Path<i64>,
    form: StaffForm<NoFields>,
) -> Result<Response, PageError> {
    let entry = entry_of(&app, &form.who, batch).await?;
    if let Some(job) = service::undo_import(&app, &form.who, batch) {
        return Ok(to_job(&job.id).into_response());
    }
    let school = school_of(&app, &form.who).await?;
    let page = pages::entry(words, &form.who, &school, &entry, Some(Refusal::Busy));
    Ok((StatusCode::SERVICE_UNAVAILABLE, page).into_response())
}

/// An entry of the history whose report the school may read: not one of another school's or of the whole district's.
async fn entry_of(app: &App, who: &SignedIn, batch: i64) -> Result<ImportRecord, PageError> {
    let newest = history(app, 1, batch.checked_add(1)).await?;
    let entry = newest.into_iter().find(|entry| entry.id == batch && entry.school == Some(who.school_id));
    entry.ok_or(PageError::NotFound)
}

async fn history(app: &App, limit: usize, before: Option<i64>) -> Result<Vec<ImportRecord>, PageError> {
    let (store, limit) = (app.store.clone(), u32::try_from(limit).unwrap_or(u32::MAX));
    let read = tokio::task::spawn_blocking(move || store.import_history(limit, before)).await;
    Ok(read.map_err(|_| StoreError::Stopped)??)
}

fn to_job(id: &str) -> Redirect {
    Redirect::to(&format!("/staff/imports/jobs/{id}"))
}
