//! Support for mentors.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::MentorId;

use super::super::language::Speaks;
use super::super::mentors::mentor_of;
use super::{here, looked_at, or_not_found, refused};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::keeping::form::Form;
use crate::pages::keeping::support::{self as page, ListPage, OnePage};
use crate::pages::keeping::support_groups::{self, GroupsPage};
use crate::service::keeping::support::{next_talk, next_talks, read_check_in, read_event, read_pulse};
use crate::service::keeping::{Fields, Wrong, author};
use crate::store::sessions::SignedIn;

/// Whose talk is due.
pub async fn mentors(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let mentors = app.store.supported_mentors(school.id).await?;
    Ok(page::list(words, &ListPage { who: &who, school: &school, today, next: &next_talks(&mentors) }))
}

/// One mentor's talks and answers.
pub async fn mentor(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, ("", &Fields::new(), None)).await
}

/// Keeps a talk.
pub async fn add_check_in(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = here(&app, &who).await?;
    match read_check_in(&fields, today) {
        Ok(facts) => {
            or_not_found(app.store.add_check_in(id, facts, author(&app, &who)).await?, to_mentor(id))
        }
        Err(wrong) => Ok(refused(one_page(&app, words, &who, id, ("talk", &fields, Some(wrong))).await?)),
    }
}

/// Keeps answers to the three questions.
pub async fn add_pulse(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = here(&app, &who).await?;
    match read_pulse(&fields, today) {
        Ok(facts) => or_not_found(app.store.add_pulse(id, facts, author(&app, &who)).await?, to_mentor(id)),
        Err(wrong) => Ok(refused(one_page(&app, words, &who, id, ("pulse", &fields, Some(wrong))).await?)),
    }
}

fn to_mentor(id: MentorId) -> Response {
    Redirect::to(&format!("/staff/support/{id}")).into_response()
}

async fn one_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MentorId,
    (sent, typed, wrong): (&'static str, &Fields, Option<Wrong>),
) -> Result<Html<String>, PageError> {
    let (school, today) = here(app, who).await?;
    let mentor = mentor_of(app, who, id).await?;
    let supported = app.store.supported_mentors(school.id).await?;
    let matches = app.store.kept_matches(school.id, today).await?;
    let matches: Vec<_> = matches.iter().filter(|of| of.mentor_id == id && of.is_running()).collect();
    looked_at(app, who, "mentor_support_viewed").await?;
    let page = OnePage {
        who,
        today,
        mentor: &mentor,
        next: supported.iter().find(|of| of.id == id).and_then(next_talk),
        check_ins: &app.store.check_ins(school.id, id).await?,
        pulses: &app.store.pulses(school.id, id).await?,
        matches: &matches,
        form: Form { words, typed, wrong },
        sent,
    };
    Ok(page::one(words, &page))
}

/// Mentors among themselves.
pub async fn groups(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    groups_page(&app, words, &who, &Fields::new(), None).await
}

/// Keeps who came.
pub async fn add_group(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (school, today) = here(&app, &who).await?;
    let mentors: Vec<_> = app.store.mentors(school.id).await?.iter().map(|mentor| mentor.id).collect();
    match read_event(&fields, &mentors, today) {
        Ok((day, topic, came)) => {
            app.store.add_support_event(day, topic, came, author(&app, &who)).await?;
            Ok(Redirect::to("/staff/support/groups").into_response())
        }
        Err(wrong) => Ok(refused(groups_page(&app, words, &who, &fields, Some(wrong)).await?)),
    }
}

async fn groups_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    typed: &Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(app, who).await?;
    let page = GroupsPage {
        who,
        school: &school,
        today,
        mentors: &app.store.mentors(school.id).await?,
        events: &app.store.support_events(school.id).await?,
        form: Form { words, typed, wrong },
    };
    Ok(support_groups::page(words, &page))
}
