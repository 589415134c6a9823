//! What else was begun about this student: on this phone only.

use daymark_components::say;
use daymark_domain::DraftOf;
use dioxus::prelude::*;

use crate::app::Route;
use crate::screens::StudentPageName;
use crate::screens::student::desk::Desk;

/// A text that is not in the box now.
#[derive(Clone, PartialEq)]
pub struct Other {
    pub of: DraftOf,
    pub text: String,
    pub since: String,
}

#[component]
pub fn Begun(desk: Desk, others: Vec<Other>, on_open: EventHandler<DraftOf>) -> Element {
    let words = desk.words;
    let match_id = desk.match_id;
    if others.is_empty() {
        return rsx! {};
    }
    rsx! {
        h2 { class: "sec", {say!(words, "note-begun")} }
        section { class: "card",
            ul { class: "form-plain",
                for other in others {
                    li { key: "{other.of}",
                        h3 { {say!(words, "draft-of", word: other.of.word())} }
                        p { class: "begun-text", "{beginning(&other.text)}" }
                        small { class: "quiet-text num", "{other.since}" }
                        if other.of == DraftOf::Ask {
                            Link { class: "link", to: Route::StudentPage { match_id, page: StudentPageName::Ask }, {say!(words, "note-go-on")} }
                        } else {
                            button { r#type: "button", class: "link", "data-testid": "open-{other.of}", onclick: move |_| on_open.call(other.of), {say!(words, "note-go-on")} }
                        }
                    }
                }
            }
        }
    }
}

/// Enough of it to know it again.
fn beginning(text: &str) -> String {
    const CHARACTERS: usize = 80;
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line.to_owned(),
    }
}
