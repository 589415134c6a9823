//! A number that does not work: the office is asked for another one, once.

use daymark_components::say;
use daymark_domain::{Ask, AskKind, Urgency};
use daymark_mentor_core::api::{AskView, Request};
use dioxus::prelude::*;

use crate::screens::student::desk::Desk;

#[component]
pub fn Repair(desk: Desk, asks: Vec<AskView>) -> Element {
    let words = desk.words;
    let waiting = asks.iter().find(|ask| ask.ask.kind == AskKind::ContactDetails && ask.answer.is_none());
    let ask = move |_| {
        let ask = Ask { kind: AskKind::ContactDetails, urgency: Urgency::ThisWeek, text: None };
        let saving =
            desk.act(Request::AskTeam { match_id: desk.match_id, ask }, say!(words, "family-repair-asked"));
        spawn(async move {
            saving.await;
        });
    };
    rsx! {
        section { class: "card stack",
            match waiting {
                Some(ask) => rsx! { p { class: "notice", {say!(words, "family-repair-waits", day: words.day_short(ask.day))} } },
                None => rsx! {
                    p { class: "quiet-text", {say!(words, "family-repair-says")} }
                    button { r#type: "button", class: "btn quiet", "data-testid": "{REPAIR}", onclick: ask, {say!(words, "family-repair")} }
                },
            }
        }
    }
}

const REPAIR: &str = "family-repair";
