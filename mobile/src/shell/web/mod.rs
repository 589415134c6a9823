//! The browser's page: the core runs in a dedicated worker, and requests cross as postcard bytes.

mod desk;
mod files;
mod js;
mod notices;
mod storage;

use std::rc::Rc;

use daymark_components::{Language, Words, say};
use daymark_mentor_core::api::{FromCore, Request};
use dioxus::prelude::*;
use futures_channel::{mpsc, oneshot};
use futures_util::StreamExt;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{VisibilityState, Window};

use self::desk::{Desk, no_core};
use super::{Answer, Given, GivenFile, Later, News, Notices, Rest, Shell, Storage};
use crate::app::Screens;
use crate::phone::{Phone, use_provide_phone};

/// Before the name of whatever is kept; `boot.js` reads the language under its name too.
const KEPT: &str = "daymark-";
const LANGUAGE: &str = "language";
/// What a page is shown in that is an app of its own.
const INSTALLED: [&str; 4] = ["standalone", "fullscreen", "minimal-ui", "window-controls-overlay"];
/// How often the app looks whether somebody is still there.
const TICK_MS: i32 = 15_000;

/// While someone looks, what the school knows is never older than this.
const SYNC_EVERY_MS: i32 = 3 * 60 * 1000;

/// Starts the app in the page.
pub fn launch() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        say_stopped();
    }));
    // The page shows the app's name until it starts; the screens take its place.
    if let Some(main) = window().document().and_then(|page| page.get_element_by_id("main")) {
        main.set_text_content(None);
    }
    dioxus::web::launch::launch_cfg(Root, dioxus::web::Config::new());
}

#[component]
fn Root() -> Element {
    let phone = use_provide_phone(open);
    use_hook(|| sync_when_it_helps(phone));
    rsx! { Screens {} }
}

fn open() -> (Rc<dyn Shell>, mpsc::UnboundedReceiver<FromCore>) {
    let (tell, news) = mpsc::unbounded();
    let code = pairing_code_from_address();
    let desk = Desk::new(tell);
    desk.take_started();
    (Rc::new(Page { desk, code, reminders: notices::Reminders::default() }), news)
}

/// The page, as the screens use it.
struct Page {
    desk: Rc<Desk>,
    code: Option<String>,
    reminders: notices::Reminders,
}

impl Shell for Page {
    fn ask(&self, request: Request) -> Answer {
        let answer = self.desk.ask(request);
        Box::pin(async move { answer?.await.unwrap_or_else(|_| Err(no_core())) })
    }

    fn open_again(&self) {
        // The page as a whole: nothing can be half done, since only what was committed is answered.
        let _ = window().location().reload();
    }

    fn can_take_over(&self) -> bool {
        true
    }

    fn take_over(&self) {
        self.desk.start(Some("take-over"));
    }

    fn own_server(&self) -> Option<String> {
        window().location().origin().ok()
    }

    fn pairing_code(&self) -> Option<String> {
        self.code.clone()
    }

    fn language(&self) -> Language {
        language()
    }

    fn keep_language(&self, language: Language) {
        self.keep_setting(LANGUAGE, language.word());
    }

    fn mark_language(&self, language: Language) {
        if let Some(root) = root_element() {
            root.set_lang(language.word());
            root.set_dir(language.direction().word());
        }
    }

    fn show(&self, title: &str, ready: bool) {
        if let Some(document) = window().document() {
            document.set_title(title);
        }
        if let Some(root) = root_element() {
            let _ = root.dataset().set("ready", if ready { "true" } else { "false" });
        }
    }

    fn print(&self) {
        // Where nothing can print, nothing happens.
        let _ = window().print();
    }

    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    fn unix_seconds(&self) -> i64 {
        (js_sys::Date::now() / 1000.0) as i64
    }

    fn rest(&self, ms: u32) -> Rest {
        let (send, receive) = oneshot::channel();
        let over = Closure::once_into_js(move || {
            // Nobody waits any more when the screen has gone.
            let _ = send.send(());
        });
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(over.unchecked_ref(), ms);
        Box::pin(async move {
            let _ = receive.await;
        })
    }

    fn tick(&self) {
        // Safari has no such function.
        js::call(&window().navigator(), "vibrate", &[15.into()]);
    }

    fn is_installed(&self) -> bool {
        let matches = |query: &str| {
            let media = js::call(&window(), "matchMedia", &[query.into()]);
            media.and_then(|media| js::property(&media, "matches")).is_some_and(|yes| yes.is_truthy())
        };
        // Safari has said it in a way of its own for longer.
        let standalone = js::property(&window().navigator(), "standalone").is_some_and(|yes| yes.is_truthy());
        standalone || INSTALLED.iter().any(|mode| matches(&format!("(display-mode: {mode})")))
    }

    fn can_install(&self) -> bool {
        js::property(&window(), "daymarkInstall").is_some()
    }

