//! The heat map: students by school days, each field coloured and lettered, with what mentors did where it is asked for.

use axum::response::Html;
use chrono::Datelike;
use daymark_components::{Words, say};
use daymark_domain::{SchoolDay, UserId};
use dioxus::prelude::*;

use super::super::{document, form_token, steps};
use super::codes::{legend, look, reached_sign, sign};
use super::{called, entry, percent};
use crate::service::days::{Criteria, DayMap, MapRow, Mentored, Order, Risk, STUDENTS_A_PAGE};
use crate::service::meeting::Names;
use crate::service::meeting_form::{NAME_CHARACTERS_MAX, Wrong};
use crate::service::referral_form::Fields;
use crate::store::day_groups::DayGroup;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// How many of the latest school days can be asked for; none: the year.
pub const SPANS: [Option<usize>; 4] = [Some(10), Some(20), Some(40), None];

/// What the page shows.
pub struct DaysPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The map; none before anything was recorded.
    pub map: Option<&'a DayMap>,
    /// Who is on it.
    pub criteria: &'a Criteria,
    /// The day that was asked for.
    pub as_of: Option<SchoolDay>,
    /// How many days.
    pub days: Option<usize>,
    /// With what mentors did.
    pub outreach: bool,
    /// Which page, from 0.
    pub page: usize,
    /// Who is who.
    pub names: &'a Names,
    /// What was saved.
    pub groups: &'a [DayGroup],
    /// Who may look after a group.
    pub owners: &'a [(UserId, String)],
    /// A group that was not saved, as it was typed.
    pub typed: Option<(&'a Fields, Wrong)>,
}

impl DaysPage<'_> {
    fn address(&self, criteria: &Criteria, page: usize) -> String {
        let mut parts = vec![criteria.query()];
        parts.extend(self.as_of.map(|day| format!("as_of={day}")));
        parts.push(format!("days={}", span_word(self.days)));
        parts.push(format!("outreach={}", if self.outreach { "yes" } else { "no" }));
        if page > 0 {
            parts.push(format!("page={page}"));
        }
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("/team/meeting/days?{}", parts.join("&"))
    }
}

/// As an address has it.
fn span_word(days: Option<usize>) -> String {
    days.map_or_else(|| "year".to_owned(), |days| days.to_string())
}

/// The whole page.
pub fn page(words: Words, page: &DaysPage<'_>) -> Html<String> {
    let title = say!(words, "meet-days-title");
    let here = page.address(page.criteria, page.page);
    let more = rsx! {
        a { href: "/team/meeting", {say!(words, "meet-step")} }
        a { class: "here", "aria-current": "page", href: "/team/meeting/days", {say!(words, "meet-days-step")} }
    };
    let body = rsx! {
        div { class: "page meeting",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub",
                        "{page.school.name}"
                        if let Some(map) = page.map { " · " {say!(words, "meet-as-of", day: words.day_long(map.as_of))} }
                    }
                }
                {steps(words, page.who, "meeting", more)}
            }
            main { id: "page",
                match page.map {
                    None => rsx! { p { class: "panel", {say!(words, "meet-empty")} } },
                    Some(map) => rsx! {
                        {groups(words, page)}
                        {choices(words, page, map)}
                        {found(words, page, map)}
                        if !map.rows.is_empty() {
                            {grid(words, page, map)}
                            {legend(words, page.outreach)}
                            {pages(words, page, map)}
                        }
                        {save_form(words, page)}
                    },
                }
            }
        }
    };
    document(words, &title, &here, body)
}

