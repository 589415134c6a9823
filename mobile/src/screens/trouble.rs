//! When the core could not open, or another window took it over: what is in the way, and the way out.

use daymark_components::{Words, say};
use daymark_mentor_core::api::Failure;
use dioxus::prelude::*;

use crate::parts::{Languages, Page};
use crate::phone::{Link, use_phone, use_words};
use crate::shell::use_around;
use crate::voice;

/// Said as a value: only then can a test find what to tap.
const TAKE_OVER: &str = "take-over";

#[component]
pub fn TroubleScreen(failure: Failure) -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut link = phone.link;
    let mut taking_over = use_around().taking_over;
    let elsewhere = failure == Failure::OpenElsewhere;
    let title = if elsewhere { say!(words, "trouble-elsewhere-title") } else { say!(words, "trouble-title") };
    let takes_over = elsewhere && phone.shell().can_take_over();
    // This window has been open before: the mentor went on in the other one, and nothing is wrong.
    let was_open = phone.status.read().mentor.is_some();
    let says = match elsewhere {
        true => elsewhere_says(words, takes_over, *taking_over.read(), was_open),
        false => voice::failure(words, &failure),
    };
    rsx! {
        Page { title, ready: true,
            div { class: if elsewhere { "notice" } else { "notice bad" }, role: "alert", "data-testid": "trouble", "{says}" }
            div { class: "card stack",
                if takes_over {
                    button { r#type: "button", class: "btn", "data-testid": TAKE_OVER,
                        onclick: move |_| {
                            taking_over.set(true);
                            link.set(Link::Opening);
                            phone.shell().take_over();
                        },
                        {say!(words, "trouble-go-on-here")}
                    }
                    p { class: "quiet-text", {say!(words, "trouble-go-on-note")} }
                } else {
                    button { r#type: "button", class: "btn", "data-testid": "try-again",
                        onclick: move |_| {
                            link.set(Link::Opening);
                            phone.shell().open_again();
                        },
                        {say!(words, "try-again")}
                    }
                }
            }
            Languages {}
        }
    }
}

fn elsewhere_says(words: Words, takes_over: bool, asked: bool, was_open: bool) -> String {
    match (takes_over, asked, was_open) {
        (false, ..) => say!(words, "failure-open-elsewhere"),
        (true, true, _) => say!(words, "trouble-no-answer"),
        (true, false, true) => say!(words, "trouble-was-closed"),
        (true, false, false) => say!(words, "trouble-elsewhere"),
    }
}
