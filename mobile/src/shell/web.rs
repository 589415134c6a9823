//! The browser's page: the core runs in a dedicated worker, and requests cross as postcard bytes.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use daymark_components::{Language, Words, say};
use daymark_mentor_core::api::{Failure, FromCore, Reply, Request, ToCore};
use dioxus::prelude::*;
use futures_channel::{mpsc, oneshot};
use futures_util::StreamExt;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MessageEvent, VisibilityState, Window, Worker, WorkerOptions, WorkerType};

use super::{Answer, Rest, Shell};
use crate::app::Screens;
use crate::phone::{Phone, unexpected, use_provide_phone};

/// Where the chosen language is kept; `boot.js` reads it too.
const LANGUAGE: &str = "daymark-language";

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
    let worker = start_worker();
    if worker.is_none() {
        let _ = tell.unbounded_send(FromCore::Fatal(no_core()));
    }
    let desk = Rc::new(Desk {
        worker,
        waiting: RefCell::default(),
        held_back: RefCell::new(Some(vec![])),
        tell,
        next_id: Cell::new(0),
    });
    listen(&desk);
    (Rc::new(Page { desk, code }), news)
}

/// The page, as the screens use it.
struct Page {
    desk: Rc<Desk>,
    code: Option<String>,
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
        // Where nothing may be kept the choice lasts until the page is closed.
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(LANGUAGE, language.word());
        }
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

    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
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
        let navigator = window().navigator();
        // Safari has no such function, and calling what is not there would stop the app.
        if js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
            navigator.vibrate_with_duration(15);
        }
    }
}

type Waiting = oneshot::Sender<Result<Reply, Failure>>;

/// What is under way between page and worker.
struct Desk {
    worker: Option<Worker>,
    /// Who waits for which answer.
    waiting: RefCell<HashMap<u32, Waiting>>,
    /// Requests made before the core was ready, `None` from then on: a worker that is still loading would lose them.
    held_back: RefCell<Option<Vec<Uint8Array>>>,
    tell: mpsc::UnboundedSender<FromCore>,
    next_id: Cell<u32>,
}

impl Desk {
    fn ask(&self, request: Request) -> Result<oneshot::Receiver<Result<Reply, Failure>>, Failure> {
        let (send, receive) = oneshot::channel();
        let id = self.next_id.replace(self.next_id.get().wrapping_add(1));
        let bytes = postcard::to_stdvec(&ToCore { id, request })
            .map_err(|error| Failure::Invalid(error.to_string()))?;
        let bytes = Uint8Array::from(bytes.as_slice());
        self.waiting.borrow_mut().insert(id, send);
        match &mut *self.held_back.borrow_mut() {
            Some(queue) => queue.push(bytes),
            None => self.post(&bytes),
        }
        Ok(receive)
    }

    fn post(&self, bytes: &Uint8Array) {
        if let Some(worker) = &self.worker {
            // Fails only for what cannot be cloned; bytes can.
            let _ = worker.post_message(bytes);
        }
    }

    fn hear(&self, message: FromCore) {
        match &message {
            FromCore::Answer { id, .. } => {
                let waiting = self.waiting.borrow_mut().remove(id);
                if let (Some(waiting), FromCore::Answer { result, .. }) = (waiting, message) {
                    let _ = waiting.send(result);
                }
                return;
            }
            FromCore::Ready => {
                for bytes in self.held_back.borrow_mut().take().unwrap_or_default() {
                    self.post(&bytes);
                }
            }
            // Nothing more will be answered; those who wait hear that from their dropped channel.
            FromCore::Fatal(_) => self.waiting.borrow_mut().clear(),
            FromCore::Changed(_) => {}
        }
        let _ = self.tell.unbounded_send(message);
    }
}

/// `boot.js` writes into the page where the worker is, because its name holds the build's hash.
fn start_worker() -> Option<Worker> {
    let address = root_element()?.dataset().get("worker")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&address, &options).ok()
}

fn listen(desk: &Rc<Desk>) {
    let Some(worker) = desk.worker.clone() else { return };
    let heard = {
        let desk = desk.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = Uint8Array::new(&event.data()).to_vec();
            desk.hear(postcard::from_bytes(&bytes).unwrap_or_else(|_| FromCore::Fatal(unexpected())));
        })
    };
    let broken = {
        let desk = desk.clone();
        Closure::<dyn FnMut(Event)>::new(move |_| desk.hear(FromCore::Fatal(no_core())))
    };
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    // They live as long as the page.
    heard.forget();
    broken.forget();
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
    let looked_at =
        || window().document().is_some_and(|page| page.visibility_state() == VisibilityState::Visible);
    let poke = Closure::<dyn FnMut()>::new(move || {
        if looked_at() {
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
    let kept =
        window().local_storage().ok().flatten().and_then(|storage| storage.get_item(LANGUAGE).ok().flatten());
    let chosen = kept.as_deref().and_then(Language::from_word);
    let preferred = || Language::preferred(&String::from(window().navigator().languages().join(",")));
    chosen.or_else(preferred).unwrap_or_default()
}

fn root_element() -> Option<web_sys::HtmlElement> {
    window().document()?.document_element()?.dyn_into().ok()
}

fn window() -> Window {
    web_sys::window().expect("screens run in a page, which has a window")
}

fn no_core() -> Failure {
    Failure::Unreadable("the app's core could not be started".to_owned())
}