/// The saved groups: each a way to its students.
fn groups(words: Words, page: &DaysPage<'_>) -> Element {
    if page.groups.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "section",
            h2 { {say!(words, "meet-groups")} }
            ul { class: "groups",
                for group in page.groups {
                    li {
                        a { class: "small-btn", href: "/team/meeting/days?{group.criteria}", "{group.name}" }
                        small {
                            match &group.owner_name {
                                Some(name) => say!(words, "meet-group-owner", name: name.as_str()),
                                None => say!(words, "meet-group-nobody"),
                            }
                        }
                        form { method: "post", action: "/team/meeting/days/groups/{group.id}/retire",
                            {form_token(page.who)}
                            button { class: "small-btn end", "aria-label": say!(words, "meet-group-retire-of", name: group.name.as_str()),
                                {say!(words, "meet-group-retire")}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn choices(words: Words, page: &DaysPage<'_>, map: &DayMap) -> Element {
    let criteria = page.criteria;
    rsx! {
        form { class: "inline panel days-form no-print", method: "get", action: "/team/meeting/days",
            label { class: "field", {say!(words, "meet-day")}
                input { r#type: "date", name: "as_of", value: "{map.as_of}" }
            }
            {select("days", say!(words, "meet-days-span"), SPANS.iter().map(|days| {
                let word = span_word(*days);
                let says = say!(words, "meet-days-span-word", word: word.as_str());
                (word, says, *days == page.days)
            }).collect())}
            {select("risk", say!(words, "meet-risk"), Risk::ALL.iter().map(|risk| {
                (risk.word().to_owned(), say!(words, "meet-risk-word", word: risk.word()), *risk == criteria.risk)
            }).collect())}
            {select("grade", say!(words, "meet-grade"), grade_choices(words, page, map))}
            {select("mentor", say!(words, "meet-mentored"), Mentored::ALL.iter().map(|mentor| {
                (mentor.word().to_owned(), say!(words, "meet-mentored-word", word: mentor.word()), *mentor == criteria.mentor)
            }).collect())}
            {select("order", say!(words, "meet-order"), Order::ALL.iter().map(|order| {
                (order.word().to_owned(), say!(words, "meet-order-word", word: order.word()), *order == criteria.order)
            }).collect())}
            label { class: "tick",
                input { r#type: "checkbox", name: "signal", value: "yes", checked: criteria.signal }
                {say!(words, "meet-with-signal")}
            }
            label { class: "tick",
                input { r#type: "checkbox", name: "outreach", value: "yes", checked: page.outreach }
                {say!(words, "meet-with-outreach")}
            }
            button { class: "btn", "data-testid": "show", {say!(words, "referrals-filter-do")} }
        }
    }
}

fn grade_choices(words: Words, page: &DaysPage<'_>, map: &DayMap) -> Vec<(String, String, bool)> {
    let chosen = page.criteria.grade.as_ref();
    let all = (String::new(), say!(words, "match-grade-any"), chosen.is_none());
    let grades = map.grades.iter().map(|grade| (grade.clone(), words.grade(grade), chosen == Some(grade)));
    std::iter::once(all).chain(grades).collect()
}

fn select(name: &str, label: String, options: Vec<(String, String, bool)>) -> Element {
    rsx! {
        label { class: "field", "{label}"
            select { name: "{name}",
                for (value, text, selected) in options {
                    option { value: "{value}", selected, "{text}" }
                }
            }
        }
    }
}

fn found(words: Words, page: &DaysPage<'_>, map: &DayMap) -> Element {
    let first = page.page * STUDENTS_A_PAGE;
    match map.rows.is_empty() {
        true => rsx! { p { class: "section", {say!(words, "meet-found-none")} } },
        false => rsx! {
            p { class: "section",
                {say!(words, "meet-found", first: first + 1, last: first + map.rows.len(), of: map.found)}
            }
        },
    }
}

fn grid(words: Words, page: &DaysPage<'_>, map: &DayMap) -> Element {
    rsx! {
        div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "meet-days-title"),
            table { class: "heat",
                caption { class: "skip", {say!(words, "meet-days-title")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "meet-col", word: "name")} }
                        th { scope: "col", {say!(words, "meet-col", word: "missed")} }
                        for day in &map.dates {
                            {date(words, *day)}
                        }
                    }
                }
                tbody {
                    for row in &map.rows {
                        {row_of(words, page, row)}
                    }
                }
            }
        }
    }
}

/// A date in two short lines; the whole of it for those who listen.
fn date(words: Words, day: SchoolDay) -> Element {
    rsx! {
        th { scope: "col", abbr: words.day_long(day),
            {words.weekday_letter(day)} br {}
            "{day.0.day()}" br {}
            small { "{day.0.month()}" }
        }
    }
}

fn row_of(words: Words, page: &DaysPage<'_>, row: &MapRow) -> Element {
    let id = page.names.id(&row.key);
    let name = called(words, page.names, &row.key);
    let grade = row.grade.as_deref().map(|grade| words.grade(grade)).unwrap_or_default();
    let fields: Vec<(char, char)> = row.codes.chars().zip(row.outreach.chars()).collect();
    rsx! {
        tr { "data-testid": "day-row",
            th { scope: "row",
                match id {
                    Some(id) => rsx! { a { class: "n", href: "/staff/students/{id}", "{name}" } },
                    None => rsx! { "{name}" },
                }
                small { "{grade}" }
            }
            td { class: "num", {percent(words, row.rate)} }
            for (code, reached) in fields {
                td { class: look(code),
                    "{sign(code)}"
                    if page.outreach && reached != '.' { sup { "{reached_sign(reached)}" } }
                }
            }
        }
    }
}

fn pages(words: Words, page: &DaysPage<'_>, map: &DayMap) -> Element {
    let last = map.found.saturating_sub(1) / STUDENTS_A_PAGE;
    if last == 0 {
        return rsx! {};
    }
    rsx! {
        nav { class: "steps section no-print", "aria-label": say!(words, "meet-pages"),
            for n in 0..=last {
                a {
                    class: if n == page.page { "here" },
                    "aria-current": if n == page.page { "page" },
                    href: page.address(page.criteria, n),
                    "{n + 1}"
                }
            }
        }
    }
}

/// Keeps the criteria under a name, with somebody who looks after these students.
fn save_form(words: Words, page: &DaysPage<'_>) -> Element {
    let (fields, wrong) = page.typed.unzip();
    let typed = |name: &str| fields.and_then(|fields| fields.get(name).cloned()).unwrap_or_default();
    let criteria = page.criteria;
    rsx! {
        details { class: "section no-print", open: wrong.is_some(), id: "save",
            summary { "data-testid": "save-group", {say!(words, "meet-group-new")} }
            form { class: "panel", method: "post", action: "/team/meeting/days/groups",
                {form_token(page.who)}
                p { {say!(words, "meet-group-says")} }
                input { r#type: "hidden", name: "risk", value: criteria.risk.word() }
                input { r#type: "hidden", name: "grade", value: criteria.grade.clone().unwrap_or_default() }
                input { r#type: "hidden", name: "mentor", value: criteria.mentor.word() }
                input { r#type: "hidden", name: "signal", value: if criteria.signal { "yes" } else { "no" } }
                input { r#type: "hidden", name: "order", value: criteria.order.word() }
                label { class: "field", {say!(words, "meet-group-name")}
                    {entry::said(words, wrong)}
                    input { name: "name", value: typed("name"), maxlength: "{NAME_CHARACTERS_MAX}", autocomplete: "off", "aria-invalid": wrong.map(|_| "true") }
                }
                {entry::who(words, page.owners, &typed("owner"), None)}
                button { class: "btn", {say!(words, "meet-group-do")} }
            }
        }
    }
}
