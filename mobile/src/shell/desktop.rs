//! A window: the core runs on a thread of its own, since a window's futures rest while it is hidden.

use std::cell::RefCell;
use std::path::PathBuf;
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

use daymark_components::{Language, PHONE_CSS, TOKENS_CSS, Words, say};
use daymark_mentor_core::api::{Failure, FromCore, Request};
use daymark_mentor_core::native;
use dioxus::desktop::{Config, LogicalSize, WindowBuilder, window};
use dioxus::prelude::*;
use futures_channel::mpsc;
use futures_util::StreamExt;

use super::{Answer, Rest, Shell};
use crate::app::Screens;
use crate::phone::{unexpected, use_provide_phone};

const SYNC_EVERY: Duration = Duration::from_secs(3 * 60);

/// Opens the window.
pub fn launch() {
    let words = Words::of(language());
    let size = LogicalSize::new(400.0, 780.0);
    let frame = WindowBuilder::new().with_title(say!(words, "app-name")).with_inner_size(size);
    let config = Config::new()
        .with_window(frame)
        .with_menu(None)
        .with_custom_index(index(words))
        .with_navigation_handler(|address| {
            // A number is dialled by whatever the system dials with; the window itself goes nowhere.
            if address.starts_with("tel:") {
                open_with_the_system(address);
            }
            false
        });
    dioxus::desktop::launch::launch(Root, vec![], vec![Box::new(config)]);
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

/// The page around the screens, with its style inside: a window has no server to ask for a sheet.
fn index(words: Words) -> String {
    let (language, name) = (words.language(), say!(words, "app-name"));
    let (tag, direction) = (language.word(), language.direction().word());
    format!(
        "<!doctype html><html lang=\"{tag}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{name}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <style>{TOKENS_CSS}{PHONE_CSS}</style></head><body><div id=\"main\"></div></body></html>"
    )
}

fn open() -> (Rc<dyn Shell>, mpsc::UnboundedReceiver<FromCore>) {
    let (tell, news) = mpsc::unbounded();
    let shell = Rc::new(DesktopShell { core: RefCell::new(None), tell, started: Instant::now() });
    shell.open_again();
    (shell, news)
}

struct DesktopShell {
    core: RefCell<Option<native::Phone>>,
    tell: mpsc::UnboundedSender<FromCore>,
    started: Instant,
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
        match data_folder().and_then(native::Phone::open) {
            Ok(core) => {
                let (tell, mut changes) = (self.tell.clone(), core.subscribe());
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
        let kept = language_file().and_then(|file| {
            file.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            std::fs::write(file, language.word())
        });
        // Where nothing may be written the choice lasts until the window is closed.
        drop(kept);
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

    fn now_ms(&self) -> f64 {
        self.started.elapsed().as_secs_f64() * 1000.0
    }

    fn rest(&self, ms: u32) -> Rest {
        Box::pin(tokio::time::sleep(Duration::from_millis(ms.into())))
    }
}

/// The one that was chosen here, else the system's.
fn language() -> Language {
    let kept = language_file().and_then(std::fs::read_to_string);
    let chosen = kept.ok().and_then(|word| Language::from_word(word.trim()));
    let preferred = || Language::preferred(&sys_locale::get_locales().collect::<Vec<_>>().join(","));
    chosen.or_else(preferred).unwrap_or_default()
}

/// Where the chosen language is kept, beside the data: the first screen speaks before the data is open.
fn language_file() -> std::io::Result<PathBuf> {
    let folder = data_folder().map_err(|failure| std::io::Error::other(failure.to_string()))?;
    Ok(folder.join("language"))
}

/// `DAYMARK_DATA`, or where this system keeps an app's data.
fn data_folder() -> Result<PathBuf, Failure> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || variable("HOME").or_else(|| variable("USERPROFILE"));
    let platform = || match std::env::consts::OS {
        "windows" => variable("LOCALAPPDATA"),
        "macos" => home().map(|home| home.join("Library/Application Support")),
        _ => variable("XDG_DATA_HOME").or_else(|| home().map(|home| home.join(".local/share"))),
    };
    variable("DAYMARK_DATA")
        .or_else(|| platform().map(|folder| folder.join("daymark")))
        .ok_or_else(|| Failure::NoStorage("set DAYMARK_DATA to a folder for Daymark's data".to_owned()))
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
