//! The host behind the phone's lock: who is let in, and when the data is open at all.
//!
//! While the phone is locked there is no database, no key and no host in memory, whatever was under way: a sync that
//! is cut here is one that the network cut. Requests are taken in their order, so a tap that was made before the phone
//! locks itself is saved before it does.

#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use daymark_sqlite::DatabaseKey;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_channel::oneshot;
use futures_util::StreamExt;
use futures_util::future::{Either, FutureExt, Shared, join, select};

use super::{Host, Sleep};
use crate::api::{Access, Failure, FromCore, Pin, Reply, Request, Status, Why};
use crate::core::Clock;
use crate::entropy::Entropy;
use crate::lock::{DeviceSecret, Effort, Kept, MemorySecret, Ticks, Unlocked, Vault};
use crate::open::{self, Memory, Place};

/// What a platform lends.
pub struct Platform {
    /// How the server is told what this is.
    pub name: &'static str,
    /// Where the data lies.
    pub place: Box<dyn Place>,
    /// What only this installation knows.
    pub install: Option<Vec<u8>>,
    /// What only this device knows.
    pub secret: Rc<dyn DeviceSecret>,
    /// What a new PIN is to cost.
    pub effort: Effort,
    /// This phone's clock.
    pub clock: Clock,
    /// Time that only grows.
    pub ticks: Ticks,
    /// How long this phone may be read without a word from the school where its server signs no leases.
    pub term: Duration,
    /// The timer.
    pub sleep: Sleep,
}

/// The keeper of one phone. Copies are one.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    platform: RefCell<Platform>,
    vault: RefCell<Rc<Vault>>,
    access: Cell<Access>,
    session: RefCell<Option<Session>>,
    /// A PIN is being looked at, or everything is being forgotten.
    busy: Cell<bool>,
    opened: UnboundedSender<()>,
    wiped: UnboundedSender<()>,
    /// Sessions that open, and the school's word that everything is to be forgotten.
    heard: RefCell<Option<(UnboundedReceiver<()>, UnboundedReceiver<()>)>>,
    tell: Box<dyn Fn(FromCore)>,
}

/// As long as the data is open.
struct Session {
    host: Host,
    /// Only until there is a PIN for it.
    key: Option<DatabaseKey>,
    closed: Closed,
    /// Dropped with the session, which ends whatever waits for `closed`.
    _closes: oneshot::Sender<()>,
}

type Closed = Shared<oneshot::Receiver<()>>;

impl Keeper {
    /// Over what the platform lends; `begin` comes next.
    ///
    /// # Errors
    /// `Unreadable`: the lock's own file cannot be opened.
    pub fn new(platform: Platform, tell: impl Fn(FromCore) + 'static) -> Result<Self, Failure> {
        let vault = Vault::open(platform.place.lock(), platform.secret.clone(), platform.effort.clone())?;
        let ((opened, opens), (wiped, wipes)) = (unbounded(), unbounded());
        Ok(Self(Rc::new(Inner {
            platform: RefCell::new(platform),
            vault: RefCell::new(Rc::new(vault)),
            access: Cell::new(Access::NotPaired),
            session: RefCell::default(),
            busy: Cell::default(),
            opened,
            wiped,
            heard: RefCell::new(Some((opens, wipes))),
            tell: Box::new(tell),
        })))
    }

    /// Takes the key of a phone that had no lock: it waits for its PIN from here on, and whoever calls erases it where
    /// it lay, once this has returned.
    ///
    /// # Errors
    /// `Unreadable`; the plain key must stay.
    pub async fn take_over_plain_key(&self, key: &DatabaseKey) -> Result<(), Failure> {
        let vault = self.vault();
        if vault.kept()? != Kept::Nothing {
            return Ok(());
        }
        vault.take_in(key).await?;
        match vault.waiting().await? {
            Some(kept) if kept.0 == key.0 => Ok(()),
            _ => Err(Failure::Unreadable("the key could not be kept".to_owned())),
        }
    }

