//! One sync: the phone's changes through the gate into the log, then what is new above its cursor.
//!
//! The request stands alone and may be repeated: a change that is held already counts as accepted, and the cursor says
//! what the phone has. Nothing is acknowledged before the transaction that stores it has committed.

mod agreement;
mod answer;
mod clocks;
mod handed_in;
mod lease;
mod push;
mod receipt;
mod records;
mod standing;

pub use records::RecordCache;

use std::collections::BTreeMap;

use daymark_documents::Writer;
use daymark_domain::{MatchId, SchoolId};
use daymark_protocol::{
    AgreementAccepted, AgreementWanted, Down, Frames, Hello, Kin, Push, Redo, Refused, Up, limits,
};

use self::push::Way;
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
    let Asked { hello, kin, pushes, standing, wants_agreement, accepted } = read(body)?;
    let asker = asker(device, &hello);
    settle(app, device.school_id).await?;
    // Before what is new is read: a mentor who accepts gets the students in the same answer.
    agreement::accept(app, device, accepted).await?;
    standing::take_up(app, device, asker, &kin).await?;
    let names = receipt::names(&pushes);
    let log = app.store.log(device.school_id).await?;
    let another_log = hello.log_id.is_some_and(|known| *known != log.id) || asker.cursor > log.seq;
    // A phone that knows another log hands in what this one lacks first: before that nothing new has anything to stand on.
    let outcome = match another_log {
        true => push::Outcome { acknowledged: vec![0; 8 * pushes.len()], ..push::Outcome::default() },
        false => push::take_all(app, device, (asker, Way::Sync), &hello, pushes).await?,
    };
    app.store.heard_from(device.id, app.clock.now()).await?;
    if outcome.accepted > 0 {
        app.poke(device.school_id);
    }
    let mut frames = Vec::new();
    let log = app.store.log(device.school_id).await?;
    Down::from(receipt::welcome(app, device, log, &hello)).write(&mut frames);
    agreement::write(wants_agreement, &mut frames);
    if !outcome.acknowledged.is_empty() {
        receipt::write(app, device, log, &names, outcome.acknowledged, &mut frames);
    }
    lease::write(app, device, &hello, &mut frames).await?;
    for (match_id, hash, code) in &outcome.refusals {
        let prefix: [u8; 8] = hash[..8].try_into().unwrap_or_default();
        Down::from(Refused::new((*match_id.as_bytes()).into(), prefix.into(), (*code).to_owned()))
            .write(&mut frames);
    }
    if another_log {
        Down::from(Redo::new(log.id.into())).write(&mut frames);
    } else {
        answer::write_news(app, asker, standing.as_ref(), &mut frames).await?;
    }
    Ok(Answer { frames, accepted: outcome.accepted, refused: outcome.refusals.len() as u64 })
}

/// Takes what a phone that is shut out had not sent, through the same gate, and answers with receipts alone.
pub async fn hand_in(app: &App, device: &Device, body: &[u8]) -> Result<Answer, Problem> {
    let Asked { hello, kin, pushes, .. } = read(body)?;
    let asker = asker(device, &hello);
    standing::take_up(app, device, asker, &kin).await?;
    let names = receipt::names(&pushes);
    let outcome = push::take_all(app, device, (asker, Way::HandIn), &hello, pushes).await?;
    if outcome.accepted > 0 {
        app.poke(device.school_id);
    }
    let mut frames = Vec::new();
    let log = app.store.log(device.school_id).await?;
    Down::from(receipt::welcome(app, device, log, &hello)).write(&mut frames);
    receipt::write(app, device, log, &names, outcome.acknowledged, &mut frames);
    Ok(Answer { frames, accepted: outcome.accepted, refused: outcome.refusals.len() as u64 })
}

fn asker(device: &Device, hello: &Hello) -> Asker {
    Asker {
        device_id: device.id,
        actor: Writer::of_device(device.id.as_bytes(), &device.tag, hello.generation).actor,
        mentor_id: device.mentor_id,
        school_id: device.school_id,
        cursor: i64::try_from(hello.cursor).unwrap_or(i64::MAX),
    }
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

/// A request, frame by frame.
#[derive(Default)]
struct Asked {
    hello: Hello,
    kin: Vec<Kin>,
    pushes: Vec<Push>,
    standing: Option<BTreeMap<MatchId, [u8; 8]>>,
    wants_agreement: Option<AgreementWanted>,
    accepted: Option<AgreementAccepted>,
}

/// The whole request, or none of it: what was cut off is sent again.
fn read(body: &[u8]) -> Result<Asked, Problem> {
    let mut asked = Asked::default();
    let mut greeted = false;
    for frame in Frames::<Up>::of(body) {
        match frame.map_err(|_| Problem::UNREADABLE)? {
            Up::Hello(hello) if !greeted => (asked.hello, greeted) = (hello, true),
            Up::Hello(_) => return Err(Problem::UNREADABLE),
            Up::Kin(kin) => asked.kin.push(kin),
            Up::Push(push) => asked.pushes.push(push),
            Up::AgreementWanted(wanted) => asked.wants_agreement = Some(wanted),
            Up::AgreementAccepted(accepted) => asked.accepted = Some(accepted),
            Up::Standing(standing) => {
                asked
                    .standing
                    .get_or_insert_default()
                    .extend(standing.records().map(|(id, hash)| (MatchId::from_bytes(id), hash)));
            }
        }
    }
    let changes: usize = asked.pushes.iter().map(|push| push.changes.len()).sum();
    if changes > limits::CHANGES_MAX || asked.kin.len() > limits::KIN_MAX {
        return Err(Problem::TOO_LARGE);
    }
    if greeted { Ok(asked) } else { Err(Problem::UNREADABLE) }
}
