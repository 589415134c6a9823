//! The core at work: answers requests, syncs in the background, tells the screens what changed. The same in a
//! browser's worker and on a thread; only the timer differs.

mod listen;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use daymark_protocol::LinkError;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt;
use futures_util::future::{Either, join, select};
use listen::Ear;

use crate::api::{Failure, FromCore, Reply, Request, Status, SyncTrouble};
use crate::core::Core;
use crate::sync::{Backoff, HttpApi, SharedCore, SyncError, Wait, pair, run_once};

/// A timer of the platform.
pub type Sleep = Rc<dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()>>>>;

/// After a tap, so that the taps of one minute at the door go together.
const AFTER_A_TAP: Duration = Duration::from_secs(2);

/// Nobody has asked anything for so long: there is time for what nobody waits for.
const QUIET: Duration = Duration::from_millis(300);

/// What the first screen asks: how things stand, and its view. On a slow phone the second comes late, and a sync looks
/// through all that is stored.
const FIRST_SCREEN: u64 = 2;

/// A mentor at the door hardly pauses; after so many looks for quiet what is to be sent is sent all the same.
const LOOKS_FOR_QUIET: u32 = 10;

/// The core with its background work.
#[derive(Clone)]
pub struct Host {
    core: SharedCore,
    platform: &'static str,
    trouble: Rc<Cell<Option<SyncTrouble>>>,
    syncing: Rc<Cell<bool>>,
    /// How many requests there were.
    asked: Rc<Cell<u64>>,
    nudge: UnboundedSender<()>,
    nudges: Rc<RefCell<Option<UnboundedReceiver<()>>>>,
    ear: Rc<Ear>,
    tell: Rc<dyn Fn(FromCore)>,
}

impl Host {
    /// Around an open core; `tell` carries what was not asked for to the screens.
    pub fn new(core: Core, platform: &'static str, tell: Rc<dyn Fn(FromCore)>) -> Self {
        let (nudge, nudges) = unbounded();
        Self {
            core: Rc::new(RefCell::new(core)),
            platform,
            trouble: Rc::default(),
            syncing: Rc::default(),
            asked: Rc::default(),
            nudge,
            nudges: Rc::new(RefCell::new(Some(nudges))),
            ear: Rc::default(),
            tell,
        }
    }

    /// Answers one request. Taps are answered at once, whatever the network does.
    pub async fn answer(&self, request: Request) -> Result<Reply, Failure> {
        self.asked.set(self.asked.get() + 1);
        match request {
            Request::Pair { server, code } => {
                pair(&self.core, &HttpApi::new(&server), &server, &code, self.platform).await?;
                self.trouble.set(None);
                // A paired phone without its students is half a thing; but paired it is, even if this fails.
                let _ = self.sync().await;
                self.ear.look_up();
                self.status().map(Reply::Status)
            }
            Request::SetLookedAt { looked_at } => {
                self.ear.set_looked_at(looked_at);
                Ok(Reply::Kept)
            }
            Request::Sync => {
                let _ = self.sync().await;
                self.status().map(Reply::Status)
            }
            Request::Status => self.status().map(Reply::Status),
            request => {
                let reply = self.core.borrow_mut().answer(request);
                self.with_trouble(reply)
            }
        }
    }

    fn with_trouble(&self, reply: Result<Reply, Failure>) -> Result<Reply, Failure> {
        match reply? {
            Reply::Saved { key, mut status } => {
                status.trouble = self.trouble.get().or(status.trouble);
                let _ = self.nudge.unbounded_send(());
                Ok(Reply::Saved { key, status })
            }
            Reply::SavedGroup { group, keys, mut status } => {
                status.trouble = self.trouble.get().or(status.trouble);
                let _ = self.nudge.unbounded_send(());
                Ok(Reply::SavedGroup { group, keys, status })
            }
            other => Ok(other),
        }
    }

    fn status(&self) -> Result<Status, Failure> {
        let mut status = self.core.borrow().status()?;
        status.trouble = self.trouble.get().or(status.trouble);
        Ok(status)
    }

    /// One attempt; a second one meanwhile is not started.
    async fn sync(&self) -> Result<bool, SyncError> {
        if self.syncing.replace(true) {
            return Ok(false);
        }
        let outcome = self.attempt().await;
        self.syncing.set(false);
        if matches!(outcome, Ok(true)) {
            self.ear.heard_news();
        }
        self.trouble.set(outcome.as_ref().err().and_then(trouble_of));
        if let Ok(status) = self.status() {
            (self.tell)(FromCore::Changed(status));
        }
        outcome
    }

    async fn attempt(&self) -> Result<bool, SyncError> {
        let server = self.core.borrow().phone()?.server;
        run_once(&self.core, &HttpApi::new(&server)).await
    }

    /// Syncs and listens for ever.
    pub async fn run_in_background(self, sleep: Sleep) {
        join(self.keep_in_step(&sleep), self.listen(&sleep)).await;
    }

    /// Syncs at the start, after taps and pokes, and again when an attempt failed; reads records into memory. Both once
    /// it is quiet: what the first screen asks for is not to wait for either.
    async fn keep_in_step(&self, sleep: &Sleep) {
        let Some(mut nudges) = self.nudges.borrow_mut().take() else { return };
        let mut backoff = Backoff::default();
        loop {
            self.quiet(sleep).await;
            let wait = match self.sync().await {
                Ok(_) => backoff.succeeded(),
                Err(SyncError::Link(LinkError::NotPaired) | SyncError::Phone(Failure::NotPaired)) => {
                    Wait::UntilAsked
                }
                Err(SyncError::Link(LinkError::Busy { retry_after_s })) => {
                    backoff.failed(retry_after_s.map(|seconds| Duration::from_secs(seconds.into())))
                }
                Err(_) => backoff.failed(None),
            };
            self.warm(sleep).await;
            match wait {
                Wait::UntilAsked => {
                    nudges.next().await;
                }
                // Without a network each tap would only fail again: the wait stands.
                Wait::AfterFailure(wait) => sleep(wait).await,
                Wait::Idle(wait) => {
                    if let Either::Left(_) = select(nudges.next(), sleep(wait)).await {
                        sleep(AFTER_A_TAP).await;
                    }
                }
            }
            while nudges.try_recv().is_ok() {}
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

fn trouble_of(error: &SyncError) -> Option<SyncTrouble> {
    match error {
        SyncError::Link(LinkError::NotPaired) => Some(SyncTrouble::NotPairedAnyMore),
        SyncError::Link(LinkError::NoConnection) | SyncError::CutOff => Some(SyncTrouble::NoConnection),
        SyncError::Link(LinkError::Busy { .. } | LinkError::Server { .. }) => Some(SyncTrouble::Server),
        SyncError::NotGenuine => Some(SyncTrouble::NotGenuine),
        // An unpaired phone has nothing to send, and the screens say so themselves.
        SyncError::Phone(_) => None,
    }
}
