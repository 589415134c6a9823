//! The browser's word on the place where entries are kept.

use wasm_bindgen::JsValue;

use super::{js, window};
use crate::shell::{Keeping, Storage};

/// `persisted` only reads, `persist` asks for a promise first. Browsers give it by rules of their own; installed apps get
/// it most often.
pub async fn read(promise: &'static str) -> Storage {
    let Some(manager) = js::property(&window().navigator(), "storage") else { return Storage::default() };
    let promised = js::settled(js::call(&manager, promise, &[])).await.ok().and_then(|value| value.as_bool());
    let keeping = match promised {
        Some(true) => Keeping::Promised,
        Some(false) => Keeping::MayBeCleared,
        None => Keeping::Unknown,
    };
    let estimate = js::settled(js::call(&manager, "estimate", &[])).await.unwrap_or(JsValue::UNDEFINED);
    let bytes = |name| js::property(&estimate, name).and_then(|value| value.as_f64()).map(|n| n as u64);
    let (used, quota) = (bytes("usage"), bytes("quota"));
    Storage { keeping, used, free: quota.map(|quota| quota.saturating_sub(used.unwrap_or(0))) }
}
