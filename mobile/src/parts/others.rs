//! What another mentor of the student did today: said before any button, so that no family is called twice.

use daymark_mentor_core::api::OtherContact;
use dioxus::prelude::*;

use crate::phone::use_words;
use crate::voice;

#[component]
pub fn Others(others: Vec<OtherContact>) -> Element {
    let words = use_words();
    rsx! {
        if !others.is_empty() {
            ul { class: "notice others", "data-testid": "others",
                for (n, other) in others.iter().enumerate() {
                    li { key: "{n}", class: "num", "{voice::other_contact(words, other)}" }
                }
            }
        }
    }
}
