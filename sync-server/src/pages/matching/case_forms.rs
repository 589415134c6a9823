//! The forms of one match: its basis, its steps, its expected end.

use daymark_components::{Words, say};
use daymark_domain::{NoteText, PauseReason};
use dioxus::prelude::*;

use super::case::CasePage;
use super::proposal::because;
use super::{typed, wrong_at};
use crate::pages::form_token;

/// One button that takes a step.
pub fn step_button(page: &CasePage<'_>, step: &str, label: String) -> Element {
    rsx! {
        form { method: "post", action: "{page.address()}/steps",
            {form_token(page.who)}
            input { r#type: "hidden", name: "step", value: "{step}" }
            button { class: "btn narrow", "data-testid": "{step}", "{label}" }
        }
    }
}

/// Why the mentor may know of the student.
pub fn basis_form(words: Words, page: &CasePage<'_>, open: bool) -> Element {
    let fields = page.typed_in("basis");
    let open = open || page.form == "basis";
    rsx! {
        details { class: "panel", open,
            summary { {say!(words, "matching-basis-set")} }
            form { method: "post", action: "{page.address()}/basis", "data-testid": "basis",
                {form_token(page.who)}
                {because(words, &typed(&fields, "because", ""), page.wrong_in("basis"))}
                button { class: "btn", {say!(words, "matching-basis-do")} }
            }
        }
    }
}

/// They rest.
pub fn pause_form(words: Words, page: &CasePage<'_>) -> Element {
    let (fields, wrong) = (page.typed_in("pause"), page.wrong_in("pause"));
    let (chosen, note) = (typed(&fields, "reason", ""), typed(&fields, "note", ""));
    let offered = PauseReason::ALL.iter().filter(|reason| **reason != PauseReason::ConsentWithdrawn);
    rsx! {
        details { class: "panel", open: page.form == "pause",
            summary { {say!(words, "matching-pause")} }
            form { method: "post", action: "{page.address()}/steps", "data-testid": "pause",
                {form_token(page.who)}
                input { r#type: "hidden", name: "step", value: "pause" }
                p { class: "quiet-text", {say!(words, "matching-pause-says")} }
                label { class: "field", {say!(words, "mentor-end-reason")}
                    select { name: "reason", required: true,
                        option { value: "", {say!(words, "matching-choose")} }
                        for reason in offered {
                            option { value: reason.word(), selected: reason.word() == chosen, {say!(words, "matching-pause-reason", word: reason.word())} }
                        }
                    }
                    {wrong_at(words, wrong, "reason")}
                }
                {note_field(words, &note)}
                {wrong_at(words, wrong, "note")}
                button { class: "btn", {say!(words, "matching-pause-do")} }
            }
        }
    }
}

/// Another last day.
pub fn end_form(words: Words, page: &CasePage<'_>) -> Element {
    let (fields, wrong) = (page.typed_in("end_expected"), page.wrong_in("end_expected"));
    let stored = page.case.expected_end.map(|day| day.to_string()).unwrap_or_default();
    let day = typed(&fields, "expected_end", &stored);
    rsx! {
        details { class: "panel", open: page.form == "end_expected",
            summary { {say!(words, "matching-end-change")} }
            form { method: "post", action: "{page.address()}/steps", "data-testid": "expected-end",
                {form_token(page.who)}
                input { r#type: "hidden", name: "step", value: "end_expected" }
                label { class: "field", {say!(words, "matching-expected-end")}
                    input { r#type: "date", name: "expected_end", value: "{day}", required: true }
                    {wrong_at(words, wrong, "expected_end")}
                }
                button { class: "btn", {say!(words, "matching-end-do")} }
            }
        }
    }
}

/// It does not come to be.
pub fn withdraw_form(words: Words, page: &CasePage<'_>) -> Element {
    let (fields, wrong) = (page.typed_in("withdraw"), page.wrong_in("withdraw"));
    let note = typed(&fields, "note", "");
    rsx! {
        details { class: "panel", open: page.form == "withdraw",
            summary { class: "late", {say!(words, "matching-withdraw")} }
            form { method: "post", action: "{page.address()}/steps", "data-testid": "withdraw",
                {form_token(page.who)}
                input { r#type: "hidden", name: "step", value: "withdraw" }
                p { class: "quiet-text", {say!(words, "matching-withdraw-says")} }
                {note_field(words, &note)}
                {wrong_at(words, wrong, "note")}
                button { class: "small-btn end", {say!(words, "matching-withdraw-do")} }
            }
        }
    }
}

/// Something in words.
pub fn note_field(words: Words, note: &str) -> Element {
    rsx! {
        label { class: "field", {say!(words, "matching-note")}
            textarea { name: "note", rows: "2", maxlength: "{NoteText::MAX_CHARACTERS}", "{note}" }
        }
    }
}
