//! The lease ran out: nothing is shown, and what waits is still sent.

use daymark_components::say;
use dioxus::prelude::*;

use super::Waits;
use crate::parts::{Languages, Page};
use crate::phone::{use_phone, use_words};

#[component]
pub fn LeaseScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let asking = *phone.sending.read();
    rsx! {
        Page { title: say!(words, "lease-title"), ready: true,
            Waits {}
            div { class: "card stack", "data-testid": "lease-over",
                p { {say!(words, "lease-lead")} }
                button { r#type: "button", class: "btn", "data-testid": "lease-send", "aria-busy": asking.to_string(), onclick: move |_| phone.sync(),
                    {say!(words, "lease-send")}
                }
            }
            Languages {}
        }
    }
}
