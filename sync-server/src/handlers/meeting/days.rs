//! The heat map and its groups.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{DayGroupId, NamesShown, UserId};

use super::day_of;
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::meeting::days::{self as page, DaysPage, SPANS};
use crate::service::days::{Criteria, MapQuestion, day_map};
use crate::service::meeting::Names;
use crate::service::meeting_form::{NAME_CHARACTERS_MAX, Wrong};
use crate::service::referral_form::{Fields, one_line};
use crate::store::audit::AccessEvent;
use crate::store::day_groups::NewDayGroup;
use crate::store::sessions::SignedIn;

const DAYS: usize = 20;

/// The map of the criteria that the address has.
pub async fn days(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(fields): Query<Fields>,
) -> Result<Html<String>, PageError> {
    map_page(&app, words, &who, &fields, None).await
}

async fn map_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    fields: &Fields,
    typed: Option<(&Fields, Wrong)>,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let names = Names::of(app.store.team_students(school.id).await?, NamesShown::Full);
    let criteria = Criteria::of(fields);
    let (days, page) = (span(fields)?, one_line(fields, "page").and_then(|n| n.parse().ok()).unwrap_or(0));
    let as_of = day_of(fields.get("as_of").map(String::as_str))?;
    let question = MapQuestion { school: school.id, as_of, criteria: criteria.clone(), days, page };
    let map = day_map(app.store.as_ref(), question, &names).await?;
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "days_viewed");
    app.store.note_access(AccessEvent { detail: Some(criteria.query()), ..seen }).await?;
    let page = DaysPage {
        who,
        school: &school,
        map: map.as_ref(),
        criteria: &criteria,
        as_of,
        days,
        outreach: fields.get("outreach").is_some_and(|value| value == "yes"),
        page,
        names: &names,
        groups: &app.store.day_groups(school.id).await?,
        owners: &app.store.referral_owners(school.id).await?,
        typed,
    };
    Ok(page::page(words, &page))
}

/// How many days: one of those that are offered.
fn span(fields: &Fields) -> Result<Option<usize>, PageError> {
    let asked = match one_line(fields, "days").as_deref() {
        None => Some(DAYS),
        Some("year") => None,
        Some(number) => Some(number.parse().map_err(|_| PageError::BadForm)?),
    };
    if SPANS.contains(&asked) { Ok(asked) } else { Err(PageError::BadForm) }
}

/// Keeps the criteria under a name; or shows what was typed with what is missing.
pub async fn save_group(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let name = one_line(&fields, "name").ok_or(Wrong::NoName);
    let name = name.and_then(|name| match name.chars().count() {
        0..=NAME_CHARACTERS_MAX => Ok(name),
        _ => Err(Wrong::TooLong),
    });
    let name = match name {
        Ok(name) => name,
        Err(wrong) => {
            let page = map_page(&app, words, &who, &fields, Some((&fields, wrong))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let owner: Option<UserId> =
        one_line(&fields, "owner").map(|id| id.parse().map_err(|_| PageError::BadForm)).transpose()?;
    let criteria = Criteria::of(&fields).query();
    let new = NewDayGroup {
        id: DayGroupId::random(),
        school_id: who.school_id,
        name,
        criteria: criteria.clone(),
        owner,
        retired: false,
        by: who.staff_id,
        at: app.clock.now(),
    };
    if !app.store.save_day_group(new).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/team/meeting/days?{criteria}")).into_response())
}

/// No longer offers a group.
pub async fn retire_group(
    State(app): State<App>,
    Path(id): Path<DayGroupId>,
    form: StaffForm<NoFields>,
) -> Result<Response, PageError> {
    let who = form.who;
    let groups = app.store.day_groups(who.school_id).await?;
    let group = groups.into_iter().find(|group| group.id == id).ok_or(PageError::NotFound)?;
    let new = NewDayGroup {
        id,
        school_id: who.school_id,
        name: group.name,
        criteria: group.criteria,
        owner: None,
        retired: true,
        by: who.staff_id,
        at: app.clock.now(),
    };
    if !app.store.save_day_group(new).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to("/team/meeting/days").into_response())
}
