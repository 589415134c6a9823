//! A number by two buttons: no keyboard.

use daymark_components::say;
use dioxus::prelude::*;

use crate::phone::use_words;

/// From `least` to `most`, so much a tap; `shown` says the number in words.
#[component]
pub fn Stepper(
    label: String,
    hook: String,
    value: u16,
    step: u16,
    least: u16,
    most: u16,
    shown: String,
    on_change: EventHandler<u16>,
) -> Element {
    let words = use_words();
    let fewer = value.saturating_sub(step).max(least);
    let more = value.saturating_add(step).min(most);
    rsx! {
        div { class: "stepper", role: "group", "aria-label": "{label}",
            span { class: "cap", "{label}" }
            div { class: "steps",
                button { r#type: "button", "data-testid": "{hook}-less", disabled: fewer >= value, "aria-label": say!(words, "form-less", what: label.as_str()),
                    onclick: move |_| on_change.call(fewer), "−" }
                output { class: "num", "aria-live": "polite", "{shown}" }
                button { r#type: "button", "data-testid": "{hook}-more", disabled: more <= value, "aria-label": say!(words, "form-more", what: label.as_str()),
                    onclick: move |_| on_change.call(more), "+" }
            }
        }
    }
}
