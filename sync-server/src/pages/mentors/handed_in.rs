//! What the mentor's phones brought after they had been shut out: what it is and about whom, and that somebody of the school
//! looked at it. What was written stands in the student's record.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::super::form_token;
use super::moment_at;
use super::one::MentorPage;
use crate::store::handed_in::HandedInEntry;

pub(super) fn handed_in(words: Words, page: &MentorPage<'_>) -> Element {
    let (done, new): (Vec<_>, Vec<_>) = page.handed_in.iter().partition(|entry| entry.looked.is_some());
    if page.handed_in.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "section", "data-testid": "handed-in",
            h2 { {say!(words, "handed-in-title")} }
            if let Some(last) = new.last() {
                p { {say!(words, "handed-in-lead", n: new.len(), name: page.mentor.name.as_str())} }
                {list(words, page, &new)}
                form { method: "post", action: "/staff/mentors/{page.mentor.id}/handed-in",
                    {form_token(page.who)}
                    // As far as this page shows: what comes in meanwhile is not looked at.
                    input { r#type: "hidden", name: "through", value: "{last.id}" }
                    button { class: "small-btn", {say!(words, "handed-in-do")} }
                }
            }
            if !done.is_empty() {
                details { "data-testid": "handed-in-done",
                    summary { {say!(words, "handed-in-done", n: done.len())} }
                    {list(words, page, &done)}
                }
            }
        }
    }
}

fn list(words: Words, page: &MentorPage<'_>, entries: &[&HandedInEntry]) -> Element {
    rsx! {
        ul { class: "history",
            for entry in entries {
                li {
                    a { class: "n", href: "/staff/students/{entry.student_id}", "{entry.student_name}" }
                    " " {say!(words, "handed-in-kind", kind: entry.kind.as_str())}
                    " · " {words.day_and_year(entry.day)}
                    small { {came(words, page, entry)} }
                }
            }
        }
    }
}

fn came(words: Words, page: &MentorPage<'_>, entry: &HandedInEntry) -> String {
    let moment = moment_at(words, page.school, entry.received_at);
    let came = say!(words, "handed-in-came", moment: moment, tag: entry.tag.as_str());
    let looked = entry.looked.as_ref().map(|(at, by)| {
        let moment = moment_at(words, page.school, *at);
        say!(words, "handed-in-looked", moment: moment, by: by.as_str())
    });
    [Some(came), looked].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
