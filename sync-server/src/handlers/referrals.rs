//! Referrals: the list, a new one, and the steps of each.

use std::collections::BTreeSet;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{BarrierFactor, EntryKey, MatchId, ReferralId, ReferralStatus, StudentId};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::referrals::{self as page, Filter, ListPage, OnePage};
use crate::pages::{PageError, new_referral};
use crate::service::referral_form::{Fields, Wrong, one_line, read_answer, read_new, read_state};
use crate::service::school_time;
use crate::store::accounts::Role;
use crate::store::asks::AskSummary;
use crate::store::audit::AccessEvent;
use crate::store::fields::{Purpose, Readable};
use crate::store::referrals::{NewReferral, NewStep, StepTaken};
use crate::store::sessions::SignedIn;
use crate::store::student_file::StudentFile;

/// Which of them.
#[derive(Deserialize)]
pub struct Which {
    status: Option<String>,
}

/// The list: open ones unless others are asked for.
pub async fn referrals(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(Which { status }): Query<Which>,
) -> Result<Html<String>, PageError> {
    let filter = Filter::from_word(status.as_deref().unwrap_or_default()).ok_or(PageError::BadForm)?;
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    let referrals = app.store.referrals(school.id).await?;
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, school.id, "referrals_viewed")).await?;
    let today = school_time::at(&school, now).day;
    Ok(page::list(words, &ListPage { who: &who, school: &school, today, now, filter, referrals: &referrals }))
}

/// For whom, and from which request.
#[derive(Deserialize)]
pub struct For {
    student: Option<StudentId>,
    r#match: Option<MatchId>,
    ask: Option<EntryKey>,
}

