//! Where to read more: titles and publishers, nothing of their text.

use daymark_components::say;
use dioxus::prelude::*;

use crate::phone::use_words;

const SOURCES: [&str; 12] = [
    "aw_toolkit",
    "aw_roots",
    "aw_incentives",
    "mentor_eep",
    "mentor_growth",
    "nmrc_journey",
    "nmrc_newcomers",
    "search_relationships",
    "minnesota_teens",
    "nyc_activities",
    "egc_report",
    "ferpa",
];

#[component]
pub fn Sources() -> Element {
    let words = use_words();
    rsx! {
        h2 { class: "sec", {say!(words, "library-sources")} }
        section { class: "card",
            p { class: "quiet-text", {say!(words, "library-sources-lead")} }
            ul { class: "told",
                for key in SOURCES { li { key: "{key}", {say!(words, "source", key: key)} } }
            }
        }
    }
}
