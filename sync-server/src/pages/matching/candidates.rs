//! The list of candidates.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{CandidateState, SchoolDay};
use dioxus::prelude::*;

use super::{concern, figure, reason};
use crate::pages::mentors::grade;
use crate::pages::{document, steps};
use crate::service::matching::candidates::{Candidate, Candidates};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Which of them are shown: the words of the address.
pub const SHOWN: [&str; 8] =
    ["open", "undecided", "look_again", "match", "wait", "other_intervention", "mentored", "all"];
/// The rules that can be asked for.
pub const RULES: [&str; 8] = [
    "chronic_now",
    "two_in_ten",
    "two_in_twenty",
    "four_in_forty",
    "september",
    "prior_year_chronic",
    "concern",
    "almost_never",
];
/// The grades in which schools change or begin, as a filter.
pub const PRIORITY: &str = "priority";

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of [`SHOWN`].
    pub show: String,
    /// A grade, [`PRIORITY`], or nothing.
    pub grade: String,
    /// One of [`RULES`], or nothing.
    pub rule: String,
}

impl Filter {
    fn shows(&self, of: &Candidate) -> bool {
        let shown = match self.show.as_str() {
            "open" => of.is_open(),
            "undecided" => of.state == CandidateState::Undecided && !of.has_mentor(),
            "look_again" => of.state == CandidateState::LookAgain && !of.has_mentor(),
            "mentored" => of.has_mentor(),
            "all" => true,
            decision => of.decision().is_some_and(|of| of.word() == decision),
        };
        let in_grade = match self.grade.as_str() {
            "" => true,
            PRIORITY => of.row.priority_grade,
            grade => of.student.grade.as_deref() == Some(grade),
        };
        let fired = match self.rule.as_str() {
            "" => true,
            "concern" => !of.row.concerns.is_empty(),
            "almost_never" => of.row.almost_never_attends.is_some(),
            rule => of.rules().iter().any(|of| of == rule),
        };
        shown && in_grade && fired
    }
}

/// What the page shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The list; none: no attendance is recorded yet.
    pub list: Option<&'a Candidates>,
    /// What is looked for.
    pub filter: &'a Filter,
}

/// The list.
pub fn page(words: Words, page: &ListPage<'_>) -> Html<String> {
    let title = say!(words, "matching-candidates");
    let filter = page.filter;
    let here = format!("/staff/candidates?show={}&grade={}&rule={}", filter.show, filter.grade, filter.rule);
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", {about(words, page)} }
                }
                {steps(words, page.who, "candidates", rsx! {})}
            }
            main { id: "page", class: "matching",
                p { class: "section lead", {say!(words, "matching-candidates-lead")} }
                match page.list {
                    None => rsx! {
                        p { class: "panel", "data-testid": "no-record",
                            {say!(words, "matching-no-record")} " "
                            a { href: "/staff/imports", {say!(words, "matching-to-imports")} }
                        }
                    },
                    Some(list) => rsx! {
                        {filters(words, page.filter, list)}
                        {rows(words, page.filter, list)}
                    },
                }
            }
        }
    };
    document(words, &title, &here, body)
}

fn about(words: Words, page: &ListPage<'_>) -> String {
    let school = page.school.name.as_str();
    match page.list {
        None => school.to_owned(),
        Some(list) => {
            let open = list.students.iter().filter(|of| of.is_open()).count();
            let (day, all) = (words.day_short(list.as_of), list.students.len());
            say!(words, "matching-candidates-about", school: school, day: day, open: open, all: all)
        }
    }
}

