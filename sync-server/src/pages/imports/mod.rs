//! A school's export on the web: which file, what it would do, what it did, and what was done before.

mod form;
mod history;
mod job;
mod told;
mod why;

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

pub use form::{FormPage, Refusal, form};
pub use history::{HistoryPage, entry, history};
pub use job::{gone, job};

use super::{document, steps};
use crate::store::sessions::SignedIn;

/// What all of these pages share.
fn frame(words: Words, who: &SignedIn, title: &str, lead: &str, here: &str, main: Element) -> Html<String> {
    document(words, title, here, framed(words, who, title, lead, here, main))
}

fn framed(words: Words, who: &SignedIn, title: &str, lead: &str, here: &str, main: Element) -> Element {
    let back = rsx! {
        if here != "/staff/imports" {
            a { href: "/staff/imports", {say!(words, "imports-back")} }
        }
    };
    rsx! {
        div { class: "page imports",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    if !lead.is_empty() {
                        p { class: "sub", "{lead}" }
                    }
                }
                {steps(words, who, if here == "/staff/imports" { "imports" } else { "" }, back)}
            }
            main { id: "page", {main} }
        }
    }
}
