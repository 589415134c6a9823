//! Who was there: a tap a name, or the last group again with one.

use daymark_components::{CheckIcon, apart, say};
use daymark_domain::MatchId;
use daymark_mentor_core::api::CaseloadRow;
use dioxus::prelude::*;

use super::Desk;

#[component]
pub fn Members(desk: Desk, rows: Vec<CaseloadRow>, last_group: Vec<MatchId>) -> Element {
    let words = desk.words;
    let mut chosen = desk.chosen;
    let again = (last_group.len() > 1).then(|| {
        let names =
            rows.iter().filter(|row| last_group.contains(&row.match_id)).map(|row| apart(&row.student));
        names.collect::<Vec<_>>().join(", ")
    });
    rsx! {
        if let Some(names) = again {
            div { class: "card",
                button { r#type: "button", class: "btn quiet", "data-testid": "{AGAIN}", onclick: move |_| chosen.set(last_group.iter().copied().collect()),
                    {say!(words, "group-again")}
                }
                p { class: "quiet-text", "{names}" }
            }
        }
        h2 { class: "sec", {say!(words, "group-who")} }
        ul { class: "list",
            for row in rows {
                li { key: "{row.match_id}", Member { desk, row } }
            }
        }
    }
}

const AGAIN: &str = "group-again";

/// Reads its own tap alone.
#[component]
fn Member(desk: Desk, row: CaseloadRow) -> Element {
    let mut chosen = desk.chosen;
    let match_id = row.match_id;
    let on = use_memo(move || chosen.read().contains(&match_id));
    let look = if on() { "row tick on" } else { "row tick" };
    rsx! {
        button { r#type: "button", class: "{look}", "data-testid": "member-{match_id}", aria_pressed: on().to_string(),
            onclick: move |_| chosen.with_mut(|chosen| {
                if !chosen.remove(&match_id) {
                    chosen.insert(match_id);
                }
            }),
            span { class: "who", "{apart(&row.student)}" }
            span { class: "mark", "aria-hidden": "true", if on() { CheckIcon {} } }
        }
    }
}
