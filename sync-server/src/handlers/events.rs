//! Pokes: `GET /v1/events` for phones, `GET /team/events` for open pages. An event says nothing but "ask again", so a lost
//! one costs nothing.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use daymark_domain::SchoolId;
use futures_util::stream::{Stream, unfold};
use tokio::sync::broadcast::error::RecvError;

use crate::app::App;
use crate::auth::device::Device;
use crate::auth::session::Staff;

const STILL_HERE: Duration = Duration::from_secs(30);

/// Pokes for the phone's school until the phone hangs up or the server stops.
pub async fn events(
    State(app): State<App>,
    device: Device,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    pokes(&app, device.school_id)
}

/// The same for a page that somebody has open.
pub async fn team_events(
    State(app): State<App>,
    Staff(who): Staff,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    pokes(&app, who.school_id)
}

fn pokes(app: &App, of: SchoolId) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let listening = (app.pokes.subscribe(), app.stopping.subscribe());
    let pokes = unfold(listening, move |(mut pokes, mut stopping)| async move {
        loop {
            tokio::select! {
                _ = stopping.changed() => return None,
                poke = pokes.recv() => match poke {
                    Ok(school) if school == of => return Some((Ok(poke_event()), (pokes, stopping))),
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
    // A browser passes over an event without data.
    Event::default().event("poke").data("now")
}
