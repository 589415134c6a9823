//! Endings, and who comes after.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::MatchId;

use super::super::language::Speaks;
use super::{here, looked_at, match_of, or_not_found, refused};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::keeping::closing::{self as page, ListPage, OnePage};
use crate::pages::keeping::form::Form;
use crate::service::keeping::closing::{read_end, read_plan, read_rematch, read_step};
use crate::service::keeping::rollover::year_of;
use crate::service::keeping::{Fields, Wrong, author, long_text};
use crate::service::rules::Rulebook;
use crate::store::closing::Rematched;
use crate::store::matches::MatchEnd;
use crate::store::sessions::SignedIn;

/// Endings that are planned or not complete, and all that run.
pub async fn closings(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let matches = app.store.kept_matches(school.id, today).await?;
    let closings = app.store.closings(school.id).await?;
    looked_at(&app, &who, "closings_viewed").await?;
    let (matches, closings) = (&matches[..], &closings);
    Ok(page::list(words, &ListPage { who: &who, school: &school, today, matches, closings }))
}

/// One ending.
pub async fn closing(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, Sent::nothing()).await
}

/// A form that was not taken.
struct Sent {
    form: &'static str,
    typed: Fields,
    wrong: Option<Wrong>,
}

impl Sent {
    fn nothing() -> Self {
        Self { form: "", typed: Fields::new(), wrong: None }
    }
    fn wrong(form: &'static str, typed: Fields, wrong: Wrong) -> Self {
        Self { form, typed, wrong: Some(wrong) }
    }
}

async fn one_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MatchId,
    sent: Sent,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(app, who).await?;
    let of = match_of(app, who, id, today).await?;
    let rules = Rulebook::of(&*app.store)
        .await?
        .rules(Some(school.id), today)
        .map_err(crate::reports::ReportError::from)?;
    let page = OnePage {
        who,
        school: &school,
        today,
        of: &of,
        closing: &app.store.closing(school.id, id).await?,
        hand_overs: &app.store.hand_overs(school.id, id).await?,
        mentors: &app.store.mentors(school.id).await?,
        year_ends: year_of(today, rules.rules.school_year_starts).last,
        form: Form { words, typed: &sent.typed, wrong: sent.wrong },
        sent: sent.form,
    };
    Ok(page::one(words, &page))
}

/// Plans an ending, or calls it off.
pub async fn plan(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = here(&app, &who).await?;
    match read_plan(&fields, id, today) {
        Ok(plan) => or_not_found(app.store.plan_closing(plan, author(&app, &who)).await?, to_closing(id)),
        Err(wrong) => Ok(refused(one_page(&app, words, &who, id, Sent::wrong("plan", fields, wrong)).await?)),
    }
}

/// Notes a step.
pub async fn note_step(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = here(&app, &who).await?;
    match read_step(&fields, id, today) {
        Ok(step) => {
            or_not_found(app.store.note_closing_step(step, author(&app, &who)).await?, to_closing(id))
        }
        Err(wrong) => Ok(refused(one_page(&app, words, &who, id, Sent::wrong("step", fields, wrong)).await?)),
    }
}

/// Ends a match today: the phone loses the student at its next sync. What was recorded stays with the school.
pub async fn end(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (school, today) = here(&app, &who).await?;
    let of = app.store.kept_match(school.id, id, today).await?.ok_or(PageError::NotFound)?;
    let closing = app.store.closing(school.id, id).await?;
    let reason = match read_end(&fields, &of, &closing) {
        Ok(reason) => reason.word().to_owned(),
        Err(wrong) => {
            return Ok(refused(one_page(&app, words, &who, id, Sent::wrong("end", fields, wrong)).await?));
        }
    };
    let at = app.clock.now();
    let end = MatchEnd { id, school_id: school.id, end_day: today, reason, by: who.staff_id, at };
    if !app.store.end_match(end).await? {
        return Err(PageError::NotFound);
    }
    app.poke(school.id);
    Ok(to_closing(id))
}

/// Proposes the next match of a student whose last one ended.
pub async fn next_mentor(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(from): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = here(&app, &who).await?;
    let id = MatchId::random();
    let wrong = match read_rematch(&fields, from, id, today) {
        Ok(new) => match app.store.rematch(new, author(&app, &who)).await? {
            Rematched::Yes => return Ok(to_closing(id)),
            Rematched::NotOfThisSchool => return Err(PageError::NotFound),
            Rematched::Already => Wrong::at("mentor", "already_matched"),
            Rematched::NoRoom => Wrong::at("beyond_room", "no_room"),
        },
        Err(wrong) => wrong,
    };
    Ok(refused(one_page(&app, words, &who, from, Sent::wrong("next", fields, wrong)).await?))
}

/// Writes anew what the next mentor shall know.
pub async fn write_hand_over(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let wrong = match long_text(&fields, "hand_over") {
        Ok(Some(text)) => {
            let was_kept = app.store.write_hand_over(id, text, author(&app, &who)).await?;
            return or_not_found(was_kept, to_closing(id));
        }
        Ok(None) => Wrong::at("hand_over", "empty"),
        Err(wrong) => wrong,
    };
    Ok(refused(one_page(&app, words, &who, id, Sent::wrong("hand_over", fields, wrong)).await?))
}

fn to_closing(id: MatchId) -> Response {
    Redirect::to(&format!("/staff/closing/{id}")).into_response()
}
