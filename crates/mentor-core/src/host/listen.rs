//! Listening for the server's pokes while somebody looks at the app, so that what the school changes shows without a tap.
//! Without it everything works as it does without a network: news comes with the next sync.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::time::Duration;

use daymark_protocol::LinkError;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::future::{Either, select};
use futures_util::{Stream, StreamExt};

use super::step::Nudge;
use super::{Host, Sleep};
use crate::sync::{Backoff, Heard, HttpApi, SyncError, Wait};

/// The server says every 30 seconds that it is there; after this silence the line is dead, whatever the phone believes.
const SILENCE_MAX: Duration = Duration::from_secs(75);

/// A school's pokes are for all its phones. One that finds nothing for itself looks up more and more seldom, down to this.
const PAUSE_MAX: Duration = Duration::from_secs(60);

/// Whether to listen.
pub(super) struct Ear {
    looked_at: Cell<bool>,
    /// A sync brought something since the last poke.
    news: Cell<bool>,
    wake: UnboundedSender<()>,
    wakes: RefCell<Option<UnboundedReceiver<()>>>,
}

impl Default for Ear {
    fn default() -> Self {
        let (wake, wakes) = unbounded();
        // An app that was just opened is looked at.
        let looked_at = Cell::new(true);
        Self { looked_at, news: Cell::default(), wake, wakes: RefCell::new(Some(wakes)) }
    }
}

impl Ear {
    /// Somebody looks at the app, or nobody does any more.
    pub fn set_looked_at(&self, looked_at: bool) {
        self.looked_at.set(looked_at);
        self.look_up();
    }

    /// Whether anybody looks at the app.
    pub fn is_looked_at(&self) -> bool {
        self.looked_at.get()
    }

    /// There may be a server to listen to now.
    pub fn look_up(&self) {
        let _ = self.wake.unbounded_send(());
    }

    /// A sync brought something.
    pub fn heard_news(&self) {
        self.news.set(true);
    }
}

impl Host {
    /// Listens for ever; after a line that broke it tries again as seldom as after a sync that failed.
    pub(super) async fn listen(&self, sleep: &Sleep) {
        let Some(mut wakes) = self.ear.wakes.take() else { return };
        let mut backoff = Backoff::default();
        loop {
            if !self.ear.looked_at.get() {
                wakes.next().await;
                continue;
            }
            let heard = match select(pin!(self.hear_pokes(sleep)), pin!(self.looked_away(&mut wakes))).await {
                Either::Left((heard, _)) => heard,
                Either::Right(_) => continue,
            };
            let wait = match heard {
                Ok(()) => {
                    backoff.succeeded();
                    backoff.failed(None)
                }
                Err(SyncError::Link(LinkError::Busy { retry_after_s })) => {
                    backoff.failed(retry_after_s.map(|seconds| Duration::from_secs(seconds.into())))
                }
                Err(_) => backoff.failed(None),
            };
            select(wakes.next(), sleep(seconds(wait))).await;
        }
    }

    async fn looked_away(&self, wakes: &mut UnboundedReceiver<()>) {
        while self.ear.looked_at.get() {
            wakes.next().await;
        }
    }

    /// The line, with a sync before it where the token has run out: it brings a new one.
    async fn open_line(&self, api: &HttpApi) -> Result<impl Stream<Item = Heard> + use<>, SyncError> {
        let authorization = || self.core.borrow().authorization();
        match api.events(&authorization()).await {
            Err(LinkError::Challenged(_)) => self.sync_when_asked().await?,
            opened => return Ok(opened?),
        };
        Ok(api.events(&authorization()).await?)
    }

    /// Nudges the background sync at each poke. `Ok`: the line ended after something was heard on it.
    async fn hear_pokes(&self, sleep: &Sleep) -> Result<(), SyncError> {
        let phone = self.core.borrow().phone()?;
        let api = HttpApi::new(&phone.server);
        let opened = within(sleep, SILENCE_MAX, self.open_line(&api)).await;
        let mut events = opened.ok_or(SyncError::CutOff)??;
        let (mut heard_any, mut pauses) = (false, Backoff::default());
        while let Some(Some(heard)) = within(sleep, SILENCE_MAX, events.next()).await {
            if !heard_any {
                let _ = self.nudge.unbounded_send(Nudge::Reached);
            }
            heard_any = true;
            if heard == Heard::Poke {
                let _ = self.nudge.unbounded_send(Nudge::Work);
                if self.ear.news.take() {
                    pauses.succeeded();
                }
                // Whatever is said meanwhile waits in the line and counts once.
                sleep(seconds(pauses.failed(None)).min(PAUSE_MAX)).await;
            }
        }
        if heard_any { Ok(()) } else { Err(SyncError::CutOff) }
    }
}

async fn within<T>(sleep: &Sleep, time: Duration, work: impl Future<Output = T>) -> Option<T> {
    match select(pin!(work), sleep(time)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

fn seconds(wait: Wait) -> Duration {
    match wait {
        Wait::Idle(time) | Wait::AfterFailure(time) => time,
        Wait::UntilAsked => PAUSE_MAX,
    }
}
