//! Changes on their way in.

use std::sync::Arc;

use daymark_documents::{Inspected, MatchRecord, Writer, inspect, with_preamble};
use daymark_domain::MatchId;
use daymark_protocol::Push;

use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::store::sync::{Asker, ChangesAdded, MatchForPush, NewChanges, RefusedChange};

/// For so long after a match ended, what its mentor did before is still taken (`sync.md` 2.3).
const LATE_FOR_S: i64 = 30 * 24 * 60 * 60;
/// Two phones of one mentor meet at one match now and then; more often than this is no accident.
const TRIES_MAX: u32 = 5;

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
    asker: Asker,
    generation: u32,
    pushes: Vec<Push>,
) -> Result<Outcome, Problem> {
    let writers = writers(app, device, generation).await?;
    let mut outcome = Outcome::default();
    for push in pushes {
        let match_id = MatchId::from_bytes(*push.match_id);
        let changes: Vec<Vec<u8>> = push.changes.iter().map(|rest| with_preamble(rest)).collect();
        let judged = take(app, asker, generation, &writers, match_id, changes).await?;
        outcome.acknowledged.extend(judged.last_accepted.unwrap_or_default());
        outcome.accepted += judged.fresh;
        let codes = judged.refused.iter().map(|refused| (match_id, refused.hash, refused.code));
        outcome.refusals.extend(codes);
        if !judged.refused.is_empty() {
            tracing::warn!(device = %device.id, changes = judged.refused.len(), "changes were refused");
            app.store.add_refused(judged.refused).await?;
        }
    }
    Ok(outcome)
}

/// Under which names this phone may hand in changes: its own first, then those of its mentor's other phones. A phone
/// that was paired again hands in what it wrote under its earlier name; everything stays in this mentor's matches.
async fn writers(app: &App, device: &Device, generation: u32) -> Result<Arc<[Writer]>, Problem> {
    let own = Writer::of_device(device.id.as_bytes(), &device.tag, generation);
    let devices = app.store.devices_of_mentor(device.school_id, device.mentor_id).await?;
    let others = devices.iter().map(|other| Writer::of_device(other.id.as_bytes(), &other.tag, 0));
    Ok(std::iter::once(own).chain(others).collect())
}

/// Whose change this says it is; the phone's own when that cannot be told, and then the gate refuses it.
fn writer_of<'w>(writers: &'w [Writer], bytes: &[u8]) -> &'w Writer {
    let actor = inspect(bytes).map(|change| change.actor).unwrap_or_default();
    writers.iter().find(|writer| writer.actor[..] == actor[..]).unwrap_or(&writers[0])
}

/// One push, judged and stored.
#[derive(Default)]
struct Judged {
    last_accepted: Option<[u8; 8]>,
    fresh: u64,
    refused: Vec<RefusedChange>,
}

async fn take(
    app: &App,
    asker: Asker,
    generation: u32,
    writers: &Arc<[Writer]>,
    match_id: MatchId,
    changes: Vec<Vec<u8>>,
) -> Result<Judged, Problem> {
    let at = app.clock.now();
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
        let record = app.records.take(match_id, found).map_err(|_| Problem::INTERNAL)?;
        let verdict = judge(writers.clone(), record, changes.clone()).await?;
        let refused = verdict.refused(asker, match_id, at);
        if verdict.accepted.is_empty() {
            app.records.put(match_id, version, verdict.record);
            return Ok(Judged { last_accepted: verdict.last_held, fresh: 0, refused });
        }
        let fresh = verdict.accepted.len() as u64;
        let new = NewChanges {
            match_id,
            school_id,
            version,
            device_id: asker.device_id,
            generation,
            changes: verdict.accepted,
            view: verdict.record.view(),
            late,
            at,
        };
        if let ChangesAdded::At(seq) = app.store.add_changes(new).await? {
            app.records.put(match_id, seq, verdict.record);
            return Ok(Judged { last_accepted: verdict.last_held, fresh, refused });
        }
    }
    Err(Problem::busy(1))
}

fn all_refused(
    asker: Asker,
    match_id: MatchId,
    changes: Vec<Vec<u8>>,
    code: &'static str,
    at: i64,
) -> Judged {
    let refused = changes.into_iter().map(|bytes| refused_change(asker, match_id, bytes, code, at));
    Judged { refused: refused.collect(), ..Judged::default() }
}

fn refused_change(
    asker: Asker,
    match_id: MatchId,
    bytes: Vec<u8>,
    code: &'static str,
    at: i64,
) -> RefusedChange {
    // Bytes that are no change still need a name in the list; the phone matches by its own.
    let hash = inspect(&bytes).map_or_else(|_| crate::auth::sha256(&bytes), |change| change.hash.0);
    RefusedChange { match_id, hash, device_id: asker.device_id, code, bytes, at }
}

/// What the gate said of a push.
struct Verdict {
    record: MatchRecord,
    accepted: Vec<(Inspected, Vec<u8>)>,
    /// The last change that the record holds now, taken just now or before.
    last_held: Option<[u8; 8]>,
    refusals: Vec<(Vec<u8>, &'static str)>,
}

impl Verdict {
    fn refused(&self, asker: Asker, match_id: MatchId, at: i64) -> Vec<RefusedChange> {
        let refused = self
            .refusals
            .iter()
            .map(|(bytes, code)| refused_change(asker, match_id, bytes.clone(), code, at));
        refused.collect()
    }
}

/// Runs the gate away from the threads that answer requests.
async fn judge(
    writers: Arc<[Writer]>,
    mut record: MatchRecord,
    changes: Vec<Vec<u8>>,
) -> Result<Verdict, Problem> {
    let work = move || {
        let (mut accepted, mut last_held, mut refusals) = (Vec::new(), None, Vec::new());
        for bytes in changes {
            let held = inspect(&bytes).ok().map(|change| change.hash).filter(|hash| record.holds(hash));
            match held.map(|hash| Ok((hash, None))).unwrap_or_else(|| {
                record.admit(writer_of(&writers, &bytes), &bytes).map(|change| (change.hash, Some(change)))
            }) {
                Ok((hash, fresh)) => {
                    last_held = Some(hash.prefix());
                    accepted.extend(fresh.map(|change| (change, bytes)));
                }
                Err(refusal) => refusals.push((bytes, refusal.code())),
            }
        }
        Verdict { record, accepted, last_held, refusals }
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::INTERNAL)
}
