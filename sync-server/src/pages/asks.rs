//! What mentors ask of the team, with a form to answer each.

use std::cmp::Reverse;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{AskStatus, NoteText, Urgency};
use dioxus::prelude::*;

use super::live::live;
use super::mentors::{grade, moment_at};
use super::{document, form_token, steps};
use crate::store::asks::{AnswerSummary, AskSummary};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// All requests, the open ones first, the most urgent of them before the others.
pub fn page(words: Words, who: &SignedIn, school: &School, asks: &[AskSummary], now: i64) -> Html<String> {
    let (mut open, closed): (Vec<_>, Vec<_>) = asks.iter().partition(|ask| ask.is_open());
    // The sort is stable: of equal urgency the latest comes first.
    open.sort_by_key(|ask| Reverse(ask.urgency));
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "asks-title")} }
                    p { class: "sub", {say!(words, "asks-lead")} }
                }
                {steps(words, who, "asks", rsx! {})}
            }
            main { id: "page",
                section { class: "section",
                    h2 { {say!(words, "asks-open")} }
                    if open.is_empty() {
                        p { {say!(words, "asks-open-none")} }
                    }
                    for ask in open {
                        {article(words, who, school, ask)}
                    }
                }
                if !closed.is_empty() {
                    section { class: "section",
                        h2 { {say!(words, "asks-done")} }
                        for ask in closed {
                            {article(words, who, school, ask)}
                        }
                    }
                }
                {live(words, school, now)}
            }
        }
    };
    document(words, &say!(words, "asks-title"), "/staff/asks", body)
}

fn article(words: Words, who: &SignedIn, school: &School, ask: &AskSummary) -> Element {
    let urgent = ask.is_open() && ask.urgency == Urgency::Today;
    let grade = grade(words, ask.grade.as_deref());
    let (kind, urgency) = (
        say!(words, "ask-kind", word: ask.kind.word()),
        say!(words, "ask-urgency", word: ask.urgency.word()),
    );
    let moment = moment_at(words, school, ask.asked_at);
    rsx! {
        article { class: if urgent { "ask red" } else { "ask" },
            h3 { a { href: "/staff/students/{ask.student_id}", {say!(words, "asks-who", student: ask.student_name.as_str(), grade: grade)} } }
            p { {say!(words, "asks-what", kind: kind, urgency: urgency)} }
            small { {say!(words, "asks-from", mentor: ask.mentor_name.as_str(), moment: moment)} }
            if let Some(text) = &ask.text {
                blockquote { "{text}" }
            }
            if let Some(answer) = &ask.answer {
                {answered(words, school, answer)}
            }
            if ask.is_open() {
                p { a { href: "/staff/referrals/new?match={ask.match_id}&ask={ask.key}", {say!(words, "asks-refer")} } }
                {form(words, who, ask)}
            } else {
                details {
                    summary { {say!(words, "asks-again")} }
                    {form(words, who, ask)}
                }
            }
        }
    }
}

fn answered(words: Words, school: &School, answer: &AnswerSummary) -> Element {
    let status = say!(words, "asks-status-word", word: answer.status.word());
    let moment = moment_at(words, school, answer.at);
    rsx! {
        p { class: "answer",
            small { {say!(words, "asks-answered", status: status, by: answer.by.as_str(), moment: moment)} }
            if let Some(text) = &answer.text {
                "{text}"
            }
        }
    }
}

fn form(words: Words, who: &SignedIn, ask: &AskSummary) -> Element {
    let now = ask.answer.as_ref().map_or(AskStatus::Accepted, |answer| answer.status);
    let hint = format!("hint-{}-{}", ask.match_id, ask.key);
    rsx! {
        form { method: "post", action: "/staff/asks/{ask.match_id}/{ask.key}",
            {form_token(who)}
            label { class: "field", {say!(words, "asks-status")}
                select { name: "status", required: true,
                    for status in AskStatus::ALL {
                        option { value: status.word(), selected: *status == now,
                            {say!(words, "asks-status-word", word: status.word())}
                        }
                    }
                }
            }
            label { class: "field", {say!(words, "asks-text")}
                textarea {
                    name: "text",
                    rows: "3",
                    maxlength: "{NoteText::MAX_CHARACTERS}",
                    "aria-describedby": "{hint}",
                }
            }
            small { id: "{hint}", {say!(words, "asks-text-hint")} }
            button { class: "btn", {say!(words, "asks-do")} }
        }
    }
}
