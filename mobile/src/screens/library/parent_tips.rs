//! The tips sheet for families, to print and hand over.

use daymark_components::{Language, Words, say};
use dioxus::prelude::*;

use crate::parts::Paper;
use crate::phone::use_words;

const TIPS: [&str; 10] = [
    "evening",
    "sleep",
    "backup",
    "appointments",
    "well_enough",
    "trips",
    "calendar",
    "praise",
    "worries",
    "tell_us",
];

#[component]
pub fn ParentTips() -> Element {
    let words = use_words();
    rsx! {
        h2 { class: "sec", {say!(words, "library-sheets")} }
        section { class: "card leaves",
            details { class: "more leaf",
                summary { "data-testid": "leaf-parent-tips", {say!(words, "parent-tips-title")} }
                Paper { label: say!(words, "parent-tips-title"), hook: "parent-tips", body: move |language: Language| face(Words::of(language)) }
            }
        }
    }
}

fn face(words: Words) -> Element {
    rsx! {
        h3 { {say!(words, "parent-tips-title")} }
        p { {say!(words, "parent-tips-lead")} }
        ul { class: "told",
            for key in TIPS { li { key: "{key}", {say!(words, "parent-tip", key: key)} } }
        }
        p { class: "num", {say!(words, "parent-tips-foot")} }
    }
}
