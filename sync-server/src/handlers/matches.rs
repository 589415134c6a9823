//! Matching a student with a mentor, and ending it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::{Words, say};
use daymark_domain::{MatchId, MentorId, SchoolDay, StudentId};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::{mentor_of, school_of, to_mentor};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::matches::{SearchPage, search};
use crate::pages::mentors::end_reasons;
use crate::service::school_time;
use crate::store::audit::AccessEvent;
use crate::store::matches::{MatchAdded, MatchEnd, NewMatch, StudentSearch};
use crate::store::sessions::SignedIn;

const STUDENTS_SHOWN: usize = 50;
const RATIONALE_CHARACTERS_MAX: usize = 500;

/// What the search sends.
#[derive(Default, Deserialize)]
pub struct Search {
    name: String,
    grade: String,
}

/// What the choice sends.
#[derive(Deserialize)]
pub struct AddMatch {
    student: StudentId,
    start_day: String,
    // A box that is not ticked is not sent.
    wake_up_calls: Option<String>,
    rationale: String,
}

/// What the button beside wake-up calls sends.
#[derive(Deserialize)]
pub struct SetWakeUpCalls {
    wake_up_calls: String,
}

/// What ending sends.
#[derive(Deserialize)]
pub struct EndMatch {
    reason: String,
}

/// The empty search.
pub async fn search_form(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
) -> Result<Html<String>, PageError> {
    search_page(&app, words, &who, mentor, None, None).await
}

/// The students who were looked for.
pub async fn find_students(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    form: StaffForm<Search>,
) -> Result<Html<String>, PageError> {
    search_page(&app, words, &form.who, mentor, Some(form.fields), None).await
}

async fn search_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    mentor: MentorId,
    asked: Option<Search>,
    refusal: Option<String>,
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
        start_day: day,
        refusal,
    };
    Ok(search(words, &page))
}

/// Grants the student to the mentor.
pub async fn add_match(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(mentor): Path<MentorId>,
    form: StaffForm<AddMatch>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let rationale = fields.rationale.trim();
    if rationale.chars().count() > RATIONALE_CHARACTERS_MAX {
        return Err(PageError::BadForm);
    }
    let new = NewMatch {
        id: MatchId::random(),
        school_id: who.school_id,
        student_id: fields.student,
        mentor_id: mentor,
        start_day: fields.start_day.parse::<SchoolDay>().map_err(|_| PageError::BadForm)?,
        wake_up_calls: fields.wake_up_calls.is_some(),
        rationale: (!rationale.is_empty()).then(|| rationale.to_owned()),
        by: who.staff_id,
        at: app.clock.now(),
    };
    match app.store.add_match(new).await? {
        MatchAdded::Yes(_) => {
            app.poke(who.school_id);
            Ok(to_mentor(mentor).into_response())
        }
        MatchAdded::NotOfThisSchool => Err(PageError::NotFound),
        MatchAdded::Already => {
            let refusal = Some(say!(words, "match-already"));
            let page = search_page(&app, words, &who, mentor, None, refusal).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// Sets whether the mentor calls before the bell.
pub async fn set_wake_up_calls(
    State(app): State<App>,
    Path((mentor, id)): Path<(MentorId, MatchId)>,
    form: StaffForm<SetWakeUpCalls>,
) -> Result<Redirect, PageError> {
    let (school, calls) = (form.who.school_id, form.fields.wake_up_calls == "yes");
    let changed = app.store.set_wake_up_calls(school, id, calls, app.clock.now()).await?;
    if !changed {
        return Err(PageError::NotFound);
    }
    app.poke(school);
    Ok(to_mentor(mentor))
}

/// Ends the match today: the phone loses the student at its next sync.
pub async fn end_match(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path((mentor, id)): Path<(MentorId, MatchId)>,
    form: StaffForm<EndMatch>,
) -> Result<Redirect, PageError> {
    let StaffForm { who, fields: EndMatch { reason }, .. } = form;
    if !end_reasons(words).iter().any(|(word, _)| *word == reason) {
        return Err(PageError::BadForm);
    }
    let (school, at) = (school_of(&app, &who).await?, app.clock.now());
    let end_day = school_time::at(&school, at).day;
    let end = MatchEnd { id, school_id: school.id, end_day, reason, by: who.staff_id, at };
    if !app.store.end_match(end).await? {
        return Err(PageError::NotFound);
    }
    app.poke(who.school_id);
    Ok(to_mentor(mentor))
}
