//! Inviting a phone, letting it in, shutting it out.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{Html, Redirect};
use daymark_domain::{DeviceId, MentorId};
use daymark_protocol::access::Leaving;
use daymark_protocol::pairing::{AnswerRequest, PairAnswer, PairAsked, PairRequest};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::{mentor_of, school_of, to_mentor};
use crate::app::App;
use crate::auth::csrf::host;
use crate::auth::peer::Peer;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::{PageError, invite as page};
use crate::problem::Problem;
use crate::service::pairing;
use crate::store::pairing::Revocation;

/// Forms of one button.
#[derive(Deserialize)]
pub struct NoFields {}

/// What the coordinator says of a phone's words.
#[derive(Deserialize)]
pub struct Said {
    phone: String,
    said: String,
}

/// How a phone is shut out.
#[derive(Deserialize)]
pub struct ShutOut {
    leaving: Leaving,
}

/// Makes a code and goes to the page that shows it.
pub async fn invite(
    State(app): State<App>,
    Path(mentor): Path<MentorId>,
    form: StaffForm<NoFields>,
) -> Result<Redirect, PageError> {
    let who = form.who;
    let mentor = mentor_of(&app, &who, mentor).await?;
    pairing::invite(&app, &who, mentor.id).await?.ok_or(PageError::NotFound)?;
    Ok(to_pairing(mentor.id))
}

/// How far the pairing has come: the code, then the three words, then the phone.
pub async fn pairing(
    State(app): State<App>,
    Path(mentor): Path<MentorId>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let mentor = mentor_of(&app, &who, mentor).await?;
    let scheme = if app.settings.https { "https" } else { "http" };
    let origin = format!("{scheme}://{}", host(&headers, &uri).ok_or(PageError::BadForm)?);
    let page = page::PairingPage {
        who: &who,
        school: &school,
        mentor: &mentor,
        origin: &origin,
        progress: &pairing::progress(&app, &who, mentor.id).await?,
        now: app.clock.now(),
    };
    Ok(page::page(words, &page))
}

/// The coordinator compared the words.
pub async fn say(
    State(app): State<App>,
    Path(mentor): Path<MentorId>,
    form: StaffForm<Said>,
) -> Result<Redirect, PageError> {
    let (who, said) = (form.who, form.fields);
    let mentor = mentor_of(&app, &who, mentor).await?;
    // A phone that does not wait any more is no error: the page says how things stand.
    pairing::say(&app, &who, mentor.id, &said.phone, said.said == "same").await?;
    app.poke(who.school_id);
    Ok(to_pairing(mentor.id))
}

fn to_pairing(mentor: MentorId) -> Redirect {
    Redirect::to(&format!("/staff/mentors/{mentor}/pairing"))
}

/// Gives a code to the phone that shows it.
pub async fn pair(
    State(app): State<App>,
    peer: Peer,
    request: Result<Json<PairRequest>, JsonRejection>,
) -> Result<Json<PairAsked>, Problem> {
    let Json(request) = request.map_err(unreadable)?;
    pairing::ask(&app, &request, peer).await.map(Json)
}

/// Tells a phone what the coordinator said.
pub async fn answer(
    State(app): State<App>,
    request: Result<Json<AnswerRequest>, JsonRejection>,
) -> Result<Json<PairAnswer>, Problem> {
    let Json(request) = request.map_err(unreadable)?;
    pairing::answer(&app, &request).await.map(Json)
}

fn unreadable(rejection: JsonRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TOO_LARGE,
        _ => Problem::UNREADABLE,
    }
}

/// Shuts a phone out: from now on nothing comes to it, and at its next contact it clears itself.
pub async fn revoke_device(
    State(app): State<App>,
    Path((mentor, device)): Path<(MentorId, DeviceId)>,
    form: StaffForm<ShutOut>,
) -> Result<Redirect, PageError> {
    let (who, at) = (form.who, app.clock.now());
    let revocation = Revocation { device, leaving: form.fields.leaving, by: who.staff_id, at };
    if !app.store.revoke_device(who.school_id, revocation).await? {
        return Err(PageError::NotFound);
    }
    // Whoever listens asks, and hears it now.
    app.poke(who.school_id);
    Ok(to_mentor(mentor))
}
