//! What is under way between page and worker.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use daymark_mentor_core::api::{Failure, FromCore, Reply, Request, ToCore};
use futures_channel::{mpsc, oneshot};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{js, root_element};
use crate::phone::unexpected;

type Waiting = oneshot::Sender<Result<Reply, Failure>>;

pub struct Desk {
    worker: RefCell<Option<Worker>>,
    /// Who waits for which answer.
    waiting: RefCell<HashMap<u32, Waiting>>,
    /// Requests made while no core was open; `None` while one is. A worker that is still loading would lose them.
    held_back: RefCell<Option<Vec<Uint8Array>>>,
    tell: mpsc::UnboundedSender<FromCore>,
    next_id: Cell<u32>,
}

impl Desk {
    pub fn new(tell: mpsc::UnboundedSender<FromCore>) -> Rc<Self> {
        Rc::new(Self {
            worker: RefCell::default(),
            waiting: RefCell::default(),
            held_back: RefCell::new(Some(vec![])),
            tell,
            next_id: Cell::new(0),
        })
    }

    /// Starts a worker in the place of whichever there was. What it is named tells it how to open: `take-over` asks the
    /// window that holds the data to close (`crates/mentor-worker`).
    pub fn start(self: &Rc<Self>, name: Option<&str>) {
        if let Some(old) = self.worker.take() {
            old.set_onmessage(None);
            old.set_onerror(None);
            old.terminate();
        }
        self.nothing_open();
        match start_worker(name) {
            Some(worker) => self.listen_to(worker),
            None => drop(self.tell.unbounded_send(FromCore::Fatal(no_core()))),
        }
    }

    /// Takes over the worker that `boot.js` has started, with what it has said meanwhile; starts one if there is none.
    pub fn take_started(self: &Rc<Self>) {
        let started = js::property(&js_sys::global(), "daymarkCore");
        let worker = started.as_ref().and_then(|started| js::property(started, "worker"));
        let Some(worker) = worker.and_then(|worker| worker.dyn_into::<Worker>().ok()) else {
            return self.start(None);
        };
        self.listen_to(worker);
        let said = started.and_then(|started| js::property(&started, "said"));
        for message in said.iter().flat_map(|said| Array::from(said)) {
            self.hear_message(&message);
        }
    }

    fn listen_to(self: &Rc<Self>, worker: Worker) {
        listen(self, &worker);
        *self.worker.borrow_mut() = Some(worker);
    }

    pub fn ask(&self, request: Request) -> Result<oneshot::Receiver<Result<Reply, Failure>>, Failure> {
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
        if let Some(worker) = &*self.worker.borrow() {
            // Fails only for what cannot be cloned; bytes can.
            let _ = worker.post_message(bytes);
        }
    }

    fn hear_message(&self, message: &JsValue) {
        let message = match message.dyn_ref::<Uint8Array>() {
            Some(bytes) => postcard::from_bytes(&bytes.to_vec()).ok(),
            None => Some(FromCore::Fatal(no_core())),
        };
        self.hear(message.unwrap_or_else(|| FromCore::Fatal(unexpected())));
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
            FromCore::Fatal(_) => self.nothing_open(),
            FromCore::Changed(_) | FromCore::Access(_) => {}
        }
        let _ = self.tell.unbounded_send(message);
    }

    /// Nothing that is under way will be answered: those who wait hear that from their dropped channel. What is asked
    /// from now on waits for a core that opens.
    fn nothing_open(&self) {
        *self.held_back.borrow_mut() = Some(vec![]);
        self.waiting.borrow_mut().clear();
    }
}

/// `boot.js` writes into the page where the worker is, because its name holds the build's hash.
fn start_worker(name: Option<&str>) -> Option<Worker> {
    let address = root_element()?.dataset().get("worker")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    if let Some(name) = name {
        options.set_name(name);
    }
    Worker::new_with_options(&address, &options).ok()
}

fn listen(desk: &Rc<Desk>, worker: &Worker) {
    let heard = {
        let desk = desk.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            desk.hear_message(&event.data());
        })
    };
    let broken = {
        let desk = desk.clone();
        Closure::<dyn FnMut(Event)>::new(move |_| desk.hear(FromCore::Fatal(no_core())))
    };
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    // They live as long as the page, which starts few workers.
    heard.forget();
    broken.forget();
}

pub fn no_core() -> Failure {
    Failure::Unreadable("the app's core could not be started".to_owned())
}
