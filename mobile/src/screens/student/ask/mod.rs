//! Help from the team: what for, by when, a few words; and what became of earlier requests.

mod asked;
mod form;

use daymark_components::say;
use daymark_domain::MatchId;
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use self::asked::Asked;
use self::form::AskForm;
use super::page::{Sheet, StudentPageName, use_sheet};
use crate::app::Route;

#[component]
pub fn Ask(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    let words = desk.words;
    rsx! {
        Sheet { desk, title: say!(words, "ask-title"),
            body: move |student: StudentView| rsx! {
                p { class: "notice", {say!(words, "ask-when-read")} }
                p { class: "notice bad",
                    {say!(words, "ask-danger")}
                    " "
                    Link { to: Route::StudentPage { match_id, page: StudentPageName::Safety }, {say!(words, "ask-danger-link")} }
                }
                AskForm { desk, drafts: student.record.drafts.clone() }
                Asked { desk, asks: student.record.asks.clone() }
            } }
    }
}
