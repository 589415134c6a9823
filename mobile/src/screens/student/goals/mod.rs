//! What they agreed on: the open goal to look at, the next one, and those before.

mod after;
mod before;
mod new;
mod open;

use daymark_components::say;
use daymark_domain::MatchId;
use daymark_mentor_core::api::{GoalView, StudentView};
use dioxus::prelude::*;

use self::after::After;
use self::new::NewGoal;
use self::open::OpenGoal;
use super::desk::Desk;
use super::page::{Sheet, use_sheet};
use crate::voice;

#[component]
pub fn Goals(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "goals-title"),
            body: move |student: StudentView| rsx! { Body { desk, student } } }
    }
}

#[component]
fn Body(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let goals = &student.record.goals;
    let (open, looked_at): (Vec<GoalView>, Vec<GoalView>) =
        goals.iter().cloned().partition(|goal| goal.check.is_none());
    // A goal is answered by the next one: what came of the last look leads to it, while nothing else is open.
    let last = looked_at.first().cloned();
    let after = last.clone().filter(|_| open.is_empty());
    rsx! {
        if !open.is_empty() {
            h2 { class: "sec", {say!(words, "goals-open")} }
            for goal in open.clone() {
                OpenGoal { key: "{goal.key}", desk, student: student.clone(), goal }
            }
            details { class: "card more",
                summary { "data-testid": "goal-another", {say!(words, "goals-another")} }
                p { class: "quiet-text", {say!(words, "goals-one-at-a-time")} }
                NewGoal { desk, student: student.clone(), last: None }
            }
        } else {
            if let Some(goal) = after { After { desk, first_name: student.first_name.clone(), goal } }
            h2 { class: "sec", {say!(words, "goals-new")} }
            section { class: "card stack",
                if goals.is_empty() { p { class: "quiet-text", {say!(words, "goals-none", name: student.first_name.as_str())} } }
                NewGoal { desk, student: student.clone(), last }
            }
        }
        if !looked_at.is_empty() { Earlier { desk, goals: looked_at } }
    }
}

/// What came of each, latest first.
#[component]
fn Earlier(desk: Desk, goals: Vec<GoalView>) -> Element {
    let words = desk.words;
    rsx! {
        h2 { class: "sec", {say!(words, "goals-earlier")} }
        section { class: "card",
            ul { class: "log",
                for goal in goals {
                    li { key: "{goal.key}",
                        div {
                            span { class: "what num", "{voice::goal(words, &goal.goal)}" }
                            if let Some((day, check)) = goal.check {
                                small { class: "num", "{voice::goal_looked_at(words, day, &check)}" }
                            }
                        }
                    }
                }
            }
        }
    }
}
