//! The calls before the bell. Their cards keep their places all morning.

use daymark_components::{Words, say};
use daymark_domain::{ContactKind, What};
use daymark_mentor_core::api::{CallCard, TodayView};
use dioxus::prelude::*;

use super::card::{Call, Calling, next_of};
use super::desk::use_call_desk;
use super::dial::Dialling;
use crate::phone::use_words;
use crate::voice;

/// `now`: it is the time for them, and having none is worth saying.
#[component]
pub fn Calls(today: TodayView, now: bool, on_change: EventHandler<()>) -> Element {
    let words = use_words();
    let desk = use_call_desk(today.day, on_change);
    let cards: Vec<Calling> = today.calls.iter().map(|card| calling(words, card)).collect();
    if cards.is_empty() && !now {
        return rsx! {};
    }
    let next = next_of(desk, &cards);
    rsx! {
        h2 { class: "sec", {say!(words, "today-calls")} }
        if cards.is_empty() { p { class: "card quiet-text", {say!(words, "today-calls-none")} } }
        for (n, calling) in cards.into_iter().enumerate() {
            Call { key: "{calling.match_id}", hook: "call-card-{n}", desk, calling, first: next == Some(n) }
        }
    }
}

fn calling(words: Words, card: &CallCard) -> Calling {
    let plan = match card.plan {
        Some(plan) => voice::done(words, &What::WakeUpPlan(plan), None, &card.first_name),
        None => say!(words, "calls-every-day"),
    };
    Calling {
        match_id: card.match_id,
        student: card.student.clone(),
        badge: voice::absent_in_a_row(words, card.absent_in_a_row).map(|words| ("", words)),
        plan: Some(plan),
        caution: None,
        others: card.others.clone(),
        calls: card.calls.clone(),
        asked_office: card.asked_office.clone(),
        done: card.done,
        script: None,
        dialling: Dialling {
            hook: "call-outcome",
            kind: ContactKind::WakeUpCall,
            first_name: card.first_name.clone(),
            callees: card.callees.clone(),
            next: card.next,
            texting: None,
        },
    }
}
