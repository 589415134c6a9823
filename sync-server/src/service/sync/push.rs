//! Changes on their way in.

use std::sync::Arc;

use daymark_documents::{MatchRecord, Refusal, Writer, hash_of, with_preamble};
use daymark_domain::MatchId;
use daymark_protocol::{Hello, Push};

use super::clocks::PhoneClock;
use super::handed_in;
use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::store::sync::{Asker, ChangesAdded, MatchForPush, NewChanges, RefusedChange, WritingPhone};

/// For so long after a match ended, what its mentor did before is still taken (`sync.md` 2.3).
const LATE_FOR_S: i64 = 30 * 24 * 60 * 60;
/// Two phones of one mentor meet at one match now and then; more often than this is no accident.
const TRIES_MAX: u32 = 5;

/// By which way a phone's changes come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// With a sync.
    Sync,
    /// Handed in, after the phone was shut out because its mentor left.
    HandIn,
}

/// What became of a request's pushes.
#[derive(Default)]
pub(super) struct Outcome {
    /// For each push, the hash prefix of its last change that is held, or zeros.
    pub acknowledged: Vec<u8>,
    /// Changes that are in the log now and were not before.
    pub accepted: u64,
    /// What was refused, and why.
    pub refusals: Vec<(MatchId, [u8; 32], &'static str)>,
}

/// Takes all pushes. A bad change stops what depends on it and nothing else.
pub(super) async fn take_all(
    app: &App,
    device: &Device,
    (asker, way): (Asker, Way),
    hello: &Hello,
    pushes: Vec<Push>,
) -> Result<Outcome, Problem> {
    let writers = writers(app, device, hello.generation).await?;
    let clock = PhoneClock(hello.clock);
    let sender = Sender { asker, way, generation: hello.generation, writers, clock };
    let mut outcome = Outcome::default();
    for push in pushes {
        let match_id = MatchId::from_bytes(*push.match_id);
        let changes: Vec<Vec<u8>> = push.changes.iter().map(|rest| with_preamble(rest)).collect();
        let taken = take(app, &sender, match_id, changes).await?;
        outcome.acknowledged.extend(taken.last_accepted.unwrap_or_default());
        outcome.accepted += taken.fresh;
        let codes = taken.refused.iter().map(|refused| (match_id, refused.hash, refused.code));
        outcome.refusals.extend(codes);
        if !taken.refused.is_empty() {
            tracing::warn!(device = %device.id, changes = taken.refused.len(), "changes were refused");
            app.store.add_refused(taken.refused).await?;
        }
    }
    Ok(outcome)
}

/// Under which names this phone may hand in changes: its own first, then those of its mentor's other phones. A phone
/// that was paired again hands in what it wrote under its earlier name; everything stays in this mentor's matches.
async fn writers(app: &App, device: &Device, generation: u32) -> Result<Arc<[Writer]>, Problem> {
    let own = Writer::of_device(device.id.as_bytes(), &device.tag, generation);
    let phones = app.store.writing_phones(device.school_id, device.mentor_id).await?;
    let told = |phone: &WritingPhone| if phone.device_id == device.id { generation } else { 0 };
    let all = phones.iter().flat_map(|phone| phone.writers(told(phone)).map(|(_, writer)| writer));
    Ok(std::iter::once(own).chain(all).collect())
}

/// Who hands in.
struct Sender {
    asker: Asker,
    way: Way,
    /// Of its installation.
    generation: u32,
    /// Under which names.
    writers: Arc<[Writer]>,
    clock: PhoneClock,
}

/// One push, judged and stored.
#[derive(Default)]
struct Taken {
    last_accepted: Option<[u8; 8]>,
    fresh: u64,
    refused: Vec<RefusedChange>,
}

async fn take(
    app: &App,
    sender: &Sender,
    match_id: MatchId,
    changes: Vec<Vec<u8>>,
) -> Result<Taken, Problem> {
    let (asker, at) = (sender.asker, app.clock.now());
    for _ in 0..TRIES_MAX {
        let known = app.records.version(match_id);
        let found = app.store.match_for_push(asker, match_id, known).await?;
        let closed = match &found {
            None => Some("not-your-match"),
            Some(MatchForPush { ended_at: Some(ended), .. }) if at - ended > LATE_FOR_S => {
                Some("match-ended")
            }
            Some(_) => None,
        };
        let (None, Some(found)) = (closed, found) else {
            return Ok(all_refused(asker, match_id, changes, closed.unwrap_or("not-your-match"), at));
        };
        let late = found.ended_at.is_some();
        let (school_id, version) = (found.school_id, found.version);
        // Another push of this match began a moment before and has the record in hand.
        let Some(record) = record(app, match_id, known, found).await? else { continue };
        let judged = app.wall.judge(record, &sender.writers, changes.clone()).await?;
        let name = |(bytes, refusal): &(Vec<u8>, Refusal)| {
            refused_change(asker, match_id, bytes.clone(), refusal.code(), at)
        };
        let refused = judged.refusals.iter().map(name).collect();
        let is_known = judged.accepted.is_empty();
        #[cfg(feature = "weakened")]
        let is_known = is_known && !(judged.last_held.is_some() && crate::weakened::counts_twice());
        if is_known {
            app.records.put(match_id, version, judged.record);
            return Ok(Taken { last_accepted: judged.last_held, fresh: 0, refused });
        }
        let fresh = judged.accepted.len() as u64;
        let new = NewChanges {
            match_id,
            school_id,
            version,
            device_id: asker.device_id,
            generation: sender.generation,
            uncertain: sender.clock.doubts(&judged.accepted, at),
            handed_in: match sender.way {
                Way::Sync => Vec::new(),
                Way::HandIn => handed_in::said_by(&judged.accepted),
            },
            changes: judged.accepted,
            view: judged.record.view(),
            hash: judged.record.canonical_hash(),
            late,
            at,
        };
        if let ChangesAdded::At(seq) = app.store.add_changes(new).await? {
            app.records.put(match_id, seq, judged.record);
            return Ok(Taken { last_accepted: judged.last_held, fresh, refused });
        }
    }
    Err(Problem::busy(1))
}

/// The record as the store has it now. Reading a year of changes again is work, and not for a thread that answers.
async fn record(
    app: &App,
    match_id: MatchId,
    known: Option<i64>,
    found: MatchForPush,
) -> Result<Option<MatchRecord>, Problem> {
    let records = app.records.clone();
    let taken = tokio::task::spawn_blocking(move || records.take(match_id, known, found)).await;
    taken.map_err(|_| Problem::INTERNAL)?.map_err(|error| {
        tracing::error!(%error, "a stored match record cannot be read");
        Problem::INTERNAL
    })
}

fn all_refused(asker: Asker, match_id: MatchId, changes: Vec<Vec<u8>>, code: &'static str, at: i64) -> Taken {
    let refused = changes.into_iter().map(|bytes| refused_change(asker, match_id, bytes, code, at));
    Taken { refused: refused.collect(), ..Taken::default() }
}

fn refused_change(
    asker: Asker,
    match_id: MatchId,
    bytes: Vec<u8>,
    code: &'static str,
    at: i64,
) -> RefusedChange {
    // Bytes that are no change still need a name in the list; the phone matches by its own.
    let hash = hash_of(&bytes).0;
    RefusedChange { match_id, hash, device_id: asker.device_id, code, bytes, at }
}
