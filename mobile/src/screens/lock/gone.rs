//! Why a phone that had been paired knows nothing any more.

use daymark_components::say;
use daymark_mentor_core::api::{Access, Why};
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};

#[component]
pub fn Gone() -> Element {
    let words = use_words();
    let access = *use_phone().access.read();
    let Access::Destroyed { why } = access else { return rsx! {} };
    let says = match why {
        Why::WrongPins => say!(words, "gone-wrong-pins"),
        Why::Asked => say!(words, "gone-asked"),
        Why::School => say!(words, "gone-school"),
    };
    rsx! { p { class: "notice bad", role: "alert", "data-testid": "gone", "{says}" } }
}
