//! The handle that every screen uses: asks the core, knows how the phone stands, tells what was done.

use std::future::Future;
use std::rc::Rc;

use daymark_components::{Language, Words};
use daymark_domain::{EntryKey, SchoolDay};
use daymark_mentor_core::api::{Access, Failure, FromCore, Reply, Request, Status};
use dioxus::dioxus_core::spawn_forever;
use dioxus::prelude::*;
use futures_channel::{mpsc, oneshot};
use futures_util::StreamExt;

use crate::shell::Shell;

/// The setting that says so.
const WAS_PAIRED: &str = "was-paired";

/// How many entries wait, for the screen that stands before a closed phone. It names nobody.
const WAITING: &str = "waiting";

/// So many wrong PINs in a row, and the phone forgets everything.
pub const TRIES: u8 = 10;

/// Whether the core takes requests.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// It is opening.
    Opening,
    /// It answers.
    Open,
    /// It could not open.
    Failed(Failure),
}

/// The phone, for screens. Copied freely; all copies are one.
#[derive(Clone, Copy, PartialEq)]
pub struct Phone {
    shell: CopyValue<Rc<dyn Shell>>,
    /// What every screen speaks.
    language: Signal<Language>,
    /// Whether the core takes requests.
    pub link: Signal<Link>,
    /// Whether it may be read now: the one thing that decides which screens there are.
    pub access: Signal<Access>,
    /// Nothing is kept: everything is gone with this page.
    pub once: Signal<bool>,
    /// Paired or not, and what has reached the school.
    pub status: Signal<Status>,
    /// Grows when something changed that no screen asked for; screens that read it show it.
    pub changes: Signal<u64>,
    /// Today at the school, as the core last said.
    pub today: Signal<Option<SchoolDay>>,
    /// An attempt to send is on its way.
    pub sending: Signal<bool>,
    /// What a screen reader says next.
    pub said: Signal<String>,
}

/// The phone, provided by the shell's root.
pub fn use_phone() -> Phone {
    use_context::<Phone>()
}

/// The words that this phone speaks now; whoever asks is drawn anew when another language is chosen.
pub fn use_words() -> Words {
    use_phone().words()
}

/// Provides the phone to everything below, and listens to the core for as long as the app lives.
pub fn use_provide_phone(open: impl FnOnce() -> (Rc<dyn Shell>, mpsc::UnboundedReceiver<FromCore>)) -> Phone {
    use_context_provider(|| {
        let (shell, mut news) = open();
        let language = shell.language();
        shell.mark_language(language);
        let phone = Phone {
            shell: CopyValue::new(shell),
            language: Signal::new(language),
            link: Signal::new(Link::Opening),
            access: Signal::new(Access::NotPaired),
            once: Signal::new(false),
            status: Signal::new(Status::default()),
            changes: Signal::new(0),
            today: Signal::new(None),
            sending: Signal::new(false),
            said: Signal::new(String::new()),
        };
        spawn(async move {
            while let Some(message) = news.next().await {
                phone.hear(message).await;
            }
        });
        phone
    })
}

impl Phone {
    /// What the platform lends.
    pub fn shell(self) -> Rc<dyn Shell> {
        self.shell.read().clone()
    }

    /// The words of the language that is spoken now.
    pub fn words(self) -> Words {
        Words::of(*self.language.read())
    }

    /// Speaks that language at once and from now on. What stands in a box stays there.
    pub fn speak(mut self, language: Language) {
        let shell = self.shell();
        shell.mark_language(language);
        shell.keep_language(language);
        self.language.set(language);
    }

    /// Asks the core. The request is on its way when this returns, and the status is taken from the answer even when
    /// the screen that asked has gone: leaving a screen never cancels a tap.
    pub fn ask(self, request: Request) -> impl Future<Output = Result<Reply, Failure>> {
        let answer = self.shell().ask(request);
        let (send, receive) = oneshot::channel();
        spawn_forever(async move {
            let answer = answer.await;
            if let Ok(
                Reply::Status(status) | Reply::Saved { status, .. } | Reply::SavedGroup { status, .. },
            ) = &answer
            {
                self.take(status.clone());
            }
            if let Ok(Reply::Access(access)) = &answer {
                self.take_access(*access);
            }
            // Nobody waits any more when the screen has gone.
            let _ = send.send(answer);
        });
        async move { receive.await.unwrap_or(Err(Failure::Unreadable("no answer".to_owned()))) }
    }

