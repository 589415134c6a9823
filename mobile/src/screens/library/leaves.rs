//! Short lessons: closed they are a list of titles, open a few sentences.

use daymark_components::say;
use dioxus::prelude::*;

use crate::decks::{LEAVES, Leaf, Topic};
use crate::phone::use_words;
use crate::voice::CallStep;

#[component]
pub fn Leaves(topic: Option<Topic>) -> Element {
    let words = use_words();
    let fits = |leaf: &&Leaf| topic.is_none_or(|topic| leaf.topics.contains(&topic));
    let leaves: Vec<&Leaf> = LEAVES.iter().filter(fits).collect();
    rsx! {
        if !leaves.is_empty() {
            h2 { class: "sec", {say!(words, "library-tips")} }
            section { class: "card leaves",
                for leaf in leaves {
                    details { key: "{leaf.key}", class: "more leaf",
                        summary { "data-testid": "leaf-{leaf.key}", {say!(words, "leaf-title", key: leaf.key)} }
                        for line in say!(words, "leaf", key: leaf.key).lines() { p { "{line}" } }
                    }
                }
            }
        }
    }
}

/// The script that stands on the card of a call, to read in peace.
#[component]
pub fn CallHome() -> Element {
    let words = use_words();
    rsx! {
        h2 { class: "sec", {say!(words, "library-scripts")} }
        section { class: "card leaves",
            details { class: "more leaf",
                summary { "data-testid": "leaf-call-home", {say!(words, "library-call-home")} }
                ol { class: "numbered",
                    for step in CallStep::ALL {
                        li { key: "{step.word()}",
                            b { "{step.title(words)}" }
                            p { "{step.advice(words)}" }
                        }
                    }
                }
            }
        }
    }
}
