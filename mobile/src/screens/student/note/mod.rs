//! A note: for the school, carefully kept, or for nobody but this mentor. Begun notes are kept at every key.

mod begun;
mod form;

use daymark_components::say;
use daymark_domain::MatchId;
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use self::form::NoteForm;
use super::page::{Sheet, use_sheet};

#[component]
pub fn Note(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "student-note"),
            body: move |student: StudentView| rsx! { NoteForm { desk, student } } }
    }
}
