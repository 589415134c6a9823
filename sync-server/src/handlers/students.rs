//! A student's page for staff: every look at it is noted.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{RecordPurpose, SchoolDay, StudentId};
use daymark_reports::FaceError;
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::record::{self, RecordPage};
use crate::pages::student::{self as page, ASKED_BY_CHARACTERS_MAX, StudentPage};
use crate::pages::{PageError, students};
use crate::reports::ReportError;
use crate::service::referral_form::{Fields, one_line, text};
use crate::service::student_export::{Record, Watermark};
use crate::service::{school_time, student_page};
use crate::store::audit::AccessEvent;
use crate::store::fields::{Purpose, Readable};
use crate::store::matches::StudentSearch;
use crate::store::referrals::{Referral, ReferralStep};
use crate::store::sessions::SignedIn;
use crate::store::student_file::{NewAmendment, RecordTaken};

const STUDENTS_SHOWN: usize = 50;

/// The empty search.
pub async fn search_form(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    Ok(students::search(words, &who, &school, "", None, false))
}

/// What the search sends.
#[derive(Deserialize)]
pub struct Search {
    name: String,
}

/// The students who were looked for.
pub async fn find(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Search>,
) -> Result<Html<String>, PageError> {
    let StaffForm { who, fields: Search { name }, .. } = form;
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, school.id, "students_searched")).await?;
    let search = StudentSearch {
        school_id: school.id,
        day: school_time::reference_day(&school, now),
        name: name.clone(),
        grade: None,
        // One more than is shown tells whether there are more.
        limit: STUDENTS_SHOWN + 1,
    };
    let mut found = app.store.find_students(search).await?;
    let more = found.len() > STUDENTS_SHOWN;
    found.truncate(STUDENTS_SHOWN);
    Ok(students::search(words, &who, &school, &name, Some(&found), more))
}

/// Which month.
#[derive(Deserialize)]
pub struct Which {
    month: Option<String>,
}

/// The student's page.
pub async fn student(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(student): Path<StudentId>,
    Query(Which { month }): Query<Which>,
) -> Result<Html<String>, PageError> {
    let month = month.map(|month| format!("{month}-01").parse::<SchoolDay>());
    let month = month.transpose().map_err(|_| PageError::BadForm)?;
    student_page(&app, words, &who, student, month, None).await
}

async fn student_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    student: StudentId,
    month: Option<SchoolDay>,
    refused: Option<&Fields>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let fields = Readable::of_staff(who.role, Purpose::Care);
    let file = app.store.student_file(school.id, student, fields).await?.ok_or(PageError::NotFound)?;
    app.store
        .note_access(AccessEvent::by_staff(now, who.staff_id, school.id, "student_viewed").about(student))
        .await?;
    let store = app.store.as_ref();
    let month = month.unwrap_or_else(|| school_time::reference_day(&school, now));
    let page = StudentPage {
        who,
        school: &school,
        today: school_time::at(&school, now).day,
        attendance: student_page::attendance(store, &school, student, now).await?,
        month: student_page::month(store, &school, &file, month).await?,
        referrals: &app.store.referrals_of(school.id, student).await?,
        file: &file,
        refused,
    };
    Ok(page::page(words, &page))
}

/// Everything that is recorded, for a parent who asks to see it: to read and to print.
pub async fn record(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(student): Path<StudentId>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    let fields = Readable::of_staff(who.role, Purpose::Inspection);
    let file = app.store.student_file(school.id, student, fields).await?.ok_or(PageError::NotFound)?;
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "student_record_printed");
    app.store.note_access(seen.about(student)).await?;
    let referrals = app.store.referrals_of(school.id, student).await?;
    let with_steps = with_steps(&app, &referrals).await?;
    let page = RecordPage {
        who: &who,
        school: &school,
        today: school_time::at(&school, now).day,
        now,
        attendance: student_page::attendance(app.store.as_ref(), &school, student, now).await?,
        referrals: &with_steps,
        accesses: &app.store.accesses_to(school.id, student).await?,
        file: &file,
    };
    Ok(record::page(words, &page))
}

async fn with_steps<'a>(
    app: &App,
    referrals: &'a [Referral],
) -> Result<Vec<(&'a Referral, Vec<ReferralStep>)>, PageError> {
    let mut with_steps = Vec::new();
    for referral in referrals {
        with_steps.push((referral, app.store.referral_steps(referral.id).await?));
    }
    Ok(with_steps)
}

/// What taking a record along sends.
#[derive(Deserialize)]
pub struct Take {
    format: String,
    purpose: RecordPurpose,
    #[serde(default)]
    recipient: String,
}

/// The whole record as a file. Who takes it along and why is kept before anything is given out.
pub async fn export(
    State(app): State<App>,
    Path(student_id): Path<StudentId>,
    form: StaffForm<Take>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields: Take { format, purpose, recipient }, .. } = form;
    let recipient = Some(recipient.trim().to_owned()).filter(|_| purpose.is_disclosure());
    let is_said = |to: &String| !to.is_empty() && to.chars().count() <= ASKED_BY_CHARACTERS_MAX;
    if !recipient.as_ref().is_none_or(is_said) {
        return Err(PageError::BadForm);
    }
    let (format, kind) = match format.as_str() {
        "csv" => ("csv", "text/csv; charset=utf-8"),
        "json" => ("json", "application/json"),
        _ => return Err(PageError::BadForm),
    };
    let (now, by) = (app.clock.now(), who.staff_id);
    let school = school_of(&app, &who).await?;
    let taken = RecordTaken { student_id, school_id: school.id, format, purpose, recipient, by, at: now };
    if !app.store.note_export(taken).await? {
        return Err(PageError::NotFound);
    }
    let fields = Readable::of_staff(who.role, Purpose::Inspection);
    let file = app.store.student_file(school.id, student_id, fields).await?;
    let referrals = app.store.referrals_of(school.id, student_id).await?;
    let record = Record {
        watermark: Watermark::new(&who.name, now, purpose, &school.name),
        file: &file.ok_or(PageError::NotFound)?,
        attendance: &student_page::attendance(app.store.as_ref(), &school, student_id, now).await?,
        referrals: &with_steps(&app, &referrals).await?,
        accesses: &app.store.accesses_to(school.id, student_id).await?,
    };
    let bytes = match format {
        "json" => record.json().map_err(|error| ReportError::from(FaceError::from(error))),
        _ => record.csv().map_err(ReportError::from),
    };
    // The name of the file tells nobody whose record it is.
    let name = format!("attachment; filename=\"record-{}.{format}\"", school_time::at(&school, now).day);
    let name = HeaderValue::from_str(&name).map_err(|_| PageError::Broken)?;
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes?).into_response())
}

/// Keeps what the family wants to have read with the record; the record stays as it is.
pub async fn amend(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(student_id): Path<StudentId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let day = one_line(&fields, "day").and_then(|day| day.parse::<SchoolDay>().ok());
    let asked_by =
        one_line(&fields, "asked_by").filter(|name| name.chars().count() <= ASKED_BY_CHARACTERS_MAX);
    let text = text(&fields, "text").ok().flatten();
    let (Some(day), Some(asked_by), Some(text)) = (day, asked_by, text) else {
        let page = student_page(&app, words, &who, student_id, None, Some(&fields)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
    let new = NewAmendment { student_id, school_id, day, asked_by, text: text.into(), by, at };
    if !app.store.add_amendment(new).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/staff/students/{student_id}#amendments")).into_response())
}
