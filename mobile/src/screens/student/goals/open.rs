//! A goal that nobody looked at yet: how many days it were, and one tap for how it went.

use daymark_components::{CheckIcon, say};
use daymark_domain::{GoalCheck, GoalResult};
use daymark_mentor_core::api::{GoalView, Request, StudentView};
use dioxus::prelude::*;

use super::before::while_it_ran;
use crate::parts::{Stepper, use_once};
use crate::screens::student::desk::Desk;
use crate::voice;

#[component]
pub fn OpenGoal(desk: Desk, student: StudentView, goal: GoalView) -> Element {
    let words = desk.words;
    let once = use_once();
    // `None`: as the record says.
    let mut told = use_signal(|| None::<u16>);
    let counted = told().or_else(|| while_it_ran(&student, &goal));
    let due = goal.goal.target.due();
    let shown = counted.map_or_else(|| say!(words, "goals-not-counted"), |n| say!(words, "log-days", n: n));
    let check = move |goal: &GoalView, result: GoalResult| {
        let request = Request::CheckGoal {
            match_id: desk.match_id,
            goal: goal.key.clone(),
            check: GoalCheck { result, counted },
        };
        let saved = say!(words, "goals-checked", result: voice::goal_result(words, result));
        once.write(|| desk.act(request, saved), || ());
    };
    rsx! {
        section { class: "card stack", "data-testid": "goal-open",
            h3 { class: "num", "{voice::goal(words, &goal.goal)}" }
            if due <= student.today {
                p { span { class: "badge sun", {say!(words, "goals-due-now")} } }
            } else {
                p { class: "quiet-text", {say!(words, "goals-due-on", day: words.day_short(due))} }
            }
            Stepper { label: say!(words, "goals-counted"), hook: "goal-counted", value: counted.unwrap_or(0), step: 1, least: 0,
                most: 31, shown, on_change: move |n| told.set(Some(n)) }
            fieldset { class: "form-asked",
                legend { {say!(words, "goals-how")} }
                div { class: "grid2",
                    for &result in GoalResult::ALL {
                        button { key: "{result}", r#type: "button", class: "btn quiet", "data-testid": "goal-{result}",
                            onclick: {
                                let goal = goal.clone();
                                move |_| check(&goal, result)
                            },
                            if result == GoalResult::Reached { CheckIcon { size: 20 } }
                            "{voice::goal_result(words, result)}"
                        }
                    }
                }
            }
        }
    }
}
