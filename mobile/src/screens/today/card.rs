//! A card for calling: whom, by which number, how it ended. The wake-up call and the call home share it.

use daymark_components::{CheckIcon, UndoIcon, say};
use daymark_domain::{CallOutcome, Contact, ContactKind, EntryKey, NumberMark};
use daymark_mentor_core::api::{Callee, RecordedCall};
use dioxus::prelude::*;

use crate::parts::Callees;
use crate::phone::use_words;
use crate::voice;

/// The outcomes that one tap records.
const OUTCOMES: [CallOutcome; 4] = [
    CallOutcome::ReachedStudent,
    CallOutcome::ReachedGuardian,
    CallOutcome::NoAnswer,
    CallOutcome::WrongNumber,
];

/// A second touch so soon after the first is a finger that bounced: what it hits has only just come under it.
pub const GHOST_MS: f64 = 300.0;

/// Who is called, and why.
#[derive(Clone, PartialEq)]
pub struct Calling {
    /// What kind of call the card records.
    pub kind: ContactKind,
    pub student: String,
    pub first_name: String,
    /// Beside the name: the badge's colour and words.
    pub badge: Option<(&'static str, String)>,
    /// What to know before anything else.
    pub caution: Option<String>,
    pub callees: Vec<Callee>,
    pub next: Option<usize>,
    /// Today's calls, of other kinds too.
    pub calls: Vec<RecordedCall>,
}

/// It stays where it is when its call is done.
#[component]
pub fn Call(
    hook: String,
    calling: Calling,
    saving: Option<CallOutcome>,
    on_call: EventHandler<Contact>,
    on_undo: EventHandler<EntryKey>,
    /// Below what is done.
    children: Element,
) -> Element {
    let words = use_words();
    let kind = calling.kind;
    let mut again = use_signal(|| false);
    // The number that was tapped last: a wrong one can only be mended by its own mark.
    let mut dialled = use_signal(|| None::<NumberMark>);
    let (own, others): (Vec<RecordedCall>, Vec<RecordedCall>) =
        calling.calls.iter().cloned().partition(|call| call.kind == kind);
    let open = saving.is_none() && (own.is_empty() || again());
    let first_name = calling.first_name.clone();
    rsx! {
        section { class: "card", "data-testid": "{hook}",
            div { class: "call-head",
                h3 { "{calling.student}" }
                if let Some((colour, badge)) = &calling.badge { span { class: "badge num {colour}", "{badge}" } }
            }
            if let Some(caution) = &calling.caution { p { class: "notice", "{caution}" } }
            if !others.is_empty() {
                p { class: "quiet-text", {say!(words, "absent-called-already")} }
                for call in others { OtherCall { key: "{call.key}", call, first_name: first_name.clone() } }
            }
            for call in own {
                DoneCall { key: "{call.key}", call, first_name: first_name.clone(), on_undo }
            }
            if let Some(outcome) = saving {
                p { class: "done-call open",
                    span { "{voice::outcome(words, outcome, &first_name)}" }
                    span { {say!(words, "call-saving")} }
                }
            }
            {children}
            if open {
                Callees { callees: calling.callees.clone(), first_name: first_name.clone(), next: calling.next,
                    on_dial: move |number: String| dialled.set(Some(NumberMark::of(&number))) }
                p { class: "quiet-text", {say!(words, "call-how")} }
                div { class: "grid2 outcomes",
                    for outcome in OUTCOMES {
                        button { key: "{outcome}", r#type: "button", class: "btn quiet", "data-testid": "call-outcome-{outcome}",
                            onclick: move |_| {
                                again.set(false);
                                let number = dialled.take();
                                on_call.call(Contact { number, ..Contact::call(kind, outcome) });
                            },
                            "{voice::outcome(words, outcome, &first_name)}"
                        }
                    }
                }
            } else if saving.is_none() {
                button { r#type: "button", class: "link", onclick: move |_| again.set(true), {say!(words, "call-again")} }
            }
        }
    }
}

#[component]
fn DoneCall(call: RecordedCall, first_name: String, on_undo: EventHandler<EntryKey>) -> Element {
    let words = use_words();
    let look = match call.outcome {
        outcome if outcome.reached_student() => "",
        outcome if outcome.reached_family() => "family",
        _ => "open",
    };
    let outcome = voice::outcome(words, call.outcome, &first_name);
    let key = call.key.clone();
    rsx! {
        div { class: "done-call {look}", "data-testid": "call-done",
            if look.is_empty() { CheckIcon { size: 20 } }
            span { class: "num", {say!(words, "call-done", outcome: outcome, time: words.time_of_minute(call.minute))} }
            button { r#type: "button", class: "link", "data-testid": "undo", onclick: move |_| on_undo.call(key.clone()),
                UndoIcon {}
                {say!(words, "undo")}
            }
        }
    }
}

/// A call of another kind: taken back where it was made.
#[component]
fn OtherCall(call: RecordedCall, first_name: String) -> Element {
    let words = use_words();
    let ended = voice::outcome(words, call.outcome, &first_name);
    let outcome = say!(words, "log-call", kind: voice::contact_kind(words, call.kind), outcome: ended);
    rsx! {
        p { class: "done-call open", "data-testid": "called-already",
            span { class: "num", {say!(words, "call-done", outcome: outcome, time: words.time_of_minute(call.minute))} }
        }
    }
}
