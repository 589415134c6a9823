//! Reminders as the browser's notices, while the app is open. None of them names anybody.

use std::cell::RefCell;

use daymark_components::{Words, say};
use js_sys::{Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{js, language, window};
use crate::shell::Notices;

pub fn allowed() -> Notices {
    let permission = js::property(&window(), "Notification").and_then(|api| js::property(&api, "permission"));
    match permission.and_then(|word| word.as_string()).as_deref() {
        Some("granted") => Notices::Allowed,
        Some("denied") => Notices::Refused,
        Some(_) => Notices::NotAsked,
        None => Notices::Never,
    }
}

pub async fn ask() -> Notices {
    let asked =
        js::property(&window(), "Notification").and_then(|api| js::call(&api, "requestPermission", &[]));
    // The answer is read anew: old browsers give it in another way.
    drop(js::settled(asked).await);
    allowed()
}

/// Those of today that are still to come.
#[derive(Default)]
pub struct Reminders(RefCell<Vec<i32>>);

impl Reminders {
    pub fn plan(&self, sentences: Vec<(u64, String)>) {
        for timer in self.0.take() {
            window().clear_timeout_with_handle(timer);
        }
        let timers = sentences.into_iter().filter_map(|(seconds, sentence)| {
            let show = Closure::once_into_js(move || spawn_local(show(sentence)));
            let ms = i32::try_from(seconds.saturating_mul(1000)).ok()?;
            window().set_timeout_with_callback_and_timeout_and_arguments_0(show.unchecked_ref(), ms).ok()
        });
        self.0.replace(timers.collect());
    }
}

/// Through the service worker: phones show a page's own notices from nowhere else.
async fn show(sentence: String) {
    let worker = js::property(&window().navigator(), "serviceWorker");
    let ready = worker.and_then(|worker| js::property(&worker, "ready"));
    let Ok(registration) = js::settled(ready).await else { return };
    let look = Object::new();
    for (name, value) in
        [("icon", "/icons/daymark-192.png"), ("tag", "daymark-reminder"), ("body", &sentence)]
    {
        let _ = Reflect::set(&look, &name.into(), &JsValue::from_str(value));
    }
    let title = say!(Words::of(language()), "app-name");
    drop(js::settled(js::call(&registration, "showNotification", &[title.into(), look.into()])).await);
}
