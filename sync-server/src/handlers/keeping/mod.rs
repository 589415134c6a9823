//! Looking after matches and mentors.

pub mod closing;
pub mod reviews;
pub mod rollover;
pub mod sheets;
pub mod substitutes;
pub mod support;
pub mod thanks;

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use daymark_domain::{MatchId, SchoolDay};

use super::mentors::school_of;
use crate::app::App;
use crate::pages::PageError;
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::closing::KeptMatch;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The school of whoever asks, and the date there.
async fn here(app: &App, who: &SignedIn) -> Result<(School, SchoolDay), PageError> {
    let school = school_of(app, who).await?;
    let today = school_time::at(&school, app.clock.now()).day;
    Ok((school, today))
}

/// A match of the school; that it was looked at is noted.
async fn match_of(app: &App, who: &SignedIn, id: MatchId, today: SchoolDay) -> Result<KeptMatch, PageError> {
    let of = app.store.kept_match(who.school_id, id, today).await?.ok_or(PageError::NotFound)?;
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, who.school_id, "match_viewed");
    app.store.note_access(seen.about(of.student_id)).await?;
    Ok(of)
}

/// Notes that a list with names of students was looked at.
async fn looked_at(app: &App, who: &SignedIn, what: &str) -> Result<(), PageError> {
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, who.school_id, what);
    Ok(app.store.note_access(seen).await?)
}

/// What was kept leads on; what is not of this school is not there.
fn or_not_found(was_kept: bool, then: Response) -> Result<Response, PageError> {
    if was_kept { Ok(then) } else { Err(PageError::NotFound) }
}

/// A form that was not taken, with what was typed.
fn refused(page: Html<String>) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
