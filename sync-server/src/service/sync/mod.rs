//! One sync: the phone's changes through the gate into the log, then what is new above its cursor.
//!
//! The request stands alone and may be repeated: a change that is held already counts as accepted, and the cursor says
//! what the phone has. Nothing is acknowledged before the transaction that stores it has committed.

mod answer;
mod push;
mod records;

pub use records::RecordCache;

use daymark_domain::SchoolId;
use daymark_protocol::{Acknowledged, Down, Frames, Hello, Push, Redo, Refused, Up, Welcome, limits};

use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::service::school_time;
use crate::store::sync::Asker;

/// An answer, with what the metrics want to know of it.
pub struct Answer {
    /// Its frames.
    pub frames: Vec<u8>,
    /// Changes that were taken.
    pub accepted: u64,
    /// Changes that were refused.
    pub refused: u64,
}

/// Answers one request.
pub async fn sync(app: &App, device: &Device, body: &[u8]) -> Result<Answer, Problem> {
    let (hello, pushes) = read(body)?;
    let asker = Asker {
        device_id: device.id,
        mentor_id: device.mentor_id,
        school_id: device.school_id,
        cursor: i64::try_from(hello.cursor).unwrap_or(i64::MAX),
    };
    settle(app, device.school_id).await?;
    let outcome = push::take_all(app, device, asker, hello.generation, pushes).await?;
    app.store.heard_from(device.id, app.clock.now()).await?;
    if outcome.accepted > 0 {
        app.poke(device.school_id);
    }
    let mut frames = Vec::new();
    let log = app.store.log(device.school_id).await?;
    Down::from(Welcome::new(log.id.into(), app.clock.now())).write(&mut frames);
    if !outcome.acknowledged.is_empty() {
        Down::from(Acknowledged::new(outcome.acknowledged.into())).write(&mut frames);
    }
    for (match_id, hash, code) in &outcome.refusals {
        let prefix: [u8; 8] = hash[..8].try_into().unwrap_or_default();
        Down::from(Refused::new((*match_id.as_bytes()).into(), prefix.into(), (*code).to_owned()))
            .write(&mut frames);
    }
    let another_log = hello.log_id.is_some_and(|known| *known != log.id) || asker.cursor > log.seq;
    if another_log {
        Down::from(Redo::new(log.id.into())).write(&mut frames);
    } else {
        answer::write_news(app, asker, &mut frames).await?;
    }
    Ok(Answer { frames, accepted: outcome.accepted, refused: outcome.refusals.len() as u64 })
}

/// What ran out since the last day takes effect before anything is answered.
async fn settle(app: &App, school: SchoolId) -> Result<(), Problem> {
    let at = app.clock.now();
    let here = app.store.school(school).await?.ok_or(Problem::INTERNAL)?;
    if app.store.settle_if_due(school, school_time::at(&here, at).day, at).await? {
        app.poke(school);
    }
    Ok(())
}

/// The whole request, or none of it: what was cut off is sent again.
fn read(body: &[u8]) -> Result<(Hello, Vec<Push>), Problem> {
    let mut hello = None;
    let mut pushes = Vec::new();
    for frame in Frames::<Up>::of(body) {
        match frame.map_err(|_| Problem::UNREADABLE)? {
            Up::Hello(first) if hello.is_none() => hello = Some(first),
            Up::Hello(_) => return Err(Problem::UNREADABLE),
            Up::Push(push) => pushes.push(push),
        }
    }
    let changes: usize = pushes.iter().map(|push| push.changes.len()).sum();
    if changes > limits::CHANGES_MAX {
        return Err(Problem::TOO_LARGE);
    }
    hello.map(|hello| (hello, pushes)).ok_or(Problem::UNREADABLE)
}