    /// Finds out how things stand, and opens what needs no PIN.
    ///
    /// # Errors
    /// `Unreadable`.
    pub async fn begin(&self) -> Result<Access, Failure> {
        let vault = self.vault();
        match vault.kept()? {
            Kept::Nothing => self.set(Access::NotPaired),
            Kept::BehindPin { tries_left: 0 } => self.destroy(Why::WrongPins).await?,
            Kept::BehindPin { tries_left } => self.set(Access::Locked { tries_left }),
            Kept::WithoutPin => match vault.waiting().await? {
                Some(key) => self.open(key, true)?,
                // The device's secret is gone: nobody can read it any more.
                None => self.destroy(Why::Asked).await?,
            },
            Kept::Destroyed(why) => {
                // A kill may have come in between.
                self.destroy(why).await?;
            }
        }
        Ok(self.access())
    }

    /// Whether this phone may be read now.
    pub fn access(&self) -> Access {
        self.0.access.get()
    }

    /// Answers one request, as far as the lock lets it.
    ///
    /// # Errors
    /// `Locked`, and whatever the host says.
    pub async fn answer(&self, request: Request) -> Result<Reply, Failure> {
        use Access::{Destroyed, LeaseOver, Locked, NotPaired, Open, PinWanted};
        self.look_at_the_lease();
        match (request, self.access()) {
            (Request::SetPin { pin }, PinWanted) => self.set_pin(&pin).await,
            (Request::Unlock { pin }, Locked { .. }) => self.unlock(&pin).await,
            (Request::Lock, Open | LeaseOver) => self.lock().await,
            (Request::ChangePin { old, new }, Open) => self.change_pin(&old, &new).await,
            (Request::UseOnce, NotPaired | Destroyed { .. }) => self.use_once().await,
            (Request::Forget, _) => self.destroy(Why::Asked).await.and_then(|()| self.said()),
            (request @ Request::Pair { .. }, NotPaired | Destroyed { .. }) => self.pair(request).await,
            (request @ (Request::LookForPairing | Request::GiveUpPairing), NotPaired | Destroyed { .. }) => {
                self.go_on_pairing(request).await
            }
            // Three words that wait for the coordinator outlive the page.
            (Request::Status, NotPaired) if self.session().is_some() => self.ask(Request::Status).await,
            (Request::Status | Request::Sync, NotPaired | Destroyed { .. } | Locked { .. }) => {
                Ok(Reply::Status(Status::default()))
            }
            (Request::SetLookedAt { .. }, NotPaired | Destroyed { .. } | Locked { .. }) => Ok(Reply::Kept),
            (
                request @ (Request::Status | Request::SetLookedAt { .. } | Request::Sync),
                PinWanted | LeaseOver,
            ) => self.ask(request).await,
            (request, Open) => self.ask(request).await,
            (
                Request::SetPin { .. }
                | Request::Unlock { .. }
                | Request::Lock
                | Request::ChangePin { .. }
                | Request::UseOnce,
                _,
            ) => self.said(),
            _ => Err(Failure::Locked),
        }
    }

    /// Syncs and listens whenever the data is open, for ever.
    pub async fn run_in_background(self) {
        let Some((mut opens, mut wipes)) = self.0.heard.borrow_mut().take() else { return };
        let working = async {
            while opens.next().await.is_some() {
                let sleep = self.0.platform.borrow().sleep.clone();
                if let Some((host, closed)) = self.session() {
                    select(pin!(host.run_in_background(sleep)), closed).await;
                }
            }
        };
        let wiping = async {
            while wipes.next().await.is_some() {
                // What is left is found at the next opening.
                let _ = self.destroy(Why::School).await;
            }
        };
        join(working, wiping).await;
    }

    /// Forgets everything (`trust.md` 3.7): the device's secret first, then what was sealed under it, then each file.
    ///
    /// # Errors
    /// `NotSaved` with the names of what could not be removed; without the secret none of it can be read. The next
    /// opening tries again.
    pub async fn destroy(&self, why: Why) -> Result<(), Failure> {
        let destroyed = self.vault().destroy(why).await;
        self.close().await;
        let left = self.0.platform.borrow_mut().place.remove_all();
        self.set(Access::Destroyed { why });
        destroyed?;
        if left.is_empty() { Ok(()) } else { Err(Failure::NotSaved(left.join(", "))) }
    }

