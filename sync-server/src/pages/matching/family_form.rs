//! What the family was told, signed or took back, as it is written down.

use daymark_components::{Words, say};
use daymark_domain::{ConsentScope, ConsentSigned};
use dioxus::prelude::*;

use super::case::CasePage;
use super::case_forms::note_field;
use super::proposal::{answer, channel};
use super::{typed, wrong_at};
use crate::pages::form_token;
use crate::service::matching::form::{Fields, LINE_CHARACTERS_MAX, Wrong};

/// The family was told.
pub fn notice_form(words: Words, page: &CasePage<'_>, open: bool) -> Element {
    let (fields, wrong) = (page.typed_in("notice"), page.wrong_in("notice"));
    rsx! {
        details { class: "panel", open: open || page.form == "notice",
            summary { {say!(words, "matching-notice-new")} }
            form { method: "post", action: "{page.address()}/notices", "data-testid": "notice",
                {form_token(page.who)}
                input { r#type: "hidden", name: "kind", value: "notice" }
                {how_and_when(words, page, &fields, wrong)}
                div { class: "inline",
                    {answer(words, &fields, wrong)}
                    {line(words, &fields, wrong, "answered_by", say!(words, "matching-answered-by"), "")}
                    {line(words, &fields, wrong, "told_by", say!(words, "matching-told-by"), &page.who.name)}
                }
                {note_field(words, &typed(&fields, "note", ""))}
                button { class: "btn", {say!(words, "matching-notice-do")} }
            }
        }
    }
}

/// The family signed, with everything that 34 CFR 99.30 asks for.
pub fn consent_form(words: Words, page: &CasePage<'_>) -> Element {
    let (fields, wrong) = (page.typed_in("consent"), page.wrong_in("consent"));
    let (purpose, mentor) = (say!(words, "matching-purpose-usual"), page.case.mentor_name.as_str());
    let until = page.case.expected_end.map(|day| day.to_string()).unwrap_or_default();
    let (from, until) = (typed(&fields, "from", &page.today.to_string()), typed(&fields, "until", &until));
    let (scope, signed) = (typed(&fields, "scope", ""), typed(&fields, "signed", ""));
    rsx! {
        details { class: "panel", open: page.form == "consent",
            summary { {say!(words, "matching-consent-new")} }
            form { method: "post", action: "{page.address()}/notices", "data-testid": "consent",
                {form_token(page.who)}
                input { r#type: "hidden", name: "kind", value: "consent" }
                p { class: "quiet-text", {say!(words, "matching-consent-says")} }
                {how_and_when(words, page, &fields, wrong)}
                {line(words, &fields, wrong, "answered_by", say!(words, "matching-signed-by"), "")}
                label { class: "field", {say!(words, "matching-scope")}
                    select { name: "scope",
                        option { value: "", {say!(words, "matching-choose")} }
                        for word in ConsentScope::ALL {
                            option { value: word.word(), selected: word.word() == scope, {say!(words, "matching-scope-word", word: word.word())} }
                        }
                    }
                    {wrong_at(words, wrong, "scope")}
                }
                {line(words, &fields, wrong, "purpose", say!(words, "matching-purpose"), &purpose)}
                {line(words, &fields, wrong, "recipient", say!(words, "matching-recipient"), mentor)}
                div { class: "inline",
                    {date(words, wrong, "from", say!(words, "matching-from"), &from)}
                    {date(words, wrong, "until", say!(words, "matching-until"), &until)}
                    label { class: "field", {say!(words, "matching-signed")}
                        select { name: "signed",
                            option { value: "", {say!(words, "matching-choose")} }
                            for word in ConsentSigned::ALL {
                                option { value: word.word(), selected: word.word() == signed, {say!(words, "matching-signed-word", word: word.word())} }
                            }
                        }
                        {wrong_at(words, wrong, "signed")}
                    }
                }
                button { class: "btn", {say!(words, "matching-consent-do")} }
            }
        }
    }
}

/// The family took it back.
pub fn withdrawal_form(words: Words, page: &CasePage<'_>) -> Element {
    let (fields, wrong) = (page.typed_in("withdrawal"), page.wrong_in("withdrawal"));
    rsx! {
        details { class: "panel", open: page.form == "withdrawal",
            summary { class: "late", {say!(words, "matching-withdrawal-new")} }
            form { method: "post", action: "{page.address()}/notices", "data-testid": "withdrawal",
                {form_token(page.who)}
                input { r#type: "hidden", name: "kind", value: "withdrawal" }
                p { class: "quiet-text", {say!(words, "matching-withdrawal-says")} }
                {how_and_when(words, page, &fields, wrong)}
                {line(words, &fields, wrong, "answered_by", say!(words, "matching-withdrawn-by"), "")}
                {note_field(words, &typed(&fields, "note", ""))}
                button { class: "small-btn end", {say!(words, "matching-withdrawal-do")} }
            }
        }
    }
}

fn how_and_when(words: Words, page: &CasePage<'_>, fields: &Fields, wrong: Option<Wrong>) -> Element {
    let day = typed(fields, "notice_day", &page.today.to_string());
    rsx! {
        div { class: "inline",
            {channel(words, fields, None, wrong)}
            {line(words, fields, wrong, "language", say!(words, "matching-notice-language"), &page.language)}
            {date(words, wrong, "notice_day", say!(words, "matching-notice-day"), &day)}
        }
    }
}

fn line(
    words: Words,
    fields: &Fields,
    wrong: Option<Wrong>,
    name: &'static str,
    label: String,
    first: &str,
) -> Element {
    let value = typed(fields, name, first);
    rsx! {
        label { class: "field", "{label}"
            input { name, value: "{value}", maxlength: "{LINE_CHARACTERS_MAX}", autocomplete: "off" }
            {wrong_at(words, wrong, name)}
        }
    }
}

fn date(words: Words, wrong: Option<Wrong>, name: &'static str, label: String, value: &str) -> Element {
    rsx! {
        label { class: "field", "{label}"
            input { r#type: "date", name, value: "{value}" }
            {wrong_at(words, wrong, name)}
        }
    }
}
