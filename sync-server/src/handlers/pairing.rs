//! Inviting a phone, pairing it, shutting it out.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{Html, Redirect};
use daymark_domain::{DeviceId, MentorId};
use daymark_protocol::pairing::{PairReply, PairRequest};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::{mentor_of, school_of, to_mentor};
use crate::app::App;
use crate::auth::csrf::host;
use crate::auth::peer::Peer;
use crate::auth::session::StaffForm;
use crate::pages::{PageError, invite as page};
use crate::problem::Problem;
use crate::service::pairing;

/// Forms of one button.
#[derive(Deserialize)]
pub struct NoFields {}

/// Makes a code and shows it, this once.
pub async fn invite(
    State(app): State<App>,
    Path(mentor): Path<MentorId>,
    Speaks(words): Speaks,
    uri: Uri,
    headers: HeaderMap,
    form: StaffForm<NoFields>,
) -> Result<Html<String>, PageError> {
    let who = form.who;
    let school = school_of(&app, &who).await?;
    let mentor = mentor_of(&app, &who, mentor).await?;
    let invite = pairing::invite(&app, &who, mentor.id).await?.ok_or(PageError::NotFound)?;
    let scheme = if app.settings.https { "https" } else { "http" };
    let origin = format!("{scheme}://{}", host(&headers, &uri).ok_or(PageError::BadForm)?);
    Ok(page::page(words, &who, &school, &mentor, &origin, &invite))
}

/// Turns a code into a paired phone.
pub async fn pair(
    State(app): State<App>,
    peer: Peer,
    request: Result<Json<PairRequest>, JsonRejection>,
) -> Result<Json<PairReply>, Problem> {
    let Json(request) = request.map_err(unreadable)?;
    pairing::pair(&app, &request, peer).await.map(Json)
}

fn unreadable(rejection: JsonRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TOO_LARGE,
        _ => Problem::UNREADABLE,
    }
}

/// Shuts a phone out: from now on it is a stranger.
pub async fn revoke_device(
    State(app): State<App>,
    Path((mentor, device)): Path<(MentorId, DeviceId)>,
    form: StaffForm<NoFields>,
) -> Result<Redirect, PageError> {
    let (who, now) = (form.who, app.clock.now());
    if !app.store.revoke_device(who.school_id, device, who.staff_id, now).await? {
        return Err(PageError::NotFound);
    }
    Ok(to_mentor(mentor))
}