    async fn set_pin(&self, pin: &Pin) -> Result<Reply, Failure> {
        let pin = chosen(pin)?;
        let key = self.0.session.borrow().as_ref().and_then(|session| session.key.clone());
        let Some(key) = key else { return self.said() };
        self.vault().set_pin(&key, &pin).await?;
        if let Some(session) = &mut *self.0.session.borrow_mut() {
            session.key = None;
            session.host.hold(false);
        }
        // A paired phone without its students is half a thing; but it is open, even if this fails.
        let _ = self.ask(Request::Sync).await;
        self.set(Access::Open);
        self.look_at_the_lease();
        self.said()
    }

    async fn unlock(&self, pin: &Pin) -> Result<Reply, Failure> {
        match self.try_pin(pin).await? {
            Tried::Key(key) => {
                self.open(key, false)?;
                self.look_at_the_lease();
                self.said()
            }
            Tried::Not(reply) => Ok(*reply),
        }
    }

    async fn change_pin(&self, old: &Pin, new: &Pin) -> Result<Reply, Failure> {
        let new = chosen(new)?;
        match self.try_pin(old).await? {
            Tried::Key(key) => {
                self.vault().set_pin(&key, &new).await?;
                self.said()
            }
            Tried::Not(reply) => Ok(*reply),
        }
    }

    /// One at a time; what cannot be a PIN costs no try.
    async fn try_pin(&self, pin: &Pin) -> Result<Tried, Failure> {
        if !crate::api::is_whole_pin(pin.digits()) || self.0.busy.replace(true) {
            return self.said().map(Tried::not);
        }
        let outcome = self.vault().unlock(pin).await;
        self.0.busy.set(false);
        match outcome? {
            Unlocked::Key(key) => Ok(Tried::Key(key)),
            Unlocked::Wrong { tries_left } => {
                if let Access::Locked { .. } = self.access() {
                    self.set(Access::Locked { tries_left });
                }
                Ok(Tried::not(Reply::WrongPin { tries_left }))
            }
            Unlocked::Gone => {
                self.destroy(Why::WrongPins).await?;
                self.said().map(Tried::not)
            }
        }
    }

    async fn lock(&self) -> Result<Reply, Failure> {
        let Kept::BehindPin { tries_left } = self.vault().kept()? else { return self.said() };
        // What is in memory only would be gone: it stays there, behind the same PIN.
        if !self.0.platform.borrow().place.is_memory() {
            self.close().await;
        }
        self.set(Access::Locked { tries_left });
        self.said()
    }

    async fn use_once(&self) -> Result<Reply, Failure> {
        self.close().await;
        let secret: Rc<dyn DeviceSecret> = Rc::new(MemorySecret::default());
        let effort = {
            let mut platform = self.0.platform.borrow_mut();
            platform.place = Box::new(Memory);
            platform.secret = secret.clone();
            platform.effort.clone()
        };
        *self.0.vault.borrow_mut() = Rc::new(Vault::open(None, secret, effort)?);
        self.set(Access::NotPaired);
        self.said()
    }

    /// What is kept of a pairing is encrypted from the first byte on, and a kill loses nothing of it.
    async fn pair(&self, request: Request) -> Result<Reply, Failure> {
        if self.session().is_none() {
            let key = DatabaseKey(Entropy::system().bytes()?);
            self.vault().take_in(&key).await?;
            self.open(key, true)?;
        }
        self.go_on_pairing(request).await
    }

    /// What comes after the code: the coordinator's word, or giving up.
    async fn go_on_pairing(&self, request: Request) -> Result<Reply, Failure> {
        if self.session().is_none() {
            return Ok(Reply::Status(Status::default()));
        }
        let reply = self.ask(request).await;
        self.look_at_the_pairing();
        reply
    }

