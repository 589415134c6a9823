//! The worker's life: open, answer, sync.

use std::path::Path;
use std::rc::Rc;

use daymark_mentor_core::api::{Failure, FromCore, ToCore};
use daymark_mentor_core::host::{Host, Sleep};
use daymark_mentor_core::storage::{MIGRATIONS, projection};
use daymark_mentor_core::{Clock, Core};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::{browser, key};

/// Runs when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    // A panic leaves the module in an unknown state: the page must say so and load anew, not go on hoping.
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell(&FromCore::Fatal(Failure::Unreadable("the app has to be opened again".to_owned())));
    }));
    spawn_local(live());
}

async fn live() {
    match open().await {
        Ok(core) => serve(core),
        Err(failure) => tell(&FromCore::Fatal(failure)),
    }
}

async fn open() -> Result<Core, Failure> {
    let no_storage = |error: JsValue| Failure::NoStorage(format!("{error:?}"));
    if !browser::become_the_only_writer().await.map_err(no_storage)? {
        return Err(Failure::OpenElsewhere);
    }
    daymark_sqlite::opfs::install_as_default().await.map_err(Failure::NoStorage)?;
    let key = key::read_or_make().await.map_err(no_storage)?;
    let unreadable = |error: &dyn std::fmt::Display| Failure::Unreadable(error.to_string());
    let mut db = daymark_sqlite::open(Path::new("daymark.sqlite"), Some(&key), MIGRATIONS)
        .map_err(|error| unreadable(&error))?;
    projection::catch_up(&mut db).map_err(|error| unreadable(&error))?;
    let clock: Clock = Rc::new(browser::unix_seconds);
    Ok(Core::new(db, clock))
}

fn serve(core: Core) {
    let host = Host::new(core, "web", Rc::new(|message| tell(&message)));
    let answering = host.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        let host = answering.clone();
        spawn_local(async move {
            let Ok(ToCore { id, request }) = postcard::from_bytes(&bytes) else { return };
            let result = host.answer(request).await;
            tell(&FromCore::Answer { id, result });
        });
    });
    browser::scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    tell(&FromCore::Ready);
    let sleep: Sleep = Rc::new(browser::sleep);
    spawn_local(host.run_in_background(sleep));
}

fn tell(message: &FromCore) {
    if let Ok(bytes) = postcard::to_stdvec(message) {
        let _ = browser::scope().post_message(&Uint8Array::from(bytes.as_slice()));
    }
}