    fn take(mut self, status: Status) {
        self.remember_pairing(&status);
        let waiting = status.unsent.to_string();
        if *self.access.peek() == Access::Open && self.shell().setting(WAITING).as_ref() != Some(&waiting) {
            self.shell().keep_setting(WAITING, &waiting);
        }
        self.status.set(status);
    }

    /// Screens follow it at once; a phone that has opened says how it stands.
    fn take_access(mut self, access: Access) {
        if self.access.replace(access) == access {
            return;
        }
        match access {
            Access::Open | Access::LeaseOver | Access::PinWanted => {
                spawn_forever(async move { drop(self.ask(Request::Status).await) });
            }
            Access::Destroyed { .. } | Access::NotPaired => {
                self.shell().keep_setting(WAITING, "0");
                self.status.set(Status::default());
            }
            Access::Locked { .. } => self.status.set(Status::default()),
        }
    }

    /// Closes the phone, after whatever was asked before: a tap that was made is saved first.
    pub fn lock(mut self) {
        if !matches!(*self.access.peek(), Access::Open | Access::LeaseOver) {
            return;
        }
        let locked = self.ask(Request::Lock);
        self.access.set(Access::Locked { tries_left: TRIES });
        self.status.set(Status::default());
        self.today.set(None);
        self.said.set(String::new());
        // The answer sets the tries right.
        spawn_forever(async move { drop(locked.await) });
    }

    /// How many entries wait on a phone that may be closed.
    pub fn waiting(self) -> u32 {
        let kept = || self.shell().setting(WAITING).and_then(|kept| kept.parse().ok());
        match *self.access.read() {
            Access::Locked { .. } => kept().unwrap_or_default(),
            _ => self.status.read().unsent,
        }
    }

    /// In another place than the data, so that a phone whose data was cleared knows that it had some.
    fn remember_pairing(self, status: &Status) {
        if status.mentor.is_some() && self.status.peek().mentor.is_none() {
            self.shell().keep_setting(WAS_PAIRED, "yes");
        }
    }

    /// Whether this phone was paired once and its data is gone: a browser that was short of room, or a person, cleared it.
    pub fn was_cleared(self) -> bool {
        *self.access.read() == Access::NotPaired
            && self.status.read().mentor.is_none()
            && self.shell().setting(WAS_PAIRED).is_some()
    }

    /// Asks the core to write; on its way when this returns, as by `ask`. `Ok` means committed to this phone's disk; the
    /// key of the new entry, if it has one.
    pub fn save(self, request: Request) -> impl Future<Output = Result<Option<EntryKey>, Failure>> {
        let answer = self.ask(request);
        async move {
            match answer.await? {
                Reply::Saved { key, .. } => Ok(key),
                _ => Err(unexpected()),
            }
        }
    }

    /// Sends what is unsent and fetches what is new. Once at a time; the screens read again when it ended.
    pub fn sync(mut self) {
        if *self.sending.peek() || self.status.peek().mentor.is_none() {
            return;
        }
        self.sending.set(true);
        let answer = self.ask(Request::Sync);
        spawn_forever(async move {
            // A failed attempt shows in the status: the answer itself tells no more.
            let _ = answer.await;
            self.sending.set(false);
            self.look_again();
        });
    }

    /// Lets the screens read again.
    pub fn look_again(mut self) {
        *self.changes.write() += 1;
    }

    /// Says something to those who listen.
    pub fn say(mut self, sentence: String) {
        self.said.set(sentence);
    }

    /// What the core tells without being asked.
    async fn hear(mut self, message: FromCore) {
        match message {
            FromCore::Ready => self.opened().await,
            FromCore::Fatal(failure) => self.link.set(Link::Failed(failure)),
            FromCore::Changed(status) => {
                self.take(status);
                self.look_again();
            }
            FromCore::Access(access) => self.take_access(access),
            // The shell hands answers to those who asked.
            FromCore::Answer { .. } => {}
        }
    }

    async fn opened(mut self) {
        match self.ask(Request::Status).await {
            // The core syncs by itself once the first screen has what it asks for.
            Ok(_) => self.link.set(Link::Open),
            Err(failure) => self.link.set(Link::Failed(failure)),
        }
    }
}

/// An answer to another question than the one asked: app and core are of different builds.
pub fn unexpected() -> Failure {
    Failure::Unreadable("app and core do not fit together".to_owned())
}
