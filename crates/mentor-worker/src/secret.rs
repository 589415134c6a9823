//! The device's secret in a browser: a WebCrypto key that cannot be taken out.

use daymark_mentor_core::lock::{DeviceSecret, Later, LockError};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/secret.js")]
extern "C" {
    #[wasm_bindgen(js_name = makeSecret, catch)]
    async fn make_secret() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = fetchSecret, catch)]
    async fn fetch_secret() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = answerOfSecret, catch)]
    async fn answer_of_secret(salt: &Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = destroySecret, catch)]
    async fn destroy_secret() -> Result<JsValue, JsValue>;
}

/// In this origin's IndexedDB.
pub struct BrowserSecret;

impl BrowserSecret {
    /// Fetches it before anybody waits for its answer. Where it cannot be fetched, whoever asks hears so.
    pub async fn fetch() {
        let _ = fetch_secret().await;
    }
}

impl DeviceSecret for BrowserSecret {
    fn make(&self) -> Later<()> {
        Box::pin(async { make_secret().await.map(drop).map_err(refused) })
    }

    fn answer(&self, salt: [u8; 16]) -> Later<Option<[u8; 32]>> {
        Box::pin(async move {
            let answer = answer_of_secret(&Uint8Array::from(&salt[..])).await.map_err(refused)?;
            Ok(answer.dyn_into::<Uint8Array>().ok().and_then(|bytes| bytes.to_vec().try_into().ok()))
        })
    }

    fn destroy(&self) -> Later<()> {
        Box::pin(async { destroy_secret().await.map(drop).map_err(refused) })
    }
}

fn refused(error: JsValue) -> LockError {
    LockError::Secret(format!("{error:?}"))
}
