//! What is printed of endings and support: certificate, thank-you, hand-over, questions to take along.

use axum::response::Html;
use daymark_components::{Language, SunIcon, Words, say};
use daymark_domain::{PulseOf, SchoolDay, SupportPrompt};
use dioxus::prelude::*;

use super::support::question;
use crate::pages::document;
use crate::service::keeping::support::ANSWERS;
use crate::store::closing::KeptMatch;

/// A sheet with what leads back and to the other language; `address` is its own.
fn sheet(words: Words, title: &str, (back, address): (&str, &str), main: Element) -> Html<String> {
    let body = rsx! {
        header { class: "page sheet-bar",
            nav { class: "steps", "aria-label": say!(words, "sheet-choices"),
                a { href: back, {say!(words, "keep-sheet-back")} }
                for language in Language::ALL {
                    a {
                        lang: language.word(),
                        hreflang: language.word(),
                        class: if language == words.language() { "here" },
                        "aria-current": if language == words.language() { "true" },
                        href: "{address}?in={language.word()}",
                        "{language.own_name()}"
                    }
                }
            }
            p { class: "quiet-text", {say!(words, "sheet-how-to-print")} }
        }
        main { id: "page", class: "sheet letter keep-sheet", {main} }
    };
    document(words, title, "", body)
}

fn sign(words: Words, school: &str, day: SchoolDay) -> Element {
    rsx! {
        p { "{school} · {words.day_and_year(day)}" }
        p { class: "blank", span { {say!(words, "sheet-signature")} } span { class: "line" } }
    }
}

/// For the student, when the match ends. It thanks for what was done and compares with nobody.
pub fn certificate(words: Words, school: &str, of: &KeptMatch, day: SchoolDay) -> Html<String> {
    let address = format!("/staff/closing/{}", of.id);
    let title = say!(words, "keep-print-certificate");
    let main = rsx! {
        article { class: "certificate",
            p { class: "suns-row", "aria-hidden": "true", SunIcon { size: 64 } }
            h1 { {say!(words, "sheet-certificate-title", whom: "student")} }
            p { class: "lead keep-name", "{of.student_name}" }
            p { class: "lead", {say!(words, "sheet-certificate-for", whom: "student")} }
            p { {together(words, of, day)} }
            {sign(words, school, day)}
        }
    };
    sheet(words, &title, (&address, &format!("{address}/certificate")), main)
}

fn together(words: Words, of: &KeptMatch, day: SchoolDay) -> String {
    let (first, last) = (words.day_and_year(of.start_day), words.day_and_year(of.end_day.unwrap_or(day)));
    say!(words, "keep-together", mentor: of.mentor_name.as_str(), first: first, last: last)
}

/// For the mentor, when a match ends or at any time: it names no student.
pub fn thank_you(
    words: Words,
    (school, mentor): (&str, &str),
    (back, address): (&str, &str),
    day: SchoolDay,
) -> Html<String> {
    let title = say!(words, "keep-print-thank-you");
    let main = rsx! {
        article { class: "certificate",
            p { class: "suns-row", "aria-hidden": "true", SunIcon { size: 64 } }
            h1 { {say!(words, "sheet-certificate-title", whom: "mentor")} }
            p { class: "lead keep-name", "{mentor}" }
            p { class: "lead", {say!(words, "sheet-certificate-for", whom: "mentor")} }
            p { class: "blank", span { {say!(words, "certificate-what")} } span { class: "line" } }
            {sign(words, school, day)}
        }
    };
    sheet(words, &title, (back, address), main)
}

/// What staff wrote for the next mentor.
pub fn hand_over(words: Words, school: &str, of: &KeptMatch, (text, by): (&str, &str)) -> Html<String> {
    let address = format!("/staff/closing/{}", of.id);
    let title = say!(words, "keep-hand-over");
    let main = rsx! {
        h1 { "{title}" }
        p { class: "lead", {super::pair(words, of)} }
        p { class: "as-typed", "{text}" }
        p { class: "quiet-text", {say!(words, "keep-noted-by", by: by)} }
        p { {say!(words, "keep-hand-over-keep-close")} }
        p { "{school}" }
    };
    sheet(words, &title, (&address, &format!("{address}/hand-over")), main)
}

/// Questions to think about before a talk, and the three to answer. The mentor keeps it.
pub fn questions(
    words: Words,
    (school, mentor): (&str, &str),
    address: &str,
    prompts: &[SupportPrompt],
) -> Html<String> {
    let title = say!(words, "keep-sheet-title");
    let main = rsx! {
        h1 { "{title}" }
        p { class: "lead", {say!(words, "keep-sheet-for", name: mentor)} }
        p { {say!(words, "keep-sheet-says")} }
        ol { class: "tips keep-questions",
            for prompt in prompts {
                li {
                    span { {say!(words, "keep-prompt", word: prompt.word())} }
                    span { class: "blank", "aria-hidden": "true", span { class: "line" } }
                }
            }
        }
        h2 { {say!(words, "keep-pulse")} }
        p { {say!(words, "keep-sheet-scale")} }
        for n in 0..ANSWERS.len() {
            p { class: "keep-scale",
                span { {question(words, PulseOf::Mentor, n)} }
                span { class: "ticks", "aria-hidden": "true",
                    for score in 1..=5 { span { class: "to-tick", span { class: "box" } "{score}" } }
                }
            }
        }
        p { "{school}" }
    };
    sheet(words, &title, (address, &format!("{address}/sheet")), main)
}
