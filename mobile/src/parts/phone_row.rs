//! The way to this phone's own page.

use daymark_components::{ChevronIcon, say};
use dioxus::prelude::*;

use crate::app::Route;
use crate::phone::use_words;

/// A row of a list.
#[component]
pub fn PhoneRow() -> Element {
    let words = use_words();
    rsx! {
        Link { class: "row", "data-testid": "this-phone", to: Route::ThisPhone {},
            span {
                span { class: "who", {say!(words, "this-phone")} }
                span { class: "why", {say!(words, "this-phone-lead")} }
            }
            ChevronIcon {}
        }
    }
}