    fn install(&self) {
        if let Some(event) = js::property(&window(), "daymarkInstall") {
            js::call(&event, "prompt", &[]);
        }
    }

    fn uncover(&self) {
        if let Some(root) = root_element() {
            root.dataset().delete("covered");
        }
    }

    fn storage(&self) -> Later<Storage> {
        Box::pin(storage::read("persisted"))
    }

    fn keep_storage(&self) -> Later<Storage> {
        Box::pin(storage::read("persist"))
    }

    fn setting(&self, name: &str) -> Option<String> {
        kept(name)
    }

    fn keep_setting(&self, name: &str, value: &str) {
        // Where nothing may be kept the choice lasts until the page is closed.
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(&format!("{KEPT}{name}"), value);
        }
    }

    fn give(&self, file: GivenFile) -> Later<Given> {
        Box::pin(files::give(file))
    }

    fn badge(&self, items: u32) {
        let navigator = window().navigator();
        let done = match items {
            0 => js::call(&navigator, "clearAppBadge", &[]),
            items => js::call(&navigator, "setAppBadge", &[items.into()]),
        };
        // A browser that refuses says so in a promise; a badge is not worth more.
        spawn_local(async move { drop(js::settled(done).await) });
    }

    fn notices(&self) -> Notices {
        notices::allowed()
    }

    fn ask_for_notices(&self) -> Later<Notices> {
        Box::pin(notices::ask())
    }

    fn remind(&self, sentences: Vec<(u64, String)>) {
        self.reminders.plan(sentences);
    }

    fn build(&self) -> String {
        let piece = root_element().and_then(|root| root.dataset().get("build"));
        let version = env!("CARGO_PKG_VERSION");
        piece.map_or_else(|| version.to_owned(), |piece| format!("{version} · {piece}"))
    }

    fn news(&self) -> mpsc::UnboundedReceiver<News> {
        let (tell, news) = mpsc::unbounded();
        // Somebody may have come back before anybody listened.
        if is_looked_at() {
            self.uncover();
        }
        let new_version = tell.clone();
        js::forever(&window(), "daymark-new-version", move || {
            let _ = new_version.unbounded_send(News::NewVersion);
        });
        // `boot.js` may have found it before anybody listened.
        if root_element().is_some_and(|root| root.dataset().get("newVersion").is_some()) {
            let _ = tell.unbounded_send(News::NewVersion);
        }
        let ticks = tell.clone();
        let tick = Closure::<dyn FnMut()>::new(move || drop(ticks.unbounded_send(News::Tick)));
        let _ = window()
            .set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), TICK_MS);
        tick.forget();
        if let Some(document) = window().document() {
            js::forever(&document, "visibilitychange", move || {
                let news = if is_looked_at() { News::LookedAt } else { News::LookedAway };
                let _ = tell.unbounded_send(news);
            });
        }
        news
    }
}

/// Sends and fetches when the network comes back, when the app is looked at again, and now and then meanwhile.
fn sync_when_it_helps(phone: Phone) {
    let (wake, mut woken) = mpsc::unbounded::<()>();
    spawn(async move {
        while woken.next().await.is_some() {
            phone.look_again();
            phone.sync();
        }
    });
    let poke = Closure::<dyn FnMut()>::new(move || {
        if is_looked_at() {
            let _ = wake.unbounded_send(());
        }
    });
    let function = poke.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback("online", function);
    if let Some(document) = window().document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", function);
    }
    let _ = window().set_interval_with_callback_and_timeout_and_arguments_0(function, SYNC_EVERY_MS);
    poke.forget();
}

fn is_looked_at() -> bool {
    window().document().is_some_and(|page| page.visibility_state() == VisibilityState::Visible)
}

/// The code of a scanned picture: `#pair=CODE`. It leaves the address at once, and with it history and screenshots.
fn pairing_code_from_address() -> Option<String> {
    let code = window().location().hash().ok()?.strip_prefix("#pair=")?.to_owned();
    let history = window().history().ok()?;
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some("/pair")).ok()?;
    Some(code)
}

/// A panic ends the app, in wasm as everywhere; the page must not look as if it still listened.
fn say_stopped() {
    let Some(body) = window().document().and_then(|document| document.body()) else { return };
    body.set_class_name("notice bad");
    body.set_text_content(Some(&say!(Words::of(language()), "failure-app-stopped")));
}

fn language() -> Language {
    let chosen = kept(LANGUAGE).as_deref().and_then(Language::from_word);
    let preferred = || Language::preferred(&String::from(window().navigator().languages().join(",")));
    chosen.or_else(preferred).unwrap_or_default()
}

fn kept(name: &str) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(&format!("{KEPT}{name}")).ok().flatten()
}

fn root_element() -> Option<web_sys::HtmlElement> {
    window().document()?.document_element()?.dyn_into().ok()
}

fn window() -> Window {
    web_sys::window().expect("screens run in a page, which has a window")
}
