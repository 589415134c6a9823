//! The matching board and the rules that it follows.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;

use super::today;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::matching::board::{self as page, BoardPage};
use crate::service::matching::board::board as board_of;
use crate::service::matching::form::{Fields, Wrong, read_rules};
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::fields::{Purpose, Readable};
use crate::store::sessions::SignedIn;

/// The board.
pub async fn board(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    board_page(&app, words, &who, Fields::new(), None).await
}

/// Sets how the school matches from now on.
pub async fn set_rules(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    match read_rules(&fields) {
        Ok(rules) => {
            let (by, at) = (who.staff_id, app.clock.now());
            app.store.set_matching_rules(who.school_id, rules, by, at).await?;
            Ok(Redirect::to("/staff/matches").into_response())
        }
        Err(wrong) => {
            let page = board_page(&app, words, &who, fields, Some(wrong)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn board_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    typed: Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let (school, now) = (school_of(app, who).await?, app.clock.now());
    let day = today(app, &school);
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, school.id, "matches_viewed")).await?;
    // What ran out since yesterday is told today.
    app.store.settle_if_due(school.id, day, now).await?;
    let board = board_of(app.store.as_ref(), school.id, school_time::reference_day(&school, now)).await?;
    let board = board.as_read(Readable::of_staff(who.role, Purpose::Care));
    let page = BoardPage { who, school: &school, today: day, board: &board, typed: &typed, wrong };
    Ok(page::page(words, &page))
}
