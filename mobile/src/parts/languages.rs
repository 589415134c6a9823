//! The languages, each named in itself: whoever cannot read the screen still finds the way to the other one.

use daymark_components::{Language, say};
use dioxus::prelude::*;

use crate::phone::use_phone;

/// One tap speaks the other language, at once and from then on.
#[component]
pub fn Languages() -> Element {
    let phone = use_phone();
    let words = phone.words();
    rsx! {
        div { class: "languages", role: "group", "aria-label": say!(words, "languages"),
            for language in Language::ALL {
                button { key: "{language.word()}", r#type: "button", lang: language.word(),
                    "data-testid": "language-{language.word()}", "aria-pressed": (words.language() == language).to_string(),
                    onclick: move |_| phone.speak(language),
                    "{language.own_name()}"
                }
            }
        }
    }
}
