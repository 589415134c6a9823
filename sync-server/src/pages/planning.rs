//! The school's plan: thirteen prompts with free text, and every version of it.

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::mentors::moment_at;
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::service::planning::PARTS;
use crate::store::planning::{Plan, PlanVersion};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Of one answer; all thirteen together fit into one form.
pub const ANSWER_CHARACTERS_MAX: usize = 3_000;

/// What the page shows.
pub struct PlanPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// All versions, the latest first.
    pub versions: &'a [PlanVersion],
    /// As stored or as typed, by the prompt's word.
    pub answers: &'a BTreeMap<String, String>,
    /// The version that whoever writes has seen.
    pub follows: u32,
    /// What came of the form.
    pub outcome: Option<Outcome>,
}

/// What came of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored.
    Saved,
    /// An answer is too long: nothing was stored.
    TooLong,
    /// Somebody saved this version in between: nothing was stored.
    Newer(u32),
}

/// The plan in force: as a form for those who may change it.
pub fn page(words: Words, page: &PlanPage<'_>) -> Html<String> {
    let PlanPage { who, school, versions, answers, .. } = page;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "plan-title")} }
                    p { class: "sub", "{school.name}" }
                }
                {steps(words, who, "planning", rsx! {})}
            }
            main { id: "page", class: "planning",
                p { class: "section", {say!(words, "plan-lead")} }
                {outcome(words, page)}
                if may(who.role, Does::Changes, "/staff/planning") {
                    {form(words, page)}
                } else {
                    {read_only(words, answers)}
                }
                {history(words, school, versions)}
            }
        }
    };
    document(words, &say!(words, "plan-title"), "/staff/planning", body)
}

fn outcome(words: Words, page: &PlanPage<'_>) -> Element {
    match page.outcome {
        Some(Outcome::Saved) => {
            rsx! { p { class: "notice good", role: "status", {say!(words, "plan-saved", n: page.follows)} } }
        }
        Some(Outcome::TooLong) => {
            let max = ANSWER_CHARACTERS_MAX;
            rsx! { p { class: "notice bad", role: "alert", {say!(words, "plan-too-long", max: max)} } }
        }
        Some(Outcome::Newer(version)) => rsx! {
            p { class: "notice bad", role: "alert",
                {say!(words, "plan-newer", n: version)}
                " "
                a { href: "/staff/planning/{version}", target: "_blank", {say!(words, "plan-newer-read")} }
            }
        },
        None => rsx! {},
    }
}

fn form(words: Words, page: &PlanPage<'_>) -> Element {
    rsx! {
        form { class: "panel", method: "post", action: "/staff/planning",
            {form_token(page.who)}
            input { r#type: "hidden", name: "follows", value: "{page.follows}" }
            for (n, (part, prompts)) in PARTS.into_iter().enumerate() {
                section {
                    h2 { {say!(words, "plan-part", n: n + 1, part: part)} }
                    for (letter, prompt) in ('a'..).zip(prompts) {
                        {field(words, letter, prompt, page.answers.get(*prompt))}
                    }
                }
            }
            button { class: "btn", {say!(words, "plan-do")} }
        }
    }
}

fn field(words: Words, letter: char, prompt: &str, answer: Option<&String>) -> Element {
    let answer = answer.cloned().unwrap_or_default();
    let rows = answer.lines().count().max(3) + 1;
    let is_too_long = answer.chars().count() > ANSWER_CHARACTERS_MAX;
    rsx! {
        h3 { label { r#for: "{prompt}", {say!(words, "plan-prompt", letter: letter.to_string(), prompt: prompt)} } }
        p { class: "quiet-text", id: "about-{prompt}", {say!(words, "plan-help", prompt: prompt)} }
        div { class: "field",
            textarea {
                id: "{prompt}",
                name: "{prompt}",
                rows: "{rows}",
                maxlength: "{ANSWER_CHARACTERS_MAX}",
                "aria-describedby": "about-{prompt}",
                "aria-invalid": if is_too_long { "true" },
                "{answer}"
            }
        }
    }
}

fn read_only(words: Words, answers: &BTreeMap<String, String>) -> Element {
    rsx! {
        for (n, (part, prompts)) in PARTS.into_iter().enumerate() {
            section { class: "section",
                h2 { {say!(words, "plan-part", n: n + 1, part: part)} }
                for (letter, prompt) in ('a'..).zip(prompts) {
                    div { class: "answer-of",
                        h3 { {say!(words, "plan-prompt", letter: letter.to_string(), prompt: *prompt)} }
                        match answers.get(*prompt) {
                            Some(answer) => rsx! { p { class: "as-typed", "{answer}" } },
                            None => rsx! { p { class: "quiet-text", {say!(words, "plan-open")} } },
                        }
                    }
                }
            }
        }
    }
}

fn history(words: Words, school: &School, versions: &[PlanVersion]) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "plan-history")} }
            if versions.is_empty() {
                p { {say!(words, "plan-history-none")} }
            } else {
                ul { class: "versions",
                    for version in versions {
                        li {
                            a { href: "/staff/planning/{version.version}",
                                {say!(words, "plan-version", n: version.version)}
                            }
                            " "
                            {by_and_when(words, school, version)}
                        }
                    }
                }
            }
        }
    }
}

fn by_and_when(words: Words, school: &School, version: &PlanVersion) -> String {
    let moment = moment_at(words, school, version.at);
    say!(words, "plan-by", name: version.by.as_str(), moment: moment)
}

/// One version, to read and to print.
pub fn version(words: Words, who: &SignedIn, school: &School, plan: &Plan) -> Html<String> {
    let number = plan.version.version;
    let title = say!(words, "plan-version-title", school: school.name.as_str(), n: number);
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", {by_and_when(words, school, &plan.version)} }
                }
                {steps(words, who, "planning", rsx! {})}
            }
            main { id: "page", class: "planning printed",
                p { class: "section no-print", {say!(words, "sheet-how-to-print")} }
                {read_only(words, &plan.answers)}
            }
        }
    };
    document(words, &title, &format!("/staff/planning/{number}"), body)
}
