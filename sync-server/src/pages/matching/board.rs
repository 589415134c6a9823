//! The matching board: who waits, who has room, what is being prepared, who meets.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{FitFactor, FitWeights, MatchStatus, SchoolDay};
use dioxus::prelude::*;

use super::case::{phone_line, waits_for};
use super::{gaps, not_saved, typed, wrong_at};
use crate::pages::mentors::grade;
use crate::pages::{document, form_token, steps};
use crate::service::matching::board::{Board, Waiting};
use crate::service::matching::form::{Fields, Wrong};
use crate::store::fits::OfferingMentor;
use crate::store::proposals::MatchCase;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct BoardPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Today at the school.
    pub today: SchoolDay,
    /// The board.
    pub board: &'a Board,
    /// Rules that were not taken, as they were typed.
    pub typed: &'a Fields,
    /// Why they were not.
    pub wrong: Option<Wrong>,
}

/// The page.
pub fn page(words: Words, page: &BoardPage<'_>) -> Html<String> {
    let (title, board) = (say!(words, "matching-board"), page.board);
    let of = |status: fn(MatchStatus) -> bool| -> Vec<&MatchCase> {
        board.cases.iter().filter(|case| status(case.status)).collect()
    };
    let preparing = of(MatchStatus::is_in_preparation);
    let paused = of(|status| status == MatchStatus::Paused);
    let active = of(|status| status == MatchStatus::Active);
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub",
                        "{page.school.name} · "
                        {say!(words, "matching-board-about", waiting: board.waiting.len(), preparing: preparing.len(), active: active.len())}
                    }
                }
                {steps(words, page.who, "matches", rsx! {})}
            }
            main { id: "page", class: "matching",
                {not_saved(words, page.wrong)}
                div { class: "two",
                    {students(words, &board.waiting)}
                    {mentors(words, &board.mentors)}
                }
                {cases(words, say!(words, "matching-preparing"), &preparing, page.today)}
                {cases(words, say!(words, "matching-paused"), &paused, page.today)}
                {cases(words, say!(words, "matching-active"), &active, page.today)}
                {rules_form(words, page)}
            }
        }
    };
    document(words, &title, "/staff/matches", body)
}

fn students(words: Words, waiting: &[Waiting]) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "matching-waiting", n: waiting.len())} }
            if waiting.is_empty() {
                p { class: "panel",
                    {say!(words, "matching-waiting-none")} " "
                    a { href: "/staff/candidates", {say!(words, "matching-to-candidates")} }
                }
            }
            ul { class: "pieces",
                for of in waiting {
                    li { "data-testid": "waiting",
                        a { class: "n", href: "/staff/candidates/{of.student.id}/mentors", "{of.student.name}" }
                        small { {grade(words, of.student.grade.as_deref())} }
                        p { {best(words, of)} }
                        small { {super::candidates::decided(words, of.record.decision.word(), of.record.reason.word(), of.record.day)} }
                    }
                }
            }
        }
    }
}

fn best(words: Words, of: &Waiting) -> String {
    match &of.best {
        None => say!(words, "matching-no-mentor"),
        Some((mentor, fit)) => {
            say!(words, "matching-best", mentor: mentor.as_str(), points: fit.points, of: fit.of)
        }
    }
}

fn mentors(words: Words, mentors: &[OfferingMentor]) -> Element {
    let free: Vec<_> = mentors.iter().filter(|mentor| mentor.has_room() && !mentor.is_away()).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "matching-free", n: free.len())} }
            if free.is_empty() {
                p { class: "panel",
                    {say!(words, "matching-free-none")} " "
                    a { href: "/staff", {say!(words, "matching-to-mentor-list")} }
                }
            }
            ul { class: "pieces",
                for mentor in free {
                    li { "data-testid": "free-mentor",
                        a { class: "n", href: "/staff/mentors/{mentor.id}", "{mentor.name}" }
                        small { {room(words, mentor)} }
                        if !mentor.languages.is_empty() { p { {mentor.languages.join(", ")} } }
                        if !mentor.gaps.is_empty() {
                            small { class: "late", {say!(words, "matching-mentor-lacks", gaps: gaps(words, &mentor.gaps))} }
                        }
                    }
                }
            }
        }
    }
}

