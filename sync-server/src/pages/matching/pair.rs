//! A student and a mentor: what speaks for them, what staff know of both, and the proposal.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{Fit, FitFactor, Holds, MentorId};
use dioxus::prelude::*;

use super::proposal::{self, Proposal};
use super::suggestions::explained;
use super::{not_saved, wrong_at};
use crate::pages::mentors::grade;
use crate::pages::{document, form_token, steps};
use crate::store::candidates::{CandidateStudent, MenteeProfile};
use crate::store::fits::OfferingMentor;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct PairPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The student.
    pub student: &'a CandidateStudent,
    /// What the student says of themselves.
    pub profile: &'a MenteeProfile,
    /// The mentor.
    pub mentor: &'a OfferingMentor,
    /// How they fit.
    pub fit: &'a Fit<MentorId>,
    /// What stands in the proposal first.
    pub proposal: Proposal<'a>,
}

/// The page.
pub fn page(words: Words, page: &PairPage<'_>) -> Html<String> {
    let (student, mentor) = (page.student, page.mentor);
    let title = say!(words, "matching-pair", student: student.name.as_str(), mentor: mentor.name.as_str());
    let list = format!("/staff/candidates/{}/mentors", student.id);
    let address = format!("{list}/{}", mentor.id);
    let back = rsx! { a { href: "{list}", {say!(words, "matching-to-suggestions")} } };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", {grade(words, student.grade.as_deref())} }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "matching",
                {not_saved(words, page.proposal.wrong)}
                div { class: "two",
                    section { class: "panel",
                        h2 { {say!(words, "matching-points", points: page.fit.points, of: page.fit.of)} }
                        {explained(words, mentor, page.fit)}
                        {wishes(words, page.profile)}
                    }
                    {known(words, page, &address)}
                }
                form { class: "panel", method: "post", action: "/staff/matches/new", "data-testid": "propose",
                    {form_token(page.who)}
                    h2 { {say!(words, "matching-propose")} }
                    input { r#type: "hidden", name: "student", value: "{student.id}" }
                    input { r#type: "hidden", name: "mentor", value: "{mentor.id}" }
                    {proposal::fields(words, &page.proposal)}
                    p { class: "quiet-text", {say!(words, "matching-propose-says")} }
                    button { class: "btn", {say!(words, "matching-propose-do")} }
                }
            }
        }
    };
    document(words, &say!(words, "matching-pair-title"), &address, body)
}

fn wishes(words: Words, profile: &MenteeProfile) -> Element {
    let lines = [
        (say!(words, "matching-interests"), profile.interests.as_str()),
        (say!(words, "matching-strengths"), profile.strengths.as_str()),
        (say!(words, "matching-preferences"), profile.preferences.as_str()),
    ];
    rsx! {
        dl { class: "facts",
            for (label, text) in lines {
                if !text.is_empty() {
                    dt { "{label}" }
                    dd { class: "as-typed", "{text}" }
                }
            }
        }
    }
}

/// What staff know of both: asked here, where it counts at once.
fn known(words: Words, page: &PairPage<'_>, address: &str) -> Element {
    let recorded = page.fit.factors.iter().filter(|of| of.factor.is_recorded());
    rsx! {
        form { class: "panel", method: "post", action: "{address}", "data-testid": "pair-notes",
            {form_token(page.who)}
            h2 { {say!(words, "matching-known")} }
            p { class: "quiet-text", {say!(words, "matching-known-says")} }
            {wrong_at(words, page.proposal.wrong, "pair")}
            for of in recorded {
                {question(words, of.factor, of.holds)}
            }
            button { class: "btn quiet", {say!(words, "matching-known-do")} }
        }
    }
}

fn question(words: Words, factor: FitFactor, now: Holds) -> Element {
    rsx! {
        fieldset { class: "answers",
            legend { {say!(words, "matching-factor", factor: factor.word())} }
            for holds in Holds::ALL {
                label {
                    input { r#type: "radio", name: factor.word(), value: holds.word(), checked: *holds == now }
                    {say!(words, "matching-holds", holds: holds.word())}
                }
            }
        }
    }
}
