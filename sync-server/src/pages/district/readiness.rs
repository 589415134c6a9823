//! How ready schools are for mentors: each answers for itself, the district reads.

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ReadinessAnswer, ReadinessQuestion, SchoolId};
use dioxus::prelude::*;

use super::{Choice, Frame, choice, typed, wrong_notice};
use crate::auth::permissions::{Does, may};
use crate::pages::form_token;
use crate::service::district_form::{Fields, Question, Wrong};
use crate::store::district::{ReadinessSaid, Said};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

type Rows = [(SchoolId, Said<ReadinessSaid>)];

/// The latest answer of a school to each question.
pub fn answers_in_force(rows: &Rows, school: SchoolId) -> BTreeMap<ReadinessQuestion, &Said<ReadinessSaid>> {
    let mut answers = BTreeMap::new();
    for (_, said) in rows.iter().filter(|(of, _)| *of == school) {
        answers.entry(said.what.0).or_insert(said);
    }
    answers
}

/// All schools beside each other.
pub fn district(words: Words, who: &SignedIn, schools: &[School], rows: &Rows) -> Html<String> {
    let body = rsx! {
        p { class: "section", {say!(words, "readiness-district-lead")} }
        div { class: "scroll section",
            table { class: "week figures",
                thead { tr {
                    th { scope: "col", {say!(words, "district-col", word: "school")} }
                    for question in ReadinessQuestion::ALL {
                        th { scope: "col", {say!(words, "readiness-question", word: question.word())} }
                    }
                    th { scope: "col", {say!(words, "readiness-answered")} }
                } }
                tbody {
                    for school in schools {
                        {school_row(words, school, &answers_in_force(rows, school.id))}
                    }
                }
            }
        }
    };
    let (title, sub) =
        (say!(words, "readiness-district-title"), say!(words, "district-sub-none", n: schools.len()));
    Frame { who, title, sub, here: "/district/readiness" }.page(words, body)
}

fn school_row(
    words: Words,
    school: &School,
    answers: &BTreeMap<ReadinessQuestion, &Said<ReadinessSaid>>,
) -> Element {
    let latest = answers.values().map(|said| said.day).max();
    rsx! {
        tr {
            th { scope: "row", span { class: "n", "{school.name}" } }
            for question in ReadinessQuestion::ALL {
                td { "data-label": say!(words, "readiness-question", word: question.word()),
                    match answers.get(question) {
                        Some(said) => rsx! {
                            {answer_badge(words, said.what.1)}
                            if let Some(note) = &said.note { small { "{note}" } }
                        },
                        None => rsx! { "–" },
                    }
                }
            }
            td { "data-label": say!(words, "readiness-answered"),
                match latest {
                    Some(day) => rsx! { {words.day_and_year(day)} },
                    None => rsx! { span { class: "quiet-text", {say!(words, "district-ready-none")} } },
                }
            }
        }
    }
}

fn answer_badge(words: Words, answer: ReadinessAnswer) -> Element {
    let tone = match answer {
        ReadinessAnswer::Yes => "badge leaf",
        ReadinessAnswer::Partly => "badge sun",
        ReadinessAnswer::NotYet => "badge",
    };
    rsx! { span { class: tone, {say!(words, "readiness-answer", word: answer.word())} } }
}

/// One's own school: the form for whoever leads it, and what was answered before.
pub fn school(
    words: Words,
    who: &SignedIn,
    school: &School,
    rows: &Rows,
    fields: &Fields,
    wrong: Option<Wrong>,
) -> Html<String> {
    let answers = answers_in_force(rows, school.id);
    let body = rsx! {
        p { class: "section", {say!(words, "readiness-lead")} }
        {wrong_notice(words, wrong)}
        if may(who.role, Does::Changes, "/staff/readiness") {
            form { class: "panel questions", method: "post", action: "/staff/readiness",
                {form_token(who)}
                for question in ReadinessQuestion::ALL.iter().copied() {
                    {field(words, question, answers.get(&question).copied(), fields, wrong)}
                }
                button { class: "btn", "data-testid": "save-readiness", {say!(words, "readiness-save")} }
            }
        }
        {history(words, rows)}
    };
    let (title, sub) = (say!(words, "readiness-title"), school.name.clone());
    Frame { who, title, sub, here: "/staff/readiness" }.page(words, body)
}

fn field(
    words: Words,
    question: ReadinessQuestion,
    known: Option<&Said<ReadinessSaid>>,
    fields: &Fields,
    wrong: Option<Wrong>,
) -> Element {
    let (answer, note) = match (fields.is_empty(), known) {
        (true, Some(said)) => (said.what.1.word(), said.note.as_deref().unwrap_or_default()),
        _ => (typed(fields, question.field()), typed(fields, question.note_field())),
    };
    let answers = ReadinessAnswer::ALL.iter();
    let of = Choice {
        field: question.field(),
        note_field: question.note_field(),
        question: say!(words, "readiness-question", word: question.word()),
        about: say!(words, "readiness-about", word: question.word()),
        answers: answers
            .map(|answer| (answer.word(), say!(words, "readiness-answer", word: answer.word())))
            .collect(),
        answer,
        note,
        wrong,
    };
    choice(words, &of)
}

fn history(words: Words, rows: &Rows) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "district-history")} }
            if rows.is_empty() {
                p { {say!(words, "readiness-none")} }
            }
            ol { class: "history",
                for (_, said) in rows {
                    li {
                        span { class: "n", {say!(words, "readiness-question", word: said.what.0.word())} }
                        " "
                        {answer_badge(words, said.what.1)}
                        small { {say!(words, "district-said-by", by: said.by.as_str(), day: words.day_and_year(said.day))} }
                        if let Some(note) = &said.note { p { class: "as-typed", "{note}" } }
                    }
                }
            }
        }
    }
}
