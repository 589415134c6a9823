//! Praise that was given, latest first; a certificate can be printed again.

use daymark_components::{apart, say};
use daymark_domain::{Recognised, RecognitionForm};
use daymark_mentor_core::api::RecognitionView;
use dioxus::prelude::*;

use super::Giving;
use crate::voice;

#[component]
pub fn Given(giving: Giving, first_name: String, recognitions: Vec<RecognitionView>) -> Element {
    let (words, mut paper) = (giving.desk.words, giving.paper);
    let to = |given: &RecognitionView| match given.recognition.whom {
        Some(Recognised::Family) => say!(words, "praise-family", name: first_name.as_str()),
        _ => apart(&first_name).into_owned(),
    };
    rsx! {
        if !recognitions.is_empty() {
            h2 { class: "sec", {say!(words, "praise-given")} }
            section { class: "card",
                ul { class: "log",
                    for (n, given) in recognitions.into_iter().enumerate() {
                        li { key: "{given.key}",
                            div {
                                span { class: "what said", "{voice::recognition_reason(words, given.recognition.reason)}" }
                                small { class: "num",
                                    {say!(words, "praise-line", whom: to(&given),
                                        form: voice::recognition_form(words, given.recognition.form), day: words.day_short(given.day))}
                                }
                            }
                            if given.recognition.form == RecognitionForm::Certificate {
                                button { r#type: "button", class: "link", "data-testid": "certificate-{n}",
                                    onclick: move |_| paper.set(Some(given.recognition)),
                                    {say!(words, "certificate-show")}
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
