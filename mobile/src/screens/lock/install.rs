//! A browser's tab keeps nothing: install first, or use it once.

use daymark_components::say;
use daymark_mentor_core::api::Request;
use dioxus::prelude::*;

use super::Gone;
use crate::parts::{Languages, Page};
use crate::phone::{use_phone, use_words};

const USE_ONCE: &str = "use-once";

#[component]
pub fn InstallScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let code = use_hook(|| phone.shell().pairing_code());
    let mut once = phone.once;
    let use_once = move |_| async move {
        if phone.ask(Request::UseOnce).await.is_ok() {
            once.set(true);
        }
    };
    rsx! {
        Page { title: say!(words, "install-title"), ready: true,
            Gone {}
            div { class: "card stack", "data-testid": "install",
                p { {say!(words, "install-lead")} }
                if phone.shell().can_install() {
                    button { r#type: "button", class: "btn", "data-testid": "install-now", onclick: move |_| phone.shell().install(),
                        {say!(words, "install-now")}
                    }
                }
                p { {say!(words, "install-android")} }
                p { {say!(words, "install-ios")} }
                if let Some(code) = code { p { class: "notice num", {say!(words, "install-code", code: code)} } }
            }
            div { class: "card stack",
                p { {say!(words, "use-once-lead")} }
                button { r#type: "button", class: "btn quiet", "data-testid": USE_ONCE, onclick: use_once, {say!(words, "use-once")} }
            }
            Languages {}
        }
    }
}
