//! The family: whom to reach and how, the first contact point by point, and the first call.

mod checklist;
mod first_call;
mod people;
mod repair;

use daymark_components::say;
use daymark_domain::MatchId;
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use self::checklist::Checklist;
use self::first_call::FirstCall;
use self::people::People;
use self::repair::Repair;
use super::page::{Sheet, use_sheet};

#[component]
pub fn Family(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "student-people"),
            body: move |student: StudentView| rsx! {
                People { desk, student: student.clone() }
                Repair { desk, asks: student.record.asks.clone() }
                Checklist { desk, grade: student.grade.clone(), ticked: student.record.checklist.clone() }
                FirstCall { desk, student }
            } }
    }
}
