//! A certificate to print: first name, what got better, date, mentor. In the family's language if that is another one.

use daymark_components::{Language, SunIcon, Words, apart, say};
use daymark_domain::{Recognised, Recognition};
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use crate::parts::Paper;
use crate::screens::student::desk::Desk;

#[component]
pub fn Certificate(
    desk: Desk,
    student: StudentView,
    recognition: Recognition,
    on_close: EventHandler<()>,
) -> Element {
    let mentor = desk.phone.status.read().mentor.clone().unwrap_or_default();
    rsx! {
        div { class: "card",
            Paper { label: say!(desk.words, "certificate-label"), hook: "certificate", on_close,
                body: move |language: Language| face(Words::of(language), &student, recognition, &mentor) }
        }
    }
}

fn face(words: Words, student: &StudentView, recognition: Recognition, mentor: &str) -> Element {
    let name = student.first_name.as_str();
    let whom = match recognition.whom {
        Some(Recognised::Family) => say!(words, "praise-family", name: name),
        _ => name.to_owned(),
    };
    rsx! {
        div { class: "certificate",
            SunIcon { size: 72 }
            p { {say!(words, "certificate-title")} }
            p { class: "certificate-name", "{apart(&whom)}" }
            p { class: "certificate-for", {say!(words, "certificate-for", word: recognition.reason.word())} }
            if let Some(days) = recognition.days { p { class: "num", {say!(words, "log-days", n: days)} } }
            p { class: "certificate-sign num", "{apart(mentor)}" }
            p { class: "num", {say!(words, "certificate-place", school: student.school.as_str(), date: words.day_and_year(student.today))} }
        }
    }
}
