//! Reading a view: now, and again whenever something changed.

use std::future::Future;

use daymark_components::say;
use daymark_mentor_core::api::Failure;
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};
use crate::voice;

/// Reads a view when the screen opens and whenever the phone's data changed; `restart()` reads it again. What was read
/// before stays on the screen meanwhile.
pub fn use_view<V, F>(mut read: impl FnMut() -> F + 'static) -> Resource<Result<V, Failure>>
where
    V: 'static,
    F: Future<Output = Result<V, Failure>> + 'static,
{
    let phone = use_phone();
    use_resource(move || {
        phone.changes.read();
        read()
    })
}

/// Instead of a view: places for its rows while it is read, or why it cannot be.
#[component]
pub fn Waiting(failure: Option<Failure>, on_again: EventHandler<()>) -> Element {
    let words = use_words();
    match failure {
        None => rsx! {
            p { class: "heard", {say!(words, "loading")} }
            div { class: "list", "aria-hidden": "true", for _ in 0..4 { div { class: "waiting-row" } } }
        },
        Some(failure) => rsx! {
            div { class: "notice bad", role: "alert", "{voice::failure(words, &failure)}" }
            div { class: "card",
                button { r#type: "button", class: "btn quiet", onclick: move |_| on_again.call(()), {say!(words, "try-again")} }
            }
        },
    }
}
