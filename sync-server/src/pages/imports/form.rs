//! One kind of file: what it must hold, and where to choose it.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::super::form_token;
use super::frame;
use crate::imports::ImportKind;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct FormPage<'a> {
    /// Whoever uploads.
    pub who: &'a SignedIn,
    /// Whose file it is.
    pub school: &'a School,
    /// Which kind of file.
    pub kind: ImportKind,
    /// Why the last one was not taken.
    pub refusal: Option<Refusal>,
}

/// Why a file was not taken, or nothing was begun.
pub enum Refusal {
    /// Nobody chose one, or it is empty.
    NoFile,
    /// It is larger than any export.
    TooLarge,
    /// A date is none.
    Date,
    /// The mapping cannot be read; the sentence is the importer's own.
    Words(String),
    /// Others are importing, or this session already is.
    Busy,
    /// This server has no folder for uploads.
    NoRoom,
}

/// The sentence, as something that just happened.
pub(super) fn refused(words: Words, refusal: &Refusal) -> Element {
    let sentence = match refusal {
        Refusal::NoFile => say!(words, "imports-refused-no-file"),
        Refusal::TooLarge => say!(words, "imports-refused-too-large"),
        Refusal::Date => say!(words, "imports-refused-date"),
        Refusal::Words(_) => say!(words, "imports-refused-words"),
        Refusal::Busy => say!(words, "imports-refused-busy"),
        Refusal::NoRoom => say!(words, "imports-refused-no-room"),
    };
    rsx! {
        div { class: "panel late", role: "alert", "data-testid": "imports-refusal",
            p { "{sentence}" }
            if let Refusal::Words(own) = refusal {
                p { lang: "en", "{own}" }
            }
        }
    }
}

/// The form.
pub fn form(words: Words, page: &FormPage<'_>) -> Html<String> {
    let kind = page.kind.word();
    let main = rsx! {
        if let Some(refusal) = &page.refusal {
            {refused(words, refusal)}
        }
        // The token comes first: nothing behind it is read without it.
        form {
            class: "panel",
            method: "post",
            enctype: "multipart/form-data",
            action: "/staff/imports/files/{kind}",
            {form_token(page.who)}
            label { class: "field", {say!(words, "imports-file")}
                input {
                    r#type: "file",
                    name: "file",
                    required: true,
                    accept: accept(page.kind),
                    "data-testid": "imports-file",
                }
            }
            {more(words, page)}
            p { {say!(words, "imports-try-says")} }
            button { class: "btn", "data-testid": "imports-try", {say!(words, "imports-try")} }
        }
    };
    let title = say!(words, "imports-kind", kind: kind);
    let lead = say!(words, "imports-kind-says", kind: kind);
    frame(words, page.who, &title, &lead, &format!("/staff/imports/new/{kind}"), main)
}

fn accept(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::OneRoster => ".zip",
        ImportKind::Calendar => ".csv,.ics",
        _ => ".csv",
    }
}

fn more(words: Words, page: &FormPage<'_>) -> Element {
    match page.kind {
        ImportKind::Attendance => rsx! {
            label { class: "field", {say!(words, "imports-through")}
                input { r#type: "date", name: "through" }
            }
            label { class: "field", {say!(words, "imports-reporting")}
                select { name: "negative_reporting",
                    option { value: "", {say!(words, "imports-reporting-as-before")} }
                    option { value: "yes", {say!(words, "imports-reporting-yes")} }
                    option { value: "no", {say!(words, "imports-reporting-no")} }
                }
            }
            div { class: "choices",
                label {
                    input { r#type: "checkbox", name: "whole", value: "yes" }
                    {say!(words, "imports-whole")}
                }
            }
            {mapping(words, say!(words, "imports-map"), say!(words, "imports-map-says"))}
        },
        ImportKind::Calendar => rsx! {
            fieldset {
                legend { {say!(words, "imports-events")} }
                p { {say!(words, "imports-events-says", school: page.school.name.as_str())} }
                div { class: "inline",
                    label { class: "field", {say!(words, "imports-first")}
                        input { r#type: "date", name: "first" }
                    }
                    label { class: "field", {say!(words, "imports-last")}
                        input { r#type: "date", name: "last" }
                    }
                }
            }
            {mapping(words, say!(words, "imports-event-words"), say!(words, "imports-event-words-says"))}
        },
        _ => rsx! {},
    }
}

fn mapping(words: Words, summary: String, says: String) -> Element {
    rsx! {
        details {
            summary { "{summary}" }
            label { class: "field", "{says}"
                textarea { name: "words", rows: "8", maxlength: "60000", spellcheck: "false", autocomplete: "off" }
            }
            p { class: "small", {say!(words, "imports-map-where")} }
        }
    }
}
