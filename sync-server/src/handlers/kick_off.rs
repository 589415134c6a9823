//! The kick-off: when and where it is, and what is printed for it.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use daymark_components::{Language, Words};
use daymark_domain::{DayType, SchoolDay};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::kick_off::sheets::{self, Paper, Sheet, SheetPage};
use crate::pages::kick_off::{self as page, Fields, KickOffPage, NOTE_CHARACTERS_MAX, PLACE_CHARACTERS_MAX};
use crate::service::planning::SchoolYear;
use crate::service::school_time;
use crate::store::planning::KickOff;

/// The event with its form, and all that can be printed.
pub async fn kick_off(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let event = app.store.kick_off(school.id).await?;
    let fields = event.as_ref().map(Fields::of).unwrap_or_default();
    let page = KickOffPage { who: &who, school: &school, event: event.as_ref(), fields, saved: None };
    Ok(page::page(words, &page))
}

/// Announces it anew; or shows what was typed with what is wrong.
pub async fn set(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let typed = read(&fields);
    let saved = typed.is_some();
    if let Some(event) = typed {
        app.store.set_kick_off(school.id, event, who.staff_id, app.clock.now()).await?;
    }
    let event = app.store.kick_off(school.id).await?;
    let page = KickOffPage { who: &who, school: &school, event: event.as_ref(), fields, saved: Some(saved) };
    let status = if saved { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page::page(words, &page)).into_response())
}

/// How a sheet is wanted.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(rename = "in")]
    language: Option<String>,
    paper: Option<String>,
    month: Option<SchoolDay>,
}

/// One sheet to print.
pub async fn sheet(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(sheet): Path<String>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let sheet = Sheet::from_word(&sheet).ok_or(PageError::NotFound)?;
    let school = school_of(&app, &who).await?;
    let event = app.store.kick_off(school.id).await?;
    let today = school_time::reference_day(&school, app.clock.now());
    let month = wish.month.unwrap_or(today).first_of_month();
    let year = SchoolYear::of(month);
    let page = SheetPage {
        sheet,
        school: &school,
        event: event.as_ref(),
        paper: wish.paper.as_deref().and_then(Paper::from_word).unwrap_or_default(),
        month,
        year,
        calendar: &calendar(&app, &school, sheet, year).await?,
    };
    let words = wish.language.as_deref().and_then(Language::from_word).map_or(words, Words::of);
    Ok(sheets::page(words, &page))
}

/// The year's calendar, for the sheets that show it.
async fn calendar(
    app: &App,
    school: &crate::store::schools::School,
    sheet: Sheet,
    year: SchoolYear,
) -> Result<BTreeMap<SchoolDay, DayType>, PageError> {
    let (Some(first), true) = (year.months().next(), sheet.has_days()) else { return Ok(BTreeMap::new()) };
    Ok(app.store.day_types(school.id, first, first.plus(365)).await?)
}

/// The event, when a day and a place are there and nothing is too long.
fn read(fields: &Fields) -> Option<KickOff> {
    let text = |text: &str, max| {
        let text = text.trim();
        (text.chars().count() <= max).then(|| text.to_owned())
    };
    let place = text(&fields.place, PLACE_CHARACTERS_MAX).filter(|place| !place.is_empty())?;
    let note = text(&fields.note.replace("\r\n", "\n"), NOTE_CHARACTERS_MAX)?;
    let minute = match fields.time.trim() {
        "" => None,
        time => Some(minute_of(time)?),
    };
    Some(KickOff { day: fields.day.parse().ok()?, minute, place, note: (!note.is_empty()).then_some(note) })
}

/// "17:30", as browsers send it.
fn minute_of(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
