//! Breaking the glass: opening a student of another school with a reason, for some hours.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::glass::{self as page, BehindPage, ListPage};
use crate::service::referral_form::{Fields, one_line};
use crate::service::student_page;
use crate::store::audit::AccessEvent;
use crate::store::fields::{Purpose, Readable};
use crate::store::glass::{GlassBroken, HOURS_MAX, NewGlass};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The form, what this person opened, and which of the school's own students others opened.
pub async fn glasses(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    list(&app, words, &who, &school, &Fields::new(), false).await
}

async fn list(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    school: &School,
    fields: &Fields,
    refused: bool,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "glasses_viewed");
    app.store.note_access(seen).await?;
    let (own, into) = (app.store.glasses_by(who.staff_id).await?, app.store.glasses_into(school.id).await?);
    Ok(page::list(words, &ListPage { who, school, now, own: &own, into: &into, fields, refused }))
}

/// Breaks one, or shows what was typed with what is wrong.
pub async fn break_glass(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let hours = one_line(&fields, "hours").and_then(|hours| hours.parse::<u32>().ok());
    let hours = hours.filter(|hours| (1..=HOURS_MAX).contains(hours)).ok_or(PageError::BadForm)?;
    let reason = one_line(&fields, "reason");
    let reason = reason.filter(|reason| reason.chars().count() <= page::REASON_CHARACTERS_MAX);
    let broken = match (one_line(&fields, "key"), reason) {
        (Some(key), Some(reason)) => {
            let (by, own_school, at) = (who.staff_id, school.id, app.clock.now());
            app.store.break_glass(NewGlass { by, own_school, key, reason, hours, at }).await?
        }
        _ => GlassBroken::NoSuchStudent,
    };
    match broken {
        GlassBroken::Yes(glass) => Ok(Redirect::to(&format!("/staff/glass/{glass}")).into_response()),
        GlassBroken::OwnStudent(student) => {
            Ok(Redirect::to(&format!("/staff/students/{student}")).into_response())
        }
        GlassBroken::NoSuchStudent => {
            let page = list(&app, words, &who, &school, &fields, true).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// What stands behind one, while it is open. Of nobody else's glass is said that it is there.
pub async fn behind(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(glass): Path<i64>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let fields = Readable::of_staff(who.role, Purpose::BrokenGlass);
    let behind = app.store.file_behind_glass(glass, who.staff_id, now, fields).await?;
    let (glass, file) = behind.ok_or(PageError::NotFound)?;
    let school = app.store.school(glass.school_id).await?.ok_or(PageError::NotFound)?;
    let attendance = student_page::attendance(app.store.as_ref(), &school, file.id, now).await?;
    Ok(page::behind(words, BehindPage { who: &who, school: &school, glass: &glass, file: &file, attendance }))
}

/// Closes one before its time.
pub async fn mend(
    State(app): State<App>,
    Path(glass): Path<i64>,
    form: StaffForm<NoFields>,
) -> Result<Redirect, PageError> {
    match app.store.mend_glass(glass, form.who.staff_id, app.clock.now()).await? {
        true => Ok(Redirect::to("/staff/glass")),
        false => Err(PageError::NotFound),
    }
}
