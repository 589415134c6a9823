//! Finding a student's page.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::mentors::grade;
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::store::matches::StudentFound;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The search, and who was found; `None` before the first search.
pub fn search(
    words: Words,
    who: &SignedIn,
    school: &School,
    name: &str,
    found: Option<&[StudentFound]>,
    more: bool,
) -> Html<String> {
    let title = say!(words, "students-find-title");
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{school.name}" }
                }
                {steps(words, who, "students", rsx! {})}
            }
            main { id: "page",
                // Sent as a form: a student's name has no place in an address.
                form { class: "panel", method: "post", action: "/staff/students",
                    {form_token(who)}
                    div { class: "inline",
                        label { class: "field", {say!(words, "match-name")}
                            input { name: "name", value: "{name}", maxlength: "100", autocomplete: "off" }
                        }
                        button { class: "btn", {say!(words, "coordinate-match-find")} }
                    }
                }
                if may(who.role, Does::Reads, "/staff/glass") {
                    p { class: "section", a { href: "/staff/glass", {say!(words, "glass-link")} } }
                }
                match found {
                    None => rsx! {},
                    Some([]) => rsx! { p { class: "section", {say!(words, "match-found-none")} } },
                    Some(found) => rsx! {
                        if more { p { class: "section", {say!(words, "match-found-more", n: found.len())} } }
                        ul { class: "history section",
                            for student in found {
                                li {
                                    a { href: "/staff/students/{student.id}", "{student.name}" }
                                    small { {grade(words, student.grade.as_deref())} }
                                }
                            }
                        }
                    },
                }
            }
        }
    };
    document(words, &title, "/staff/students", body)
}
