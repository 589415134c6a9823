//! Reviews after two months: which are due, and the form of one.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{MentoringRules, ReviewDecision, ReviewWish, SchoolDay, asks_family, review_due};
use dioxus::prelude::*;

use super::form::{Form, choices};
use super::{Frame, due, framed, of_match, pair, student};
use crate::pages::form_token;
use crate::pages::mentors::grade;
use crate::service::keeping::reviews::Due;
use crate::store::closing::KeptMatch;
use crate::store::reviews::Review;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Reviews that are due or will be soon.
    pub due: &'a [Due<'a>],
    /// Those that were held, the latest first.
    pub held: &'a [(Review, &'a KeptMatch)],
}

/// What is due, and what was held.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let overdue = page.due.iter().filter(|due| due.day < page.today).count();
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-page", page: "reviews"),
        sub: format!(
            "{} · {}",
            page.school.name,
            say!(words, "keep-reviews-count", n: page.due.len(), overdue: overdue)
        ),
        of: "reviews",
        address: "/staff/reviews".to_owned(),
    };
    let main = rsx! {
        p { class: "section lead", {say!(words, "keep-reviews-lead")} }
        section { class: "section",
            h2 { {say!(words, "keep-reviews-due")} }
            if page.due.is_empty() {
                p { {say!(words, "keep-reviews-none")} }
            } else {
                {due_table(words, page)}
            }
        }
        if !page.held.is_empty() {
            section { class: "section",
                h2 { {say!(words, "keep-reviews-held")} }
                ul { class: "history",
                    for (review, of) in page.held {
                        li {
                            a { class: "n", href: "/staff/reviews/{of.id}", {pair(words, of)} }
                            small { {words.day_and_year(review.facts.day)} }
                            {decided(words, review)}
                        }
                    }
                }
            }
        }
    };
    framed(words, &frame, main)
}

fn due_table(words: Words, page: &ListPage<'_>) -> Element {
    rsx! {
        div { class: "scroll",
            table { class: "keep-table",
                thead {
                    tr {
                        th { scope: "col", {say!(words, "keep-col-student")} }
                        th { scope: "col", {say!(words, "keep-col-mentor")} }
                        th { scope: "col", {say!(words, "keep-col-since")} }
                        th { scope: "col", {say!(words, "keep-col-due")} }
                        th { scope: "col", {say!(words, "keep-col-asked")} }
                    }
                }
                tbody {
                    for due in page.due {
                        tr {
                            {student(words, due.of, Some(format!("/staff/reviews/{}", due.of.id)))}
                            td { "data-label": say!(words, "keep-col-mentor"), "{due.of.mentor_name}" }
                            td { "data-label": say!(words, "keep-col-since"), "{words.day_short(due.of.start_day)}" }
                            td { "data-label": say!(words, "keep-col-due"), {super::due(words, due.day, page.today)} }
                            td { "data-label": say!(words, "keep-col-asked"), {asked(words, due.of)} }
                        }
                    }
                }
            }
        }
    }
}

fn asked(words: Words, of: &KeptMatch) -> String {
    match asks_family(of.grade.as_deref()) {
        true => say!(words, "keep-asked-family-too"),
        false => say!(words, "keep-asked-student"),
    }
}

/// What the page of one shows.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The date at the school.
    pub today: SchoolDay,
    /// The match.
    pub of: &'a KeptMatch,
    /// The settings that say when a review is due.
    pub rules: &'a MentoringRules,
    /// Its reviews, the latest first.
    pub reviews: &'a [Review],
    /// A form that was not taken.
    pub form: Form<'a>,
}

/// One match's reviews, and the form.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let of = page.of;
    let address = format!("/staff/reviews/{}", of.id);
    let frame = Frame {
        who: page.who,
        title: pair(words, of),
        sub: format!(
            "{} · {}",
            grade(words, of.grade.as_deref()),
            say!(words, "keep-since", day: words.day_and_year(of.start_day))
        ),
        of: "reviews",
        address: address.clone(),
    };
    let main = rsx! {
        {of_match(words, of, "reviews")}
        {page.form.refusal()}
        if page.reviews.is_empty() && of.is_running() {
            p { class: "section", {say!(words, "keep-review-due-on")} " " {due(words, review_due(of.start_day, page.rules), page.today)} }
        }
        if of.is_running() {
            {form(words, page, &address)}
        }
        section { class: "section",
            h2 { {say!(words, "keep-reviews-held")} }
            if page.reviews.is_empty() { p { {say!(words, "keep-review-none")} } }
            ol { class: "history",
                for review in page.reviews {
                    li {
                        span { class: "n", {words.day_and_year(review.facts.day)} }
                        {decided(words, review)}
                        {said(words, review)}
                    }
                }
            }
        }
    };
    framed(words, &frame, main)
}

fn form(words: Words, page: &OnePage<'_>, address: &str) -> Element {
    let form = &page.form;
    let family = asks_family(page.of.grade.as_deref());
    let wishes = |whom: &'static str| {
        choices(ReviewWish::ALL, ReviewWish::word, |word| say!(words, "keep-wish", whom: whom, word: word))
    };
    rsx! {
        form { class: "panel no-print", method: "post", action: "{address}",
            {form_token(page.who)}
            h2 { {say!(words, "keep-review-title")} }
            p { class: "quiet-text", {say!(words, "keep-review-says")} }
            {form.radios(say!(words, "keep-review-student"), "student", wishes("student"), "")}
            if family {
                {form.radios(say!(words, "keep-review-family"), "family", wishes("family"), "")}
            }
            {form.text(say!(words, "keep-review-works"), "works", None)}
            {form.radios(say!(words, "keep-review-decision"), "decision", choices(ReviewDecision::ALL, ReviewDecision::word, |word| say!(words, "keep-decision", word: word)), "")}
            {form.text(say!(words, "keep-review-change"), "change", Some(say!(words, "keep-review-change-hint")))}
            {form.line(say!(words, "keep-review-day"), "day", "date", &page.today.to_string())}
            button { class: "btn", "data-testid": "keep-review", {say!(words, "keep-review-do")} }
        }
    }
}

fn decided(words: Words, review: &Review) -> Element {
    let colour = if review.facts.decision == ReviewDecision::GoOn { "leaf" } else { "sun" };
    rsx! {
        span { class: "badge {colour}", {say!(words, "keep-decision", word: review.facts.decision.word())} }
    }
}

fn said(words: Words, review: &Review) -> Element {
    let facts = &review.facts;
    rsx! {
        small { {say!(words, "keep-wish", whom: "student", word: facts.student.word())} }
        if let Some(family) = facts.family {
            small { {say!(words, "keep-wish", whom: "family", word: family.word())} }
        }
        for text in facts.works.iter().chain(&facts.change) {
            p { class: "as-typed", "{text.as_str()}" }
        }
        small { {say!(words, "keep-noted-by", by: review.by.as_str())} }
    }
}
