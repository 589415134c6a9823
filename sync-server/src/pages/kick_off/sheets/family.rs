//! What goes home: the invitation, the sheet of contacts, the tips.

use daymark_components::{SunIcon, Words, say};
use dioxus::prelude::*;

use super::{blank, to_tick, when_and_where};
use crate::store::planning::KickOff;

const TIPS: [&str; 10] = [
    "evening",
    "sleep",
    "backup",
    "appointments",
    "well_enough",
    "trips",
    "calendar",
    "praise",
    "worries",
    "tell_us",
];

/// The golden ticket, with a strip that comes back.
pub fn invitation(words: Words, school: &str, event: Option<&KickOff>) -> Element {
    let note = event.and_then(|event| event.note.as_deref());
    rsx! {
        article { class: "ticket",
            p { class: "suns-row", "aria-hidden": "true", SunIcon { size: 40 } SunIcon { size: 56 } SunIcon { size: 40 } }
            h1 { {say!(words, "ticket-title")} }
            p { class: "lead", {say!(words, "ticket-lead", school: school)} }
            {blank(say!(words, "ticket-for"))}
            match event {
                Some(event) => rsx! { p { class: "when", {when_and_where(words, event)} } },
                None => rsx! {
                    {blank(say!(words, "kick-off-day"))}
                    {blank(say!(words, "kick-off-place"))}
                },
            }
            p { {say!(words, "ticket-why")} }
            if let Some(note) = note {
                p { class: "as-typed", "{note}" }
            }
            p { {say!(words, "ticket-bring")} }
            {blank(say!(words, "ticket-from"))}
        }
        section { class: "strip",
            h2 { {say!(words, "ticket-answer")} }
            {blank(say!(words, "sheet-family-of"))}
            ul { class: "ticks",
                {to_tick(say!(words, "ticket-come"))}
                {to_tick(say!(words, "ticket-not-come"))}
                {to_tick(say!(words, "sheet-interpreter"))}
            }
            {blank(say!(words, "ticket-how-many"))}
            {blank(say!(words, "sheet-language"))}
        }
    }
}

/// Contacts both ways, with what the family agrees to.
pub fn information(words: Words, school: &str) -> Element {
    rsx! {
        h1 { {say!(words, "sheet-name", word: "information")} }
        p { class: "lead", {say!(words, "information-lead", school: school)} }
        section {
            h2 { {say!(words, "information-ours")} }
            {blank(say!(words, "information-mentor"))}
            {blank(say!(words, "information-phone"))}
            {blank(say!(words, "information-hours"))}
            {blank(say!(words, "information-languages"))}
            p { {say!(words, "information-what")} }
            {blank(say!(words, "information-office"))}
        }
        section {
            h2 { {say!(words, "information-yours")} }
            {blank(say!(words, "information-student"))}
            {blank(say!(words, "information-adult"))}
            {blank(say!(words, "information-phone"))}
            {blank(say!(words, "information-phone-two"))}
            {blank(say!(words, "information-hours"))}
            {blank(say!(words, "sheet-language"))}
            ul { class: "ticks",
                {to_tick(say!(words, "information-may-call"))}
                {to_tick(say!(words, "information-may-text"))}
                {to_tick(say!(words, "information-neither"))}
                {to_tick(say!(words, "sheet-interpreter"))}
            }
            p { {say!(words, "information-rights")} }
            div { class: "side-by-side",
                {blank(say!(words, "sheet-signature"))}
                {blank(say!(words, "sheet-date"))}
            }
        }
    }
}

/// Tips for families.
pub fn tips(words: Words, school: &str) -> Element {
    rsx! {
        h1 { {say!(words, "parent-tips-title")} }
        p { class: "lead", {say!(words, "parent-tips-lead")} }
        ul { class: "tips",
            for key in TIPS {
                li { SunIcon { size: 22 } span { {say!(words, "parent-tip", key: key)} } }
            }
        }
        p { class: "num", {say!(words, "parent-tips-foot")} }
        {blank(say!(words, "tips-call", school: school))}
    }
}
