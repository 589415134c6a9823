//! The call home in six steps, one card at a time: to glance at while the phone rings.

use daymark_components::{Words, say};
use daymark_domain::{AbsenceFigure, Projection};
use dioxus::prelude::*;

use crate::phone::use_words;
use crate::voice::{self, CallStep};

const BACK: &str = "script-back";
const NEXT: &str = "script-next";

/// Whom the call is about, and what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    pub mentor: String,
    pub first_name: String,
    /// The school recorded the absence; else the mentor only did not see the student.
    pub official: bool,
    pub figure: AbsenceFigure,
    pub projection: Option<Projection>,
}

#[component]
pub fn ScriptCards(script: Script) -> Element {
    let words = use_words();
    let mut at = use_signal(|| 0_usize);
    let step = CallStep::ALL[at().min(CallStep::ALL.len() - 1)];
    rsx! {
        details { class: "more script",
            summary { "data-testid": "script", {say!(words, "script-open")} }
            div { class: "step", "data-testid": "script-step", role: "group", "aria-live": "polite",
                p { class: "quiet-text num", {say!(words, "script-step", n: at() + 1, of: CallStep::ALL.len())} }
                h4 { "{step.title(words)}" }
                p { "{step.advice(words)}" }
                for fact in facts(words, step, &script) { p { key: "{fact}", class: "num", "{fact}" } }
                p { class: "say", "{step.sentence(words, &script.mentor, &script.first_name)}" }
            }
            div { class: "grid2",
                button { r#type: "button", class: "btn quiet", "data-testid": "{BACK}", disabled: at() == 0,
                    onclick: move |_| at -= 1, {say!(words, "script-back")}
                }
                button { r#type: "button", class: "btn quiet", "data-testid": "{NEXT}", disabled: at() + 1 == CallStep::ALL.len(),
                    onclick: move |_| at += 1, {say!(words, "script-next")}
                }
            }
        }
    }
}

/// What this student's record adds to the step.
fn facts(words: Words, step: CallStep, script: &Script) -> Vec<String> {
    match step {
        CallStep::Inform if !script.official => {
            let unconfirmed = say!(words, "script-unconfirmed", name: script.first_name.as_str());
            [vec![unconfirmed], voice::pace(words, script.figure, script.projection.as_ref())].concat()
        }
        CallStep::Inform => voice::pace(words, script.figure, script.projection.as_ref()),
        _ => Vec::new(),
    }
}
