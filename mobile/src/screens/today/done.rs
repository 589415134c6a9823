//! What was done, in one line with its Undo.

use daymark_components::{CheckIcon, UndoIcon, Words, say};
use daymark_domain::{CallOutcome, ContactKind, EntryKey};
use dioxus::prelude::*;

use super::desk::Made;
use crate::phone::use_words;
use crate::voice;

/// A call of this card's kind.
#[component]
pub fn DoneCall(
    call: Made,
    kind: ContactKind,
    first_name: String,
    on_undo: EventHandler<EntryKey>,
) -> Element {
    let look = look_of(call.outcome);
    let words = use_words();
    let key = call.key.clone();
    rsx! {
        div { class: "done-call {look}", "data-testid": "call-done",
            if look.is_empty() { CheckIcon { size: 20 } }
            span { class: "num", "{ended(words, &call, kind, &first_name)}" }
            Undo { hook: "undo", on_undo: move |()| on_undo.call(key.clone()) }
        }
    }
}

/// The sun is for whoever reached the student.
pub fn look_of(outcome: CallOutcome) -> &'static str {
    match outcome {
        outcome if outcome.reached_student() => "",
        outcome if outcome.reached_family() => "family",
        _ => "open",
    }
}

#[component]
pub fn Undo(hook: String, on_undo: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        button { r#type: "button", class: "link", "data-testid": "{hook}", onclick: move |_| on_undo.call(()),
            UndoIcon {}
            {say!(words, "undo")}
        }
    }
}

/// "Spoke to family · 9:15 · Health". `kind` is what the card is about: a call of another kind is named.
pub fn ended(words: Words, call: &Made, kind: ContactKind, first_name: &str) -> String {
    let outcome = voice::outcome(words, call.outcome, first_name);
    let ended = match call.contact.kind {
        ContactKind::Text => voice::contact_kind(words, ContactKind::Text),
        other if other != kind => {
            say!(words, "log-call", kind: voice::contact_kind(words, other), outcome: outcome)
        }
        _ => outcome,
    };
    let said = match call.minute {
        Some(minute) => say!(words, "call-done", outcome: ended, time: words.time_of_minute(minute)),
        None => ended,
    };
    match call.contact.reason {
        Some(reason) => say!(words, "call-done-reason", done: said, reason: voice::reason(words, reason)),
        None => said,
    }
}
