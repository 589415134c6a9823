//! A call's card while it is open.

use daymark_components::say;
use daymark_domain::{CallOutcome, Contact, ContactKind, ContactOutcome, MatchId};
use dioxus::prelude::*;

use super::card::{Calling, own_calls};
use super::desk::{CallDesk, Made, reached};
use super::dial::Dial;
use super::done::{DoneCall, Undo, ended};
use super::reasons::Reasons;
use super::script::ScriptCards;
use crate::app::Route;
use crate::parts::Others;
use crate::phone::use_words;
use crate::screens::StudentPageName;
use crate::voice;

const ASK_OFFICE: &str = "ask-office";
const CALL_AGAIN: &str = "call-again";

/// Everything about the call, in the order in which it is needed. `on_end`: whether the card may fold.
#[component]
pub fn Opened(
    desk: CallDesk,
    calling: Calling,
    saving: Option<CallOutcome>,
    is_done: bool,
    on_end: EventHandler<bool>,
) -> Element {
    let words = use_words();
    let mut again = use_signal(|| false);
    let (match_id, kind) = (calling.match_id, calling.dialling.kind);
    let name = calling.dialling.first_name.clone();
    let (own, other_kinds): (Vec<Made>, Vec<Made>) =
        desk.calls(match_id, &calling.calls).into_iter().partition(|call| call.contact.kind == kind);
    let last = own.last().cloned();
    let call = {
        let name = name.clone();
        move |contact: Contact| {
            again.set(false);
            let ended = contact.outcome.and_then(ContactOutcome::call);
            on_end.call(ended.is_some_and(reached) && kind != ContactKind::AbsenceCall);
            desk.call(match_id, &name, contact);
        }
    };
    rsx! {
        if let Some(plan) = &calling.plan { p { class: "quiet-text num", "{plan}" } }
        if let Some(caution) = &calling.caution { p { class: "notice", "{caution}" } }
        Others { others: calling.others.clone() }
        if !other_kinds.is_empty() {
            p { class: "quiet-text", {say!(words, "absent-called-already")} }
            for call in other_kinds {
                div { key: "{call.key}", class: "done-call open", "data-testid": "called-already",
                    span { class: "num", "{ended(words, &call, kind, &name)}" }
                    if call.contact.kind == ContactKind::Text {
                        Undo { hook: "undo-text", on_undo: { let key = call.key.clone(); move |()| desk.take_back(match_id, key.clone()) } }
                    }
                }
            }
        }
        for call in own {
            DoneCall { key: "{call.key}", call, kind, first_name: name.clone(), on_undo: move |key| desk.take_back(match_id, key) }
        }
        if let Some(outcome) = saving {
            p { class: "done-call open",
                span { "{voice::outcome(words, outcome, &name)}" }
                span { {say!(words, "call-saving")} }
            }
        }
        if let Some(told) = last.clone().filter(|call| kind == ContactKind::AbsenceCall && call.reached()) {
            Reasons { told: told.contact.reason,
                on_reason: {
                    let name = name.clone();
                    move |reason| {
                        if desk.tell(match_id, &name, told.clone(), reason) {
                            on_end.call(true);
                        }
                    }
                }
            }
        }
        if let Some(last) = last { AfterCall { match_id, outcome: last.outcome } }
        if saving.is_none() && (again() || !is_done) {
            if let Some(script) = calling.script.clone() { ScriptCards { script } }
            Dial { dialling: calling.dialling.clone(), on_end: call }
            Office { desk, calling: calling.clone() }
        } else if saving.is_none() {
            button { r#type: "button", class: "link", "data-testid": "{CALL_AGAIN}", onclick: move |_| again.set(true), {say!(words, "call-again")} }
        }
    }
}

/// What an outcome leads to.
#[component]
fn AfterCall(match_id: MatchId, outcome: CallOutcome) -> Element {
    let words = use_words();
    match outcome {
        CallOutcome::WrongNumber => rsx! { p { class: "notice", {say!(words, "call-after-wrong")} } },
        CallOutcome::LanguageBarrier => rsx! {
            p { class: "notice",
                {say!(words, "call-after-language")}
                Link { class: "link", "data-testid": "ask-interpreter",
                    to: Route::StudentPage { match_id, page: StudentPageName::Ask },
                    {say!(words, "call-ask-interpreter")}
                }
            }
        },
        _ => rsx! {},
    }
}

/// Where no number works any more, or one was found wrong: the office can look for one.
#[component]
fn Office(desk: CallDesk, calling: Calling) -> Element {
    let words = use_words();
    let match_id = calling.match_id;
    let callees = &calling.dialling.callees;
    let is_short =
        callees.iter().any(|callee| callee.wrong) || callees.iter().all(|callee| callee.phone.is_none());
    let dialled_wrong = own_calls(desk, &calling).iter().any(|call| call.outcome == CallOutcome::WrongNumber);
    match desk.asked(match_id, calling.asked_office.as_ref()) {
        Some(key) => rsx! {
            div { class: "done-call open", "data-testid": "office-asked",
                span { {say!(words, "office-asked")} }
                Undo { hook: "undo-office", on_undo: move |()| desk.take_back(match_id, key.clone()) }
            }
        },
        None if is_short || dialled_wrong => rsx! {
            button { r#type: "button", class: "btn quiet ask-office", "data-testid": "{ASK_OFFICE}",
                onclick: move |_| desk.ask_for_a_number(match_id), {say!(words, "office-ask")}
            }
        },
        None => rsx! {},
    }
}
