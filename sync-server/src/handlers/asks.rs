//! What mentors ask, and the team's answers.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use daymark_domain::{AskStatus, EntryKey, InvalidNote, MatchId, NoteText};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::{PageError, asks as page};
use crate::store::asks::NewAnswer;
use crate::store::audit::AccessEvent;
use crate::store::seen::Shown;

/// All requests. Having them on the page is seeing them: mentors' phones say so.
pub async fn asks(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    // Before they are read, so that nothing is marked that came in between and is not on the page.
    if app.store.mark_seen(school.id, Shown::Asks, now).await? {
        app.poke(school.id);
    }
    let asks = app.store.asks(school.id).await?;
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, who.school_id, "asks_viewed")).await?;
    Ok(page::page(words, &who, &school, &asks, now))
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Answer {
    status: AskStatus,
    text: String,
}

/// Answers one request; an earlier answer stays in its history.
pub async fn answer(
    State(app): State<App>,
    Path((match_id, key)): Path<(MatchId, EntryKey)>,
    form: StaffForm<Answer>,
) -> Result<Redirect, PageError> {
    let StaffForm { who, fields: Answer { status, text }, .. } = form;
    let text = match NoteText::try_from(text) {
        Ok(text) => Some(text),
        // What is not possible is never answered without a reason.
        Err(InvalidNote::Empty) if status != AskStatus::Rejected => None,
        Err(_) => return Err(PageError::BadForm),
    };
    let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
    let new = NewAnswer { school_id, match_id, key, status, text, by, at };
    if !app.store.answer_ask(new).await? {
        return Err(PageError::NotFound);
    }
    app.poke(school_id);
    Ok(Redirect::to("/staff/asks"))
}
