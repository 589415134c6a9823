//! The core at work: answers requests, syncs in the background, tells the screens what changed. The same in a
//! browser's worker and on a thread; only the timer differs.

mod keeper;
mod listen;
mod step;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use daymark_protocol::LinkError;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::future::join;
pub use keeper::{Keeper, Platform};
use listen::Ear;
use step::Nudge;

use crate::api::{Failure, FromCore, Reply, Request, Status, SyncTrouble};
use crate::core::Core;
use crate::sync::{
    HttpApi, SharedCore, SyncError, Wanted, accept_agreement, awaited_server, awaits_word, give_up, leave,
    look_for_answer, pair, read_agreement, run_once, tell_wiped,
};

/// A timer of the platform.
pub type Sleep = Rc<dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()>>>>;

/// The core with its background work.
#[derive(Clone)]
pub struct Host {
    core: SharedCore,
    platform: &'static str,
    trouble: Rc<Cell<Option<SyncTrouble>>>,
    syncing: Rc<Cell<bool>>,
    /// Nothing is fetched yet: there is no PIN before it.
    held: Rc<Cell<bool>>,
    /// How many requests there were.
    asked: Rc<Cell<u64>>,
    nudge: UnboundedSender<Nudge>,
    nudges: Rc<RefCell<Option<UnboundedReceiver<Nudge>>>>,
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
            held: Rc::default(),
            asked: Rc::default(),
            nudge,
            nudges: Rc::new(RefCell::new(Some(nudges))),
            ear: Rc::default(),
            tell,
        }
    }

    /// Keeps from fetching anything, or fetches from now on.
    fn hold(&self, held: bool) {
        if self.held.replace(held) && !held {
            let _ = self.nudge.unbounded_send(Nudge::Work);
        }
    }

    /// Answers one request. Taps are answered at once, whatever the network does.
    pub async fn answer(&self, request: Request) -> Result<Reply, Failure> {
        self.asked.set(self.asked.get() + 1);
        match request {
            Request::Pair { server, code, language } => {
                // What was written under this pairing goes first: the next one may be another mentor's, whose the school
                // would not take it from.
                if self.core.borrow().phone().is_ok() {
                    let _ = self.sync_when_asked().await;
                }
                let wanted =
                    Wanted { server: &server, code: &code, platform: self.platform, language: &language };
                pair(&self.core, &HttpApi::new(&server), wanted).await?;
                self.status().map(Reply::Status)
            }
            Request::LookForPairing => {
                self.look_for_pairing().await?;
                self.status().map(Reply::Status)
            }
            Request::GiveUpPairing => {
                give_up(&self.core)?;
                self.status().map(Reply::Status)
            }
            Request::ReadAgreement { language } => {
                let read = read_agreement(&self.core, &self.api()?, &language).await;
                read.map(Reply::Agreement).map_err(failed)
            }
            Request::AcceptAgreement { version, language } => {
                accept_agreement(&self.core, &self.api()?, version, &language).await.map_err(failed)?;
                let _ = self.sync_when_asked().await;
                self.status().map(Reply::Status)
            }
            Request::SetLookedAt { looked_at } => {
                self.ear.set_looked_at(looked_at);
                Ok(Reply::Kept)
            }
            Request::Sync => {
                let _ = self.sync_when_asked().await;
                self.status().map(Reply::Status)
            }
            Request::Status => self.status().map(Reply::Status),
            request => {
                let reply = self.core.borrow_mut().answer(request);
                self.with_trouble(reply)
            }
        }
    }

    async fn look_for_pairing(&self) -> Result<(), Failure> {
        let Some(server) = awaited_server(&self.core)? else { return Ok(()) };
        if look_for_answer(&self.core, &HttpApi::new(&server)).await? {
            self.trouble.set(None);
            // A paired phone without its students is half a thing; but paired it is, even if this fails.
            let _ = self.sync_when_asked().await;
            self.ear.look_up();
        }
        Ok(())
    }

    fn api(&self) -> Result<HttpApi, Failure> {
        Ok(HttpApi::new(&self.core.borrow().phone()?.server))
    }

    fn with_trouble(&self, reply: Result<Reply, Failure>) -> Result<Reply, Failure> {
        match reply? {
            Reply::Saved { key, mut status } => {
                status.trouble = self.trouble.get().or(status.trouble);
                let _ = self.nudge.unbounded_send(Nudge::Work);
                Ok(Reply::Saved { key, status })
            }
            Reply::SavedGroup { group, keys, mut status } => {
                status.trouble = self.trouble.get().or(status.trouble);
                let _ = self.nudge.unbounded_send(Nudge::Work);
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

    /// An attempt that the background did not make. It hears of its end: a school that was reached is reached for what
    /// waits there too, and an attempt that failed, or was given up, is due again.
    async fn sync_when_asked(&self) -> Result<bool, SyncError> {
        if self.syncing.get() {
            return Ok(false);
        }
        let mut end = EndOfAttempt { nudge: &self.nudge, word: Nudge::Work };
        let outcome = self.sync().await;
        if outcome.is_ok() {
            end.word = Nudge::Reached;
        }
        outcome
    }

    /// One attempt; a second one meanwhile is not started.
    async fn sync(&self) -> Result<bool, SyncError> {
        if self.held.get() || self.syncing.replace(true) {
            return Ok(false);
        }
        let under_way = UnderWay(&self.syncing);
        let outcome = self.attempt().await;
        drop(under_way);
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
        if let Some(server) = awaits_word(&self.core)? {
            tell_wiped(&self.core, &HttpApi::new(&server)).await?;
        }
        let server = self.core.borrow().phone()?.server;
        let api = HttpApi::new(&server);
        match run_once(&self.core, &api).await {
            Err(SyncError::ShutOut(word)) => leave(&self.core, &api, &word).await.map(|()| true),
            outcome => outcome,
        }
    }

    /// Syncs and listens for ever.
    pub async fn run_in_background(self, sleep: Sleep) {
        join(self.keep_in_step(&sleep), self.listen(&sleep)).await;
    }
}

/// A sync is under way for as long as this lives. Whoever loses patience drops the attempt in the middle: the next one
/// must still begin.
struct UnderWay<'h>(&'h Cell<bool>);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// Tells the background how an attempt ended that somebody else made.
struct EndOfAttempt<'h> {
    nudge: &'h UnboundedSender<Nudge>,
    word: Nudge,
}

