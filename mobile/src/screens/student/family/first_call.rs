//! A short first call with something good in it: what to say, in the family's language too where this app speaks it.

use daymark_components::{Language, Words, say};
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use crate::app::Route;
use crate::screens::StudentPageName;
use crate::screens::student::desk::Desk;
use crate::voice;

const LINES: [&str; 5] = ["hello", "good", "call", "reach", "thanks"];

#[component]
pub fn FirstCall(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let mentor = desk.phone.status.read().mentor.clone().unwrap_or_default();
    let spoken =
        student.callees.iter().filter_map(|callee| voice::catalogue_language(callee.language.as_deref()?));
    let mut languages = vec![words.language()];
    languages.extend(spoken.filter(|spoken| *spoken != words.language()).take(1));
    rsx! {
        h2 { class: "sec", {say!(words, "family-first-call")} }
        section { class: "card stack",
            p { class: "quiet-text", {say!(words, "family-first-call-says")} }
            for language in languages {
                Script { key: "{language.word()}", language, mentor: mentor.clone(), student: student.clone(), open: language == words.language() }
            }
            Link { class: "btn quiet", to: Route::StudentPage { match_id: desk.match_id, page: StudentPageName::Contact }, {say!(words, "family-record-call")} }
        }
    }
}

#[component]
fn Script(language: Language, mentor: String, student: StudentView, open: bool) -> Element {
    let words = Words::of(language);
    let (lang, name) = (language.word(), student.first_name.as_str());
    rsx! {
        details { class: "form-fold", open,
            summary { lang, "{language.own_name()}" }
            ol { class: "form-points",
                for line in LINES {
                    li { key: "{line}", lang,
                        {say!(words, "family-script", line: line, mentor: mentor.as_str(), name: name, school: student.school.as_str())}
                    }
                }
            }
        }
    }
}
