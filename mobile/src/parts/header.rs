//! The top of every screen: its name, and how things stand with the school's server.

use daymark_components::{ChevronIcon, SyncLine, apart, say};
use dioxus::prelude::*;

use crate::app::Route;
use crate::phone::{use_phone, use_words};
use crate::voice;

#[component]
pub fn Header(title: String, sub: Option<String>, back: Option<Route>) -> Element {
    let words = use_words();
    rsx! {
        header { class: "top",
            if let Some(back) = back {
                div { class: "back-line",
                    Link { class: "back", to: back, ChevronIcon { back: true, size: 18 } {say!(words, "back")} }
                }
            }
            h1 { "{apart(&title)}" }
            Sync {}
            if let Some(sub) = sub { p { class: "sub num", "{apart(&sub)}" } }
        }
    }
}

/// Reads the status by itself, so that a sent entry re-renders this line and no more.
#[component]
fn Sync() -> Element {
    let phone = use_phone();
    let words = use_words();
    let status = phone.status.read();
    if status.mentor.is_none() {
        return rsx! {};
    }
    let line = voice::sync(words, &status, *phone.sending.read(), *phone.today.read());
    let state =
        [Some(line.text.clone()), line.more.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    rsx! {
        SyncLine { tone: line.tone, text: line.text, more: line.more, label: say!(words, "sync-says", state: state),
            unsent: status.unsent, on_tap: move |()| phone.sync() }
    }
}
