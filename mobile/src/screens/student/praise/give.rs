//! Giving praise: one tap for what the record offers, reason and form for anything else.

use daymark_components::say;
use daymark_domain::{Recognition, RecognitionForm, RecognitionReason};
use dioxus::prelude::*;

use super::Giving;
use super::earned::Earned;
use crate::parts::{Chip, Chips};
use crate::voice;

/// What got better, with a tap for each form.
#[component]
pub fn Suggestion(n: usize, giving: Giving, earned: Earned) -> Element {
    let words = giving.desk.words;
    let recognition = earned.recognition;
    rsx! {
        section { class: "card due", "data-testid": "earned-{n}",
            h3 { class: "num", "{earned.line}" }
            if let Some(more) = &earned.more { p { class: "quiet-text num", "{more}" } }
            div { class: "grid2",
                for &form in RecognitionForm::ALL {
                    button { key: "{form}", r#type: "button", class: "btn quiet", "data-testid": "earned-{n}-{form}",
                        onclick: move |_| giving.give(Recognition { form, ..recognition }, || ()),
                        {say!(words, "praise-form", word: form.word())}
                    }
                }
            }
        }
    }
}

/// Whatever else deserves a warm word.
#[component]
pub fn Give(giving: Giving) -> Element {
    let words = giving.desk.words;
    let mut reason = use_signal(|| None::<RecognitionReason>);
    let mut form = use_signal(|| RecognitionForm::Words);
    let reasons = RecognitionReason::ALL.iter().map(|reason| {
        Chip::new(*reason, format!("reason-{reason}"), voice::recognition_reason(words, *reason))
    });
    let forms = RecognitionForm::ALL
        .iter()
        .map(|form| Chip::new(*form, format!("form-{form}"), say!(words, "praise-form", word: form.word())));
    rsx! {
        section { class: "card stack",
            Chips { legend: say!(words, "praise-what-for"), chips: reasons.collect::<Vec<_>>(), picked: reason(),
                on_pick: move |picked: Option<RecognitionReason>| reason.set(picked) }
            if let Some(why) = reason() {
                Chips { legend: say!(words, "praise-how"), chips: forms.collect::<Vec<_>>(), picked: Some(form()),
                    on_pick: move |picked: Option<RecognitionForm>| picked.into_iter().for_each(|picked| form.set(picked)) }
                button { r#type: "button", class: "btn", "data-testid": "praise-save",
                    onclick: move |_| giving.give(
                        Recognition { whom: None, form: form(), reason: why, days: None },
                        move || reason.set(None),
                    ),
                    {say!(words, "praise-save")}
                }
            }
        }
    }
}
