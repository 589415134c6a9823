//! What was done with this student. Whatever was done can be taken back for ever; it stays, struck through.

use daymark_components::{UndoIcon, Words, say};
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
                for (n, entry) in entries.iter().enumerate() {
                    Entry { key: "{entry.key}", n, desk, entry: entry.clone(), about: earlier(&entries, &entry.what), first_name: first_name.clone() }
                }
            }
        }
    }
}

/// The goal that was looked at, the finding that is over.
fn earlier(entries: &[LogEntry], what: &What) -> Option<What> {
    let (What::GoalCheck { goal: key, .. } | What::BarrierResolved { barrier: key }) = what else {
        return None;
    };
    entries.iter().find(|entry| entry.key == *key).map(|entry| entry.what.clone())
}

#[component]
fn Entry(n: usize, desk: Desk, entry: LogEntry, about: Option<What>, first_name: String) -> Element {
    let words = desk.words;
    let what = voice::done(words, &entry.what, about.as_ref(), &first_name);
    let state = state(words, &entry);
    let (day, time) = (words.day_short(entry.day), words.time_of_minute(entry.made.minute));
    let can_void = !entry.voided && entry.what != What::Unknown;
    let key = entry.key.clone();
    rsx! {
        li { class: if entry.voided { "voided" } else { "" }, "data-testid": "log-entry-{n}",
            div {
                span { class: "what", "{what}" }
                if let Some(text) = voice::note(&entry.what) { p { class: "what note", "{text}" } }
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

/// How far it has come; struck through: since when.
fn state(words: Words, entry: &LogEntry) -> String {
    match entry.voided_at {
        Some(at) => {
            say!(words, "log-voided-at", day: words.day_short(at.day), time: words.time_of_minute(at.minute))
        }
        None if entry.voided => say!(words, "log-voided"),
        None => voice::entry_state(words, entry.state),
    }
}
