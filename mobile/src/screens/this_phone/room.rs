//! Whether what is saved here stays here, and how much room is left.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};
use crate::shell::{Keeping, use_around};

#[component]
pub fn Room() -> Element {
    let phone = use_phone();
    let words = use_words();
    let around = use_around();
    // What the platform says may have changed since the app was opened.
    use_hook(|| spawn(around.look_at_storage(phone, false)));
    let storage = around.storage.read().unwrap_or_default();
    let asks = move |_| async move {
        around.look_at_storage(phone, true).await;
        let keeping = around.storage.peek().unwrap_or_default().keeping;
        phone.say(sentence(words, keeping));
    };
    rsx! {
        h2 { class: "sec", {say!(words, "room-title")} }
        div { class: "card stack", "data-testid": "room",
            p { "{sentence(words, storage.keeping)}" }
            if let Some(n) = storage.free_megabytes() {
                p { class: "quiet-text num", {say!(words, "room-free", n: n)} }
            }
            if storage.keeping == Keeping::MayBeCleared {
                p { class: "quiet-text", {say!(words, "room-install")} }
                button { r#type: "button", class: "btn quiet", "data-testid": "keep-storage", onclick: asks, {say!(words, "room-ask")} }
            }
        }
    }
}

fn sentence(words: Words, keeping: Keeping) -> String {
    match keeping {
        Keeping::Folder => say!(words, "room-folder"),
        Keeping::Promised => say!(words, "room-promised"),
        Keeping::MayBeCleared => say!(words, "room-may-be-cleared"),
        Keeping::Unknown => say!(words, "room-unknown"),
    }
}
