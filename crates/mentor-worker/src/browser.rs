//! What the worker needs of the browser.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

/// The worker's own scope.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Seconds since 1970 by the phone's clock.
pub fn unix_seconds() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// Time since this worker was started.
pub fn ticks() -> Duration {
    let milliseconds = scope().performance().map_or(0.0, |performance| performance.now());
    Duration::from_secs_f64(milliseconds.max(0.0) / 1000.0)
}

/// Resolves after the time.
pub fn sleep(duration: Duration) -> Pin<Box<dyn Future<Output = ()>>> {
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |resolve: Function, _| {
        let _ = scope().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    Box::pin(async move {
        let _ = JsFuture::from(promise).await;
    })
}

/// The lock that makes a worker the only writer, and the channel on which its holder is asked to close.
const STORE: &str = "daymark-store";

const PLEASE_CLOSE: &str = "please-close";

/// The name that a page gives to a worker which is to take the data over from another tab's.
const TAKE_OVER: &str = "take-over";

/// Whether this worker was started to take the data over.
pub fn is_to_take_over() -> bool {
    scope().name() == TAKE_OVER
}

/// Asks the worker that holds the data to close. It hears it between two requests, so nothing is half done. Its lock is
/// not stolen instead: that would free none of its files.
pub fn ask_the_holder_to_close() -> Result<(), JsValue> {
    let channel = BroadcastChannel::new(STORE)?;
    channel.post_message(&PLEASE_CLOSE.into())?;
    channel.close();
    Ok(())
}

/// From here on ends this worker, and with it its lock and its files, when another one asks; `farewell` comes first.
pub fn close_when_asked(farewell: impl Fn() + 'static) -> Result<(), JsValue> {
    let channel = BroadcastChannel::new(STORE)?;
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some(PLEASE_CLOSE) {
            farewell();
            scope().close();
        }
    });
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Both live as long as the worker.
    heard.forget();
    std::mem::forget(channel);
    Ok(())
}

/// Takes the lock and keeps it until the worker ends. `false`: another has it, and `waiting` was not wanted.
pub async fn become_the_only_writer(waiting: bool) -> Result<bool, JsValue> {
    let locks = Reflect::get(&scope().navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &(!waiting).into())?;
    let told = Promise::new(&mut |resolve: Function, reject: Function| {
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let _ = resolve.call1(&JsValue::NULL, &(!lock.is_null()).into());
            if lock.is_null() { JsValue::UNDEFINED } else { Promise::new(&mut |_, _| {}).into() }
        });
        let arguments = Array::of3(&STORE.into(), &options, &granted);
        if let Err(error) = request.apply(&locks, &arguments) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    Ok(JsFuture::from(told).await?.is_truthy())
}