/// The form of a new one; without a student it is chosen first.
pub async fn new_form(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(of): Query<For>,
) -> Result<Response, PageError> {
    let ask = ask_of(&app, &who, of.r#match.zip(of.ask)).await?;
    let Some(student) = ask.as_ref().map(|ask| ask.student_id).or(of.student) else {
        return Ok(Redirect::to("/staff/students").into_response());
    };
    Ok(new_page(&app, words, &who, student, ask, Fields::new(), None).await?.into_response())
}

/// Makes it; or shows what was typed with what keeps it from being made.
pub async fn add(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let student = parsed::<StudentId>(&fields, "student")?.ok_or(PageError::BadForm)?;
    let asked = parsed::<MatchId>(&fields, "match")?.zip(parsed::<EntryKey>(&fields, "ask")?);
    let ask = ask_of(&app, &who, asked.clone()).await?;
    let resources = app.store.resources(who.school_id).await?;
    let read = || {
        let (new, state) = (read_new(&fields, &resources)?, read_state(&fields)?);
        if !matches!(state.status, ReferralStatus::Draft | ReferralStatus::Requested) {
            return Err(Wrong::Unreadable);
        }
        state.status.stands_with(state.consent, state.outcome).map_err(Wrong::Step)?;
        let answer = read_answer(&fields, state.status, true)?;
        Ok((new, state, answer))
    };
    let (new, state, answer) = match read() {
        Ok(read) => read,
        Err(wrong) => {
            let page = new_page(&app, words, &who, student, ask, fields, Some(wrong)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let (id, school_id) = (ReferralId::random(), who.school_id);
    let is_answer = asked.is_some();
    let new = NewReferral {
        id,
        school_id,
        student_id: student,
        kind: new.kind,
        resource: new.resource,
        to: new.to,
        urgency: new.urgency,
        reason: new.reason,
        ask: asked,
        state,
        answer,
        by: who.staff_id,
        at: app.clock.now(),
    };
    if !app.store.add_referral(new).await? {
        return Err(PageError::NotFound);
    }
    if is_answer {
        app.poke(school_id);
    }
    Ok(Redirect::to(&format!("/staff/referrals/{id}")).into_response())
}

async fn new_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    student: StudentId,
    ask: Option<AskSummary>,
    typed: Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    // Whoever writes a referral needs no more than the team reads.
    let fields = Readable::of_staff(Role::Team, Purpose::Care);
    let file = app.store.student_file(school.id, student, fields).await?.ok_or(PageError::NotFound)?;
    app.store
        .note_access(AccessEvent::by_staff(now, who.staff_id, school.id, "student_viewed").about(student))
        .await?;
    let mut waiting = match &ask {
        Some(_) => Vec::new(),
        None => app.store.asks(school.id).await?,
    };
    waiting.retain(|ask| ask.student_id == student && ask.is_open());
    let page = new_referral::NewPage {
        who,
        file: &file,
        ask: ask.as_ref(),
        waiting: &waiting,
        in_the_way: &in_the_way(&file),
        resources: &app.store.resources(school.id).await?,
        owners: &app.store.referral_owners(school.id).await?,
        due: school_time::at(&school, now).day.plus(7),
        typed: &typed,
        wrong,
    };
    Ok(new_referral::page(words, &page))
}

/// What stands in the student's way now.
pub(super) fn in_the_way(file: &StudentFile) -> BTreeSet<BarrierFactor> {
    let now = file.barriers.iter().filter(|barrier| !barrier.voided && barrier.resolved.is_none());
    now.filter_map(|barrier| barrier.factor.parse().ok()).collect()
}

/// The mentor's request, when one is named; one of another school is not there.
async fn ask_of(
    app: &App,
    who: &SignedIn,
    named: Option<(MatchId, EntryKey)>,
) -> Result<Option<AskSummary>, PageError> {
    let Some((match_id, key)) = named else { return Ok(None) };
    let mut asks = app.store.asks(who.school_id).await?.into_iter();
    asks.find(|ask| ask.match_id == match_id && ask.key == key).map(Some).ok_or(PageError::NotFound)
}

fn parsed<T: std::str::FromStr>(fields: &Fields, name: &str) -> Result<Option<T>, PageError> {
    one_line(fields, name).map(|text| text.parse()).transpose().map_err(|_| PageError::BadForm)
}

/// One with its history.
pub async fn referral(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<ReferralId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, Fields::new(), None).await
}

/// Takes a step; or shows what was typed with what keeps it from being taken.
pub async fn step(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<ReferralId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let from = parsed::<ReferralStatus>(&fields, "from")?.ok_or(PageError::BadForm)?;
    let referral = app.store.referral(who.school_id, id).await?.ok_or(PageError::NotFound)?;
    let is_answer = referral.ask.is_some();
    let read = || {
        let state = read_state(&fields)?;
        from.step(state.status, state.consent, state.outcome).map_err(Wrong::Step)?;
        let answer = match is_answer {
            true => read_answer(&fields, state.status, state.status != from)?,
            false => None,
        };
        Ok((state, answer))
    };
    let taken = match read() {
        Ok((state, answer)) => {
            let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
            match app.store.step_referral(NewStep { school_id, id, from, state, answer, by, at }).await? {
                StepTaken::Yes => Ok(()),
                StepTaken::NotOfThisSchool => return Err(PageError::NotFound),
                StepTaken::Moved => Err(Wrong::Moved),
            }
        }
        Err(wrong) => Err(wrong),
    };
    if let Err(wrong) = taken {
        let status =
            if wrong == Wrong::Moved { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = one_page(&app, words, &who, id, fields, Some(wrong)).await?;
        return Ok((status, page).into_response());
    }
    if is_answer {
        app.poke(who.school_id);
    }
    Ok(Redirect::to(&format!("/staff/referrals/{id}")).into_response())
}

async fn one_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: ReferralId,
    typed: Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let referral = app.store.referral(school.id, id).await?.ok_or(PageError::NotFound)?;
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "referral_viewed");
    app.store.note_access(seen.about(referral.student_id)).await?;
    let page = OnePage {
        who,
        school: &school,
        today: school_time::at(&school, now).day,
        steps: &app.store.referral_steps(id).await?,
        resources: &app.store.resources(school.id).await?,
        owners: &app.store.referral_owners(school.id).await?,
        referral: &referral,
        typed: &typed,
        wrong,
    };
    Ok(page::one(words, &page))
}

/// Whom to call when a child may be in danger: that this page was opened is all that is recorded.
pub async fn safety(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let contacts = app.store.safety_contacts(who.school_id).await?;
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, who.school_id, "safety_contacts_viewed");
    app.store.note_access(seen).await?;
    Ok(page::safety(words, &who, &contacts))
}
