//! What is around the screens and none of them owns: storage, a newer build, the number on the app's sign.

use daymark_mentor_core::api::{Access, Reply, Request, TodayView};
use dioxus::prelude::*;
use futures_util::StreamExt;

use super::{News, Storage};
use crate::phone::{Link, Phone};
use crate::reminders;

/// Provided above all screens. Copied freely; all copies are one.
#[derive(Clone, Copy, PartialEq)]
pub struct Around {
    /// The place where entries are kept, as last looked at.
    pub storage: Signal<Option<Storage>>,
    /// A newer build waits until this one is closed.
    pub new_version: Signal<bool>,
    /// This window asked another one to close.
    pub taking_over: Signal<bool>,
    /// When somebody last touched the app, and since when nobody looks at it; seconds of this phone's clock.
    touched: CopyValue<i64>,
    left: CopyValue<Option<i64>>,
}

/// Nobody has touched the app for so long: it closes itself (`trust.md` 3.4).
const IDLE_SECONDS: i64 = 15 * 60;
/// Behind another app it closes itself sooner.
const AWAY_SECONDS: i64 = 5 * 60;

/// What is around the screens.
pub fn use_around() -> Around {
    use_context::<Around>()
}

/// Provides it, and listens to the platform for as long as the app lives.
pub fn use_provide_around(phone: Phone) -> Around {
    let around = use_context_provider(|| {
        let around = Around {
            storage: Signal::new(None),
            new_version: Signal::new(false),
            taking_over: Signal::new(false),
            touched: CopyValue::new(phone.shell().unix_seconds()),
            left: CopyValue::new(None),
        };
        let mut news = phone.shell().news();
        spawn(async move {
            while let Some(news) = news.next().await {
                around.hear(phone, news).await;
            }
        });
        around
    });
    let has_entries = use_memo(move || phone.status.read().unsent > 0);
    let mut asked = use_signal(|| false);
    use_effect(move || {
        // A browser is asked for a promise once there is something to keep: before, it has no reason to give one.
        let asks = has_entries() && !*asked.peek();
        if asks {
            asked.set(true);
        }
        spawn(around.look_at_storage(phone, asks));
    });
    let is_open = use_memo(move || *phone.link.read() == Link::Open);
    let mut taking_over = around.taking_over;
    use_effect(move || {
        if is_open() {
            taking_over.set(false);
        }
    });
    let open = use_memo(move || *phone.access.read() == Access::Open);
    use_effect(move || {
        if open() {
            around.begin_again(phone);
            spawn(reminders::plan_today(phone));
        }
    });
    around
}

impl Around {
    /// Reads how storage stands; `asks`: after asking the platform to keep it.
    pub async fn look_at_storage(mut self, phone: Phone, asks: bool) {
        let shell = phone.shell();
        let storage = if asks { shell.keep_storage() } else { shell.storage() }.await;
        self.storage.set(Some(storage));
    }

    /// The phone has just been opened: whoever did it is there.
    fn begin_again(self, phone: Phone) {
        self.touched(phone);
    }

    /// Somebody is there.
    pub fn touched(mut self, phone: Phone) {
        self.touched.set(phone.shell().unix_seconds());
    }

    /// Closes the phone once nobody has touched it, or looked at it, for long enough. A clock that was set back counts as
    /// time gone by.
    fn lock_when_forgotten(self, phone: Phone) {
        let now = phone.shell().unix_seconds();
        let gone_by = |since: i64| if now < since { i64::MAX } else { now - since };
        let away = (*self.left.read()).is_some_and(|left| gone_by(left) >= AWAY_SECONDS);
        if away || gone_by(*self.touched.read()) >= IDLE_SECONDS {
            phone.lock();
        }
    }

    async fn hear(mut self, phone: Phone, news: News) {
        match news {
            News::NewVersion => self.new_version.set(true),
            News::Tick => self.lock_when_forgotten(phone),
            News::LookedAt => {
                self.lock_when_forgotten(phone);
                self.left.set(None);
                phone.shell().uncover();
                look(phone, true).await;
                self.look_at_storage(phone, false).await;
                reminders::plan_today(phone).await;
            }
            News::LookedAway => {
                self.left.set(Some(phone.shell().unix_seconds()));
                badge(phone).await;
                look(phone, false).await;
            }
        }
    }
}

/// Tells the core whether anybody looks. It is worth no more than that: an answer changes nothing here.
async fn look(phone: Phone, looked_at: bool) {
    drop(phone.ask(Request::SetLookedAt { looked_at }).await);
}

/// The app's sign is seen when the app is not.
async fn badge(phone: Phone) {
    if *phone.access.peek() != Access::Open {
        return;
    }
    if let Ok(Reply::Today(today)) = phone.ask(Request::Today).await {
        let due = due(&today);
        let unsent = phone.status.peek().unsent;
        phone.shell().badge(if due > 0 { due } else { unsent });
    }
}

/// How many things today still holds that wait for this mentor.
pub fn due(today: &TodayView) -> u32 {
    let due = &today.due;
    let open = [
        today.calls.iter().filter(|card| !card.done).count(),
        due.absent.iter().filter(|card| !card.done).count(),
        due.goals.iter().filter(|card| !card.done).count(),
        due.follow_ups.iter().filter(|card| !card.done).count(),
        due.answers.iter().filter(|card| !card.done).count(),
    ];
    u32::try_from(open.iter().sum::<usize>()).unwrap_or(u32::MAX)
}
