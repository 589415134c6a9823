//! The district's pages: for the captain, who answers for the programme, and the auditor.

pub mod access;
pub mod figures;
pub mod said;
pub mod sharing;
pub mod variants;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use chrono::DateTime;
use daymark_domain::SchoolDay;
use daymark_reports::Given;

use crate::app::App;
use crate::pages::PageError;
use crate::store::audit::AccessEvent;
use crate::store::sessions::SignedIn;

/// A look at something of the whole district.
pub(super) fn district_event(app: &App, who: &SignedIn, what: &str, detail: String) -> AccessEvent {
    let event = AccessEvent::by_staff(app.clock.now(), who.staff_id, who.school_id, what);
    AccessEvent { school_id: None, detail: Some(detail), ..event }
}

/// The mark on every copy.
pub(super) fn given(app: &App, to: String) -> Given {
    let at = DateTime::from_timestamp(app.clock.now(), 0).unwrap_or_default();
    Given { to, at: at.format("%Y-%m-%dT%H:%M:%SZ").to_string() }
}

/// A file to keep. Its name says what it is and as of which day, and of nobody.
pub(super) fn attachment(kind: &'static str, name: &str, bytes: Vec<u8>) -> Result<Response, PageError> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    headers.insert(header::CONTENT_DISPOSITION, disposition.map_err(|_| PageError::Broken)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok((headers, bytes).into_response())
}

/// The type and the ending of a face.
pub(super) fn face_kind(face: &str) -> Option<&'static str> {
    match face {
        "csv" => Some("text/csv; charset=utf-8"),
        "json" => Some("application/json"),
        _ => None,
    }
}

/// The month that is asked for, of those that may be read; without one the latest. Any other day is not there.
pub(super) fn chosen(months: &[SchoolDay], asked: Option<&str>) -> Result<Option<SchoolDay>, PageError> {
    match asked.filter(|asked| !asked.is_empty()) {
        None => Ok(months.first().copied()),
        Some(asked) => {
            let day = asked.parse().map_err(|_| PageError::BadForm)?;
            months.contains(&day).then_some(Some(day)).ok_or(PageError::NotFound)
        }
    }
}
