//! Absent today: call home. What the school recorded and what this mentor did not see are never said alike.

use daymark_components::{Words, say};
use daymark_domain::ContactKind;
use daymark_mentor_core::api::{AbsentCard, TodayView};
use dioxus::prelude::*;

use super::card::{Call, Calling, next_of};
use super::desk::use_call_desk;
use super::dial::Dialling;
use super::script::Script;
use crate::parts::Texting;
use crate::phone::use_words;

#[component]
pub fn Absent(today: TodayView, on_change: EventHandler<()>) -> Element {
    let words = use_words();
    let desk = use_call_desk(today.day, on_change);
    let cards: Vec<Calling> = today.due.absent.iter().map(|card| calling(words, &today, card)).collect();
    let next = next_of(desk, &cards);
    rsx! {
        h2 { class: "sec", {say!(words, "today-absent-title")} }
        if cards.is_empty() { p { class: "card quiet-text", {say!(words, "today-absent-none")} } }
        for (n, calling) in cards.into_iter().enumerate() {
            Call { key: "{calling.match_id}", hook: "absent-card-{n}", desk, calling, first: next == Some(n) }
        }
    }
}

fn calling(words: Words, today: &TodayView, card: &AbsentCard) -> Calling {
    let name = card.who.first_name.as_str();
    let caution = match (card.official, card.greeted) {
        (true, true) => Some(say!(words, "absent-greeted-says", name: name)),
        (true, false) => None,
        (false, _) => Some(say!(words, "absent-unconfirmed-says", name: name)),
    };
    let badge = match card.official {
        true if card.absent_in_a_row > 1 => {
            ("", say!(words, "absent-official-more", n: card.absent_in_a_row))
        }
        true => ("", say!(words, "absent-official")),
        false => ("sky", say!(words, "absent-unconfirmed")),
    };
    Calling {
        match_id: card.who.match_id,
        student: card.who.student.clone(),
        badge: Some(badge),
        plan: None,
        caution,
        others: card.others.clone(),
        calls: card.calls.clone(),
        asked_office: card.asked_office.clone(),
        done: card.done,
        script: Some(Script {
            mentor: today.mentor.clone(),
            first_name: name.to_owned(),
            official: card.official,
            figure: card.figure,
            projection: card.projection,
        }),
        dialling: Dialling {
            hook: "call-outcome",
            kind: ContactKind::AbsenceCall,
            first_name: name.to_owned(),
            callees: card.callees.clone(),
            next: card.next,
            texting: Some(Texting {
                policy: today.texting,
                mentor: today.mentor.clone(),
                begin_with: "missed",
            }),
        },
    }
}
