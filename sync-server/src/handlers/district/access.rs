//! Who looked at what, for the auditor: filtered, page by page, and as a file.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::{SchoolDay, SchoolId, StudentId, UserId};
use serde::Deserialize;

use super::{attachment, district_event, given};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::pages::PageError;
use crate::pages::district::access as page;
use crate::service::access_csv::access_csv;
use crate::service::district_form::{Fields, LINE_CHARACTERS_MAX, Wrong, line};
use crate::store::access_log::{AccessFilter, moments_of};
use crate::store::sessions::SignedIn;

/// Rows of a page.
pub const ROWS: u32 = 100;
/// Rows of a file; whoever needs more narrows it.
const FILE_ROWS: u32 = 50_000;

/// What the address narrows by; an empty field does not.
#[derive(Clone, Default, Deserialize)]
pub struct Which {
    /// By whom.
    #[serde(default)]
    pub person: String,
    /// What.
    #[serde(default)]
    pub kind: String,
    /// About whom: our own id, which says nothing to whoever reads the address.
    #[serde(default)]
    pub student: String,
    /// Of which school.
    #[serde(default)]
    pub school: String,
    /// From that date on.
    #[serde(default)]
    pub from: String,
    /// Up to that date.
    #[serde(default)]
    pub until: String,
    /// Older than that number.
    #[serde(default)]
    pub before: String,
}

impl Which {
    fn filter(&self) -> Result<AccessFilter, PageError> {
        let from: Option<SchoolDay> = parsed(&self.from)?;
        let until: Option<SchoolDay> = parsed(&self.until)?;
        Ok(AccessFilter {
            staff: parsed::<UserId>(&self.person)?,
            what: Some(self.kind.clone()).filter(|kind| !kind.is_empty()),
            student: parsed::<StudentId>(&self.student)?,
            school: parsed::<SchoolId>(&self.school)?,
            from: from.map(|day| moments_of(day).0),
            until: until.map(|day| moments_of(day).1),
            before: parsed(&self.before)?,
        })
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<Option<T>, PageError> {
    let text = Some(text.trim()).filter(|text| !text.is_empty());
    text.map(str::parse).transpose().map_err(|_| PageError::BadForm)
}

/// The log.
pub async fn log(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    log_page(&app, words, &who, &which, None).await
}

async fn log_page(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    which: &Which,
    wrong: Option<(Wrong, &Fields)>,
) -> Result<Html<String>, PageError> {
    let filter = which.filter()?;
    let key = match filter.student {
        Some(student) => Some(app.store.key_of_student(student).await?.ok_or(PageError::NotFound)?),
        None => None,
    };
    if let Some(student) = filter.student {
        let event = district_event(app, who, "access_log_viewed", String::new());
        app.store.note_access(event.about(student)).await?;
    }
    // One more than a page holds: whether there is another.
    let mut rows = app.store.access_log(filter, ROWS + 1).await?;
    let more = rows.len() > ROWS as usize;
    rows.truncate(ROWS as usize);
    let page = page::LogPage {
        who,
        which,
        rows: &rows,
        next: rows.last().filter(|_| more).map(|last| last.id),
        choices: &app.store.access_choices().await?,
        schools: &app.store.schools().await?,
        key: key.as_deref(),
        wrong,
    };
    Ok(page::page(words, &page))
}

/// Finds the student with a key of the export: the key stays out of every address.
pub async fn find_student(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let found = match line(&fields, "key", LINE_CHARACTERS_MAX) {
        Ok(key) => app.store.student_with_key(&key).await?.ok_or(Wrong::NoSuchKey),
        Err(wrong) => Err(wrong),
    };
    match found {
        Ok(student) => Ok(Redirect::to(&format!("/district/access?student={student}")).into_response()),
        Err(wrong) => {
            let page = log_page(&app, words, &who, &Which::default(), Some((wrong, &fields))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// What fits, as a file.
pub async fn file(
    State(app): State<App>,
    Staff(who): Staff,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let filter = which.filter()?;
    let mut event = district_event(&app, &who, "access_log_exported", String::new());
    event.student_id = filter.student;
    app.store.note_access(event).await?;
    let rows = app.store.access_log(filter, FILE_ROWS).await?;
    let csv = access_csv(&rows, &given(&app, who.name))?;
    attachment("text/csv; charset=utf-8", "daymark-access.csv", csv)
}
