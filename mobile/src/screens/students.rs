//! All students of this mentor, by name. Who has many taps a letter instead of typing a name.

use std::collections::BTreeSet;

use daymark_components::{ContactSuns, Sign, SignIcon, TierBadge, Words, apart, say};
use daymark_domain::TierLimits;
use daymark_mentor_core::api::{CaseloadRow, CaseloadView, Reply, Request};
use dioxus::prelude::*;

use crate::app::Route;
use crate::parts::{Page, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};
use crate::screens::today::NoStudents;

/// As many as one finds by looking.
const FOUND_BY_LOOKING: usize = 10;

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
                Some(view) if view.rows.is_empty() => rsx! {
                    NoStudents {}
                    Entrances { group: false }
                },
                Some(view) => rsx! {
                    Entrances { group: true }
                    List { words, view: view.clone() }
                },
            }
        }
    }
}

/// What concerns several students, or all of them.
#[component]
fn Entrances(group: bool) -> Element {
    let words = use_words();
    rsx! {
        div { class: "grid2 entrances",
            if group {
                Link { class: "btn quiet", "data-testid": "to-group", to: Route::Group {},
                    SignIcon { sign: Sign::People }
                    {say!(words, "students-group")}
                }
            }
            Link { class: "btn quiet", "data-testid": "to-library", to: Route::Library {},
                SignIcon { sign: Sign::Book }
                {say!(words, "students-library")}
            }
        }
    }
}

#[component]
fn List(words: Words, view: CaseloadView) -> Element {
    let mut chosen = use_signal(|| None::<String>);
    let letters: BTreeSet<String> = view.rows.iter().map(letter).collect();
    let letters = if view.rows.len() > FOUND_BY_LOOKING { letters } else { BTreeSet::new() };
    // A letter whose last student has gone shows everybody again.
    let letter_now = chosen().filter(|letter| letters.contains(letter));
    let rows = view.rows.into_iter().enumerate();
    let rows: Vec<_> =
        rows.filter(|(_, row)| letter_now.as_ref().is_none_or(|chosen| letter(row) == *chosen)).collect();
    rsx! {
        if !letters.is_empty() {
            div { class: "chips letters", role: "group", "aria-label": say!(words, "students-letters"),
                button { r#type: "button", class: "chip", "data-testid": "letter-all",
                    "aria-pressed": letter_now.is_none().to_string(), onclick: move |_| chosen.set(None),
                    {say!(words, "students-all")}
                }
                for letter in letters {
                    button { key: "{letter}", r#type: "button", class: "chip", "data-testid": "letter-{letter}",
                        "aria-pressed": (letter_now.as_ref() == Some(&letter)).to_string(),
                        onclick: { let letter = letter.clone(); move |_| chosen.set(Some(letter.clone())) },
                        "{letter}"
                    }
                }
            }
        }
        ul { class: "list", "aria-label": say!(words, "students-list"),
            for (n, row) in rows {
                li { key: "{row.match_id}", StudentRow { n, row, limits: view.limits } }
            }
        }
        p { class: "card quiet-text", {say!(words, "my-week-suns-legend")} }
    }
}

#[component]
fn StudentRow(n: usize, row: CaseloadRow, limits: TierLimits) -> Element {
    let words = use_words();
    rsx! {
        Link { class: "row", "data-testid": "student-{n}", to: Route::Student { match_id: row.match_id },
            span {
                span { class: "who", "{apart(&row.student)}" }
                span { class: "why num",
                    TierBadge { words, figure: row.figure, limits }
                    if let Some(grade) = row.grade.as_deref() { span { {words.grade(grade)} } }
                }
            }
            ContactSuns { words, done: row.week.done, wanted: row.week.wanted }
        }
    }
}

/// What the name begins with. Nobody looks for Ángel behind Zoë.
fn letter(row: &CaseloadRow) -> String {
    let first = row
        .student
        .chars()
        .find(|c| c.is_alphanumeric())
        .map(|first| first.to_uppercase().to_string())
        .unwrap_or_default();
    let plain = match first.as_str() {
        "Á" | "À" | "Â" | "Ä" | "Ã" | "Å" => "A",
        "É" | "È" | "Ê" | "Ë" => "E",
        "Í" | "Ì" | "Î" | "Ï" => "I",
        "Ó" | "Ò" | "Ô" | "Ö" | "Õ" | "Ø" => "O",
        "Ú" | "Ù" | "Û" | "Ü" => "U",
        other => other,
    };
    plain.to_owned()
}
