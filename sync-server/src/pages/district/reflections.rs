//! What a month taught the school: three prompts beside its figures, in words without names.

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ReflectionPrompt, SchoolDay};
use dioxus::prelude::*;

use super::{Frame, month_form, no_month, typed, wrong_notice};
use crate::auth::permissions::{Does, may};
use crate::pages::form_token;
use crate::pages::mentors::moment_at;
use crate::service::district_form::{Fields, Question, TEXT_CHARACTERS_MAX, Wrong};
use crate::store::district::Reflection;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct ReflectionsPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The months that are over.
    pub months: &'a [SchoolDay],
    /// The one that it is about.
    pub month: Option<SchoolDay>,
    /// What is in force.
    pub stored: &'a BTreeMap<ReflectionPrompt, String>,
    /// What was typed, when it was not taken.
    pub typed: Option<&'a Fields>,
    /// Why not.
    pub wrong: Option<Wrong>,
    /// What was written last.
    pub last: Option<&'a Reflection>,
}

/// The page.
pub fn page(words: Words, page: &ReflectionsPage<'_>) -> Html<String> {
    let here = page
        .month
        .map_or_else(|| "/staff/reflections".to_owned(), |month| format!("/staff/reflections?month={month}"));
    let body = match page.month {
        Some(month) => rsx! {
            {month_form(words, "/staff/reflections", page.months, Some(month), rsx! {})}
            p { class: "section", {say!(words, "reflection-lead")} }
            if may(page.who.role, Does::Reads, "/staff/reports/{report}") {
                p { a { href: "/staff/reports/monthly-impact?as_of={month}", {say!(words, "reflection-figures")} } }
            }
            {wrong_notice(words, page.wrong)}
            {form(words, page, month)}
        },
        None => no_month(words),
    };
    let (title, sub) = (say!(words, "reflection-title"), page.school.name.clone());
    Frame { who: page.who, title, sub, here: &here }.page(words, body)
}

fn form(words: Words, page: &ReflectionsPage<'_>, month: SchoolDay) -> Element {
    let may_write = may(page.who.role, Does::Changes, "/staff/reflections");
    rsx! {
        form { class: "panel", method: "post", action: "/staff/reflections",
            {form_token(page.who)}
            input { r#type: "hidden", name: "month", value: "{month}" }
            for prompt in ReflectionPrompt::ALL.iter().copied() {
                {field(words, page, prompt)}
            }
            if may_write {
                button { class: "btn", "data-testid": "save-reflections", {say!(words, "reflection-save")} }
            }
            if let Some(last) = page.last {
                p { class: "quiet-text",
                    {say!(words, "reflection-by", by: last.by.as_str(), moment: moment_at(words, page.school, last.at))}
                }
            }
        }
    }
}

fn field(words: Words, page: &ReflectionsPage<'_>, prompt: ReflectionPrompt) -> Element {
    let text = match page.typed {
        Some(fields) => typed(fields, prompt.field()).to_owned(),
        None => page.stored.get(&prompt).cloned().unwrap_or_default(),
    };
    let is_wrong = page.wrong.is_some_and(|wrong| wrong.field() == prompt.field());
    let rows = text.lines().count().max(3) + 1;
    rsx! {
        label { class: "field", {say!(words, "reflection-prompt", word: prompt.word())}
            textarea {
                name: prompt.field(),
                rows: "{rows}",
                maxlength: "{TEXT_CHARACTERS_MAX}",
                readonly: !may(page.who.role, Does::Changes, "/staff/reflections"),
                "aria-invalid": if is_wrong { "true" },
                "aria-describedby": if is_wrong { "wrong" },
                "{text}"
            }
        }
    }
}
