//! The turn of the school year.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::{SchoolDay, Window};
use serde::Deserialize;

use super::super::language::Speaks;
use super::{here, looked_at};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::keeping::rollover::{self as page, RolloverPage};
use crate::reports::ReportError;
use crate::service::keeping::rollover::{of_old_year, read, year_of};
use crate::service::keeping::{Fields, author};
use crate::service::rules::Rulebook;
use crate::store::rollover::YearTurned;
use crate::store::schools::School;

/// Papers that run out within so many days are named.
const SOON_DAYS: u64 = 60;

/// What was just done.
#[derive(Deserialize)]
pub struct Done {
    on: Option<u32>,
    ended: Option<u32>,
}

/// What the new year finds, with a box for each match.
pub async fn rollover(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(Done { on, ended }): Query<Done>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let year = year_at(&app, &school, today).await?;
    let matches = app.store.kept_matches(school.id, today).await?;
    looked_at(&app, &who, "year_turn_viewed").await?;
    let soon = today.plus(SOON_DAYS);
    let of_this_year = matches
        .iter()
        .filter(|of| of.is_running() && of.start_day >= year.first && of.stands_in_for.is_none());
    let proposals: Vec<_> =
        matches.iter().filter(|of| of.status.is_in_preparation() && of.start_day < year.first).collect();
    let lacking = app.store.papers_lacking(school.id, today).await?;
    let page = RolloverPage {
        who: &who,
        school: &school,
        year,
        old: &of_old_year(&matches, &lacking, year),
        of_this_year: of_this_year.count(),
        proposals: &proposals,
        lacking: &lacking,
        soon: (soon, &app.store.papers_lacking(school.id, soon).await?),
        done: on.zip(ended).map(|(went_on, ended)| YearTurned { went_on, ended }),
    };
    Ok(page::page(words, &page))
}

/// Does it. The same form again finds nothing left to do.
pub async fn turn(State(app): State<App>, form: StaffForm<Fields>) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (school, today) = here(&app, &who).await?;
    let year = year_at(&app, &school, today).await?;
    let matches = app.store.kept_matches(school.id, today).await?;
    let lacking = app.store.papers_lacking(school.id, today).await?;
    let turn = read(&fields, of_old_year(&matches, &lacking, year), year, today);
    let YearTurned { went_on, ended } = app.store.turn_the_year(turn, author(&app, &who)).await?;
    app.poke(school.id);
    Ok(Redirect::to(&format!("/staff/rollover?on={went_on}&ended={ended}")).into_response())
}

async fn year_at(app: &App, school: &School, today: SchoolDay) -> Result<Window, PageError> {
    let rules = Rulebook::of(&*app.store).await?.rules(Some(school.id), today).map_err(ReportError::from)?;
    Ok(year_of(today, rules.rules.school_year_starts))
}
