//! The worker's life: open, answer, sync.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use daymark_mentor_core::api::{Access, Failure, FromCore, ToCore};
use daymark_mentor_core::host::{Keeper, Platform};
use daymark_mentor_core::lock::Effort;
use daymark_mentor_core::lock::lease::TERM_OF_A_BROWSER;
use daymark_mentor_core::open::{self, Memory};
use daymark_sqlite::DatabaseKey;
use daymark_sqlite::opfs::Pool;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::pool::Files;
use crate::secret::BrowserSecret;
use crate::{browser, plain_key};

/// How long a page that takes the data over waits in silence.
const HOLDER_ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// Nobody types six digits sooner.
const AFTER_THE_PAD_IS_DRAWN: Duration = Duration::from_millis(200);

const TRIES_AFTER_A_TAKE_OVER: u32 = 30;
const BETWEEN_TWO_TRIES: Duration = Duration::from_millis(100);

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
    match open_data().await {
        Ok(keeper) => serve(keeper),
        Err(failure) => tell(&FromCore::Fatal(failure)),
    }
}

async fn open_data() -> Result<Keeper, Failure> {
    let no_storage = |error: JsValue| Failure::NoStorage(format!("{error:?}"));
    let taking_over = browser::is_to_take_over();
    if taking_over {
        take_over().await.map_err(no_storage)?;
    } else if !browser::become_the_only_writer(false).await.map_err(no_storage)? {
        return Err(Failure::OpenElsewhere);
    }
    browser::close_when_asked(|| tell(&FromCore::Fatal(Failure::OpenElsewhere))).map_err(no_storage)?;
    let pool = open_files(if taking_over { TRIES_AFTER_A_TAKE_OVER } else { 1 }).await?;
    let keeper = Keeper::new(platform(pool), |message| tell(&message))?;
    if let Some(key) = plain_key::read().await.map_err(no_storage)? {
        keeper.take_over_plain_key(&key).await?;
        plain_key::erase().await.map_err(no_storage)?;
    }
    keeper.begin().await?;
    Ok(keeper)
}

fn platform(pool: Pool) -> Platform {
    Platform {
        name: "web",
        place: Box::new(Files::of(pool)),
        // No installation of its own: no backup restores a browser's storage, and what clears it clears all of it.
        install: None,
        secret: Rc::new(BrowserSecret),
        effort: Effort::Measured(Rc::new(browser::ticks)),
        clock: Rc::new(browser::unix_seconds),
        ticks: Rc::new(browser::ticks),
        term: TERM_OF_A_BROWSER,
        sleep: Rc::new(browser::sleep),
    }
}

/// Waits until the holder has closed. One that the phone has put to sleep cannot: then the page says so after a while,
/// and hears `Ready` all the same once it did.
async fn take_over() -> Result<(), JsValue> {
    browser::ask_the_holder_to_close()?;
    let held = Rc::new(Cell::new(false));
    let waiting = held.clone();
    spawn_local(async move {
        browser::sleep(HOLDER_ANSWERS_WITHIN).await;
        if !waiting.get() {
            tell(&FromCore::Fatal(Failure::OpenElsewhere));
        }
    });
    browser::become_the_only_writer(true).await?;
    held.set(true);
    Ok(())
}

/// Lock and files of a worker that has ended come free one after the other.
async fn open_files(tries: u32) -> Result<Pool, Failure> {
    let mut opened = daymark_sqlite::opfs::install_as_default().await;
    for _ in 1..tries {
        if opened.is_ok() {
            break;
        }
        browser::sleep(BETWEEN_TWO_TRIES).await;
        opened = daymark_sqlite::opfs::install_as_default().await;
    }
    opened.map_err(Failure::NoStorage)
}

fn serve(keeper: Keeper) {
    let answering = keeper.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        let keeper = answering.clone();
        spawn_local(async move {
            let Ok(ToCore { id, request }) = postcard::from_bytes(&bytes) else { return };
            let result = keeper.answer(request).await;
            tell(&FromCore::Answer { id, result });
        });
    });
    browser::scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    tell(&FromCore::Access(keeper.access()));
    tell(&FromCore::Ready);
    spawn_local(rehearse_unlocking(keeper.clone()));
    spawn_local(keeper.run_in_background());
}

/// While a PIN is typed: a browser compiles each function when it is called for the first time, and what a PIN sets in
/// motion would be that much later. The rehearsal is on an empty database in memory.
async fn rehearse_unlocking(keeper: Keeper) {
    browser::sleep(AFTER_THE_PAD_IS_DRAWN).await;
    if !matches!(keeper.access(), Access::Locked { .. }) {
        return;
    }
    BrowserSecret::fetch().await;
    let _ = open::open(&mut Memory, &DatabaseKey([0; 32]), None, Rc::new(browser::unix_seconds));
}

fn tell(message: &FromCore) {
    if let Ok(bytes) = postcard::to_stdvec(message) {
        let _ = browser::scope().post_message(&Uint8Array::from(bytes.as_slice()));
    }
}
