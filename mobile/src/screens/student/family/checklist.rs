//! The first weeks with a family, point by point. A tap ticks, another takes the tick back.

use daymark_components::{CheckIcon, say};
use daymark_domain::{EntryKey, FirstContactItem};
use daymark_mentor_core::api::{Request, Ticked};
use dioxus::prelude::*;

use crate::decks::Band;
use crate::screens::student::desk::Desk;

#[component]
pub fn Checklist(desk: Desk, grade: Option<String>, ticked: Vec<Ticked<FirstContactItem>>) -> Element {
    let words = desk.words;
    let of = |item: FirstContactItem| ticked.iter().find(|ticked| ticked.item == item);
    // The school tells these families before anybody meets (`domain.md` section 2, row 13).
    let is_family_first = grade.as_deref().and_then(Band::of) == Some(Band::KTo2);
    let notice_first = is_family_first && of(FirstContactItem::FamilyNoticed).is_none();
    rsx! {
        h2 { class: "sec", {say!(words, "family-first")} }
        if notice_first { p { class: "notice", {say!(words, "family-notice-first")} } }
        ul { class: "list",
            for &item in FirstContactItem::ALL {
                li { key: "{item}", Point { desk, item, ticked: of(item).cloned() } }
            }
        }
    }
}

#[component]
fn Point(desk: Desk, item: FirstContactItem, ticked: Option<Ticked<FirstContactItem>>) -> Element {
    let words = desk.words;
    let name = say!(words, "first-contact", word: item.word());
    let key: Option<EntryKey> = ticked.as_ref().map(|ticked| ticked.key.clone());
    let look = if ticked.is_some() { "row tick on" } else { "row tick" };
    let turn = move |_| match key.clone() {
        Some(key) => {
            spawn(desk.take_back(key));
        }
        None => {
            let saving = desk
                .act(Request::TickChecklist { match_id: desk.match_id, item }, say!(words, "family-ticked"));
            spawn(async move {
                saving.await;
            });
        }
    };
    rsx! {
        button { r#type: "button", class: "{look}", "data-testid": "tick-{item}", aria_pressed: ticked.is_some().to_string(), onclick: turn,
            span {
                span { class: "cap", "{name}" }
                if let Some(ticked) = &ticked { span { class: "why num", {say!(words, "family-ticked-on", day: words.day_short(ticked.day))} } }
            }
            span { class: "mark", "aria-hidden": "true", if ticked.is_some() { CheckIcon {} } }
        }
    }
}