    /// Lets a request through to the host; the session may end meanwhile.
    async fn ask(&self, request: Request) -> Result<Reply, Failure> {
        let Some((host, closed)) = self.session() else { return Err(Failure::Locked) };
        match select(pin!(host.answer(request)), closed).await {
            Either::Left((reply, _)) => reply,
            Either::Right(_) => Err(Failure::Locked),
        }
    }

    fn open(&self, key: DatabaseKey, without_pin: bool) -> Result<(), Failure> {
        if self.0.session.borrow().is_none() {
            let mut platform = self.0.platform.borrow_mut();
            let (install, clock) = (platform.install.clone(), platform.clock.clone());
            let mut core = open::open(&mut platform.place, &key, install.as_deref(), clock)?;
            core.keep_to_a_lease(platform.ticks.clone(), platform.term);
            let keeper = Rc::downgrade(&self.0);
            let tell = move |message| {
                let Some(inner) = keeper.upgrade() else { return };
                (inner.tell)(message);
                Self(inner).look_at_the_lease();
            };
            let host = Host::new(core, platform.name, Rc::new(tell));
            let (closes, closed) = oneshot::channel();
            let session = Session { host, key: None, closed: closed.shared(), _closes: closes };
            *self.0.session.borrow_mut() = Some(session);
            let _ = self.0.opened.unbounded_send(());
        }
        if let Some(session) = &mut *self.0.session.borrow_mut() {
            session.host.hold(without_pin);
            session.key = without_pin.then_some(key);
        }
        if without_pin {
            self.set(Access::NotPaired);
            self.look_at_the_pairing();
        } else {
            self.set(Access::Open);
        }
        Ok(())
    }

    /// Ends the session, and whatever was under way in it. The files are closed when this returns.
    async fn close(&self) {
        let Some(session) = self.0.session.borrow_mut().take() else { return };
        let core = Rc::downgrade(&session.host.core);
        drop(session);
        while core.strong_count() > 0 {
            let sleep = self.0.platform.borrow().sleep.clone();
            sleep(Duration::ZERO).await;
        }
    }

    fn look_at_the_pairing(&self) {
        let paired = self.session().is_some_and(|(host, _)| host.core.borrow().phone().is_ok());
        if paired && matches!(self.access(), Access::NotPaired | Access::Destroyed { .. }) {
            self.set(Access::PinWanted);
        }
    }

    /// A lease that cannot be read is over: it fails closed.
    fn look_at_the_lease(&self) {
        let Some((host, _)) = self.session() else { return };
        // A transaction is under way only while somebody holds the core, and then nobody asks.
        let Ok(mut core) = host.core.try_borrow_mut() else { return };
        if core.to_be_destroyed {
            let _ = self.0.wiped.unbounded_send(());
        }
        if matches!(self.access(), Access::Open | Access::LeaseOver) {
            let over = core.is_lease_over().unwrap_or(true);
            drop(core);
            self.set(if over { Access::LeaseOver } else { Access::Open });
        }
    }

    fn session(&self) -> Option<(Host, Closed)> {
        let session = self.0.session.borrow();
        session.as_ref().map(|session| (session.host.clone(), session.closed.clone()))
    }

    fn vault(&self) -> Rc<Vault> {
        self.0.vault.borrow().clone()
    }

    fn set(&self, access: Access) {
        if self.0.access.replace(access) != access {
            (self.0.tell)(FromCore::Access(access));
        }
    }

    fn said(&self) -> Result<Reply, Failure> {
        Ok(Reply::Access(self.access()))
    }
}

enum Tried {
    Key(DatabaseKey),
    Not(Box<Reply>),
}

impl Tried {
    fn not(reply: Reply) -> Self {
        Self::Not(Box::new(reply))
    }
}

fn chosen(pin: &Pin) -> Result<Pin, Failure> {
    Pin::chosen(pin.digits()).map_err(|weak| Failure::Invalid(weak.to_string()))
}
