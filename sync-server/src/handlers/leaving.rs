//! A phone that is shut out: it hands in what it has not sent, and says when nothing is on it any more. Nothing comes
//! down to it by any of this.

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use daymark_protocol::access::Leaving;
use daymark_protocol::{MEDIA_TYPE, limits};

use super::sync::decoded;
use crate::app::App;
use crate::auth::device::LeavingDevice;
use crate::problem::Problem;
use crate::service;

/// Takes the outbox of a phone whose mentor left, and answers with nothing but receipts.
pub async fn hand_in(
    State(app): State<App>,
    leaving: LeavingDevice,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    // What comes from a lost phone is nobody's word.
    if leaving.action != Leaving::Left {
        return Err(Problem::NOT_FOUND);
    }
    let body = to_bytes(body, limits::REQUEST_BYTES_MAX).await.map_err(|_| Problem::TOO_LARGE)?;
    let answer = service::sync::hand_in(&app, &leaving.device, &decoded(&headers, &body)?).await?;
    app.store.note_handed_in(leaving.device.id, answer.accepted).await?;
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    Ok(([(header::CONTENT_TYPE, media_type)], answer.frames).into_response())
}

/// Nothing is on the phone any more.
pub async fn wiped(State(app): State<App>, leaving: LeavingDevice) -> Result<StatusCode, Problem> {
    app.store.note_wiped(leaving.device.id, app.clock.now()).await?;
    app.poke(leaving.device.school_id);
    Ok(StatusCode::NO_CONTENT)
}
