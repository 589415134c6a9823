//! The record of a meeting: who was there, what was said, what it came to; the minutes; all meetings.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{AgendaItem, DecisionId, MeetingId, NamesShown, UserId};
use serde::Deserialize;

use super::held;
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::meeting::record::RecordPage;
use crate::pages::meeting::{Typed, minutes as minutes_page, past as past_page, record as page};
use crate::service::meeting::Names;
use crate::service::meeting_form::read_facts;
use crate::service::referral_form::{Fields, one_line, text};
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::meetings::NewAgendaNote;
use crate::store::sessions::SignedIn;

/// All meetings, the latest first.
pub async fn past(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    Ok(past_page::page(words, &who, &school, &app.store.meetings(school.id).await?))
}

/// One of them with its forms.
pub async fn record(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MeetingId>,
) -> Result<Html<String>, PageError> {
    record_page(&app, words, &who, id, None, None).await
}

pub(super) async fn record_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MeetingId,
    typed: Option<Typed>,
    refused: Option<&Fields>,
) -> Result<Html<String>, PageError> {
    shown(app, who, id, NamesShown::Full, "meeting_viewed", |record| {
        page::page(words, &RecordPage { typed: typed.as_ref(), refused, ..record })
    })
    .await
}

/// How much of a name.
#[derive(Deserialize)]
pub struct Wish {
    names: Option<NamesShown>,
}

/// The minutes, to print.
pub async fn minutes(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MeetingId>,
    Query(Wish { names }): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let names = names.unwrap_or(NamesShown::Full);
    shown(&app, &who, id, names, "minutes_viewed", |record| minutes_page::page(words, &record)).await
}

/// Reads the meeting, notes who saw it, and hands it to a page.
async fn shown(
    app: &App,
    who: &SignedIn,
    id: MeetingId,
    names: NamesShown,
    what: &str,
    show: impl FnOnce(RecordPage<'_>) -> Html<String>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let held = held(app, &school, id).await?;
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, what);
    let detail = Some(format!("meeting of {}", held.meeting.day));
    app.store.note_access(AccessEvent { detail, ..seen }).await?;
    let actions = app.store.actions(school.id).await?;
    let actions: Vec<_> = actions.iter().filter(|action| action.meeting == Some(id)).collect();
    Ok(show(RecordPage {
        who,
        school: &school,
        today: school_time::at(&school, now).day,
        held: &held,
        actions: &actions,
        people: &app.store.referral_owners(school.id).await?,
        leads: &app.store.mentor_leads(school.id).await?,
        names: &Names::of(app.store.team_students(school.id).await?, names),
        typed: None,
        refused: None,
    }))
}

/// Says anew who led, who was there, what held.
pub async fn say(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MeetingId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let Ok(facts) = read_facts(&fields) else {
        let page = record_page(&app, words, &who, id, None, Some(&fields)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    if !app.store.say_of_meeting(who.school_id, id, facts, who.staff_id, app.clock.now()).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/team/meeting/{id}")).into_response())
}

/// Writes down what was said to an item; an empty text takes it back.
pub async fn note(
    State(app): State<App>,
    Path(id): Path<MeetingId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let item: AgendaItem =
        one_line(&fields, "item").and_then(|word| word.parse().ok()).ok_or(PageError::BadForm)?;
    let lead: Option<UserId> =
        one_line(&fields, "lead").map(|id| id.parse().map_err(|_| PageError::BadForm)).transpose()?;
    let new = NewAgendaNote {
        school_id: who.school_id,
        meeting_id: id,
        item,
        lead,
        // The field holds no more than that.
        text: text(&fields, "text").map_err(|_| PageError::BadForm)?,
        by: who.staff_id,
        at: app.clock.now(),
    };
    if !app.store.note_agenda(new).await? {
        return Err(PageError::NotFound);
    }
    let place = if item == AgendaItem::MentorLeads { "leads" } else { "agenda" };
    Ok(Redirect::to(&format!("/team/meeting/{id}#{place}")).into_response())
}

/// Takes a decision back; that it stood stays.
pub async fn take_back(
    State(app): State<App>,
    Path((meeting, decision)): Path<(MeetingId, DecisionId)>,
    form: StaffForm<NoFields>,
) -> Result<Response, PageError> {
    let who = form.who;
    let at = app.clock.now();
    if !app.store.take_back_decision(who.school_id, meeting, decision, who.staff_id, at).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/team/meeting/{meeting}#entries")).into_response())
}
