//! When the core could not open: what is in the way, and the way out.

use daymark_components::say;
use daymark_mentor_core::api::Failure;
use dioxus::prelude::*;

use crate::parts::{Languages, Page};
use crate::phone::{Link, use_phone, use_words};
use crate::voice;

#[component]
pub fn TroubleScreen(failure: Failure) -> Element {
    let mut phone = use_phone();
    let words = use_words();
    let title = match failure {
        Failure::OpenElsewhere => say!(words, "trouble-elsewhere-title"),
        _ => say!(words, "trouble-title"),
    };
    rsx! {
        Page { title, ready: true,
            div { class: "notice bad", role: "alert", "data-testid": "trouble", "{voice::failure(words, &failure)}" }
            div { class: "card",
                button { r#type: "button", class: "btn", "data-testid": "try-again",
                    onclick: move |_| {
                        phone.link.set(Link::Opening);
                        phone.shell().open_again();
                    },
                    {say!(words, "try-again")}
                }
            }
            Languages {}
        }
    }
}