fn room(words: Words, mentor: &OfferingMentor) -> String {
    match mentor.capacity {
        Some(capacity) => {
            let room = capacity.saturating_sub(mentor.students);
            say!(words, "matching-room", room: room, capacity: capacity)
        }
        None => say!(words, "matching-room-unknown"),
    }
}

fn cases(words: Words, title: String, cases: &[&MatchCase], today: SchoolDay) -> Element {
    if cases.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "section",
            h2 { "{title}" }
            div { class: "scroll",
                table { class: "stack",
                    caption { class: "skip", "{title}" }
                    thead {
                        tr {
                            th { scope: "col", {say!(words, "week-col-student")} }
                            th { scope: "col", {say!(words, "matching-col-mentor")} }
                            th { scope: "col", {say!(words, "matching-col-next")} }
                            th { scope: "col", {say!(words, "matching-col-end")} }
                        }
                    }
                    tbody {
                        for case in cases {
                            tr { "data-testid": "case",
                                th { scope: "row",
                                    a { class: "n", href: "/staff/matches/{case.id}", "{case.student_name}" }
                                    small { {grade(words, case.grade.as_deref())} }
                                }
                                td { "data-label": say!(words, "matching-col-mentor"), "{case.mentor_name}" }
                                td { "data-label": say!(words, "matching-col-next"), {next(words, case, today)} }
                                td { "data-label": say!(words, "matching-col-end"),
                                    {case.expected_end.map_or_else(|| say!(words, "matching-not-known"), |day| words.day_and_year(day))}
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What has to happen next, or that nothing has.
fn next(words: Words, case: &MatchCase, today: SchoolDay) -> Element {
    if case.status == MatchStatus::Active {
        return rsx! { {phone_line(words, case, today)} };
    }
    let blocks = waits_for(words, case, today);
    rsx! {
        span { class: "badge sky", {say!(words, "matching-status", word: case.status.word())} }
        if blocks.is_empty() {
            if case.status.is_in_preparation() { small { {say!(words, "matching-can-begin")} } }
        } else {
            for block in blocks { small { class: "late", "{block}" } }
        }
    }
}

fn rules_form(words: Words, page: &BoardPage<'_>) -> Element {
    let rules = page.board.rules;
    let weight = |factor: FitFactor| typed(page.typed, factor.word(), &rules.weights.of(factor).to_string());
    let through = rules.family_first.0.map_or("none".to_owned(), |grade| grade.to_string());
    let through = typed(page.typed, "family_first", &through);
    let grades = std::iter::once("none".to_owned()).chain((0..=12).map(|grade: u8| grade.to_string()));
    rsx! {
        details { class: "panel section", id: "rules", open: page.wrong.is_some(),
            summary { {say!(words, "matching-rules")} }
            form { method: "post", action: "/staff/matches/rules", "data-testid": "rules",
                {form_token(page.who)}
                p { {say!(words, "matching-rules-say", most: FitWeights::MAX)} }
                {wrong_at(words, page.wrong, "weights")}
                div { class: "weights",
                    for factor in FitFactor::ALL {
                        label { class: "field", {say!(words, "matching-factor", factor: factor.word())}
                            input { r#type: "number", name: factor.word(), min: "0", max: "{FitWeights::MAX}", value: weight(*factor), required: true }
                        }
                    }
                }
                label { class: "field", {say!(words, "matching-family-first")}
                    select { name: "family_first",
                        for grade in grades {
                            option { value: "{grade}", selected: grade == through, {say!(words, "matching-family-first-word", grade: grade.as_str())} }
                        }
                    }
                    small { {say!(words, "matching-family-first-hint")} }
                    {wrong_at(words, page.wrong, "family_first")}
                }
                button { class: "btn", {say!(words, "matching-rules-do")} }
            }
        }
    }
}
