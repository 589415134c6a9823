//! Candidates: the list, one student, the decision and the profile. Every look is noted.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::StudentId;
use serde::Deserialize;

use super::today;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::matching::candidate::{self, CandidatePage};
use crate::pages::matching::candidates::{self as list, Filter, ListPage, RULES, SHOWN};
use crate::service::matching::candidates::{candidate as candidate_of, candidates as candidates_of};
use crate::service::matching::form::{Fields, Wrong, read_decision, read_profile};
use crate::store::audit::AccessEvent;
use crate::store::candidates::{NewDecision, NewProfile};
use crate::store::fields::{FieldClass, Purpose, Readable};
use crate::store::sessions::SignedIn;

/// What is looked for.
#[derive(Deserialize)]
pub struct Which {
    show: Option<String>,
    grade: Option<String>,
    rule: Option<String>,
}

impl Which {
    fn filter(self) -> Option<Filter> {
        let show = self.show.filter(|show| !show.is_empty()).unwrap_or_else(|| "open".to_owned());
        let filter =
            Filter { show, grade: self.grade.unwrap_or_default(), rule: self.rule.unwrap_or_default() };
        let is_known = SHOWN.contains(&filter.show.as_str())
            && (filter.rule.is_empty() || RULES.contains(&filter.rule.as_str()));
        is_known.then_some(filter)
    }
}

/// The list: those to decide about unless others are asked for.
pub async fn candidates(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    let filter = which.filter().ok_or(PageError::BadForm)?;
    let school = school_of(&app, &who).await?;
    let mut found = candidates_of(app.store.as_ref(), school.id, today(&app, &school)).await?;
    let fields = Readable::of_staff(who.role, Purpose::Care);
    if let Some(list) = &mut found {
        list.students = std::mem::take(&mut list.students).into_iter().map(|of| of.as_read(fields)).collect();
    }
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "candidates_viewed");
    app.store.note_access(seen).await?;
    Ok(list::page(words, &ListPage { who: &who, school: &school, list: found.as_ref(), filter: &filter }))
}

/// One student.
pub async fn candidate(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(student): Path<StudentId>,
) -> Result<Html<String>, PageError> {
    candidate_page(&app, words, &who, student, Fields::new(), None).await
}

/// Keeps a decision; or shows what was typed with what keeps it from being taken.
pub async fn decide(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(student): Path<StudentId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let day = today(&app, &school);
    let decided = match read_decision(&fields, day) {
        Ok(decided) => decided,
        Err(wrong) => return refused(&app, words, &who, student, fields, wrong).await,
    };
    let listed = candidate_of(app.store.as_ref(), school.id, student, day).await?;
    let new = NewDecision {
        school_id: school.id,
        student_id: student,
        decision: decided.decision,
        reason: decided.reason,
        note: decided.note,
        look_again: decided.look_again,
        rules: listed.map(|(of, _)| of.rules()).unwrap_or_default(),
        day,
        by: who.staff_id,
        at: app.clock.now(),
    };
    if !app.store.decide_candidate(new).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/staff/candidates/{student}")).into_response())
}

/// Keeps what the student says of themselves.
pub async fn save_profile(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(student): Path<StudentId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let profile = match read_profile(&fields) {
        Ok(profile) => profile,
        Err(wrong) => return refused(&app, words, &who, student, fields, wrong).await,
    };
    let (by, at) = (who.staff_id, app.clock.now());
    let new = NewProfile { school_id: who.school_id, student_id: student, profile, by, at };
    if !app.store.save_mentee_profile(new).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/staff/candidates/{student}")).into_response())
}

async fn refused(
    app: &App,
    words: Words,
    who: &SignedIn,
    student: StudentId,
    typed: Fields,
    wrong: Wrong,
) -> Result<Response, PageError> {
    let page = candidate_page(app, words, who, student, typed, Some(wrong)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn candidate_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: StudentId,
    typed: Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let fields = Readable::of_staff(who.role, Purpose::Care);
    let student =
        app.store.candidate_student(school.id, id).await?.ok_or(PageError::NotFound)?.as_read(fields);
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "candidate_viewed").about(id);
    app.store.note_access(seen).await?;
    let listed = candidate_of(app.store.as_ref(), school.id, id, today(app, &school)).await?;
    let listed = listed.map(|(of, rules)| (of.as_read(fields), rules));
    let (records, profile) =
        (app.store.decisions_about(school.id, id).await?, app.store.mentee_profile(school.id, id).await?);
    let page = CandidatePage {
        who,
        school: &school,
        student: &student,
        listed: listed.as_ref(),
        records: &fields.of_class(FieldClass::Candidacy, records),
        profile: &fields.of_class(FieldClass::Candidacy, profile).unwrap_or_default(),
        typed: &typed,
        wrong,
    };
    Ok(candidate::page(words, &page))
}
