//! A card for calling: one line until it is wanted and again when it is done. The wake-up call and the call home share it.

use daymark_components::{CheckIcon, ChevronIcon, apart, say};
use daymark_domain::{EntryKey, MatchId};
use daymark_mentor_core::api::{OtherContact, RecordedCall};
use dioxus::prelude::*;

use super::desk::{CallDesk, Made};
use super::dial::Dialling;
use super::done::{DoneCall, Undo, ended, look_of};
use super::opened::Opened;
use super::script::Script;
use crate::parts::Others;
use crate::phone::use_words;

/// Who is called, and why.
#[derive(Clone, PartialEq)]
pub struct Calling {
    pub match_id: MatchId,
    pub student: String,
    /// Beside the name: the badge's colour and words.
    pub badge: Option<(&'static str, String)>,
    /// How it was agreed.
    pub plan: Option<String>,
    /// What to know before anything else.
    pub caution: Option<String>,
    pub others: Vec<OtherContact>,
    /// Today's calls, of other kinds too.
    pub calls: Vec<RecordedCall>,
    pub asked_office: Option<EntryKey>,
    /// Somebody was reached, or every number was tried.
    pub done: bool,
    pub script: Option<Script>,
    pub dialling: Dialling,
}

/// It stays where it is when its call is done. `first`: it is the next one to call, and open by itself.
#[component]
pub fn Call(hook: String, desk: CallDesk, calling: Calling, first: bool) -> Element {
    let words = use_words();
    let match_id = calling.match_id;
    let mut unfolded = use_signal(|| None::<bool>);
    let saving = desk.saving.read().get(&match_id).copied();
    let open = saving.is_some() || unfolded().unwrap_or(first);
    let own = own_calls(desk, &calling);
    let is_done = is_settled(&calling, &own);
    let look = match (open, is_done) {
        (true, _) => "card call",
        (false, false) => "card call closed",
        (false, true) => "card call closed done",
    };
    let fold = rsx! {
        button { r#type: "button", class: "fold", "data-testid": "fold-{hook}", aria_expanded: open.to_string(),
            aria_label: say!(words, "call-fold", name: calling.student.as_str()),
            onclick: move |_| unfolded.set(Some(!open)),
            ChevronIcon {}
        }
    };
    rsx! {
        section { class: "{look}", "data-testid": "{hook}",
            match own.last().cloned() {
                Some(call) if is_done && !open => rsx! { DoneLine { desk, calling: calling.clone(), call, fold } },
                _ => rsx! {
                    div { class: "call-head",
                        div { class: "name",
                            h3 { "{apart(&calling.student)}" }
                            if let Some((colour, badge)) = &calling.badge { span { class: "badge num {colour}", "{badge}" } }
                        }
                        {fold}
                    }
                    if !open {
                        Others { others: calling.others.clone() }
                        for call in own {
                            DoneCall { key: "{call.key}", call, kind: calling.dialling.kind, first_name: calling.dialling.first_name.clone(),
                                on_undo: move |key| desk.take_back(match_id, key) }
                        }
                    }
                },
            }
            if let Some(problem) = desk.problem(match_id) { p { class: "notice bad", role: "alert", "{problem}" } }
            if open {
                Opened { desk, calling, saving, is_done,
                    // A card whose reason may be told stays open; else the next one is called.
                    on_end: move |reached: bool| if reached { unfolded.set(None) } else { unfolded.set(Some(true)) }
                }
            }
        }
    }
}

/// The calls that the card is about.
pub fn own_calls(desk: CallDesk, calling: &Calling) -> Vec<Made> {
    let mut calls = desk.calls(calling.match_id, &calling.calls);
    calls.retain(|call| call.contact.kind == calling.dialling.kind);
    calls
}

fn is_settled(calling: &Calling, own: &[Made]) -> bool {
    own.iter().any(Made::reached) || (calling.done && !own.is_empty())
}

/// The place of the card that is open by itself: the first one that is not done.
pub fn next_of(desk: CallDesk, cards: &[Calling]) -> Option<usize> {
    cards.iter().position(|calling| !is_settled(calling, &own_calls(desk, calling)))
}

/// A card that is done, in one line.
#[component]
fn DoneLine(desk: CallDesk, calling: Calling, call: Made, fold: Element) -> Element {
    let words = use_words();
    let said = ended(words, &call, calling.dialling.kind, &calling.dialling.first_name);
    rsx! {
        div { class: "done-call {look_of(call.outcome)}", "data-testid": "call-done",
            CheckIcon { size: 20 }
            div { class: "said",
                h3 { "{apart(&calling.student)}" }
                p { class: "num", "{said}" }
            }
            Undo { hook: "undo", on_undo: move |()| desk.take_back(calling.match_id, call.key.clone()) }
            {fold}
        }
    }
}
