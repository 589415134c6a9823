//! The calls before the bell. Their cards keep their places all morning.

use std::collections::HashMap;

use daymark_components::say;
use daymark_domain::{CallOutcome, Contact, ContactKind, ContactOutcome, MatchId};
use daymark_mentor_core::api::{CallCard, Failure, Request, TodayView};
use dioxus::prelude::*;

use super::card::{Call, Calling};
use crate::phone::{use_phone, use_words};
use crate::voice;

#[component]
pub fn Calls(today: TodayView, on_change: EventHandler<()>) -> Element {
    let phone = use_phone();
    let words = use_words();
    let day = today.day;
    let mut saving = use_signal(HashMap::<MatchId, CallOutcome>::new);
    let mut problem = use_signal(|| None::<Failure>);

    let write = move |match_id: MatchId, request: Request| {
        let answer = phone.save(request);
        spawn(async move {
            let outcome = answer.await;
            problem.set(outcome.err());
            saving.write().remove(&match_id);
            on_change.call(());
        });
    };
    let call = move |match_id: MatchId, name: &str, contact: Contact| {
        phone.shell().tick();
        if let Some(outcome) = contact.outcome.and_then(ContactOutcome::call) {
            saving.write().insert(match_id, outcome);
            let ended = voice::outcome(words, outcome, name);
            phone.say(say!(words, "say-call", name: name, outcome: ended));
        }
        write(match_id, Request::RecordContact { match_id, day, contact });
    };
    rsx! {
        h2 { class: "sec", {say!(words, "today-calls")} }
        if let Some(problem) = problem.read().as_ref() {
            p { class: "notice bad", role: "alert", "{voice::failure(words, problem)}" }
        }
        if today.calls.is_empty() { p { class: "card quiet-text", {say!(words, "today-calls-none")} } }
        for (n, card) in today.calls.iter().cloned().enumerate() {
            Call { key: "{card.match_id}", hook: "call-card-{n}", saving: saving.read().get(&card.match_id).copied(),
                calling: Calling {
                    badge: voice::absent_in_a_row(words, card.absent_in_a_row).map(|words| ("", words)),
                    ..calling(&card)
                },
                on_call: {
                    let (match_id, name) = (card.match_id, card.first_name.clone());
                    let mut call = call;
                    move |contact: Contact| call(match_id, &name, contact)
                },
                on_undo: {
                    let match_id = card.match_id;
                    move |key| write(match_id, Request::VoidEntry { match_id, key })
                },
            }
        }
    }
}

fn calling(card: &CallCard) -> Calling {
    Calling {
        kind: ContactKind::WakeUpCall,
        student: card.student.clone(),
        first_name: card.first_name.clone(),
        badge: None,
        caution: None,
        callees: card.callees.clone(),
        next: card.next,
        calls: card.calls.clone(),
    }
}