impl Drop for EndOfAttempt<'_> {
    fn drop(&mut self) {
        let _ = self.nudge.unbounded_send(self.word);
    }
}

/// What somebody is told who asked for something that only the server has.
fn failed(error: SyncError) -> Failure {
    match error {
        SyncError::Link(LinkError::NoConnection) | SyncError::CutOff => Failure::NoConnection,
        SyncError::Phone(failure) => failure,
        error => Failure::Server(error.to_string()),
    }
}

fn trouble_of(error: &SyncError) -> Option<SyncTrouble> {
    match error {
        SyncError::Link(LinkError::NotPaired | LinkError::ShutOut(..)) => Some(SyncTrouble::NotPairedAnyMore),
        SyncError::Link(LinkError::NoConnection) | SyncError::CutOff | SyncError::Late => {
            Some(SyncTrouble::NoConnection)
        }
        SyncError::Link(LinkError::Busy { .. } | LinkError::Server { .. } | LinkError::Challenged(_)) => {
            Some(SyncTrouble::Server)
        }
        SyncError::NotGenuine => Some(SyncTrouble::NotGenuine),
        SyncError::ShutOut(_) => Some(SyncTrouble::NotPairedAnyMore),
        // An unpaired phone has nothing to send, and the screens say so themselves.
        SyncError::Phone(_) => None,
    }
}
