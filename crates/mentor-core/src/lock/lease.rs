//! How long this phone may be read without a word from the school (P11).
//!
//! A lost phone that nobody can reach closes by itself: past its lease no view answers, while the outbox stays and is
//! sent. The time that counts is the latest of all that this phone knows: its clock, the server's last word with the
//! time that has gone by since, and the latest moment that was ever seen. So a clock that is set back, or stands still,
//! opens nothing, and one that runs ahead closes too early, until the server says what time it is: from then on it counts
//! as much less as it was ahead.

use std::time::Duration;

use daymark_protocol as wire;
use daymark_protocol::lease::{Leased, signed_bytes};
use daymark_sqlite::rusqlite::Transaction;
use ed25519_dalek::{Signature, VerifyingKey};

use super::Ticks;
use crate::api::Failure;
use crate::core::Core;
use crate::storage::lease::{Lease, get, set};
use crate::storage::{StorageError, phone, trust};

const HOUR: i64 = 60 * 60;

/// Of a window or a phone's own shell, where no lease was signed: between pairing and the first sync, and by a server from
/// before there were signed ones.
pub const TERM_OF_A_WINDOW: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// The same of a browser, whose storage is the weakest place (`trust.md` 0.7).
pub const TERM_OF_A_BROWSER: Duration = Duration::from_secs(72 * 60 * 60);

/// A lease that is younger needs no other: most syncs carry none.
const FRESH_FOR: i64 = HOUR;

/// Time that has gone by is written down this often: that much is to be had by pulling the battery out.
const WRITTEN_EVERY: i64 = HOUR / 6;

/// What the open phone knows of the time.
pub(crate) struct Watch {
    ticks: Ticks,
    term: i64,
    /// A moment that was right, and the ticks at it.
    right: Option<(i64, Duration)>,
    /// What the request that is under way asked for a lease with.
    asked: Option<[u8; 16]>,
}

impl Watch {
    pub fn new(ticks: Ticks, term: Duration) -> Self {
        Self { ticks, term: i64::try_from(term.as_secs()).unwrap_or(i64::MAX), right: None, asked: None }
    }

    fn now(&self, wall: i64) -> i64 {
        let since = |(moment, at): (i64, Duration)| {
            let gone_by = (self.ticks)().saturating_sub(at).as_secs();
            moment.saturating_add_unsigned(gone_by)
        };
        self.right.map(since).map_or(wall, |right| right.max(wall))
    }

    fn is_right(&mut self, moment: i64) {
        self.right = Some((moment, (self.ticks)()));
    }
}

/// By how much a clock that shows `wall` runs ahead of the school's.
fn ahead(wall: i64, server_now: i64) -> i64 {
    wall.saturating_sub(server_now).max(0)
}

/// Keeps a lease that the server signed; whoever calls has verified it, and whether it was asked for with this phone's own
/// question. Such a one is the school's newest word, whatever its clock said before. Any other must be newer than what is
/// kept, and counts for nothing where one was asked for so; else nothing changes, `false`: a recorded answer sets no time
/// back. The server's time counts from here on, also where this phone's clock (`wall`) runs ahead.
pub fn keep(
    tx: &Transaction<'_>,
    (until, issued_at): (i64, i64),
    asked_for: bool,
    wall: i64,
) -> daymark_sqlite::rusqlite::Result<bool> {
    let kept = get(tx)?;
    let was_asked_for = kept.is_some_and(|kept| kept.asked_for);
    let is_later = kept.and_then(|kept| kept.issued_at).is_none_or(|kept| kept < issued_at);
    let counts = asked_for || (is_later && !was_asked_for);
    if counts {
        let ahead = ahead(wall, issued_at);
        set(tx, Lease { until, issued_at: Some(issued_at), used_to: issued_at, ahead, asked_for })?;
    }
    Ok(counts)
}

/// Whether the server whose key is pinned signed that for this phone, in answer to that question.
fn is_genuine(key: &[u8; 32], device_id: [u8; 16], lease: &wire::Lease, nonce: Option<[u8; 16]>) -> bool {
    let &wire::Lease { issued_at, until, .. } = lease;
    let signed = signed_bytes(&Leased { server_key: *key, device_id, issued_at, until, nonce });
    let signature = Signature::from_bytes(&lease.signature);
    VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify_strict(&signed, &signature).is_ok())
}

impl Core {
    /// Keeps to a lease from here on; `term`: of this platform, where no server signs one.
    pub(crate) fn keep_to_a_lease(&mut self, ticks: Ticks, term: Duration) {
        let mut watch = Watch::new(ticks, term);
        // Time goes by from here as the ticks say, even if the clock stands still.
        if let Ok(Some(lease)) = get(&self.db) {
            watch.is_right(lease.used_to.max(self.now() - lease.ahead));
        } else {
            watch.is_right(self.now());
        }
        self.lease = Some(watch);
    }

