//! It is on the disk: what may come next.

use daymark_components::{CheckIcon, say};
use dioxus::prelude::*;

use super::Form;
use crate::app::Route;
use crate::screens::StudentPageName;

const ANOTHER: &str = "contact-another";

#[component]
pub fn Saved(form: Form, saved: String) -> Element {
    let words = form.words;
    let match_id = form.desk.match_id;
    let another = move |_| {
        let Form { mut filled, mut saved, .. } = form;
        filled.set(None);
        saved.set(None);
    };
    rsx! {
        section { class: "card stack saved-card",
            p { class: "saved-line", CheckIcon {} "{saved}" }
            button { r#type: "button", class: "btn quiet", "data-testid": "{ANOTHER}", onclick: another, {say!(words, "record-another")} }
            Link { class: "btn quiet", to: Route::StudentPage { match_id, page: StudentPageName::Note }, {say!(words, "record-then-note")} }
            Link { class: "btn quiet", to: Route::Student { match_id }, {say!(words, "record-to-student")} }
        }
    }
}
