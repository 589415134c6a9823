//! Looking after matches and mentors: endings, reviews, substitutes, the turn of the year, support, thanks. What their
//! pages share stands here.

pub mod closing;
pub mod form;
mod pulse;
pub mod reviews;
pub mod rollover;
pub mod sheets;
pub mod substitutes;
pub mod support;
pub mod support_groups;
pub mod thanks;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::mentors::grade;
use super::{document, steps};
use crate::store::closing::KeptMatch;
use crate::store::sessions::SignedIn;

/// The pages of this part, as they lead to each other.
const PAGES: [(&str, &str); 6] = [
    ("support", "/staff/support"),
    ("thanks", "/staff/thanks"),
    ("reviews", "/staff/reviews"),
    ("substitutes", "/staff/substitutes"),
    ("closing", "/staff/closing"),
    ("rollover", "/staff/rollover"),
];

/// A page's frame.
pub struct Frame<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// Its name.
    pub title: String,
    /// What stands below it.
    pub sub: String,
    /// Which of the pages it belongs to.
    pub of: &'static str,
    /// Its own address.
    pub address: String,
}

/// The page, with what leads to its neighbours.
pub fn framed(words: Words, frame: &Frame<'_>, main: Element) -> Html<String> {
    let bar = if matches!(frame.of, "support" | "thanks") { "support" } else { "closing" };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{frame.title}" }
                    p { class: "sub", "{frame.sub}" }
                }
                {steps(words, frame.who, bar, rsx! {})}
            }
            nav { class: "keep-near no-print", "aria-label": say!(words, "keep-near"),
                for (page, address) in PAGES {
                    a { href: address, "aria-current": if page == frame.of { "true" },
                        {say!(words, "keep-page", page: page)}
                    }
                }
            }
            main { id: "page", class: "keeping", {main} }
        }
    };
    document(words, &frame.title, &frame.address, body)
}

/// Matches to choose one from: each leads to its page below `below`.
pub fn choose(words: Words, matches: &[&KeptMatch], below: &str) -> Element {
    rsx! {
        if matches.is_empty() {
            p { {say!(words, "keep-no-matches")} }
        } else {
            div { class: "scroll",
                table {
                    thead {
                        tr {
                            th { scope: "col", {say!(words, "keep-col-student")} }
                            th { scope: "col", {say!(words, "keep-col-mentor")} }
                            th { scope: "col", {say!(words, "keep-col-since")} }
                        }
                    }
                    tbody {
                        for of in matches {
                            tr {
                                {student(words, of, Some(format!("{below}/{}", of.id)))}
                                td { "{of.mentor_name}" }
                                td { "{words.day_short(of.start_day)}" }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The student in the first cell of a row, with grade.
pub fn student(words: Words, of: &KeptMatch, address: Option<String>) -> Element {
    rsx! {
        th { scope: "row",
            match address {
                Some(address) => rsx! { a { class: "n", href: address, "{of.student_name}" } },
                None => rsx! { span { class: "n", "{of.student_name}" } },
            }
            small { {grade(words, of.grade.as_deref())} }
        }
    }
}

/// A day, and that it is over when it is.
pub fn due(words: Words, day: SchoolDay, today: SchoolDay) -> Element {
    let says = words.day_short(day);
    match day < today {
        true => rsx! { span { class: "late", {say!(words, "keep-overdue", day: says)} } },
        false => rsx! { "{says}" },
    }
}

/// What leads from one match to what else can be done with it.
pub fn of_match(words: Words, of: &KeptMatch, here: &str) -> Element {
    let is_open = |page: &&str| *page != here && (*page == "closing" || of.is_running());
    rsx! {
        p { class: "keep-links no-print",
            a { href: "/staff/students/{of.student_id}", {say!(words, "keep-to-student")} }
            a { href: "/staff/mentors/{of.mentor_id}", {say!(words, "keep-to-mentor")} }
            for page in ["reviews", "substitutes", "closing"].into_iter().filter(is_open) {
                a { href: "/staff/{page}/{of.id}", {say!(words, "keep-of-match", page: page)} }
            }
        }
    }
}

/// "Tyrone Dyer with Ana Ruiz".
pub fn pair(words: Words, of: &KeptMatch) -> String {
    say!(words, "keep-pair", student: of.student_name.as_str(), mentor: of.mentor_name.as_str())
}
