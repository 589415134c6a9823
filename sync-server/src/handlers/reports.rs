//! Every report as a page, as a file, and frozen. Who leads a school reads their own school's, with its students; the
//! captain and the auditor read the district's months, in which there is no student.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::SchoolDay;
use daymark_reports::{Faces, ReportName};
use serde::Deserialize;

use super::district::{attachment, chosen, district_event, face_kind, given};
use super::language::Speaks;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::reports as page;
use crate::reports::pseudonyms::{Called, faces_of};
use crate::reports::{Past, Question, ReportError, facts, freeze};
use crate::service::district::{MonthReport, month_faces, months, today};
use crate::store::accounts::Role;
use crate::store::audit::AccessEvent;
use crate::store::sessions::SignedIn;
use crate::store::snapshots::{Face, Snapshot};

/// As of which day.
#[derive(Default, Deserialize)]
pub struct Which {
    #[serde(default)]
    as_of: String,
    /// By what a file calls its students: `keys`, or by pseudonyms.
    #[serde(default)]
    students: String,
}

/// Whether this role reads the district's months in place of a school's days.
fn reads_the_district(role: Role) -> bool {
    role.is_the_districts()
}

fn offered(role: Role) -> &'static [ReportName] {
    if reads_the_district(role) { &ReportName::FOR_DISTRICT } else { ReportName::ALL }
}

/// All reports, and what was frozen.
pub async fn reports(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let frozen = readable_snapshots(&app, &who).await?;
    Ok(page::list(words, &who, offered(who.role), &frozen))
}

/// One of them.
pub async fn report(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(report): Path<String>,
    Query(Which { as_of, .. }): Query<Which>,
) -> Result<Response, PageError> {
    let name = named(&report, who.role)?;
    shown(&app, words, &who, name, &as_of, None).await
}

async fn shown(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    name: ReportName,
    as_of: &str,
    wrong: Option<&str>,
) -> Result<Response, PageError> {
    let schools = app.store.schools().await?;
    let months = match reads_the_district(who.role) {
        true => Some(months(app.store.as_ref(), &schools, today(app, who).await?).await?),
        false => None,
    };
    let made = faces(app, who, name, as_of, Called::ByKeys).await?;
    let (made, status, wrong) = match made {
        Made::Faces(faces, day) => (Some((faces, day)), StatusCode::OK, wrong),
        Made::Nothing => (None, StatusCode::OK, wrong),
        Made::NoDay => (None, StatusCode::UNPROCESSABLE_ENTITY, Some("no_day")),
    };
    if let Some((_, day)) = &made {
        note(app, who, "report_viewed", format!("{name} as of {day}")).await?;
    }
    let page = page::ReportPage {
        who,
        name: name.word(),
        leaves_the_team: name.leaves_the_team(),
        asked: as_of,
        months: months.as_deref(),
        schools: &schools,
        faces: made.as_ref().map(|(faces, _)| faces),
        frozen: None,
        wrong,
    };
    Ok((status, page::page(words, &page)?).into_response())
}

/// What came of a question.
enum Made {
    Faces(Faces, SchoolDay),
    /// Nothing is recorded yet.
    Nothing,
    /// What was typed is no day.
    NoDay,
}

async fn faces(
    app: &App,
    who: &SignedIn,
    name: ReportName,
    as_of: &str,
    called: Called,
) -> Result<Made, PageError> {
    if reads_the_district(who.role) {
        let schools = app.store.schools().await?;
        let months = months(app.store.as_ref(), &schools, today(app, who).await?).await?;
        let Some(month) = chosen(&months, Some(as_of))? else { return Ok(Made::Nothing) };
        let kept =
            month_faces(app, MonthReport::Of(name), month, &who.name).await?.ok_or(PageError::NotFound)?;
        return Ok(Made::Faces(Faces { json: kept.json, csv: kept.csv }, month));
    }
    let Ok(day) = day_of(as_of) else { return Ok(Made::NoDay) };
    let past = Past::of(name);
    let question = Question { school: Some(who.school_id), as_of: day, past, ..Question::default() };
    let facts = match facts(app.store.as_ref(), &question).await {
        Ok(facts) => facts,
        Err(ReportError::NothingRecorded) => return Ok(Made::Nothing),
        Err(error) => return Err(error.into()),
    };
    let made = tokio::task::spawn_blocking(move || {
        let day = facts.as_of;
        faces_of(name, facts, called).map(|made| (made, day))
    });
    let (faces, day) = made.await.map_err(|_| PageError::Broken)?.map_err(ReportError::from)?;
    Ok(Made::Faces(faces, day))
}

fn day_of(text: &str) -> Result<Option<SchoolDay>, chrono::ParseError> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::parse).transpose()
}

