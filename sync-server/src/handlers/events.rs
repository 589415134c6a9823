//! `GET /v1/events`: pokes. An event says nothing but "sync now", so a lost one costs nothing.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use tokio::sync::broadcast::error::RecvError;

use crate::app::App;
use crate::auth::device::Device;

const STILL_HERE: Duration = Duration::from_secs(30);

/// Pokes for the phone's school until the phone hangs up or the server stops.
pub async fn events(
    State(app): State<App>,
    device: Device,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listening = (app.pokes.subscribe(), app.stopping.subscribe());
    let pokes = unfold(listening, move |(mut pokes, mut stopping)| async move {
        loop {
            tokio::select! {
                _ = stopping.changed() => return None,
                poke = pokes.recv() => match poke {
                    Ok(school) if school == device.school_id => return Some((Ok(poke_event()), (pokes, stopping))),
                    Ok(_) => {}
                    // Missed some: one poke stands for all.
                    Err(RecvError::Lagged(_)) => return Some((Ok(poke_event()), (pokes, stopping))),
                    Err(RecvError::Closed) => return None,
                },
            }
        }
    });
    Sse::new(pokes).keep_alive(KeepAlive::new().interval(STILL_HERE))
}

fn poke_event() -> Event {
    Event::default().event("poke").data("")
}
