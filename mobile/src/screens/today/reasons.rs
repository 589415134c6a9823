//! The reason that a family gave: beside the school's own code, never in its place.

use daymark_components::say;
use daymark_domain::ReportedReason;
use dioxus::prelude::*;

use crate::phone::use_words;
use crate::voice;

/// Optional, one tap; another tap changes it.
#[component]
pub fn Reasons(told: Option<ReportedReason>, on_reason: EventHandler<ReportedReason>) -> Element {
    let words = use_words();
    rsx! {
        fieldset { class: "reasons",
            legend { class: "quiet-text", {say!(words, "absent-reason")} }
            div { class: "grid2",
                for &reason in ReportedReason::ALL {
                    button { key: "{reason}", r#type: "button", class: "btn quiet", "data-testid": "reason-{reason}",
                        aria_pressed: (told == Some(reason)).to_string(),
                        onclick: move |_| on_reason.call(reason),
                        "{voice::reason(words, reason)}"
                    }
                }
            }
            p { class: "quiet-text", {say!(words, "absent-reason-apart")} }
        }
    }
}
