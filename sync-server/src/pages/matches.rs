//! Finding a student and matching them with the mentor.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::matching::proposal::{self, Proposal};
use super::matching::{not_saved, wrong_at};
use super::mentors::grade;
use super::{document, form_token, steps};
use crate::store::matches::StudentFound;
use crate::store::mentors::MentorSummary;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct SearchPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// Whose student it will be.
    pub mentor: &'a MentorSummary,
    /// The grades there are.
    pub grades: &'a [String],
    /// What was looked for: name and grade.
    pub asked: (&'a str, &'a str),
    /// Who was found; none before the first search.
    pub found: Option<&'a [StudentFound]>,
    /// There were more than are shown.
    pub more: bool,
    /// The fields of the proposal below the choice.
    pub proposal: Proposal<'a>,
}

/// The search, and the choice below it.
pub fn search(words: Words, page: &SearchPage<'_>) -> Html<String> {
    let title = say!(words, "match-title", mentor: page.mentor.name.as_str());
    let address = format!("/staff/mentors/{}", page.mentor.id);
    let (name, chosen_grade) = page.asked;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, page.who, "", rsx! { a { href: "{address}", {say!(words, "match-back")} } })}
            }
            main { id: "page", class: "matching",
                {not_saved(words, page.proposal.wrong)}
                // Sent as a form: a student's name has no place in an address.
                form { class: "panel", method: "post", action: "{address}/students",
                    {form_token(page.who)}
                    div { class: "inline",
                        label { class: "field", {say!(words, "match-name")}
                            input { name: "name", value: "{name}", maxlength: "100", autocomplete: "off" }
                        }
                        label { class: "field", {say!(words, "match-grade")}
                            select { name: "grade",
                                option { value: "", {say!(words, "match-grade-any")} }
                                for grade in page.grades {
                                    option { value: "{grade}", selected: grade == chosen_grade, "{words.grade(grade)}" }
                                }
                            }
                        }
                        button { class: "btn", {say!(words, "coordinate-match-find")} }
                    }
                }
                match page.found {
                    None => rsx! {},
                    Some([]) => rsx! { p { class: "section", {say!(words, "match-found-none")} } },
                    Some(found) => choice(words, page, found, &address),
                }
            }
        }
    };
    document(words, &title, &format!("{address}/students"), body)
}

fn choice(words: Words, page: &SearchPage<'_>, found: &[StudentFound], address: &str) -> Element {
    let chosen = page.proposal.typed.get("student");
    let is_chosen = |student: &StudentFound| chosen.is_some_and(|chosen| *chosen == student.id.to_string());
    rsx! {
        form { class: "panel", method: "post", action: "{address}/matches",
            {form_token(page.who)}
            if page.more {
                p { {say!(words, "match-found-more", n: found.len())} }
            }
            fieldset { class: "times",
                legend { {say!(words, "coordinate-match-student")} }
                {wrong_at(words, page.proposal.wrong, "student")}
                for student in found {
                    label {
                        input { r#type: "radio", name: "student", value: "{student.id}", required: true, checked: is_chosen(student) }
                        span {
                            span { class: "n", "{student.name}" }
                            " {grade(words, student.grade.as_deref())} "
                            if student.active_matches > 0 {
                                span { class: "badge sky", {say!(words, "match-has-mentor")} }
                            }
                        }
                    }
                }
            }
            // What was looked for, so that a refused choice still has its list.
            input { r#type: "hidden", name: "name", value: "{page.asked.0}" }
            input { r#type: "hidden", name: "grade", value: "{page.asked.1}" }
            {proposal::fields(words, &page.proposal)}
            button { class: "btn", {say!(words, "coordinate-match-do")} }
        }
    }
}
