//! After a look at a goal: what to say now, praise, and then the next goal.

use daymark_components::say;
use daymark_mentor_core::api::GoalView;
use dioxus::prelude::*;

use crate::app::Route;
use crate::screens::student::desk::Desk;
use crate::screens::student::page::StudentPageName;
use crate::voice;

#[component]
pub fn After(desk: Desk, first_name: String, goal: GoalView) -> Element {
    let words = desk.words;
    let Some((_, check)) = goal.check else { return rsx! {} };
    rsx! {
        section { class: "card after-goal", "data-testid": "goal-after",
            h2 { "{voice::goal_result(words, check.result)}" }
            p { class: "num", "{voice::goal(words, &goal.goal)}" }
            p { {say!(words, "goals-after", result: check.result.word(), name: first_name.as_str())} }
            Link { class: "btn quiet", "data-testid": "goal-praise",
                to: Route::StudentPage { match_id: desk.match_id, page: StudentPageName::Praise },
                {say!(words, "goals-praise")}
            }
        }
    }
}