fn filters(words: Words, filter: &Filter, list: &Candidates) -> Element {
    let grades: std::collections::BTreeSet<&str> =
        list.students.iter().filter_map(|of| of.student.grade.as_deref()).collect();
    rsx! {
        form { class: "inline section no-print", method: "get", action: "/staff/candidates", "data-testid": "filter",
            label { class: "field", {say!(words, "matching-show")}
                select { name: "show",
                    for show in SHOWN {
                        option { value: show, selected: show == filter.show, {say!(words, "matching-show-word", word: show)} }
                    }
                }
            }
            label { class: "field", {say!(words, "match-grade")}
                select { name: "grade",
                    option { value: "", {say!(words, "match-grade-any")} }
                    option { value: PRIORITY, selected: filter.grade == PRIORITY, {say!(words, "matching-priority-grades")} }
                    for grade in grades {
                        option { value: "{grade}", selected: grade == filter.grade, "{words.grade(grade)}" }
                    }
                }
            }
            label { class: "field", {say!(words, "matching-rule")}
                select { name: "rule",
                    option { value: "", {say!(words, "matching-rule-any")} }
                    for rule in RULES {
                        option { value: rule, selected: rule == filter.rule, {say!(words, "matching-rule-word", rule: rule)} }
                    }
                }
            }
            button { class: "btn", {say!(words, "matching-show-do")} }
        }
    }
}

fn rows(words: Words, filter: &Filter, list: &Candidates) -> Element {
    let shown: Vec<&Candidate> = list.students.iter().filter(|of| filter.shows(of)).collect();
    if shown.is_empty() {
        let sentence = match list.students.is_empty() {
            true => say!(words, "matching-candidates-none"),
            false => say!(words, "matching-candidates-no-match"),
        };
        return rsx! { p { class: "panel section", "{sentence}" } };
    }
    rsx! {
        p { class: "section quiet-text", {say!(words, "matching-candidates-count", n: shown.len())} }
        div { class: "scroll",
            table { class: "stack",
                caption { class: "skip", {say!(words, "matching-candidates")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "week-col-student")} }
                        th { scope: "col", {say!(words, "matching-col-missed")} }
                        th { scope: "col", {say!(words, "matching-col-why")} }
                        th { scope: "col", {say!(words, "matching-col-decision")} }
                    }
                }
                tbody {
                    for of in shown {
                        {row(words, of, list)}
                    }
                }
            }
        }
    }
}

fn row(words: Words, of: &Candidate, list: &Candidates) -> Element {
    let (student, row) = (&of.student, &of.row);
    rsx! {
        tr { "data-testid": "candidate",
            th { scope: "row",
                a { class: "n", href: "/staff/candidates/{student.id}", "{student.name}" }
                small {
                    {grade(words, student.grade.as_deref())}
                    if row.priority_grade { " · " {say!(words, "matching-priority-grade")} }
                }
            }
            td { "data-label": say!(words, "matching-col-missed"),
                {figure(words, &row.now)}
                small { "{words.tier(row.now.tier)}" }
            }
            td { "data-label": say!(words, "matching-col-why"),
                ul { class: "reasons",
                    for why in &row.reasons { li { {reason(words, why, &row.now, &list.rules)} } }
                    for why in &row.concerns { li { {concern(words, why)} } }
                }
                if let Some(near_zero) = &row.almost_never_attends {
                    span { class: "badge", {say!(words, "matching-almost-never", figure: figure(words, &near_zero.figure))} }
                }
            }
            td { "data-label": say!(words, "matching-col-decision"), {decision(words, of)} }
        }
    }
}

/// Where a candidate stands, in words.
fn decision(words: Words, of: &Candidate) -> Element {
    let colour = match (of.has_mentor(), of.state) {
        (true, _) => "leaf",
        (false, CandidateState::Undecided) => "sun",
        (false, CandidateState::LookAgain) => "",
        (false, CandidateState::Decided) => "sky",
    };
    let state = match of.has_mentor() {
        true => say!(words, "matching-has-mentor", mentor: of.student.mentors.join(", ")),
        false => say!(words, "matching-state", word: of.state.word()),
    };
    rsx! {
        span { class: "badge {colour}", "{state}" }
        if let Some(record) = &of.record {
            small { {decided(words, record.decision.word(), record.reason.word(), record.day)} }
        }
    }
}

/// "Match with a mentor: in a priority grade. Tue 14 Oct".
pub fn decided(words: Words, decision: &str, reason: &str, day: SchoolDay) -> String {
    let decision = say!(words, "matching-decision", word: decision);
    let reason = say!(words, "matching-decision-reason", word: reason);
    say!(words, "matching-decided", decision: decision, reason: reason, day: words.day_short(day))
}
