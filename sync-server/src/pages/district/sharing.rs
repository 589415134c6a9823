//! What leaves the district: agreements, one with its files, and the log of what was given.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::{Frame, moment_utc, typed, wrong_notice};
use crate::auth::permissions::{Does, may};
use crate::pages::form_token;
use crate::service::district_form::{Fields, LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX, Wrong};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::sharing::{Agreement, Disclosure};

/// All agreements, and the form of another.
pub fn list(
    words: Words,
    who: &SignedIn,
    today: SchoolDay,
    agreements: &[Agreement],
    fields: &Fields,
    wrong: Option<Wrong>,
) -> Html<String> {
    let body = rsx! {
        p { class: "section", {say!(words, "sharing-lead")} }
        if agreements.is_empty() {
            p { class: "section", {say!(words, "sharing-none")} }
        } else {
            ul { class: "history section",
                for agreement in agreements {
                    li {
                        a { href: "/district/agreements/{agreement.id}", class: "n", "{agreement.partner}" }
                        " "
                        {standing(words, agreement, today)}
                        p { class: "as-typed", "{agreement.purpose}" }
                        small { {period(words, agreement)} }
                    }
                }
            }
        }
        if may(who.role, Does::Changes, "/district/agreements") {
            {wrong_notice(words, wrong)}
            {new_form(words, who, fields, wrong)}
        }
    };
    let (title, sub) = (say!(words, "sharing-title"), say!(words, "sharing-sub"));
    Frame { who, title, sub, here: "/district/agreements" }.page(words, body)
}

fn standing(words: Words, agreement: &Agreement, today: SchoolDay) -> Element {
    let holds = agreement.holds_on(today);
    let word = match () {
        () if holds => "holds",
        () if today < agreement.first && agreement.ended.is_none() => "ahead",
        () => "over",
    };
    rsx! {
        span { class: if holds { "badge leaf" } else { "badge" }, {say!(words, "sharing-standing", word: word)} }
    }
}

fn period(words: Words, agreement: &Agreement) -> String {
    let (first, last) = (words.day_and_year(agreement.first), words.day_and_year(agreement.last));
    say!(words, "sharing-period", first: first, last: last, by: agreement.by.as_str())
}

fn new_form(words: Words, who: &SignedIn, fields: &Fields, wrong: Option<Wrong>) -> Element {
    let is_wrong = |field: &str| wrong.is_some_and(|wrong| wrong.field() == field);
    let line = |field: &'static str, label: String, kind: &'static str, most: usize| {
        rsx! {
            label { class: "field", "{label}"
                input {
                    name: field,
                    r#type: kind,
                    value: typed(fields, field),
                    maxlength: "{most}",
                    required: true,
                    autocomplete: "off",
                    "aria-invalid": if is_wrong(field) { "true" },
                    "aria-describedby": if is_wrong(field) { "wrong" },
                }
            }
        }
    };
    rsx! {
        form { class: "panel", method: "post", action: "/district/agreements",
            {form_token(who)}
            h2 { {say!(words, "sharing-new")} }
            {line("partner", say!(words, "sharing-partner"), "text", LINE_CHARACTERS_MAX)}
            {line("purpose", say!(words, "sharing-purpose"), "text", NOTE_CHARACTERS_MAX)}
            div { class: "inline",
                {line("first", say!(words, "sharing-first"), "date", 10)}
                {line("last", say!(words, "sharing-last"), "date", 10)}
            }
            button { class: "btn", "data-testid": "add-agreement", {say!(words, "sharing-add")} }
        }
    }
}

/// What the page of one shows.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// Today.
    pub today: SchoolDay,
    /// Which.
    pub agreement: &'a Agreement,
    /// All schools.
    pub schools: &'a [School],
    /// The months that may be read.
    pub months: &'a [SchoolDay],
    /// What was given on it.
    pub disclosures: &'a [Disclosure],
    /// What kept a file from being given.
    pub wrong: Option<Wrong>,
}

