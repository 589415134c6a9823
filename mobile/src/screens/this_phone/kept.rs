//! Whose phone this is, what waits on it, and what was sent.

use daymark_components::{Words, say};
use daymark_mentor_core::api::Status;
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};
use crate::voice;

#[component]
pub fn Kept() -> Element {
    let phone = use_phone();
    let words = use_words();
    let status = phone.status.read().clone();
    let sending = *phone.sending.read();
    let standing = voice::sync(words, &status, sending, *phone.today.read());
    let facts = facts(words, &status, &phone.shell().build());
    rsx! {
        h2 { class: "sec", {say!(words, "kept-title")} }
        div { class: "card stack",
            dl { class: "facts num",
                for (name, value) in facts {
                    div { key: "{name}", dt { "{name}" } dd { "{value}" } }
                }
            }
            if let Some(more) = standing.more { p { class: "quiet-text", role: "status", "{more}" } }
            button { r#type: "button", class: "btn", "data-testid": "send-now", onclick: move |_| phone.sync(),
                {say!(words, "kept-send-now")}
            }
            p { class: "quiet-text", {say!(words, "kept-note")} }
        }
    }
}

fn facts(words: Words, status: &Status, build: &str) -> Vec<(String, String)> {
    let sent = status.last_sent.map_or_else(
        || say!(words, "kept-never"),
        |sent| say!(words, "kept-when", day: words.day_short(sent.day), time: words.time_of_minute(sent.minute)),
    );
    let waiting = match status.unsent {
        0 => say!(words, "kept-nothing-waits"),
        n => say!(words, "kept-entries", n: n),
    };
    let refused = (status.refused > 0)
        .then(|| (say!(words, "kept-refused"), say!(words, "kept-entries", n: status.refused)));
    [
        status.mentor.clone().map(|mentor| (say!(words, "kept-paired"), mentor)),
        Some((say!(words, "kept-waiting"), waiting)),
        Some((say!(words, "kept-sent"), sent)),
        refused,
        Some((say!(words, "kept-build"), build.to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect()
}
