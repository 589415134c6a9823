//! Rows that lead to another screen.

use daymark_components::{ChevronIcon, say};
use daymark_mentor_core::api::TodayView;
use dioxus::prelude::*;

use crate::app::Route;
use crate::phone::use_words;

/// `now`: students are coming.
#[component]
pub fn Door(today: TodayView, now: bool) -> Element {
    let words = use_words();
    let door = today.door;
    let facts = [
        today.bell_minute.map(|minute| say!(words, "today-bell", time: words.time_of_minute(minute))),
        (door.absent_yesterday > 0).then(|| say!(words, "today-absent", n: door.absent_yesterday)),
        (door.greeted > 0).then(|| say!(words, "today-greeted", n: door.greeted)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        h2 { class: "sec", {say!(words, "today-at-the-door")} }
        ul { class: "list",
            li {
                Link { class: if now { "row now" } else { "row" }, "data-testid": "today-door", to: Route::Door {},
                    span {
                        span { class: "who", {say!(words, "today-door", n: door.students)} }
                        span { class: "why num", "{facts}" }
                    }
                    ChevronIcon {}
                }
            }
        }
    }
}

/// What is there on any day.
#[component]
pub fn Also() -> Element {
    let words = use_words();
    let rows = [
        ("my-week", Route::MyWeek {}, say!(words, "my-week"), say!(words, "my-week-lead")),
        ("group", Route::Group {}, say!(words, "today-group"), say!(words, "today-group-lead")),
    ];
    rsx! {
        h2 { class: "sec", {say!(words, "today-also")} }
        ul { class: "list",
            for (hook, to, name, lead) in rows {
                li { key: "{hook}",
                    Link { class: "row", "data-testid": hook, to,
                        span {
                            span { class: "who", "{name}" }
                            span { class: "why", "{lead}" }
                        }
                        ChevronIcon {}
                    }
                }
            }
        }
    }
}