/// One, with what may be given on it and what was.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let agreement = page.agreement;
    let holds = agreement.holds_on(page.today);
    let body = rsx! {
        section { class: "section",
            p { {standing(words, agreement, page.today)} " " {period(words, agreement)} }
            p { class: "as-typed", "{agreement.purpose}" }
            if let Some(ended) = agreement.ended {
                p { {say!(words, "sharing-ended", day: words.day_and_year(ended))} }
            }
        }
        {wrong_notice(words, page.wrong)}
        if holds && may(page.who.role, Does::Changes, "/district/agreements/{agreement}/file") {
            {file_form(words, page)}
        }
        {given(words, page.disclosures)}
        if agreement.ended.is_none() && may(page.who.role, Does::Changes, "/district/agreements/{agreement}/end") {
            form { class: "section", method: "post", action: "/district/agreements/{agreement.id}/end",
                {form_token(page.who)}
                button { class: "btn quiet end-agreement", "data-testid": "end-agreement", {say!(words, "sharing-end")} }
            }
        }
    };
    let (title, sub) = (agreement.partner.clone(), say!(words, "sharing-one-sub"));
    let here = format!("/district/agreements/{}", agreement.id);
    Frame { who: page.who, title, sub, here: &here }.page(words, body)
}

fn file_form(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        form { class: "panel", method: "post", action: "/district/agreements/{page.agreement.id}/file",
            {form_token(page.who)}
            h2 { {say!(words, "share-title")} }
            p { {say!(words, "share-lead")} }
            if page.months.is_empty() {
                {super::no_month(words)}
            } else {
                div { class: "inline",
                    label { class: "field", {say!(words, "district-month")}
                        select { name: "month",
                            for month in page.months {
                                option { value: "{month}", {words.month_of_year(*month)} }
                            }
                        }
                    }
                    label { class: "field", {say!(words, "share-of")}
                        select { name: "school",
                            option { value: "", {say!(words, "share-district")} }
                            for school in page.schools {
                                option { value: "{school.id}", "{school.name}" }
                            }
                        }
                    }
                    label { class: "field", {say!(words, "share-face")}
                        select { name: "face",
                            for face in ["csv", "json"] {
                                option { value: face, {say!(words, "share-face-word", word: face)} }
                            }
                        }
                    }
                    button { class: "btn", "data-testid": "give-file", {say!(words, "share-do")} }
                }
            }
        }
    }
}

fn given(words: Words, disclosures: &[Disclosure]) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "disclosure-title")} }
            if disclosures.is_empty() {
                p { {say!(words, "disclosure-none")} }
            } else {
                div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "disclosure-title"),
                    table { class: "week figures",
                        thead { tr {
                            for word in ["when", "to", "what", "by", "digest"] {
                                th { scope: "col", {say!(words, "disclosure-col", word: word)} }
                            }
                        } }
                        tbody {
                            for one in disclosures {
                                {disclosure(words, one)}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn disclosure(words: Words, one: &Disclosure) -> Element {
    let digest: String = one.digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let scope = one.school.clone().unwrap_or_else(|| say!(words, "share-district"));
    let what = say!(words, "disclosure-what", scope: scope, month: words.month_of_year(one.as_of), face: one.face.to_uppercase());
    let column = |word: &str| say!(words, "disclosure-col", word: word);
    rsx! {
        tr {
            th { scope: "row", {moment_utc(words, one.at)} }
            td { "data-label": column("to"), "{one.partner}" small { "{one.purpose}" } }
            td { "data-label": column("what"), "{what}" }
            td { "data-label": column("by"), "{one.by}" }
            td { "data-label": column("digest"), class: "num", "{digest}" }
        }
    }
}

/// Everything that was given.
pub fn log(words: Words, who: &SignedIn, disclosures: &[Disclosure]) -> Html<String> {
    let body = rsx! {
        p { class: "section", {say!(words, "disclosure-lead")} }
        {given(words, disclosures)}
    };
    let (title, sub) = (say!(words, "disclosure-log"), say!(words, "disclosure-sub"));
    Frame { who, title, sub, here: "/district/disclosures" }.page(words, body)
}
