//! What the mentor's phones sent and the gate refused: when and why. What stood in it is not shown to anybody.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::moment_at;
use super::one::MentorPage;

pub(super) fn unread(words: Words, page: &MentorPage<'_>) -> Element {
    if page.unread.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "section", "data-testid": "unread",
            h2 { {say!(words, "unread-title")} }
            p { {say!(words, "unread-lead", n: page.unread.len(), name: page.mentor.name.as_str())} }
            ul {
                for entry in page.unread {
                    li {
                        {moment_at(words, page.school, entry.at)} ": "
                        {say!(words, "unread-why", code: entry.code.as_str())}
                    }
                }
            }
        }
    }
}
