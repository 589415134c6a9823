//! What the school's matches try, set by the coordinator.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::MatchId;
use dioxus::prelude::*;

use super::{Frame, wrong_notice};
use crate::pages::form_token;
use crate::service::district_form::{LINE_CHARACTERS_MAX, Wrong};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::variants::MatchVariant;

/// The page.
pub fn page(
    words: Words,
    who: &SignedIn,
    school: &School,
    matches: &[MatchVariant],
    wrong: Option<(MatchId, Wrong, &str)>,
) -> Html<String> {
    let mut known: Vec<&str> = matches.iter().filter_map(|of| of.variant.as_deref()).collect();
    known.sort_unstable();
    known.dedup();
    let body = rsx! {
        p { class: "section", {say!(words, "variants-staff-lead")} }
        {wrong_notice(words, wrong.map(|(_, wrong, _)| wrong))}
        datalist { id: "known-variants",
            for variant in known { option { value: "{variant}" } }
        }
        if matches.is_empty() {
            p { class: "section", {say!(words, "variants-no-match")} }
        } else {
            div { class: "scroll section",
                table { class: "week figures",
                    thead { tr {
                        for word in ["student", "mentor", "variant"] {
                            th { scope: "col", {say!(words, "variants-col", word: word)} }
                        }
                    } }
                    tbody {
                        for one in matches {
                            {row(words, who, one, wrong.filter(|(id, _, _)| *id == one.match_id).map(|(_, _, typed)| typed))}
                        }
                    }
                }
            }
        }
    };
    let (title, sub) = (say!(words, "variants-staff-title"), school.name.clone());
    Frame { who, title, sub, here: "/staff/variants" }.page(words, body)
}

fn row(words: Words, who: &SignedIn, one: &MatchVariant, typed: Option<&str>) -> Element {
    let value = typed.unwrap_or_else(|| one.variant.as_deref().unwrap_or_default());
    rsx! {
        tr {
            th { scope: "row", span { class: "n", "{one.student}" } }
            td { "data-label": say!(words, "variants-col", word: "mentor"), "{one.mentor}" }
            td { "data-label": say!(words, "variants-col", word: "variant"),
                form { class: "inline", method: "post", action: "/staff/variants/{one.match_id}",
                    {form_token(who)}
                    label { class: "field",
                        span { class: "heard", {say!(words, "variants-of", student: one.student.as_str())} }
                        input {
                            name: "variant",
                            list: "known-variants",
                            value: "{value}",
                            maxlength: "{LINE_CHARACTERS_MAX}",
                            autocomplete: "off",
                            "aria-invalid": if typed.is_some() { "true" },
                        }
                    }
                    button { class: "btn quiet", {say!(words, "variants-save")} }
                }
                if one.changes > 1 {
                    small { {say!(words, "variants-changes", n: one.changes)} }
                }
            }
        }
    }
}
