//! What was done with this student. Whatever was done can be taken back for ever; it stays, struck through.

use std::rc::Rc;

use daymark_components::{ChevronIcon, UndoIcon, Words, say};
use daymark_domain::What;
use daymark_mentor_core::api::LogEntry;
use dioxus::prelude::*;

use super::desk::Desk;
use super::page::StudentPageName;
use crate::app::Route;
use crate::voice;

const LATEST: usize = 5;

/// The last few on the student's page, and the way to all of them.
#[component]
pub fn LatestEntries(desk: Desk, entries: Vec<LogEntry>, first_name: String) -> Element {
    let words = desk.words;
    let all = entries.len();
    let latest: Vec<usize> = (0..all.min(LATEST)).collect();
    rsx! {
        h2 { class: "sec", {say!(words, "student-log")} }
        section { class: "card",
            if entries.is_empty() { p { class: "quiet-text", {say!(words, "student-log-empty")} } }
            Entries { desk, entries: Rc::new(entries), shown: latest, first_name, with_day: true }
            if all > LATEST {
                Link { class: "btn quiet", "data-testid": "all-entries",
                    to: Route::StudentPage { match_id: desk.match_id, page: StudentPageName::Log },
                    {say!(words, "student-log-all", n: all)}
                    ChevronIcon {}
                }
            }
        }
    }
}

/// Those of `entries` that are shown, by their places: an entry keeps its number wherever it is listed.
#[component]
pub fn Entries(
    desk: Desk,
    entries: Rc<Vec<LogEntry>>,
    shown: Vec<usize>,
    first_name: String,
    #[props(default)] with_day: bool,
) -> Element {
    rsx! {
        ul { class: "log",
            for (n, entry) in shown.into_iter().filter_map(|n| entries.get(n).map(|entry| (n, entry))) {
                Entry { key: "{entry.key}", n, desk, entry: entry.clone(), about: earlier(&entries, &entry.what),
                    first_name: first_name.clone(), with_day }
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
fn Entry(
    n: usize,
    desk: Desk,
    entry: LogEntry,
    about: Option<What>,
    first_name: String,
    with_day: bool,
) -> Element {
    let words = desk.words;
    let what = voice::done(words, &entry.what, about.as_ref(), &first_name);
    let can_void = !entry.voided && entry.what != What::Unknown;
    let key = entry.key.clone();
    rsx! {
        li { class: if entry.voided { "voided" } else { "" }, "data-testid": "log-entry-{n}",
            div {
                span { class: "what", "{what}" }
                if let Some(text) = voice::note(&entry.what) { p { class: "what note", "{text}" } }
                small { class: "num", "{made(words, &entry, with_day)}" }
                if entry.voided { small { class: "num taken-back", "{taken_back(words, &entry)}" } }
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

/// "Tue 14 Oct, 7:43 · sent". What is about another day than the one on which it was written says both.
fn made(words: Words, entry: &LogEntry, with_day: bool) -> String {
    let (day, made) = (words.day_short(entry.day), words.day_short(entry.made.day));
    let (time, state) = (words.time_of_minute(entry.made.minute), voice::entry_state(words, entry.state));
    if entry.made.day != entry.day {
        say!(words, "log-when-later", day: day, made: made, time: time, state: state)
    } else if with_day {
        say!(words, "log-when", day: day, time: time, state: state)
    } else {
        say!(words, "log-when-of-day", time: time, state: state)
    }
}

/// Since when it is struck through.
fn taken_back(words: Words, entry: &LogEntry) -> String {
    match entry.voided_at {
        Some(at) => {
            say!(words, "log-voided-at", day: words.day_short(at.day), time: words.time_of_minute(at.minute))
        }
        None => say!(words, "log-voided"),
    }
}
