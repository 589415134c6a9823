//! What was just done, with Undo. It stays until the next tap takes its place: nobody has to be quick.

use daymark_components::{UndoIcon, say};
use daymark_domain::{EntryKey, MatchId};
use dioxus::prelude::*;

use crate::phone::use_words;

/// What the toast says.
#[derive(Clone, Debug, PartialEq)]
pub enum Toast {
    /// Nothing was done yet: how to begin.
    Hint(String),
    /// On its way to the disk.
    Saving(String),
    /// On the disk; taken back with the key, if it is an entry.
    Saved { text: String, undo: Option<(MatchId, EntryKey)> },
    /// Not on the disk.
    Failed(String),
}

/// Its test hook.
const UNDO: &str = "undo";

/// The toast's line. Screens that show it always keep its place, so that nothing moves when it speaks.
#[component]
pub fn ToastLine(toast: Toast, on_undo: EventHandler<(MatchId, EntryKey)>) -> Element {
    let words = use_words();
    match toast {
        Toast::Hint(text) => rsx! { div { class: "toast hint", span { "{text}" } } },
        Toast::Saving(text) => rsx! { div { class: "toast", span { "{text}" } } },
        Toast::Failed(text) => rsx! { div { class: "toast bad", role: "alert", span { "{text}" } } },
        Toast::Saved { text, undo } => rsx! {
            div { class: "toast",
                span { "{text}" }
                if let Some((match_id, key)) = undo {
                    button { r#type: "button", "data-testid": "{UNDO}", onclick: move |_| on_undo.call((match_id, key.clone())),
                        UndoIcon {}
                        {say!(words, "undo")}
                    }
                }
            }
        },
    }
}
