//! Who looked at what. A student is a key here, and leads to the log alone: the auditor reads no student's page.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::{Frame, moment_utc, typed, wrong_notice};
use crate::handlers::district::access::Which;
use crate::pages::form_token;
use crate::service::district_form::{Fields, LINE_CHARACTERS_MAX, Wrong};
use crate::store::access_log::{Access, AccessChoices};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct LogPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// What the address narrows by.
    pub which: &'a Which,
    /// What fits.
    pub rows: &'a [Access],
    /// The number below which the next page begins.
    pub next: Option<i64>,
    /// What can be narrowed by.
    pub choices: &'a AccessChoices,
    /// All schools.
    pub schools: &'a [School],
    /// The key of the student whom it is narrowed to.
    pub key: Option<&'a str>,
    /// Why a key was not found, and what was typed.
    pub wrong: Option<(Wrong, &'a Fields)>,
}

/// The page.
pub fn page(words: Words, page: &LogPage<'_>) -> Html<String> {
    let body = rsx! {
        p { class: "section", {say!(words, "access-log-lead")} }
        {filter(words, page)}
        {key_form(words, page)}
        p { class: "section access-bar no-print",
            a { href: "/district/access.csv?{query(page.which, None)}", "data-testid": "access-csv", {say!(words, "access-log-csv")} }
        }
        {table(words, page)}
        if let Some(next) = page.next {
            p { class: "section no-print", a { class: "btn quiet", href: "/district/access?{query(page.which, Some(next))}", {say!(words, "access-log-older")} } }
        }
    };
    let (title, sub) = (say!(words, "access-log-title"), say!(words, "access-log-sub"));
    let here = format!("/district/access?{}", query(page.which, page.which.before.parse().ok()));
    Frame { who: page.who, title, sub, here: &here }.page(words, body)
}

/// The address of this choice. Its values were parsed: ids, dates, and words of ours.
fn query(which: &Which, before: Option<i64>) -> String {
    let is_plain = |text: &&str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let fields = [
        ("person", &which.person),
        ("kind", &which.kind),
        ("student", &which.student),
        ("school", &which.school),
        ("from", &which.from),
        ("until", &which.until),
    ];
    let before = before.map(|before| format!("before={before}"));
    let plain = fields.iter().map(|(name, value)| (name, value.as_str()));
    let plain = plain.filter(|(_, value)| !value.is_empty() && is_plain(value));
    plain.map(|(name, value)| format!("{name}={value}")).chain(before).collect::<Vec<_>>().join("&")
}

fn filter(words: Words, page: &LogPage<'_>) -> Element {
    let which = page.which;
    rsx! {
        form { class: "panel no-print", method: "get", action: "/district/access",
            div { class: "inline",
                label { class: "field", {say!(words, "access-log-person")}
                    select { name: "person",
                        option { value: "", {say!(words, "access-log-everybody")} }
                        for (id, name) in &page.choices.people {
                            option { value: "{id}", selected: id.to_string() == which.person, "{name}" }
                        }
                    }
                }
                label { class: "field", {say!(words, "access-log-kind")}
                    select { name: "kind",
                        option { value: "", {say!(words, "access-log-everything")} }
                        for kind in &page.choices.kinds {
                            option { value: "{kind}", selected: *kind == which.kind, {said(words, kind)} }
                        }
                    }
                }
                label { class: "field", {say!(words, "access-log-school")}
                    select { name: "school",
                        option { value: "", {say!(words, "access-log-all-schools")} }
                        for school in page.schools {
                            option { value: "{school.id}", selected: school.id.to_string() == which.school, "{school.name}" }
                        }
                    }
                }
                label { class: "field", {say!(words, "access-log-from")}
                    input { r#type: "date", name: "from", value: "{which.from}" }
                }
                label { class: "field", {say!(words, "access-log-until")}
                    input { r#type: "date", name: "until", value: "{which.until}" }
                }
                if !which.student.is_empty() {
                    input { r#type: "hidden", name: "student", value: "{which.student}" }
                }
                button { class: "btn", "data-testid": "filter-access", {say!(words, "district-show")} }
            }
        }
    }
}

fn key_form(words: Words, page: &LogPage<'_>) -> Element {
    let (wrong, value) = match page.wrong {
        Some((wrong, fields)) => (Some(wrong), typed(fields, "key")),
        None => (None, ""),
    };
    rsx! {
        {wrong_notice(words, wrong)}
        form { class: "panel no-print", method: "post", action: "/district/access",
            {form_token(page.who)}
            div { class: "inline",
                label { class: "field", {say!(words, "access-log-key")}
                    input {
                        name: "key",
                        value: "{value}",
                        maxlength: "{LINE_CHARACTERS_MAX}",
                        autocomplete: "off",
                        "aria-invalid": if wrong.is_some() { "true" },
                        "aria-describedby": if wrong.is_some() { "wrong" },
                    }
                }
                button { class: "btn quiet", "data-testid": "find-key", {say!(words, "access-log-find")} }
            }
        }
        if let Some(key) = page.key {
            p { class: "notice", {say!(words, "access-log-of", key: key)} " " a { href: "/district/access", {say!(words, "access-log-of-all")} } }
        }
    }
}

/// What was done, in words; a word that this page does not know yet is shown as it is.
fn said(words: Words, kind: &str) -> String {
    say!(words, "access-log-what", word: kind, plain: kind.replace('_', " "))
}

fn table(words: Words, page: &LogPage<'_>) -> Element {
    let column = |word: &str| say!(words, "access-log-col", word: word);
    rsx! {
        if page.rows.is_empty() {
            p { class: "section", {say!(words, "access-log-none")} }
        } else {
            div { class: "scroll section",
                table { class: "week figures",
                    thead { tr {
                        for word in ["when", "who", "what", "student", "school"] {
                            th { scope: "col", {column(word)} }
                        }
                    } }
                    tbody {
                        for row in page.rows {
                            tr {
                                th { scope: "row", class: "num", {moment_utc(words, row.at)} }
                                td { "data-label": column("who"),
                                    {row.by.clone().unwrap_or_else(|| say!(words, "access-log-nobody"))}
                                    if row.by_phone { small { {say!(words, "access-log-phone")} } }
                                }
                                td { "data-label": column("what"), {said(words, &row.what)}
                                    if let Some(detail) = row.detail.as_deref().filter(|detail| !detail.is_empty()) { small { "{detail}" } }
                                }
                                td { "data-label": column("student"),
                                    if let (Some(id), Some(key)) = (row.student_id, &row.student_key) {
                                        a { class: "num", href: "/district/access?student={id}", "{key}" }
                                    } else { "–" }
                                }
                                td { "data-label": column("school"), {row.school.clone().unwrap_or_else(|| say!(words, "share-district"))} }
                            }
                        }
                    }
                }
            }
        }
    }
}