    /// Takes a lease that came with an answer. A forged one, an earlier one and one of another phone or server change
    /// nothing.
    pub(crate) fn take_lease(&mut self, lease: &wire::Lease) -> Result<(), StorageError> {
        let (key, phone) = (trust::key(&self.db)?, phone::get(&self.db)?);
        let (Some(key), Some(phone)) = (key, phone) else { return Ok(()) };
        let device_id = *phone.device_id.as_bytes();
        // Each question has one answer.
        let asked = self.lease.as_mut().and_then(|watch| watch.asked.take());
        let asked_for = asked.is_some_and(|nonce| is_genuine(&key, device_id, lease, Some(nonce)));
        if !asked_for && !is_genuine(&key, device_id, lease, None) {
            tracing::warn!("a lease that the school's server did not sign for this phone was left aside");
            return Ok(());
        }
        let &wire::Lease { until, issued_at, .. } = lease;
        let wall = self.now();
        let counts = self.change(|tx| Ok(keep(tx, (until, issued_at), asked_for, wall)?))?;
        if let Some(watch) = self.lease.as_mut().filter(|_| counts) {
            watch.is_right(issued_at);
        }
        Ok(())
    }

    /// What the next request asks for a lease with; `None`: it asks for none. Whatever answers an earlier request is late.
    pub(crate) fn ask_for_lease(&mut self) -> Result<Option<[u8; 16]>, Failure> {
        let wants = self.wants_lease().map_err(StorageError::unreadable)?;
        let asked = if wants { Some(self.entropy.bytes()?) } else { None };
        if let Some(watch) = &mut self.lease {
            watch.asked = asked;
        }
        Ok(asked)
    }

    /// Whether the next request asks for a lease: where there is none, or what there is has aged.
    pub(crate) fn wants_lease(&self) -> Result<bool, StorageError> {
        let Some(watch) = &self.lease else { return Ok(false) };
        let Some(kept) = get(&self.db)? else { return Ok(true) };
        let now = watch.now(self.now() - kept.ahead).max(kept.used_to);
        // Of a short one a quarter.
        let is_fresh = |issued_at: i64| {
            let age = now.saturating_sub(issued_at);
            age < FRESH_FOR.min(kept.until.saturating_sub(issued_at) / 4)
        };
        Ok(!kept.issued_at.is_some_and(is_fresh))
    }

    /// The server said what time it is. Where it signs leases only their time counts; one that signs none is believed, and
    /// each contact with it begins the term anew.
    pub(crate) fn heard_from_the_server(&mut self, server_now: i64) {
        let ahead = ahead(self.now(), server_now);
        let Some(watch) = &mut self.lease else { return };
        let held = get(&self.db).ok().flatten();
        if held.is_some_and(|held| held.issued_at.is_some()) {
            return;
        }
        watch.is_right(server_now);
        let until = server_now.saturating_add(watch.term);
        let is_new = held.is_none_or(|held| {
            until - held.until >= WRITTEN_EVERY
                || held.used_to - server_now >= WRITTEN_EVERY
                || (held.ahead - ahead).abs() >= WRITTEN_EVERY
        });
        if is_new {
            // A lease that cannot be written runs out; the next contact tries again.
            let _ = self.change(|tx| {
                Ok(set(tx, Lease { until, issued_at: None, used_to: server_now, ahead, asked_for: false })?)
            });
        }
    }

    /// Whether the lease has run out. A phone that is nobody's has none.
    ///
    /// # Errors
    /// `Unreadable`; whoever asks takes that for a lease that is over.
    pub(crate) fn is_lease_over(&mut self) -> Result<bool, Failure> {
        let look = |core: &mut Self| -> Result<bool, StorageError> {
            let Some(watch) = &core.lease else { return Ok(false) };
            let wall = core.now();
            let kept = match get(&core.db)? {
                Some(kept) => kept,
                None if phone::get(&core.db)?.is_none() => return Ok(false),
                // Paired by a version that kept no lease: it begins now.
                None => {
                    let until = watch.now(wall).saturating_add(watch.term);
                    Lease { until, issued_at: None, used_to: i64::MIN, ahead: 0, asked_for: false }
                }
            };
            let now = watch.now(wall - kept.ahead).max(kept.used_to);
            let runs_out = now > kept.until && kept.used_to <= kept.until;
            if runs_out || now.saturating_sub(kept.used_to) >= WRITTEN_EVERY {
                core.change(|tx| Ok(set(tx, Lease { used_to: now, ..kept })?))?;
            }
            Ok(now > kept.until)
        };
        look(self).map_err(StorageError::unreadable)
    }
}
