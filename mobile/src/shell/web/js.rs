//! What not every browser has: called if it is there, passed over if it is not.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

/// A property that is there.
pub fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls a method; `None` where there is none, or where it throws.
pub fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = property(of, name)?.dyn_into().ok()?;
    method.apply(of, &arguments.iter().collect::<Array>()).ok()
}

/// What a promise came to; `Err` is the name of its error, empty where there was no promise.
pub async fn settled(promise: Option<JsValue>) -> Result<JsValue, String> {
    let promise: Promise = promise.and_then(|value| value.dyn_into().ok()).ok_or_else(String::new)?;
    JsFuture::from(promise)
        .await
        .map_err(|error| property(&error, "name").and_then(|name| name.as_string()).unwrap_or_default())
}

/// Listens for as long as the page lives.
pub fn forever(to: &EventTarget, event: &str, hear: impl FnMut() + 'static) {
    let hear = Closure::<dyn FnMut()>::new(hear);
    let _ = to.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
    hear.forget();
}
