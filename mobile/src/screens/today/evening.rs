//! The evening: whether everything has reached the school, and who is called tomorrow.

use daymark_components::{apart, say};
use daymark_mentor_core::api::NextCalls;
use dioxus::prelude::*;

use crate::app::Route;
use crate::phone::{use_phone, use_words};

#[component]
pub fn Evening(next_calls: Option<NextCalls>) -> Element {
    let phone = use_phone();
    let words = use_words();
    let unsent = phone.status.read().unsent;
    rsx! {
        h2 { class: "sec", {say!(words, "evening-title")} }
        section { class: "card evening", "data-testid": "evening",
            if unsent == 0 {
                p { {say!(words, "evening-all-sent")} }
            } else {
                p { class: "num", {say!(words, "evening-unsent", n: unsent)} }
                button { r#type: "button", class: "btn quiet", "data-testid": "evening-send", onclick: move |_| phone.sync(),
                    {say!(words, "evening-send")}
                }
            }
            if let Some(next) = next_calls {
                if next.students.is_empty() {
                    p { class: "num", {say!(words, "evening-no-calls", day: words.day_short(next.day))} }
                } else {
                    h3 { class: "num", {say!(words, "evening-calls", day: words.day_short(next.day), n: next.students.len())} }
                    ul {
                        for who in next.students {
                            li { key: "{who.match_id}", Link { class: "link", to: Route::Student { match_id: who.match_id }, "{apart(&who.student)}" } }
                        }
                    }
                }
            }
        }
    }
}
