//! A child who may not be safe: whom to phone now, what to do and what not. No text is taken here, ever, and the page
//! stands even when nothing could be read.

use daymark_components::{PhoneIcon, Words, say};
use daymark_domain::{MatchId, SafetyContact, What};
use daymark_mentor_core::api::{Request, StudentView};
use dioxus::prelude::*;

use super::page::use_sheet;
use crate::app::Route;
use crate::parts::{Page, Tab, ToastLine, dialled};

#[component]
pub fn Safety(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    let words = desk.words;
    let read = desk.view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok()).cloned();
    let sub = loaded.as_ref().map(|student| student.student.clone());
    let contacts = loaded.as_ref().map(|student| student.school_help.safety_contacts.clone());
    let raised = loaded.as_ref().and_then(|student| raised(words, student));
    let foot = desk.toast.read().clone().map(|toast| {
        rsx! { ToastLine { toast, on_undo: move |(_, key)| { spawn(desk.take_back(key)); } } }
    });
    let report = move |_| {
        let saving = desk.act(Request::RaiseSafetyConcern { match_id }, say!(words, "safety-recorded"));
        spawn(async move {
            saving.await;
        });
    };
    rsx! {
        Page { title: say!(words, "safety-title"), sub, back: Route::Student { match_id }, tab: Tab::Students, ready: true, foot,
            p { class: "notice", {say!(words, "safety-lead")} }
            h2 { class: "sec", {say!(words, "safety-phone")} }
            Numbers { contacts: contacts.unwrap_or_default() }
            h2 { class: "sec", {say!(words, "safety-do")} }
            section { class: "card",
                ul { class: "form-points",
                    for point in DO { li { key: "{point}", {say!(words, "safety-point", word: point)} } }
                }
            }
            h2 { class: "sec", {say!(words, "safety-do-not")} }
            section { class: "card",
                ul { class: "form-points",
                    for point in DO_NOT { li { key: "{point}", {say!(words, "safety-point", word: point)} } }
                }
            }
            h2 { class: "sec", {say!(words, "safety-after")} }
            section { class: "card stack",
                p { {say!(words, "safety-after-says")} }
                if let Some(raised) = raised { p { class: "notice good", "{raised}" } }
                button { r#type: "button", class: "btn quiet", "data-testid": "{PHONED}", onclick: report, {say!(words, "safety-phoned")} }
            }
        }
    }
}

const PHONED: &str = "safety-phoned";
const DO: [&str; 4] = ["listen", "paper", "report", "stay"];
const DO_NOT: [&str; 3] = ["secret", "investigate", "app"];

/// Whom to phone, in the school's order, and the emergency number.
#[component]
fn Numbers(contacts: Vec<SafetyContact>) -> Element {
    let words = crate::phone::use_words();
    let emergency = say!(words, "safety-emergency-number");
    rsx! {
        section { class: "card stack",
            if contacts.is_empty() { p { {say!(words, "safety-no-contacts")} } }
            for (n, contact) in contacts.iter().enumerate() {
                a { key: "{n}", class: "btn", href: "tel:{dialled(&contact.phone)}", "data-testid": "safety-call-{n}",
                    PhoneIcon {}
                    span { {who(words, contact)} " " bdi { class: "num number", dir: "ltr", "{contact.phone}" } }
                }
            }
            a { class: if contacts.is_empty() { "btn" } else { "btn quiet" }, href: "tel:{dialled(&emergency)}",
                PhoneIcon {}
                {say!(words, "safety-emergency", number: emergency.as_str())}
            }
        }
    }
}

/// "Ms. Green, school counsellor".
fn who(words: Words, contact: &SafetyContact) -> String {
    match &contact.role {
        Some(role) => say!(words, "safety-call-role", name: contact.name.as_str(), role: role.as_str()),
        None => say!(words, "safety-call", name: contact.name.as_str()),
    }
}

/// When a concern was raised last: that, and nothing else, is known of it.
fn raised(words: Words, student: &StudentView) -> Option<String> {
    let entry = student.log.iter().find(|entry| entry.what == What::SafetyConcern && !entry.voided)?;
    let (day, time) = (words.day_short(entry.made.day), words.time_of_minute(entry.made.minute));
    Some(say!(words, "safety-raised", day: day, time: time))
}
