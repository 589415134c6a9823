//! Each adult: what to know first, the number, and what is agreed on with them.

use daymark_components::{Words, apart, say};
use daymark_domain::TextPolicy;
use daymark_mentor_core::api::{Callee, StudentView};
use dioxus::prelude::*;

use crate::parts::Callees;
use crate::screens::student::desk::Desk;

#[component]
pub fn People(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let texting = student.school_help.texting;
    rsx! {
        h2 { class: "sec", {say!(words, "family-people")} }
        section { class: "card", Callees { callees: student.callees.clone(), first_name: student.first_name.clone() } }
        if !student.callees.is_empty() {
            h2 { class: "sec", {say!(words, "family-known")} }
            section { class: "card",
                dl { class: "known",
                    for (n, callee) in student.callees.iter().enumerate() {
                        dt { key: "name-{n}", "{apart(&callee.name)}" }
                        for (m, fact) in facts(words, callee, texting).into_iter().enumerate() { dd { key: "{n}-{m}", "{fact}" } }
                    }
                }
                if let Some(reached) = student.record.family_reached {
                    p { class: "quiet-text num", {say!(words, "family-reached", day: words.day_short(reached))} }
                }
            }
        }
    }
}

/// What is agreed on about texts, and what is not known yet: that is to be asked.
fn facts(words: Words, callee: &Callee, texting: TextPolicy) -> Vec<String> {
    let texts = match (texting, callee.may_text) {
        (TextPolicy::Off, _) => say!(words, "family-texts-off"),
        (_, Some(true)) => say!(words, "family-texts-welcome"),
        (_, Some(false)) => say!(words, "family-texts-unwelcome"),
        (_, None) => say!(words, "family-texts-unknown"),
    };
    let language = callee.language.is_none().then(|| say!(words, "family-language-unknown"));
    let hours = callee.best_hours.is_none().then(|| say!(words, "family-hours-unknown"));
    [Some(texts), language, hours].into_iter().flatten().collect()
}