/// One of them as a file, with the mark of whose copy it is.
pub async fn file(
    State(app): State<App>,
    Staff(who): Staff,
    Path((report, face)): Path<(String, String)>,
    Query(Which { as_of, students }): Query<Which>,
) -> Result<Response, PageError> {
    let name = named(&report, who.role)?;
    let kind = face_kind(&face).ok_or(PageError::NotFound)?;
    let called = Called::from_word(&students);
    let (faces, day) = match faces(&app, &who, name, &as_of, called).await? {
        Made::Faces(faces, day) => (faces, day),
        Made::Nothing => return Err(PageError::NotFound),
        Made::NoDay => return Err(PageError::BadForm),
    };
    let detail = match name.leaves_the_team() {
        true => format!("{name} as of {day}, {face}"),
        false => format!("{name} as of {day}, {face}, by {}", called.word()),
    };
    note(&app, &who, "report_exported", detail).await?;
    copy(&app, who, kind, &format!("{name}-{day}"), &face, faces)
}

fn copy(
    app: &App,
    who: SignedIn,
    kind: &'static str,
    name: &str,
    face: &str,
    faces: Faces,
) -> Result<Response, PageError> {
    let faces = faces.given(&given(app, who.name)).map_err(ReportError::from)?;
    attachment(kind, &format!("daymark-{name}.{face}"), if face == "json" { faces.json } else { faces.csv })
}

/// Keeps one as it is given out. The district's months are frozen by being read.
pub async fn freeze_report(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(report): Path<String>,
    form: StaffForm<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let name = named(&report, who.role)?;
    let as_of = fields.get("as_of").map_or("", String::as_str);
    let Ok(day) = day_of(as_of) else {
        return shown(&app, words, &who, name, as_of, Some("no_day")).await;
    };
    let question = Question { school: Some(who.school_id), as_of: day, ..Question::default() };
    let facts = match facts(app.store.as_ref(), &question).await {
        Ok(facts) => facts,
        Err(ReportError::NothingRecorded) => return Err(PageError::NotFound),
        Err(error) => return Err(error.into()),
    };
    let detail = format!("{name} as of {}", facts.as_of);
    let kept = freeze(app.store.as_ref(), name, facts, app.clock.now(), who.name.clone()).await?;
    note(&app, &who, "report_frozen", format!("{detail}, frozen as {}", kept.id)).await?;
    Ok(Redirect::to(&format!("/staff/reports/frozen/{}", kept.id)).into_response())
}

/// A frozen one.
pub async fn frozen(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<i64>,
) -> Result<Html<String>, PageError> {
    let (snapshot, faces) = frozen_faces(&app, &who, id).await?;
    note(&app, &who, "report_viewed", frozen_detail(&snapshot)).await?;
    let page = page::ReportPage {
        who: &who,
        name: &snapshot.report,
        leaves_the_team: true,
        asked: "",
        months: None,
        schools: &app.store.schools().await?,
        faces: Some(&faces),
        frozen: Some(&snapshot),
        wrong: None,
    };
    page::page(words, &page)
}

/// A frozen one as a file.
pub async fn frozen_file(
    State(app): State<App>,
    Staff(who): Staff,
    Path((id, face)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let kind = face_kind(&face).ok_or(PageError::NotFound)?;
    let (snapshot, faces) = frozen_faces(&app, &who, id).await?;
    note(&app, &who, "report_exported", format!("{}, {face}", frozen_detail(&snapshot))).await?;
    copy(&app, who, kind, &format!("{}-{}", snapshot.report, snapshot.as_of), &face, faces)
}

fn frozen_detail(snapshot: &Snapshot) -> String {
    format!("{} as of {}, frozen as {}", snapshot.report, snapshot.as_of, snapshot.id)
}

async fn frozen_faces(app: &App, who: &SignedIn, id: i64) -> Result<(Snapshot, Faces), PageError> {
    let snapshot = readable_snapshots(app, who).await?.into_iter().find(|snapshot| snapshot.id == id);
    let snapshot = snapshot.ok_or(PageError::NotFound)?;
    let json = app.store.snapshot_bytes(id, Face::Json).await?.ok_or(PageError::NotFound)?;
    let csv = app.store.snapshot_bytes(id, Face::Csv).await?.ok_or(PageError::NotFound)?;
    Ok((snapshot, Faces { json, csv }))
}

/// A school's own; of the district only the months that were made for readers beyond the schools.
async fn readable_snapshots(app: &App, who: &SignedIn) -> Result<Vec<Snapshot>, PageError> {
    let all = app.store.snapshots().await?;
    if reads_the_district(who.role) {
        let months = app.store.month_ids().await?;
        return Ok(all.into_iter().filter(|snapshot| months.contains(&snapshot.id)).collect());
    }
    let own = app.store.school(who.school_id).await?.map(|school| school.sis_id);
    Ok(all.into_iter().filter(|snapshot| own.is_some() && snapshot.school_sis_id == own).collect())
}

fn named(report: &str, role: Role) -> Result<ReportName, PageError> {
    let name: ReportName = report.parse().map_err(|_| PageError::NotFound)?;
    offered(role).contains(&name).then_some(name).ok_or(PageError::NotFound)
}

async fn note(app: &App, who: &SignedIn, what: &str, detail: String) -> Result<(), PageError> {
    let event = match reads_the_district(who.role) {
        true => district_event(app, who, what, detail),
        false => {
            let event = AccessEvent::by_staff(app.clock.now(), who.staff_id, who.school_id, what);
            AccessEvent { detail: Some(detail), ..event }
        }
    };
    Ok(app.store.note_access(event).await?)
}
