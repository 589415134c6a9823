//! A window: the core runs on a thread of its own, since a window's futures rest while it is hidden.
//!
//! The Android and iOS shells are the same window (`--features phone`), filling the screen; what they need beyond it
//! stands in `mobile/android` and `mobile/ios`.

mod folder;
mod reminders;

use std::cell::RefCell;
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use daymark_components::{Language, PHONE_CSS, TOKENS_CSS, Words, say};
use daymark_mentor_core::api::{FromCore, Request};
use daymark_mentor_core::native;
use dioxus::prelude::*;
use futures_channel::mpsc;
use futures_util::StreamExt;

#[cfg(feature = "desktop")]
use dioxus::desktop as frame;
#[cfg(not(feature = "desktop"))]
use dioxus::mobile as frame;
use frame::{Config, LogicalSize, WindowBuilder, window};

use super::{Answer, Given, GivenFile, Later, News, Notices, Rest, Shell, Storage};
use crate::app::Screens;
use crate::phone::{unexpected, use_provide_phone};

const SYNC_EVERY: Duration = Duration::from_secs(3 * 60);
/// How often the app looks whether somebody is still there.
const TICK: Duration = Duration::from_secs(15);
/// A phone's width, and no narrower than the screens are drawn for.
const SIZE: (f64, f64) = (400.0, 780.0);
const SMALLEST: (f64, f64) = (320.0, 480.0);
/// The page's own script for the keyboard, in the window too.
const KEYS: &str = include_str!("../../../web/keys.js");

/// Opens the window.
pub fn launch() {
    let words = Words::of(language());
    let builder = WindowBuilder::new()
        .with_title(say!(words, "app-name"))
        .with_inner_size(LogicalSize::new(SIZE.0, SIZE.1))
        .with_min_inner_size(LogicalSize::new(SMALLEST.0, SMALLEST.1));
    let config = Config::new()
        .with_window(builder)
        .with_menu(None)
        .with_custom_index(index(words))
        .with_navigation_handler(|address| {
            // A number is dialled by whatever the system dials with; the window itself goes nowhere.
            if ["tel:", "sms:"].iter().any(|scheme| address.starts_with(scheme)) {
                open_with_the_system(address);
            }
            false
        });
    frame::launch::launch(Root, vec![], vec![Box::new(config)]);
}

#[component]
fn Root() -> Element {
    let phone = use_provide_phone(open);
    use_future(move || async move {
        loop {
            tokio::time::sleep(SYNC_EVERY).await;
            phone.sync();
        }
    });
    rsx! { Screens {} }
}

/// The page around the screens, with style and script inside: a window has no server to ask for them.
fn index(words: Words) -> String {
    let (language, name) = (words.language(), say!(words, "app-name"));
    let (tag, direction) = (language.word(), language.direction().word());
    format!(
        "<!doctype html><html lang=\"{tag}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{name}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
         <style>{TOKENS_CSS}{PHONE_CSS}</style></head><body><div id=\"main\"></div><script>{KEYS}</script></body></html>"
    )
}

fn open() -> (Rc<dyn Shell>, mpsc::UnboundedReceiver<FromCore>) {
    let (tell, news) = mpsc::unbounded();
    let shell = Rc::new(DesktopShell {
        core: RefCell::new(None),
        tell,
        started: Instant::now(),
        reminders: reminders::Reminders::default(),
    });
    shell.open_again();
    (shell, news)
}

struct DesktopShell {
    core: RefCell<Option<native::Phone>>,
    tell: mpsc::UnboundedSender<FromCore>,
    started: Instant,
    reminders: reminders::Reminders,
}

impl Shell for DesktopShell {
    fn ask(&self, request: Request) -> Answer {
        let core = self.core.borrow().clone();
        Box::pin(async move {
            match core {
                Some(core) => core.ask(request).await,
                None => Err(unexpected()),
            }
        })
    }

    fn open_again(&self) {
        match folder::of_data().and_then(native::Phone::open) {
            Ok(core) => {
                let (tell, mut changes) = (self.tell.clone(), core.subscribe());
                let _ = self.tell.unbounded_send(FromCore::Access(core.access_when_opened()));
                spawn(async move {
                    while let Some(change) = changes.next().await {
                        let _ = tell.unbounded_send(change);
                    }
                });
                *self.core.borrow_mut() = Some(core);
                let _ = self.tell.unbounded_send(FromCore::Ready);
            }
            Err(failure) => {
                let _ = self.tell.unbounded_send(FromCore::Fatal(failure));
            }
        }
    }

    fn own_server(&self) -> Option<String> {
        std::env::var("DAYMARK_SERVER").ok()
    }

    fn pairing_code(&self) -> Option<String> {
        None
    }

    fn language(&self) -> Language {
        language()
    }

    fn keep_language(&self, language: Language) {
        self.keep_setting(LANGUAGE, language.word());
    }

    fn mark_language(&self, language: Language) {
        let (tag, direction) = (language.word(), language.direction().word());
        let mark =
            format!("Object.assign(document.documentElement, {{ lang: '{tag}', dir: '{direction}' }})");
        // A window whose page is not there yet has both from its own beginning.
        let _ = window().webview.evaluate_script(&mark);
    }

    fn show(&self, title: &str, _ready: bool) {
        window().set_title(title);
    }

    fn print(&self) {
        window().print();
    }

    fn now_ms(&self) -> f64 {
        self.started.elapsed().as_secs_f64() * 1000.0
    }

    fn unix_seconds(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    }

    fn rest(&self, ms: u32) -> Rest {
        Box::pin(tokio::time::sleep(Duration::from_millis(ms.into())))
    }

    fn storage(&self) -> Later<Storage> {
        let storage = folder::storage();
        Box::pin(async move { storage })
    }

    fn setting(&self, name: &str) -> Option<String> {
        folder::setting(name)
    }

    fn keep_setting(&self, name: &str, value: &str) {
        // Where nothing may be written the choice lasts until the window is closed.
        drop(folder::keep_setting(name, value));
    }

    fn give(&self, file: GivenFile) -> Later<Given> {
        let given = match folder::save_download(&folder::of_downloads(), &file) {
            Ok(path) => Given::SavedAs(path.display().to_string()),
            Err(error) => Given::Failed(error.to_string()),
        };
        Box::pin(async move { given })
    }

    fn news(&self) -> mpsc::UnboundedReceiver<News> {
        let (tell, news) = mpsc::unbounded();
        spawn(async move {
            loop {
                tokio::time::sleep(TICK).await;
                if tell.unbounded_send(News::Tick).is_err() {
                    return;
                }
            }
        });
        news
    }

    fn notices(&self) -> Notices {
        reminders::allowed()
    }

    fn remind(&self, sentences: Vec<(u64, String)>) {
        self.reminders.plan(sentences);
    }
}

const LANGUAGE: &str = "language";

/// The one that was chosen here, else the system's.
fn language() -> Language {
    let chosen = folder::setting(LANGUAGE).and_then(|word| Language::from_word(&word));
    let preferred = || Language::preferred(&sys_locale::get_locales().collect::<Vec<_>>().join(","));
    chosen.or_else(preferred).unwrap_or_default()
}

fn open_with_the_system(address: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    // Without a dialler nothing happens; the number stands on the button and can be typed.
    let _ = Command::new(program).args(arguments).arg(address).spawn();
}
