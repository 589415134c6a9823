//! Keeping in step with the school: when the background syncs, and what it does while nobody waits for anything.

use std::future::pending;
use std::pin::pin;
use std::time::Duration;

use daymark_protocol::LinkError;
use futures_channel::mpsc::UnboundedReceiver;
use futures_util::StreamExt;
use futures_util::future::{Either, select};

use super::{Host, Sleep};
use crate::api::Failure;
use crate::sync::{Backoff, SyncError, Wait};

/// After a tap, so that the taps of one minute at the door go together.
const AFTER_A_TAP: Duration = Duration::from_secs(2);

/// Nobody has asked anything for so long: there is time for what nobody waits for.
const QUIET: Duration = Duration::from_millis(300);

/// What the first screen asks: how things stand, and its view. On a slow phone the second comes late, and a sync looks
/// through all that is stored.
const FIRST_SCREEN: u64 = 2;

/// A mentor at the door hardly pauses; after so many looks for quiet what is to be sent is sent all the same.
const LOOKS_FOR_QUIET: u32 = 10;

/// While somebody looks at entries that are not sent, the school is tried at least this often. Not every platform says
/// that a network is back, and none says that the server is.
const EAGER: Duration = Duration::from_secs(30);

/// What the background is woken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nudge {
    /// There may be something to send or to fetch.
    Work,
    /// Somebody else's attempt reached the school.
    Reached,
}

type Nudges = UnboundedReceiver<Nudge>;

impl Host {
    /// Syncs at the start, after taps and pokes, and again when an attempt failed; reads records into memory. Both once
    /// it is quiet: what the first screen asks for is not to wait for either.
    pub(super) async fn keep_in_step(&self, sleep: &Sleep) {
        let Some(mut nudges) = self.nudges.borrow_mut().take() else { return };
        let mut backoff = Backoff::default();
        loop {
            self.quiet(sleep).await;
            // Somebody else's attempt says nothing of what it came to, but nudges when it has ended.
            while self.held.get() || self.syncing.get() {
                nudges.next().await;
            }
            let wait = self.sync_in_step(&mut backoff).await;
            self.warm(sleep).await;
            match wait {
                Wait::UntilAsked => nudged(&mut nudges, Nudge::Work).await,
                // Without a network each tap would only fail again: the wait stands, until somebody has reached the school.
                Wait::AfterFailure(wait) => {
                    let reached = pin!(nudged(&mut nudges, Nudge::Reached));
                    if let Either::Left(_) = select(reached, sleep(wait)).await {
                        backoff.succeeded();
                    }
                }
                Wait::Idle(wait) => {
                    let work = pin!(nudged(&mut nudges, Nudge::Work));
                    if let Either::Left(_) = select(work, sleep(wait)).await {
                        sleep(AFTER_A_TAP).await;
                    }
                }
            }
            while nudges.try_recv().is_ok() {}
        }
    }

    async fn sync_in_step(&self, backoff: &mut Backoff) -> Wait {
        let outcome = self.sync().await;
        let eager = self.ear.is_looked_at() && self.status().is_ok_and(|status| status.unsent > 0);
        backoff.at_most(if eager { EAGER } else { Backoff::IDLE });
        match outcome {
            Ok(_) => backoff.succeeded(),
            Err(SyncError::Link(LinkError::NotPaired) | SyncError::Phone(Failure::NotPaired)) => {
                Wait::UntilAsked
            }
            Err(SyncError::Link(LinkError::Busy { retry_after_s })) => {
                backoff.failed(retry_after_s.map(|seconds| Duration::from_secs(seconds.into())))
            }
            Err(_) => backoff.failed(None),
        }
    }

    async fn warm(&self, sleep: &Sleep) {
        loop {
            let asked = self.asked.get();
            let warmed = self.core.borrow_mut().warm_one();
            if !matches!(warmed, Ok(true)) {
                return;
            }
            // Let a tap in between two records.
            sleep(Duration::ZERO).await;
            if self.asked.get() != asked {
                self.quiet(sleep).await;
            }
        }
    }

    /// Waits until nobody asks for a moment, though not for ever.
    async fn quiet(&self, sleep: &Sleep) {
        for _ in 0..LOOKS_FOR_QUIET {
            let asked = self.asked.get();
            sleep(QUIET).await;
            if self.asked.get() == asked && asked >= FIRST_SCREEN {
                return;
            }
        }
    }
}

/// Waits for that nudge; others meanwhile change nothing.
async fn nudged(nudges: &mut Nudges, wanted: Nudge) {
    loop {
        match nudges.next().await {
            Some(nudge) if nudge == wanted => return,
            Some(_) => {}
            None => pending().await,
        }
    }
}
