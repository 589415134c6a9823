//! Handing a file over: shared from a phone, downloaded elsewhere.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FilePropertyBag, HtmlAnchorElement, Url};

use super::{js, window};
use crate::shell::{Given, GivenFile};

pub async fn give(file: GivenFile) -> Given {
    let kind = FilePropertyBag::new();
    kind.set_type(file.media_type);
    let parts = Array::of1(&file.text.as_str().into());
    match File::new_with_str_sequence_and_options(&parts, file.name, &kind) {
        Err(error) => Given::Failed(format!("{error:?}")),
        Ok(made) => match share(&made).await {
            Some(given) => given,
            None => download(&made, file.name),
        },
    }
}

/// `None`: this browser does not share such a file, or is not on a phone, where a download serves better.
async fn share(file: &File) -> Option<Given> {
    let coarse = js::call(&window(), "matchMedia", &["(pointer: coarse)".into()])?;
    js::property(&coarse, "matches").filter(JsValue::is_truthy)?;
    let what = Object::new();
    Reflect::set(&what, &"files".into(), &Array::of1(file)).ok()?;
    let navigator = window().navigator();
    js::call(&navigator, "canShare", &[what.clone().into()]).filter(JsValue::is_truthy)?;
    match js::settled(js::call(&navigator, "share", &[what.into()])).await {
        Ok(_) => Some(Given::Shared),
        Err(error) if error == "AbortError" => Some(Given::Cancelled),
        // Chrome says yes before and no to this kind of file.
        Err(_) => None,
    }
}

fn download(file: &File, name: &str) -> Given {
    let Ok(address) = Url::create_object_url_with_blob(file) else { return Given::Failed(String::new()) };
    let document = window().document();
    let anchor = document.and_then(|document| document.create_element("a").ok());
    let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok()) else {
        return Given::Failed(String::new());
    };
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The address is left to the page's end: some browsers read it only after the tap is over.
    Given::Downloaded
}
