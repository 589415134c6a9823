//! Room for requests: each kind has its own, so that phones cannot crowd out the pages nor pages the phones. Whoever
//! finds no room is told so at once and when to come back, and nothing of the request was done.
//!
//! A body is read before its request takes any room: a client that sends slowly holds a connection and the bytes that it
//! did send, and nobody waits for it.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::problem::Problem;

/// Phones' requests at once. Each may grow to 256 KiB when it is inflated: 32 MiB in all.
const PHONES_AT_ONCE: usize = 128;
/// Pages and files at once.
const PAGES_AT_ONCE: usize = 256;
/// Files that are being uploaded at once; they go to the disk as they come.
const UPLOADS_AT_ONCE: usize = 8;
/// Bytes of bodies in memory at once.
const BODY_BYTES_AT_ONCE: usize = 64 << 20;
/// The largest body that is kept in memory: a page's form.
const BODY_BYTES_MAX: usize = 256 << 10;
/// An answer that takes longer is given up.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// A body that takes longer is cut off: 128 KiB at 35 kbit/s.
const BODY_WITHIN: Duration = Duration::from_secs(30);

/// All room of the server.
pub struct Rooms {
    phones: Semaphore,
    pages: Semaphore,
    uploads: Semaphore,
    body_bytes: Arc<Semaphore>,
}

impl Default for Rooms {
    fn default() -> Self {
        Self {
            phones: Semaphore::new(PHONES_AT_ONCE),
            pages: Semaphore::new(PAGES_AT_ONCE),
            uploads: Semaphore::new(UPLOADS_AT_ONCE),
            body_bytes: Arc::new(Semaphore::new(BODY_BYTES_AT_ONCE)),
        }
    }
}

/// Reads the body, takes room, and goes on; or answers that there is none.
pub async fn make_room(State(rooms): State<Arc<Rooms>>, request: Request, next: Next) -> Response {
    let room = match request.uri().path() {
        path if path.starts_with("/v1/") => &rooms.phones,
        path if path.starts_with("/staff/imports/files/") => {
            return within(&rooms.uploads, request, next).await;
        }
        // Whoever watches a server under load must still see it.
        "/healthz" | "/readyz" | "/metrics" => return next.run(request).await,
        _ => &rooms.pages,
    };
    match timeout(BODY_WITHIN, in_memory(request, rooms.body_bytes.clone())).await {
        Ok(Ok((request, _bytes))) => in_time(room, request, next).await,
        Ok(Err(problem)) => problem.into_response(),
        Err(_) => Problem::TOO_SLOW.into_response(),
    }
}

async fn within(room: &Semaphore, request: Request, next: Next) -> Response {
    let Ok(_room) = room.try_acquire() else { return Problem::busy_soon().into_response() };
    next.run(request).await
}

/// Whoever would wait longer is told to come back: by then most that waited before it is done.
async fn in_time(room: &Semaphore, request: Request, next: Next) -> Response {
    let answered = timeout(ANSWER_WITHIN, within(room, request, next)).await;
    answered.unwrap_or_else(|_| Problem::busy_soon().into_response())
}

/// The request with its whole body, and what it holds of the room for bytes.
async fn in_memory(
    request: Request,
    room: Arc<Semaphore>,
) -> Result<(Request, Option<OwnedSemaphorePermit>), Problem> {
    let (parts, body) = request.into_parts();
    let mut pieces = body.into_data_stream();
    let mut whole = Vec::new();
    let mut held: Option<OwnedSemaphorePermit> = None;
    while let Some(piece) = pieces.next().await {
        let piece: Bytes = piece.map_err(|_| Problem::UNREADABLE)?;
        if whole.len() + piece.len() > BODY_BYTES_MAX {
            return Err(Problem::TOO_LARGE);
        }
        let length = u32::try_from(piece.len()).map_err(|_| Problem::TOO_LARGE)?;
        // As it comes, and not as it was announced: a large promise alone takes nothing from others.
        let more = room.clone().try_acquire_many_owned(length).map_err(|_| Problem::busy_soon())?;
        match &mut held {
            Some(held) => held.merge(more),
            None => held = Some(more),
        }
        whole.extend_from_slice(&piece);
    }
    Ok((Request::from_parts(parts, Body::from(whole)), held))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(body: Body) -> Request {
        let mut request = Request::new(body);
        *request.uri_mut() = axum::http::Uri::from_static("/v1/sync");
        request
    }

    #[tokio::test]
    async fn bodies_in_memory_are_bounded_together_and_give_their_room_back() {
        let room = Arc::new(Semaphore::new(100));
        let first = in_memory(request(Body::from(vec![0; 80])), room.clone()).await;
        let (first, held) = first.unwrap_or_else(|_| panic!("there is room"));
        let second = in_memory(request(Body::from(vec![0; 80])), room.clone()).await;
        assert!(second.is_err(), "together they are more than there is room for");
        drop((first, held));
        assert!(in_memory(request(Body::from(vec![0; 80])), room.clone()).await.is_ok());
        assert_eq!(room.available_permits(), 100);
    }

    #[tokio::test]
    async fn a_body_larger_than_any_form_is_not_kept() {
        let room = Arc::new(Semaphore::new(BODY_BYTES_AT_ONCE));
        let too_large = in_memory(request(Body::from(vec![0; BODY_BYTES_MAX + 1])), room).await;
        assert_eq!(too_large.err(), Some(Problem::TOO_LARGE));
    }
}
