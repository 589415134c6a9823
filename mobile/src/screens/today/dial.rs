//! Whom to call and how it ended: what every call on this screen has in common.

use daymark_components::say;
use daymark_domain::{CallOutcome, Contact, ContactKind, NumberMark};
use daymark_mentor_core::api::Callee;
use dioxus::prelude::*;

use crate::parts::{Callees, Texting, Texts};
use crate::phone::use_words;
use crate::voice;

/// What mostly happens, one tap each.
const USUAL: [CallOutcome; 4] = [
    CallOutcome::ReachedStudent,
    CallOutcome::ReachedGuardian,
    CallOutcome::NoAnswer,
    CallOutcome::WrongNumber,
];
/// One more tap away.
const RARE: [CallOutcome; 3] =
    [CallOutcome::LeftMessage, CallOutcome::Declined, CallOutcome::LanguageBarrier];

/// Whom a call can go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Dialling {
    /// What the outcomes' test hooks begin with.
    pub hook: &'static str,
    /// What kind of call is recorded.
    pub kind: ContactKind,
    pub first_name: String,
    pub callees: Vec<Callee>,
    pub next: Option<usize>,
    /// Where a text may take the call's place.
    pub texting: Option<Texting>,
}

/// Numbers, outcomes, and below them what else can be done.
#[component]
pub fn Dial(dialling: Dialling, on_end: EventHandler<Contact>) -> Element {
    let words = use_words();
    let Dialling { hook, kind, first_name, callees, next, texting } = dialling;
    // The number that was tapped last: a wrong one can only be mended by its own mark.
    let mut tapped = use_signal(|| None::<NumberMark>);
    let ended = use_callback(move |outcome: CallOutcome| {
        let number = tapped.take();
        on_end.call(Contact { number, ..Contact::call(kind, outcome) });
    });
    rsx! {
        Callees { callees: callees.clone(), first_name: first_name.clone(), next,
            on_dial: move |number: String| tapped.set(Some(NumberMark::of(&number))) }
        fieldset {
            legend { class: "quiet-text", {say!(words, "call-how")} }
            Outcomes { hook, outcomes: USUAL.to_vec(), first_name: first_name.clone(), on_outcome: ended }
            details { class: "more",
                summary { "data-testid": "call-more", {say!(words, "call-more")} }
                Outcomes { hook, outcomes: RARE.to_vec(), first_name: first_name.clone(), on_outcome: ended }
            }
        }
        if let Some(texting) = texting { Texts { texting, callees, first_name, on_sent: on_end } }
    }
}

#[component]
fn Outcomes(
    hook: &'static str,
    outcomes: Vec<CallOutcome>,
    first_name: String,
    on_outcome: EventHandler<CallOutcome>,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "grid2 outcomes",
            for outcome in outcomes {
                button { key: "{outcome}", r#type: "button", class: "btn quiet", "data-testid": "{hook}-{outcome}",
                    onclick: move |_| on_outcome.call(outcome),
                    "{voice::outcome(words, outcome, &first_name)}"
                }
            }
        }
    }
}
