//! What a program is told when a request fails: `application/problem+json`. The sentence is fixed, so that nothing
//! from a record can reach it; the cause is logged here, once.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::store::StoreError;

/// Why a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    kind: &'static str,
    title: &'static str,
    retry_after_s: Option<u64>,
}

impl Problem {
    /// A problem with a short stable word and one sentence.
    pub const fn new(status: StatusCode, kind: &'static str, title: &'static str) -> Self {
        Self { status, kind, title, retry_after_s: None }
    }
    /// The body is not what this address expects.
    pub const UNREADABLE: Self =
        Self::new(StatusCode::BAD_REQUEST, "unreadable", "The request could not be read.");
    /// No token, or one that has run out.
    pub const PROVE: Self =
        Self::new(StatusCode::UNAUTHORIZED, "prove", "This phone has to prove itself: sign the challenge.");
    /// A phone that proved itself, and that the school has shut out.
    pub const SHUT_OUT: Self =
        Self::new(StatusCode::UNAUTHORIZED, "shut-out", "The school has shut this phone out.");
    /// A phone that nobody knows, or a key that is not its own.
    pub const NOT_PAIRED: Self =
        Self::new(StatusCode::UNAUTHORIZED, "not-paired", "This phone is not paired, or no longer.");
    /// The coordinator said that the words differ, or the time was over before anybody said anything.
    pub const WORDS_DIFFER: Self = Self::new(
        StatusCode::FORBIDDEN,
        "words-differ",
        "The coordinator did not let this phone in. Ask for a new code.",
    );
    /// One answer for a wrong, a used and an expired code.
    pub const CODE_REFUSED: Self = Self::new(
        StatusCode::FORBIDDEN,
        "code-refused",
        "This code is wrong, used, or older than ten minutes. Ask for a new one.",
    );
    /// Nothing there.
    pub const NOT_FOUND: Self = Self::new(StatusCode::NOT_FOUND, "not-found", "There is nothing here.");
    /// The body is too long.
    pub const TOO_LARGE: Self =
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The request is too large.");
    /// The body took too long.
    pub const TOO_SLOW: Self =
        Self::new(StatusCode::REQUEST_TIMEOUT, "too-slow", "The request took too long to arrive.");
    /// Our own failure.
    pub const INTERNAL: Self =
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "The server failed. Try again later.");
    /// Too many attempts.
    pub const fn too_many(retry_after_s: u64) -> Self {
        let title = "Too many attempts. Try again later.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many", title).after(retry_after_s)
    }
    /// More requests at once than the server can do.
    pub const fn busy(retry_after_s: u64) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "The server is busy. Try again soon.")
            .after(retry_after_s)
    }
    /// The same, each time with another wait of one to five seconds, so that those who were turned away together do
    /// not come back together.
    pub fn busy_soon() -> Self {
        static TURNED_AWAY: AtomicU64 = AtomicU64::new(0);
        Self::busy(1 + TURNED_AWAY.fetch_add(1, Ordering::Relaxed) % 5)
    }
    /// What it says.
    pub fn body(&self) -> daymark_protocol::Problem {
        daymark_protocol::Problem {
            kind: self.kind.to_owned(),
            title: self.title.to_owned(),
            status: self.status.as_u16(),
            challenge: None,
            shut_out: None,
        }
    }
    const fn after(self, seconds: u64) -> Self {
        Self { retry_after_s: Some(seconds), ..self }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        if error.is_busy() {
            // A long import holds the one pen; whoever asks again later finds it free.
            tracing::warn!("the store is busy");
            return if matches!(error, StoreError::Overrun) { Self::busy_soon() } else { Self::busy(10) };
        }
        tracing::error!(%error, "the store failed");
        Self::INTERNAL
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let media_type = HeaderValue::from_static(daymark_protocol::Problem::MEDIA_TYPE);
        let mut response = (self.status, axum::Json(self.body())).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, media_type);
        if let Some(seconds) = self.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
