//! A sheet to print, shown as it will be printed, in whichever language its reader needs. Nothing else of the screen is printed.

use daymark_components::{Language, say};
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};

/// `body` draws the sheet in a language.
#[component]
pub fn Paper(
    label: String,
    hook: String,
    #[props(default)] on_close: Option<EventHandler<()>>,
    body: Callback<Language, Element>,
) -> Element {
    let (phone, words) = (use_phone(), use_words());
    let mut chosen = use_signal(|| None::<Language>);
    let language = chosen().unwrap_or(words.language());
    rsx! {
        section { class: "paper-card", "aria-label": "{label}", "data-testid": "{hook}", tabindex: "-1",
            onmounted: move |sheet| async move {
                // It was asked for from further down: whoever asked is led to it, by eye and by ear.
                if on_close.is_some() {
                    let _ = sheet.set_focus(true).await;
                }
            },
            div { class: "languages",
                for each in Language::ALL {
                    button { key: "{each.word()}", r#type: "button", lang: each.word(), "data-testid": "{hook}-{each.word()}",
                        aria_pressed: (each == language).to_string(), onclick: move |_| chosen.set(Some(each)),
                        "{each.own_name()}"
                    }
                }
            }
            div { class: "paper", lang: language.word(), dir: language.direction().word(), {body.call(language)} }
            div { class: "stack",
                button { r#type: "button", class: "btn", "data-testid": "{hook}-print", onclick: move |_| phone.shell().print(), {say!(words, "paper-print")} }
                if let Some(on_close) = on_close {
                    button { r#type: "button", class: "btn quiet", "data-testid": "{hook}-close", onclick: move |_| on_close.call(()), {say!(words, "paper-close")} }
                }
            }
        }
    }
}
