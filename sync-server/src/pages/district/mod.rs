//! The district's pages: figures by whole months, what the district and its schools say of themselves, what leaves the
//! house, and who looked at what. No page here names a student.

pub mod access;
pub mod home;
pub mod impact;
pub mod readiness;
pub mod reflections;
pub mod self_check;
pub mod sharing;
pub mod variants;

use axum::response::Html;
use chrono::DateTime;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::{document, steps};
use crate::auth::permissions::{Does, may};
use crate::service::district_form::{Fields, LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX, Wrong};
use crate::store::sessions::SignedIn;

/// What every page of the district shares: head, bar, and the way to its other pages.
pub struct Frame<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The page's one heading.
    pub title: String,
    /// What stands below it.
    pub sub: String,
    /// The page's own address.
    pub here: &'a str,
}

impl Frame<'_> {
    /// The whole document.
    pub fn page(self, words: Words, body: Element) -> Html<String> {
        let Frame { who, title, sub, here } = self;
        let path = here.split('?').next().unwrap_or(here);
        let is_district = path.starts_with("/district");
        // A page of the school's own stands in the bar under the last word of its address.
        let bar = if is_district { "district" } else { path.strip_prefix("/staff/").unwrap_or(path) };
        let bar = bar.split('/').next().unwrap_or(bar);
        let body = rsx! {
            div { class: "page",
                header { class: "head",
                    div {
                        h1 { "{title}" }
                        p { class: "sub", "{sub}" }
                    }
                    {steps(words, who, bar, rsx! {})}
                }
                if is_district {
                    {tabs(words, who, path)}
                }
                main { id: "page", class: "district", {body} }
            }
        };
        document(words, &title, here, body)
    }
}

/// The district's own pages, each for whoever may.
fn tabs(words: Words, who: &SignedIn, here: &str) -> Element {
    let pages = [
        "/district",
        "/district/impact",
        "/district/variants",
        "/district/readiness",
        "/district/self-check",
        "/district/agreements",
        "/district/disclosures",
        "/district/access",
    ];
    rsx! {
        nav { class: "tabs no-print", "aria-label": say!(words, "district-tabs"),
            for page in pages.into_iter().filter(|page| may(who.role, Does::Reads, page)) {
                a {
                    href: page,
                    class: if page == here { "here" },
                    "aria-current": if page == here { "page" },
                    {say!(words, "district-tab", page: page.rsplit('/').next().unwrap_or_default())}
                }
            }
        }
    }
}

/// Percent with one decimal; a dash for what is not shown.
pub(super) fn percent(words: Words, value: Option<f64>) -> String {
    words.rate(value.map(|value| (value * 10.0).round() as u32))
}

/// A count; a dash for what is not shown.
pub(super) fn count(value: Option<u32>) -> String {
    value.map_or_else(|| "–".to_owned(), |count| count.to_string())
}

/// A number with one decimal and its sign.
pub(super) fn signed(value: Option<f64>) -> String {
    match value {
        None => "–".to_owned(),
        Some(value) if value.abs() < 0.05 => "0.0".to_owned(),
        Some(value) if value < 0.0 => format!("−{:.1}", value.abs()),
        Some(value) => format!("+{value:.1}"),
    }
}

/// Which month; works without JavaScript.
fn month_form(
    words: Words,
    address: &str,
    months: &[SchoolDay],
    month: Option<SchoolDay>,
    more: Element,
) -> Element {
    rsx! {
        form { class: "inline district-choice", method: "get", action: "{address}",
            label { class: "field", {say!(words, "district-month")}
                select { name: "month",
                    for one in months {
                        option { value: "{one}", selected: Some(*one) == month, {words.month_of_year(*one)} }
                    }
                }
            }
            {more}
            button { class: "btn quiet", {say!(words, "district-show")} }
        }
    }
}

/// Why there is no month yet, and when there will be one.
fn no_month(words: Words) -> Element {
    rsx! { p { class: "notice", {say!(words, "district-no-month", days: daymark_domain::DAYS_AFTER_A_MONTH)} } }
}

/// What keeps a form from being kept, above it.
fn wrong_notice(words: Words, wrong: Option<Wrong>) -> Element {
    match wrong {
        Some(wrong) => rsx! {
            p { class: "notice bad", role: "alert", id: "wrong",
                {say!(words, "district-wrong", word: wrong.word(), field: wrong.field(), note: NOTE_CHARACTERS_MAX, line: LINE_CHARACTERS_MAX)}
            }
        },
        None => rsx! {},
    }
}

/// A question with its answers to choose from, and words beside it: one of a form.
struct Choice<'a> {
    field: &'static str,
    note_field: &'static str,
    question: String,
    about: String,
    answers: Vec<(&'static str, String)>,
    /// What was typed, or what is in force.
    answer: &'a str,
    note: &'a str,
    wrong: Option<Wrong>,
}

fn choice(words: Words, choice: &Choice<'_>) -> Element {
    let Choice { field, note_field, .. } = *choice;
    let is_wrong = choice.wrong.is_some_and(|wrong| wrong.field() == field || wrong.field() == note_field);
    rsx! {
        fieldset { "aria-describedby": if is_wrong { "wrong" }, class: if is_wrong { "is-wrong" },
            legend { "{choice.question}" }
            p { class: "quiet-text about", "{choice.about}" }
            div { class: "choices across",
                for (word, said) in &choice.answers {
                    label {
                        input { r#type: "radio", name: field, value: "{word}", checked: choice.answer == *word }
                        "{said}"
                    }
                }
            }
            label { class: "field", {say!(words, "district-note")}
                input { name: note_field, value: "{choice.note}", maxlength: "{NOTE_CHARACTERS_MAX}", autocomplete: "off" }
            }
        }
    }
}

/// What was typed into a field.
fn typed<'a>(fields: &'a Fields, field: &str) -> &'a str {
    fields.get(field).map_or("", String::as_str)
}

/// A moment in UTC, for what is read across schools in several zones.
pub(super) fn moment_utc(words: Words, at: i64) -> String {
    let moment = DateTime::from_timestamp(at, 0).unwrap_or_default();
    let (day, time) = (SchoolDay::at(at, 0), moment.format("%H:%M:%S").to_string());
    say!(words, "district-moment", day: words.day_and_year(day), time: time)
}
