//! A file as a browser sends it: streamed to the disk under a name of ours, never held in memory, never larger than agreed.

use std::fs::File;
use std::io::Write;

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Weekday;
use daymark_domain::SchoolDay;
use sha2::{Digest, Sha256};

use super::to_job;
use crate::app::App;
use crate::auth::session::Staff;
use crate::auth::sha256;
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::imports::{AttendanceMap, EventWords, ImportKind, ImportOptions, SchoolDays};
use crate::pages::PageError;
use crate::pages::imports::{self as pages, FormPage, Refusal};
use crate::service::imports::{Upload, try_file};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The largest upload.
pub const BYTES_MAX: usize = 200 * 1024 * 1024;
const TEXT_BYTES_MAX: usize = 64 * 1024;

/// Takes the file and begins to try it.
pub async fn upload(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(kind): Path<String>,
    multipart: Multipart,
) -> Result<Response, PageError> {
    let kind = ImportKind::from_word(&kind).ok_or(PageError::NotFound)?;
    let school = school_of(&app, &who).await?;
    match take(&app, &who, &school, kind, multipart).await {
        Ok(to_job) => Ok(to_job.into_response()),
        Err(Stopped::Page(error)) => Err(error),
        Err(Stopped::Form(refusal)) => {
            let status = match refusal {
                Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
                Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let page = FormPage { who: &who, school: &school, kind, refusal: Some(refusal) };
            Ok((status, pages::form(words, &page)).into_response())
        }
    }
}

/// Why no file was taken.
enum Stopped {
    Page(PageError),
    Form(Refusal),
}

impl From<MultipartError> for Stopped {
    fn from(error: MultipartError) -> Self {
        match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::Form(Refusal::TooLarge),
            _ => Self::Page(PageError::BadForm),
        }
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        tracing::error!(%error, "an uploaded file could not be kept");
        Self::Page(PageError::Broken)
    }
}

/// The fields beside the file.
#[derive(Default)]
struct Fields {
    first: String,
    last: String,
    through: String,
    negative_reporting: String,
    whole: bool,
    words: String,
}

async fn take(
    app: &App,
    who: &SignedIn,
    school: &School,
    kind: ImportKind,
    mut multipart: Multipart,
) -> Result<Redirect, Stopped> {
    let (mut fields, mut upload, mut is_ours) = (Fields::default(), None, false);
    while let Some(mut field) = multipart.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "form_token" => {
                // Compared as hashes: how much of a guess is right cannot be timed.
                is_ours = sha256(text(&mut field).await?.as_bytes()) == sha256(who.form_token.as_bytes());
            }
            // Our forms begin with the token: nothing of another's form is even read.
            _ if !is_ours => return Err(Stopped::Page(PageError::Forged)),
            "first" => fields.first = text(&mut field).await?,
            "last" => fields.last = text(&mut field).await?,
            "through" => fields.through = text(&mut field).await?,
            "negative_reporting" => fields.negative_reporting = text(&mut field).await?,
            "whole" => fields.whole = text(&mut field).await? == "yes",
            "words" => fields.words = text(&mut field).await?,
            "file" => upload = keep(app, kind, &mut field).await?,
            _ => return Err(Stopped::Page(PageError::BadForm)),
        }
    }
    if !is_ours {
        return Err(Stopped::Page(PageError::Forged));
    }
    let upload = upload.ok_or(Stopped::Form(Refusal::NoFile))?;
    let options = options(app, who, school, kind, &fields).map_err(Stopped::Form)?;
    let job = try_file(app, who, kind, options, upload).ok_or(Stopped::Form(Refusal::Busy))?;
    Ok(to_job(&job.id))
}

async fn text(field: &mut Field<'_>) -> Result<String, Stopped> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        if bytes.len() + chunk.len() > TEXT_BYTES_MAX {
            return Err(Stopped::Page(PageError::BadForm));
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Stopped::Page(PageError::BadForm))
}

/// Keeps the file; none when nobody chose one.
async fn keep(app: &App, kind: ImportKind, field: &mut Field<'_>) -> Result<Option<Upload>, Stopped> {
    let name = name_of_ours(kind, field.file_name().unwrap_or_default());
    let mut room = app.imports.room(name)?.ok_or(Stopped::Form(Refusal::NoRoom))?;
    let (mut file, mut digest) = (File::create(&room.file)?, Sha256::new());
    while let Some(chunk) = field.chunk().await? {
        file.write_all(&chunk)?;
        digest.update(&chunk);
        room.bytes += chunk.len() as u64;
    }
    room.digest = digest.finalize().into();
    Ok((room.bytes > 0).then_some(room))
}

/// What the file is called in sentences. Of the name that it came with, only a known ending counts.
fn name_of_ours(kind: ImportKind, theirs: &str) -> &'static str {
    let is_events = theirs.to_ascii_lowercase().ends_with(".ics");
    match kind {
        ImportKind::OneRoster => "oneroster.zip",
        ImportKind::Attendance => "attendance.csv",
        ImportKind::Calendar if is_events => "calendar.ics",
        ImportKind::Calendar => "calendar.csv",
        ImportKind::Contacts => "student_contacts.csv",
        ImportKind::Indicators => "indicators.csv",
        ImportKind::Students => "students.csv",
    }
}

fn options(
    app: &App,
    who: &SignedIn,
    school: &School,
    kind: ImportKind,
    fields: &Fields,
) -> Result<ImportOptions, Refusal> {
    let mut options = ImportOptions {
        time_zone: Some(school.time_zone.clone()),
        done_by: Some(who.staff_id),
        only_school: Some(who.school_id),
        ..ImportOptions::at(app.clock.now())
    };
    let told = Some(fields.words.trim()).filter(|text| !text.is_empty());
    match kind {
        ImportKind::Attendance => {
            let map = told.map(|text| AttendanceMap::parse("the mapping", text)).transpose();
            options.attendance_map = map.map_err(|error| Refusal::Words(error.to_string()))?;
            options.through = day(&fields.through)?;
            options.whole = fields.whole;
            options.negative_reporting = match fields.negative_reporting.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
        }
        ImportKind::Calendar => {
            let words = told.map(|text| EventWords::parse("the mapping", text)).transpose();
            options.event_words = words.map_err(|error| Refusal::Words(error.to_string()))?;
            let days = day(&fields.first)?.zip(day(&fields.last)?);
            options.school_days = days.map(|(first, last)| SchoolDays {
                schools: vec![school.sis_id.clone()],
                first,
                last,
                weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
            });
        }
        _ => {}
    }
    Ok(options)
}

fn day(text: &str) -> Result<Option<SchoolDay>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::Date),
    }
}
