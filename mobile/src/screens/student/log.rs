//! What was done with this student. Whatever was done can be taken back for ever; it stays, struck through.

use daymark_components::{UndoIcon, say};
use daymark_domain::What;
use daymark_mentor_core::api::LogEntry;
use dioxus::prelude::*;

use super::desk::Desk;
use crate::voice;

#[component]
pub fn Log(desk: Desk, entries: Vec<LogEntry>, first_name: String) -> Element {
    let words = desk.words;
    rsx! {
        h2 { class: "sec", {say!(words, "student-log")} }
        section { class: "card",
            if entries.is_empty() { p { class: "quiet-text", {say!(words, "student-log-empty")} } }
            ul { class: "log",
                for (n, entry) in entries.into_iter().enumerate() {
                    Entry { key: "{entry.key}", n, desk, entry, first_name: first_name.clone() }
                }
            }
        }
    }
}

#[component]
fn Entry(n: usize, desk: Desk, entry: LogEntry, first_name: String) -> Element {
    let words = desk.words;
    let what = voice::done(words, &entry.what, &first_name);
    let state = if entry.voided { say!(words, "log-voided") } else { voice::entry_state(words, entry.state) };
    let (day, time) = (words.day_short(entry.day), words.time_of_minute(entry.made.minute));
    let can_void = !entry.voided && entry.what != What::Unknown;
    let key = entry.key.clone();
    rsx! {
        li { class: if entry.voided { "voided" } else { "" }, "data-testid": "log-entry-{n}",
            div {
                span { class: "what", "{what}" }
                if let What::Note { text, .. } = &entry.what { p { class: "what note", {text.as_str()} } }
                small { class: "num", {say!(words, "log-when", day: day, time: time, state: state)} }
            }
            if can_void {
                button { r#type: "button", class: "link", "data-testid": "void-{n}", "aria-label": say!(words, "log-void-says", what: what.as_str()),
                    onclick: move |_| { spawn(desk.take_back(key.clone())); },
                    UndoIcon {}
                    {say!(words, "undo")}
                }
            }
        }
    }
}
