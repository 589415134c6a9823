//! Matching a student with a mentor, and ending it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{MatchId, MentorId};
use serde::Deserialize;

use super::language::Speaks;
use super::matching::today;
use super::mentors::{mentor_of, school_of, to_mentor};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::matches::{SearchPage, search};
use crate::pages::matching::proposal::Proposal;
use crate::service::matching::form::{Fields, Wrong, read_proposal};
use crate::service::matching::starting::{Begun, Ready, begin, has_room, known_variants};
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::matches::StudentSearch;
use crate::store::proposals::CaseChange;
use crate::store::sessions::SignedIn;

const STUDENTS_SHOWN: usize = 50;

/// What the button beside wake-up calls sends.
#[derive(Deserialize)]
pub struct SetWakeUpCalls {
    wake_up_calls: String,
}

/// The empty search.
pub async fn search_form(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
) -> Result<Html<String>, PageError> {
    search_page(&app, words, &who, mentor, None, (Fields::new(), None)).await
}

/// The students who were looked for.
pub async fn find_students(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    form: StaffForm<Fields>,
) -> Result<Html<String>, PageError> {
    let asked = Search::of(&form.fields);
    search_page(&app, words, &form.who, mentor, Some(asked), (Fields::new(), None)).await
}

/// What is looked for.
#[derive(Default)]
struct Search {
    name: String,
    grade: String,
}

impl Search {
    fn of(fields: &Fields) -> Self {
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        Self { name: field("name"), grade: field("grade") }
    }
}

async fn search_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    mentor: MentorId,
    asked: Option<Search>,
    (typed, wrong): (Fields, Option<Wrong>),
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let mentor = mentor_of(app, who, mentor).await?;
    let day = school_time::reference_day(&school, now);
    let mut found = match &asked {
        None => None,
        Some(Search { name, grade }) => {
            let seen = AccessEvent::by_staff(now, who.staff_id, who.school_id, "students_searched");
            app.store.note_access(seen).await?;
            let search = StudentSearch {
                school_id: who.school_id,
                day,
                name: name.clone(),
                grade: Some(grade.clone()).filter(|grade| !grade.is_empty()),
                // One more than is shown tells whether there are more.
                limit: STUDENTS_SHOWN + 1,
            };
            Some(app.store.find_students(search).await?)
        }
    };
    let more = found.as_ref().is_some_and(|found| found.len() > STUDENTS_SHOWN);
    found.iter_mut().for_each(|found| found.truncate(STUDENTS_SHOWN));
    let asked = asked.unwrap_or_default();
    let page = SearchPage {
        who,
        mentor: &mentor,
        grades: &app.store.grades(who.school_id, day).await?,
        asked: (&asked.name, &asked.grade),
        found: found.as_deref(),
        more,
        proposal: Proposal {
            start_day: day,
            expected_end: app.store.last_school_day(school.id, day).await?,
            today: today(app, &school),
            speaks: &[],
            language: String::new(),
            has_room: has_room(app.store.as_ref(), school.id, mentor.id).await?,
            variants: known_variants(app.store.as_ref(), school.id).await?,
            typed: &typed,
            wrong,
        },
    };
    Ok(search(words, &page))
}

/// Matches a student with the mentor: active at once where nothing keeps it from that, else on to the match's page.
pub async fn add_match(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let day = today(&app, &school);
    let begun = match read_proposal(&fields, &who, day) {
        Ok(read) => {
            let new = read.proposal(mentor, &who, day, app.clock.now());
            let ready = Ready { because: read.because, notice: read.notice };
            Ok((new.id, begin(app.store.as_ref(), new, ready).await?))
        }
        Err(wrong) => Err((StatusCode::UNPROCESSABLE_ENTITY, wrong)),
    };
    let (status, wrong) = match begun {
        Ok((_, Begun::NotOfThisSchool)) => return Err(PageError::NotFound),
        Ok((_, Begun::Already)) => (StatusCode::CONFLICT, Wrong { field: "student", why: "already" }),
        Ok((_, Begun::NoRoom)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Wrong { field: "beyond_room", why: "no_room" })
        }
        Ok((id, begun)) => {
            app.poke(who.school_id);
            return Ok(match begun {
                Begun::Active => to_mentor(mentor),
                _ => Redirect::to(&format!("/staff/matches/{id}")),
            }
            .into_response());
        }
        Err(refused) => refused,
    };
    let asked = Some(Search::of(&fields));
    let page = search_page(&app, words, &who, mentor, asked, (fields, Some(wrong))).await?;
    Ok((status, page).into_response())
}

/// Sets whether the mentor calls before the bell.
pub async fn set_wake_up_calls(
    State(app): State<App>,
    Path((mentor, id)): Path<(MentorId, MatchId)>,
    form: StaffForm<SetWakeUpCalls>,
) -> Result<Redirect, PageError> {
    let school = school_of(&app, &form.who).await?;
    let (today, by, at) = (today(&app, &school), form.who.staff_id, app.clock.now());
    let of = CaseChange { school_id: school.id, id, today, by, at };
    if !app.store.set_wake_up_calls(of, form.fields.wake_up_calls == "yes").await? {
        return Err(PageError::NotFound);
    }
    app.poke(school.id);
    Ok(to_mentor(mentor))
}
