//! The fields of a proposal, for wherever one is made.

use daymark_components::{Words, say};
use daymark_domain::{FamilyAnswer, NoticeChannel, OfficialBecause, Rationale, SchoolDay};
use dioxus::prelude::*;

use super::{typed, wrong_at};
use crate::service::matching::form::{Fields, LINE_CHARACTERS_MAX, TEXT_CHARACTERS_MAX, Wrong};

/// What stands in the fields first.
pub struct Proposal<'a> {
    /// The first day.
    pub start_day: SchoolDay,
    /// The last day of the school year, where the calendar knows it.
    pub expected_end: Option<SchoolDay>,
    /// Today at the school.
    pub today: SchoolDay,
    /// What speaks for the two already.
    pub speaks: &'a [Rationale],
    /// What is spoken at home.
    pub language: String,
    /// Whether the mentor takes one more.
    pub has_room: bool,
    /// What matches of the school try, for whoever types the same again.
    pub variants: Vec<String>,
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

/// Why these two, from when to when, what allows it, what the family knows.
pub fn fields(words: Words, of: &Proposal<'_>) -> Element {
    rsx! {
        {reasons(words, of)}
        {beyond_room(words, of)}
        {days(words, of)}
        {variant(words, of)}
        {because(words, &typed(of.typed, "because", OfficialBecause::UnderSchoolControl.word()), of.wrong)}
        {told(words, of)}
    }
}

fn reasons(words: Words, of: &Proposal<'_>) -> Element {
    let ticked = |code: &Rationale| match of.typed.is_empty() {
        true => of.speaks.contains(code),
        false => of.typed.contains_key(&format!("why_{}", code.word())),
    };
    let text = typed(of.typed, "rationale", "");
    rsx! {
        fieldset { class: "times",
            legend { {say!(words, "matching-why")} }
            {wrong_at(words, of.wrong, "rationale_codes")}
            for code in Rationale::ALL {
                label {
                    input { r#type: "checkbox", name: "why_{code.word()}", value: "yes", checked: ticked(code) }
                    {say!(words, "matching-rationale", code: code.word())}
                }
            }
        }
        label { class: "field", {say!(words, "matching-why-words")}
            textarea { name: "rationale", rows: "2", maxlength: "{TEXT_CHARACTERS_MAX}", required: true, "{text}" }
            {wrong_at(words, of.wrong, "rationale")}
        }
    }
}

/// More than the mentor wants to take needs a reason.
fn beyond_room(words: Words, of: &Proposal<'_>) -> Element {
    let text = typed(of.typed, "beyond_room", "");
    rsx! {
        if !of.has_room {
            div { class: "notice", "data-testid": "no-room",
                p { class: "n", {say!(words, "matching-full-warning")} }
                label { class: "field", {say!(words, "matching-full-why")}
                    textarea { name: "beyond_room", rows: "2", maxlength: "{TEXT_CHARACTERS_MAX}", required: true, "{text}" }
                    {wrong_at(words, of.wrong, "beyond_room")}
                }
            }
        }
    }
}

fn variant(words: Words, of: &Proposal<'_>) -> Element {
    let value = typed(of.typed, "variant", "");
    rsx! {
        label { class: "field", {say!(words, "matching-variant")}
            input { name: "variant", list: "known-variants", value: "{value}", maxlength: "{LINE_CHARACTERS_MAX}", autocomplete: "off" }
            small { {say!(words, "matching-variant-hint")} }
            {wrong_at(words, of.wrong, "variant")}
        }
        datalist { id: "known-variants",
            for known in &of.variants { option { value: "{known}" } }
        }
    }
}

fn days(words: Words, of: &Proposal<'_>) -> Element {
    let start = typed(of.typed, "start_day", &of.start_day.to_string());
    let end =
        typed(of.typed, "expected_end", &of.expected_end.map(|day| day.to_string()).unwrap_or_default());
    rsx! {
        div { class: "inline",
            label { class: "field", {say!(words, "match-start")}
                input { r#type: "date", name: "start_day", value: "{start}", required: true }
                {wrong_at(words, of.wrong, "start_day")}
            }
            label { class: "field", {say!(words, "matching-expected-end")}
                input { r#type: "date", name: "expected_end", value: "{end}" }
                {wrong_at(words, of.wrong, "expected_end")}
            }
        }
        label { class: "tick",
            input { r#type: "checkbox", name: "wake_up_calls", value: "yes", checked: of.typed.contains_key("wake_up_calls") }
            {say!(words, "match-wake-up")}
        }
    }
}

/// Why the mentor may know of the student without a consent.
pub fn because(words: Words, chosen: &str, wrong: Option<Wrong>) -> Element {
    rsx! {
        label { class: "field", {say!(words, "matching-because")}
            select { name: "because",
                option { value: "", {say!(words, "matching-because-later")} }
                for word in OfficialBecause::ALL {
                    option { value: word.word(), selected: word.word() == chosen, {say!(words, "matching-because-word", word: word.word())} }
                }
            }
            small { {say!(words, "matching-because-hint")} }
            {wrong_at(words, wrong, "because")}
        }
    }
}

fn told(words: Words, of: &Proposal<'_>) -> Element {
    let language = typed(of.typed, "language", &of.language);
    let by = typed(of.typed, "answered_by", "");
    let day = typed(of.typed, "notice_day", &of.today.to_string());
    rsx! {
        fieldset { class: "told",
            legend { {say!(words, "matching-told")} }
            div { class: "inline",
                {channel(words, of.typed, Some(say!(words, "matching-told-not-yet")), of.wrong)}
                label { class: "field", {say!(words, "matching-notice-language")}
                    input { name: "language", value: "{language}", maxlength: "{LINE_CHARACTERS_MAX}", autocomplete: "off" }
                    {wrong_at(words, of.wrong, "language")}
                }
                label { class: "field", {say!(words, "matching-notice-day")}
                    input { r#type: "date", name: "notice_day", value: "{day}" }
                    {wrong_at(words, of.wrong, "notice_day")}
                }
            }
            div { class: "inline",
                {answer(words, of.typed, of.wrong)}
                label { class: "field", {say!(words, "matching-answered-by")}
                    input { name: "answered_by", value: "{by}", maxlength: "{LINE_CHARACTERS_MAX}", autocomplete: "off" }
                    {wrong_at(words, of.wrong, "answered_by")}
                }
            }
        }
    }
}

/// By which way; `none` is what stands first where nothing may have happened yet.
pub fn channel(words: Words, fields: &Fields, none: Option<String>, wrong: Option<Wrong>) -> Element {
    let chosen = typed(fields, "channel", "");
    let first = none.unwrap_or_else(|| say!(words, "matching-choose"));
    rsx! {
        label { class: "field", {say!(words, "matching-channel")}
            select { name: "channel",
                option { value: "", "{first}" }
                for word in NoticeChannel::ALL {
                    option { value: word.word(), selected: word.word() == chosen, {say!(words, "matching-channel-word", word: word.word())} }
                }
            }
            {wrong_at(words, wrong, "channel")}
        }
    }
}

/// What the family said.
pub fn answer(words: Words, fields: &Fields, wrong: Option<Wrong>) -> Element {
    let chosen = typed(fields, "answer", FamilyAnswer::NoAnswer.word());
    rsx! {
        label { class: "field", {say!(words, "matching-answer")}
            select { name: "answer",
                for word in FamilyAnswer::ALL {
                    option { value: word.word(), selected: word.word() == chosen, {say!(words, "matching-answer-word", word: word.word())} }
                }
            }
            {wrong_at(words, wrong, "answer")}
        }
    }
}
