//! What a mentor's phone gets of a student beyond what every phone does.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{GRANT_DAYS_MAX, GrantedField, MatchId, SchoolDay};
use dioxus::prelude::*;

use super::{not_saved, typed, wrong_at};
use crate::pages::mentors::moment_at;
use crate::pages::{document, form_token, steps};
use crate::service::matching::form::{Fields, LINE_CHARACTERS_MAX, Wrong};
use crate::store::field_grants::{FieldGrant, MatchGrants};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What stands in the form first.
const DAYS_OFFERED: u64 = 30;

/// What the page shows.
pub struct GrantsPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Today at the school.
    pub today: SchoolDay,
    /// The match.
    pub id: MatchId,
    /// Its grants.
    pub of: &'a MatchGrants,
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

impl GrantsPage<'_> {
    fn address(&self) -> String {
        format!("/staff/matches/{}/fields", self.id)
    }
}

/// The page.
pub fn page(words: Words, page: &GrantsPage<'_>) -> Html<String> {
    let of = page.of;
    let (in_force, over): (Vec<_>, Vec<_>) = of.grants.iter().partition(|grant| grant.ended_at.is_none());
    let back = rsx! { a { href: "/staff/matches/{page.id}", {say!(words, "grant-to-match")} } };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "grant-title")} }
                    p { class: "sub",
                        {say!(words, "matching-pair", student: of.student.as_str(), mentor: of.mentor.as_str())}
                    }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "matching",
                {not_saved(words, page.wrong)}
                p { class: "section", {say!(words, "grant-lead")} }
                section { class: "section", "data-testid": "granted",
                    h2 { {say!(words, "grant-in-force")} }
                    if in_force.is_empty() { p { {say!(words, "grant-none")} } }
                    ul { class: "history",
                        for grant in in_force {
                            li { {about(words, page, grant)} {end_button(words, page, grant)} }
                        }
                    }
                }
                if !of.is_over { {form(words, page)} }
                if !over.is_empty() {
                    section { class: "section",
                        h2 { {say!(words, "grant-over")} }
                        ul { class: "history",
                            for grant in over { li { {about(words, page, grant)} } }
                        }
                    }
                }
            }
        }
    };
    document(words, &say!(words, "grant-title"), &page.address(), body)
}

fn about(words: Words, page: &GrantsPage<'_>, grant: &FieldGrant) -> Element {
    let period = say!(words, "grant-period", from: words.day_and_year(grant.from), until: words.day_and_year(grant.until));
    let ended = grant.ended_at.map(|at| {
        let moment = moment_at(words, page.school, at);
        match &grant.ended_by {
            Some(by) => say!(words, "grant-ended-by", by: by.as_str(), moment: moment),
            None => say!(words, "grant-ran-out", moment: moment),
        }
    });
    rsx! {
        span { class: "n", {say!(words, "grant-field", word: grant.field.word())} }
        p { class: "as-typed", "{grant.reason}" }
        small { "{period} · " {say!(words, "grant-by", by: grant.by.as_str())} }
        if let Some(ended) = ended { small { "{ended}" } }
    }
}

fn end_button(words: Words, page: &GrantsPage<'_>, grant: &FieldGrant) -> Element {
    let label = say!(words, "grant-end-of", field: say!(words, "grant-field", word: grant.field.word()));
    rsx! {
        form { method: "post", action: "{page.address()}/{grant.id}/end",
            {form_token(page.who)}
            button { class: "btn quiet", "data-testid": "end-grant", "aria-label": "{label}", {say!(words, "grant-end")} }
        }
    }
}

fn form(words: Words, page: &GrantsPage<'_>) -> Element {
    let until = typed(page.typed, "until", &page.today.plus(DAYS_OFFERED).to_string());
    let (chosen, reason) = (typed(page.typed, "field", ""), typed(page.typed, "reason", ""));
    rsx! {
        form { class: "panel", method: "post", action: "{page.address()}", "data-testid": "grant",
            {form_token(page.who)}
            h2 { {say!(words, "grant-new")} }
            label { class: "field", {say!(words, "grant-what")}
                select { name: "field", required: true,
                    option { value: "", {say!(words, "matching-choose")} }
                    for field in GrantedField::ALL {
                        option { value: field.word(), selected: field.word() == chosen,
                            {say!(words, "grant-field", word: field.word())}
                        }
                    }
                }
                {wrong_at(words, page.wrong, "field")}
            }
            label { class: "field", {say!(words, "grant-why")}
                input { name: "reason", value: "{reason}", required: true, maxlength: "{LINE_CHARACTERS_MAX}", autocomplete: "off" }
                {wrong_at(words, page.wrong, "reason")}
            }
            label { class: "field", {say!(words, "grant-until")}
                input {
                    r#type: "date", name: "until", value: "{until}", required: true, min: "{page.today}",
                    max: "{page.today.plus(GRANT_DAYS_MAX)}",
                }
                {wrong_at(words, page.wrong, "until")}
            }
            p { class: "quiet-text", {say!(words, "grant-record-says")} }
            button { class: "btn", {say!(words, "grant-do")} }
        }
    }
}
