//! Families' numbers: those that do not work, and one with its history and what staff say of it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::GuardianId;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::numbers::{self as page, ListPage, OnePage};
use crate::service::numbers::{NumberWrong, dead_numbers, read_number};
use crate::service::referral_form::Fields;
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::numbers::{NewNumberEvent, NumberKept};
use crate::store::sessions::SignedIn;

/// Numbers that do not work.
pub async fn numbers(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let numbers = app.store.numbers_asked_about(school.id).await?;
    let (wrong, asks) = (app.store.wrong_numbers(school.id).await?, app.store.asks(school.id).await?);
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "numbers_viewed");
    app.store.note_access(seen).await?;
    let dead = dead_numbers(&numbers, &wrong, &asks);
    Ok(page::list(words, &ListPage { who: &who, school: &school, dead: &dead, now: app.clock.now() }))
}

/// One number with its history.
pub async fn number(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(guardian): Path<GuardianId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, guardian, Fields::new(), None).await
}

async fn one_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    guardian: GuardianId,
    typed: Fields,
    wrong: Option<NumberWrong>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let theirs = app.store.number_of(school.id, guardian).await?;
    let of = theirs.first().ok_or(PageError::NotFound)?;
    for student in &theirs {
        let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "number_viewed");
        app.store.note_access(seen.about(student.student_id)).await?;
    }
    let numbers = app.store.numbers_asked_about(school.id).await?;
    let (wrong_numbers, asks) = (app.store.wrong_numbers(school.id).await?, app.store.asks(school.id).await?);
    let mut dead = dead_numbers(&numbers, &wrong_numbers, &asks);
    dead.retain(|dead| dead.of.guardian_id == guardian);
    let page = OnePage {
        who,
        school: &school,
        today: school_time::at(&school, now).day,
        of,
        theirs: &theirs,
        past: &app.store.number_past(school.id, guardian).await?,
        dead: &dead,
        typed: &typed,
        wrong,
    };
    Ok(page::one(words, &page))
}

/// Keeps what staff say of a number; or shows what was typed with what keeps it from being kept.
pub async fn set(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(guardian): Path<GuardianId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    let theirs = app.store.number_of(school.id, guardian).await?;
    let of = theirs.first().ok_or(PageError::NotFound)?;
    let seen = fields.get("seen").and_then(|seen| seen.parse().ok()).ok_or(PageError::BadForm)?;
    let wrong = match read_number(&fields, of.phone.as_deref(), school_time::at(&school, now).day) {
        Ok(typed) => {
            let new = NewNumberEvent {
                school_id: school.id,
                guardian_id: guardian,
                seen,
                what: typed.what,
                phone: typed.phone,
                source: typed.source,
                day: typed.day,
                answer: typed.answer,
                by: who.staff_id,
                at: now,
            };
            match app.store.keep_number_event(new).await? {
                NumberKept::Yes => {
                    app.poke(school.id);
                    return Ok(Redirect::to(&format!("/staff/numbers/{guardian}")).into_response());
                }
                NumberKept::NotOfThisSchool => return Err(PageError::NotFound),
                NumberKept::Moved => NumberWrong::Moved,
            }
        }
        Err(wrong) => wrong,
    };
    let status = match wrong {
        NumberWrong::Moved => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = one_page(&app, words, &who, guardian, fields, Some(wrong)).await?;
    Ok((status, page).into_response())
}
