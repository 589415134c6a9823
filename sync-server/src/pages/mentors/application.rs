//! A mentor's application, typed in or copied from paper.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{Availability, MentorId, MentorType};
use dioxus::prelude::*;

use super::super::{document, form_token, steps};
use super::fields::{Typed, area, choice, day, line};
use crate::service::mentor_forms::REFERENCES_MAX;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the form shows.
pub struct ApplicationPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Whose; none: of somebody who is not there yet.
    pub mentor: Option<MentorId>,
    /// As stored or as typed.
    pub typed: Typed<'a>,
}

/// The form.
pub fn application(words: Words, page: &ApplicationPage<'_>) -> Html<String> {
    let (title, address, back, post) = match page.mentor {
        Some(id) => (
            say!(words, "mentors-application-title", word: "change"),
            format!("/staff/mentors/{id}/application"),
            format!("/staff/mentors/{id}"),
            format!("/staff/mentors/{id}/application"),
        ),
        None => (
            say!(words, "mentors-application-title", word: "new"),
            "/staff/mentors/new".to_owned(),
            "/staff".to_owned(),
            "/staff/mentors".to_owned(),
        ),
    };
    let to = rsx! { a { href: back, {say!(words, "mentors-back")} } };
    let body = rsx! {
        div { class: "page mentor",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{page.school.name}" }
                }
                {steps(words, page.who, "staff", to)}
            }
            main { id: "page",
                if page.typed.wrong.is_some() {
                    p { class: "notice bad", role: "alert", {say!(words, "mentors-not-saved")} }
                }
                form { class: "panel application", method: "post", action: post,
                    {form_token(page.who)}
                    {fields(words, page)}
                    button { class: "btn", "data-testid": "save-application", {say!(words, "mentors-save")} }
                }
            }
        }
    };
    document(words, &title, &address, body)
}

fn fields(words: Words, page: &ApplicationPage<'_>) -> Element {
    let (typed, is_new) = (&page.typed, page.mentor.is_none());
    let label = |word: &str| say!(words, "mentors-field", word: word);
    let kinds = MentorType::ALL
        .iter()
        .map(|kind| (kind.word(), say!(words, "mentors-kind", word: kind.word())))
        .collect();
    rsx! {
        if is_new { p { {say!(words, "mentors-application-hint")} } }
        div { class: "inline",
            {line(words, typed, "name", label("name"), true)}
            {choice(words, typed, "kind", label("kind"), kinds)}
        }
        div { class: "inline",
            {line(words, typed, "contact", label("contact"), true)}
            {line(words, typed, "organisation", label("organisation"), false)}
        }
        div { class: "inline",
            {line(words, typed, "languages", label("languages"), true)}
            {line(words, typed, "capacity", label("capacity"), true)}
        }
        {times(words, typed)}
        {line(words, typed, "interests", label("interests"), false)}
        {area(words, typed, "motives", label("motives"))}
        for n in 0..REFERENCES_MAX {
            fieldset { class: "inline",
                legend { {say!(words, "mentors-reference", n: n + 1)} }
                for part in ["name", "relation", "contact"] {
                    {line(words, typed, &format!("reference_{n}_{part}"), say!(words, "mentors-reference-field", word: part), false)}
                }
            }
        }
        {day(words, typed, "from_paper", label("from_paper"), None)}
    }
}

/// A row a weekday, a column a part of the school's day.
fn times(words: Words, typed: &Typed<'_>) -> Element {
    rsx! {
        fieldset { class: "mentor-times",
            legend { {say!(words, "mentors-field", word: "times")} }
            table {
                caption { class: "skip", {say!(words, "mentors-field", word: "times")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "mentors-day")} }
                        for part in ["before", "during", "after"] {
                            th { scope: "col", {say!(words, "mentors-part", word: part)} }
                        }
                    }
                }
                tbody {
                    for day in Availability::ALL.chunks(3) {
                        tr {
                            th { scope: "row", {say!(words, "mentors-weekday", word: &day[0].word()[..3])} }
                            for time in day {
                                td {
                                    label {
                                        input { r#type: "checkbox", name: "time_{time}", value: "on",
                                            checked: typed.is_ticked(&format!("time_{time}")),
                                            "aria-label": say!(words, "mentors-time", word: time.word())
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
