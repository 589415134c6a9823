//! All students of this mentor, by name.

use daymark_components::{ChevronIcon, TierBadge, say};
use daymark_mentor_core::api::{CaseloadRow, Reply, Request};
use dioxus::prelude::*;

use crate::app::Route;
use crate::parts::{Page, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};
use crate::screens::today::NoStudents;

#[component]
pub fn StudentsScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut view = use_view(move || async move {
        match phone.ask(Request::Caseload).await? {
            Reply::Caseload(view) => Ok(view),
            _ => Err(unexpected()),
        }
    });
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let sub = loaded.map(|view| say!(words, "students-count", n: view.rows.len()));
    rsx! {
        Page { title: say!(words, "students-title"), sub, tab: Tab::Students, ready: loaded.is_some(),
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(view) if view.rows.is_empty() => rsx! { NoStudents {} },
                Some(view) => rsx! {
                    ul { class: "list", "aria-label": say!(words, "students-list"),
                        for (n, row) in view.rows.iter().enumerate() {
                            li { key: "{row.match_id}", StudentRow { n, row: row.clone() } }
                        }
                    }
                },
            }
        }
    }
}

#[component]
fn StudentRow(n: usize, row: CaseloadRow) -> Element {
    let words = use_words();
    let (done, wanted) = (row.week.done, row.week.wanted());
    let facts = [
        row.grade.as_deref().map(|grade| words.grade(grade)),
        (wanted > 0).then(|| say!(words, "student-row-week", done: done, wanted: wanted)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        Link { class: "row", "data-testid": "student-{n}", to: Route::Student { match_id: row.match_id },
            span {
                span { class: "who", "{row.student}" }
                span { class: "why num",
                    TierBadge { words, figure: row.figure }
                    span { "{facts}" }
                }
            }
            ChevronIcon {}
        }
    }
}
