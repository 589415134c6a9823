//! Which mentors fit a student, each with all that speaks for it.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{Fit, MentorId, StudentId};
use dioxus::prelude::*;

use super::{factor, gaps, times};
use crate::pages::mentors::grade;
use crate::pages::{document, steps};
use crate::service::matching::board::Suggestions;
use crate::store::candidates::{CandidateStudent, MenteeProfile};
use crate::store::fits::OfferingMentor;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct SuggestionsPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The student.
    pub student: &'a CandidateStudent,
    /// What the student says of themselves.
    pub profile: &'a MenteeProfile,
    /// The mentors.
    pub suggestions: &'a Suggestions,
}

/// The page.
pub fn page(words: Words, page: &SuggestionsPage<'_>) -> Html<String> {
    let student = page.student;
    let address = format!("/staff/candidates/{}", student.id);
    let title = say!(words, "matching-suggestions", student: student.name.as_str());
    let back = rsx! { a { href: "{address}", {say!(words, "matching-to-candidate")} } };
    let fits = &page.suggestions.fits;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", {about(words, page)} }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "matching",
                p { class: "section lead", {say!(words, "matching-suggestions-lead")} }
                if fits.is_empty() {
                    p { class: "panel",
                        {say!(words, "matching-no-mentor")} " "
                        a { href: "/staff", {say!(words, "matching-to-mentor-list")} }
                    }
                }
                ol { class: "fits",
                    for (mentor, fit) in fits {
                        {suggestion(words, student.id, mentor, fit)}
                    }
                }
                if page.suggestions.full > 0 {
                    p { class: "section quiet-text", {say!(words, "matching-full", n: page.suggestions.full)} }
                }
                p { class: "section", a { href: "/staff/matches#rules", {say!(words, "matching-to-rules")} } }
            }
        }
    };
    document(words, &say!(words, "matching-suggestions-title"), &format!("{address}/mentors"), body)
}

fn about(words: Words, page: &SuggestionsPage<'_>) -> String {
    let student = page.student;
    let languages: Vec<_> =
        student.languages.iter().map(|language| super::candidate::language_name(words, language)).collect();
    let parts =
        [grade(words, student.grade.as_deref()), languages.join(", "), page.profile.interests.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn suggestion(words: Words, student: StudentId, mentor: &OfferingMentor, fit: &Fit<MentorId>) -> Element {
    rsx! {
        li { class: "panel", "data-testid": "suggestion",
            h2 { "{mentor.name}" }
            p { class: "points", {say!(words, "matching-points", points: fit.points, of: fit.of)} }
            {explained(words, mentor, fit)}
            a { class: "btn", href: "/staff/candidates/{student}/mentors/{mentor.id}", {say!(words, "matching-look", mentor: mentor.name.as_str())} }
        }
    }
}

/// The five factors, then time and room.
pub fn explained(words: Words, mentor: &OfferingMentor, fit: &Fit<MentorId>) -> Element {
    let time = match &fit.shared_time {
        None => say!(words, "matching-time-unknown"),
        Some(shared) if shared.is_empty() => say!(words, "matching-time-never"),
        Some(shared) => say!(words, "matching-time-shared", times: times(words, shared)),
    };
    let room = match (fit.room, mentor.capacity) {
        (Some(room), Some(capacity)) => say!(words, "matching-room", room: room, capacity: capacity),
        _ => say!(words, "matching-room-unknown"),
    };
    rsx! {
        ul { class: "factors-of-fit",
            for of in &fit.factors {
                {factor(words, of, fit)}
            }
        }
        p { class: if fit.never_meet() { "late" }, "{time}" }
        p { "{room}" }
        if let Some(interests) = &mentor.interests {
            p { class: "quiet-text", {say!(words, "matching-mentor-likes", interests: interests.as_str())} }
        }
        if !mentor.gaps.is_empty() {
            p { class: "notice", {say!(words, "matching-mentor-lacks", gaps: gaps(words, &mentor.gaps))} }
        }
    }
}
