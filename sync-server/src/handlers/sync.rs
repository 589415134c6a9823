//! `POST /v1/sync`.

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use daymark_protocol::{BodyError, MEDIA_TYPE, inflate, limits};

use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::service;

/// Takes a phone's changes and answers with what is new for it.
pub async fn sync(
    State(app): State<App>,
    device: Device,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    // One phone asks once at a time; a second request may follow on one whose answer was lost.
    let _turn = app.rate_limits.syncs_by_device.begin(device.id).ok_or_else(|| Problem::too_many(2))?;
    let body = to_bytes(body, limits::REQUEST_BYTES_MAX).await.map_err(|_| Problem::TOO_LARGE)?;
    let frames = decoded(&headers, &body)?;
    let answer = service::sync::sync(&app, &device, &frames).await?;
    app.metrics.count_sync(answer.accepted, answer.refused, body.len() as u64, answer.frames.len() as u64);
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    Ok(([(header::CONTENT_TYPE, media_type)], answer.frames).into_response())
}

/// The body as it was before it was packed.
pub(super) fn decoded(headers: &HeaderMap, body: &[u8]) -> Result<Vec<u8>, Problem> {
    match headers.get(header::CONTENT_ENCODING).map(HeaderValue::as_bytes) {
        None | Some(b"identity") => Ok(body.to_vec()),
        Some(b"deflate") => inflate(body, limits::REQUEST_INFLATED_BYTES_MAX).map_err(|error| match error {
            BodyError::TooLarge { .. } => Problem::TOO_LARGE,
            BodyError::Damaged(_) => Problem::UNREADABLE,
        }),
        Some(_) => Err(Problem::UNREADABLE),
    }
}
