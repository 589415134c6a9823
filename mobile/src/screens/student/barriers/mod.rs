//! What stands in the way, as somebody told it: what still does, something new, and what is over.

mod found;
mod report;

use daymark_components::say;
use daymark_domain::MatchId;
use daymark_mentor_core::api::{BarrierView, StudentView};
use dioxus::prelude::*;

use self::found::{Found, Over};
use self::report::Report;
use super::desk::Desk;
use super::page::{Sheet, StudentPageName, use_sheet};
use crate::app::Route;

#[component]
pub fn Barriers(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "barriers-title"),
            body: move |student: StudentView| rsx! { Body { desk, student } } }
    }
}

#[component]
fn Body(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let (over, open): (Vec<BarrierView>, Vec<BarrierView>) =
        student.record.barriers.into_iter().partition(|barrier| barrier.resolved.is_some());
    rsx! {
        h2 { class: "sec", {say!(words, "barriers-now")} }
        section { class: "card",
            if open.is_empty() { p { class: "quiet-text", {say!(words, "barriers-none")} } }
            ul { class: "log",
                for (n, barrier) in open.into_iter().enumerate() {
                    Found { key: "{barrier.key}", n, desk, barrier }
                }
            }
        }
        h2 { class: "sec", {say!(words, "barriers-new")} }
        Report { desk }
        div { class: "card",
            Link { class: "link", "data-testid": "barriers-safety",
                to: Route::StudentPage { match_id: desk.match_id, page: StudentPageName::Safety },
                {say!(words, "barriers-safety")}
            }
        }
        if !over.is_empty() { Over { desk, barriers: over } }
    }
}
