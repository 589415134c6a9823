//! One student: why they are on the list, what is decided, and what a mentor should know before they meet.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{Availability, CandidateDecision, CandidateState, NoteText, Rules};
use dioxus::prelude::*;

use super::candidates::decided;
use super::{concern, figure, not_saved, reason, typed, wrong_at};
use crate::auth::permissions::{Does, may};
use crate::pages::mentors::{grade, moment_at};
use crate::pages::{document, form_token, steps};
use crate::service::matching::candidates::Candidate;
use crate::service::matching::form::{Fields, TEXT_CHARACTERS_MAX, Wrong};
use crate::store::candidates::{CandidateRecord, CandidateStudent, MenteeProfile};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct CandidatePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The student.
    pub student: &'a CandidateStudent,
    /// Where they stand on the list; none: no rule has fired.
    pub listed: Option<&'a (Candidate, Rules)>,
    /// All decisions, the latest first.
    pub records: &'a [CandidateRecord],
    /// What the student says of themselves.
    pub profile: &'a MenteeProfile,
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

impl CandidatePage<'_> {
    fn is_for_a_mentor(&self) -> bool {
        self.records.first().is_some_and(|record| record.decision == CandidateDecision::Match)
    }
}

/// The page.
pub fn page(words: Words, page: &CandidatePage<'_>) -> Html<String> {
    let student = page.student;
    let address = format!("/staff/candidates/{}", student.id);
    let back = rsx! { a { href: "/staff/candidates", {say!(words, "matching-to-candidates")} } };
    let mentors = format!("{address}/mentors");
    let may_match = may(page.who.role, Does::Reads, "/staff/candidates/{student}/mentors");
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{student.name}" }
                    p { class: "sub",
                        {grade(words, student.grade.as_deref())} " · "
                        a { href: "/staff/students/{student.id}", {say!(words, "matching-to-student")} }
                    }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "matching",
                {not_saved(words, page.wrong)}
                {why(words, page)}
                if may_match && page.is_for_a_mentor() && student.mentors.is_empty() {
                    p { class: "section",
                        a { class: "btn narrow", href: "{mentors}", "data-testid": "to-mentors", {say!(words, "matching-to-mentors")} }
                    }
                }
                {decision_form(words, page, &address)}
                {records(words, page)}
                {profile_form(words, page, &address)}
                if may_match && !(page.is_for_a_mentor() && student.mentors.is_empty()) {
                    p { class: "section", a { href: "{mentors}", {say!(words, "matching-to-mentors")} } }
                }
            }
        }
    };
    document(words, &say!(words, "matching-candidate-title"), &address, body)
}

fn why(words: Words, page: &CandidatePage<'_>) -> Element {
    let student = page.student;
    rsx! {
        section { class: "panel",
            h2 { {say!(words, "matching-col-why")} }
            match page.listed {
                None => rsx! { p { {say!(words, "matching-not-listed")} } },
                Some((of, rules)) => rsx! {
                    p { class: "n", {figure(words, &of.row.now)} " · {words.tier(of.row.now.tier)}" }
                    ul { class: "reasons",
                        for why in &of.row.reasons { li { {reason(words, why, &of.row.now, rules)} } }
                        for why in &of.row.concerns { li { {concern(words, why)} } }
                        if of.row.priority_grade { li { {say!(words, "matching-priority-grade-says")} } }
                    }
                    if let Some(near_zero) = &of.row.almost_never_attends {
                        p { class: "notice bad", "data-testid": "almost-never",
                            {say!(words, "matching-almost-never-says", figure: figure(words, &near_zero.figure))}
                        }
                    }
                },
            }
            if !student.mentors.is_empty() {
                p { class: "notice", {say!(words, "matching-has-mentor", mentor: student.mentors.join(", "))} }
            }
            if student.preparing > 0 {
                p { class: "notice", {say!(words, "matching-is-preparing")} }
            }
        }
    }
}

fn decision_form(words: Words, page: &CandidatePage<'_>, address: &str) -> Element {
    let look_again = page.listed.is_some_and(|(of, _)| of.state == CandidateState::LookAgain);
    let (choice, day, note) =
        (typed(page.typed, "choice", ""), typed(page.typed, "look_again", ""), typed(page.typed, "note", ""));
    rsx! {
        form { class: "panel", method: "post", action: "{address}", "data-testid": "decide",
            {form_token(page.who)}
            h2 { {say!(words, "matching-decide")} }
            if look_again {
                p { class: "notice", {say!(words, "matching-look-again-says")} }
            }
            div { class: "inline",
                label { class: "field wide", {say!(words, "matching-choice")}
                    select { name: "choice", required: true,
                        option { value: "", {say!(words, "matching-choose")} }
                        for decision in CandidateDecision::ALL {
                            optgroup { label: say!(words, "matching-decision", word: decision.word()),
                                for reason in decision.reasons() {
                                    option {
                                        value: "{decision.word()}.{reason.word()}",
                                        selected: choice == format!("{decision}.{reason}"),
                                        {decision_and_reason(words, *decision, reason.word())}
                                    }
                                }
                            }
                        }
                    }
                    {wrong_at(words, page.wrong, "choice")}
                }
                label { class: "field", {say!(words, "matching-look-again")}
                    input { r#type: "date", name: "look_again", value: "{day}" }
                    {wrong_at(words, page.wrong, "look_again")}
                }
            }
            label { class: "field", {say!(words, "matching-note")}
                textarea { name: "note", rows: "2", maxlength: "{NoteText::MAX_CHARACTERS}", "{note}" }
                {wrong_at(words, page.wrong, "note")}
            }
            button { class: "btn", {say!(words, "matching-decide-do")} }
        }
    }
}

fn decision_and_reason(words: Words, decision: CandidateDecision, reason: &str) -> String {
    let decision = say!(words, "matching-decision", word: decision.word());
    let reason = say!(words, "matching-decision-reason", word: reason);
    say!(words, "matching-decision-and-reason", decision: decision, reason: reason)
}

fn records(words: Words, page: &CandidatePage<'_>) -> Element {
    if page.records.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "section",
            h2 { {say!(words, "matching-decisions")} }
            ol { class: "history",
                for (n, record) in page.records.iter().enumerate() {
                    li { "data-testid": "decision",
                        span { class: "n", {decided(words, record.decision.word(), record.reason.word(), record.day)} }
                        if n == 0 { " " span { class: "badge sky", {say!(words, "matching-in-force")} } }
                        if let Some(day) = record.look_again {
                            p { {say!(words, "matching-look-again-on", day: words.day_and_year(day))} }
                        }
                        if let Some(note) = &record.note { p { class: "as-typed", "{note.as_str()}" } }
                        small { {say!(words, "matching-by", by: record.by.as_str(), moment: moment_at(words, page.school, record.at))} }
                    }
                }
            }
        }
    }
}

fn profile_form(words: Words, page: &CandidatePage<'_>, address: &str) -> Element {
    let profile = page.profile;
    // A decision that was not taken leaves the profile as it is stored.
    let fields = page.typed.contains_key("interests").then_some(page.typed);
    let text = |name: &str, stored: &str| {
        fields.map_or(stored.to_owned(), |fields| fields.get(name).cloned().unwrap_or_default())
    };
    let ticked = |part: &Availability| match fields {
        Some(fields) => fields.contains_key(&format!("time_{}", part.word())),
        None => profile.availability.contains(part),
    };
    let languages = page.student.languages.iter().map(|language| language_name(words, language));
    let languages = languages.collect::<Vec<_>>().join(", ");
    let texts = [
        ("interests", say!(words, "matching-interests"), text("interests", &profile.interests)),
        ("strengths", say!(words, "matching-strengths"), text("strengths", &profile.strengths)),
        ("preferences", say!(words, "matching-preferences"), text("preferences", &profile.preferences)),
    ];
    rsx! {
        form { class: "panel", method: "post", action: "{address}/profile", "data-testid": "profile",
            {form_token(page.who)}
            h2 { {say!(words, "matching-profile")} }
            p { class: "quiet-text", {say!(words, "matching-profile-says")} }
            p {
                {say!(words, "matching-home-language")} ": "
                if languages.is_empty() { {say!(words, "matching-not-known")} } else { "{languages}" }
            }
            for (name, label, value) in texts {
                label { class: "field", "{label}"
                    textarea { name, rows: "2", maxlength: "{TEXT_CHARACTERS_MAX}", "{value}" }
                    {wrong_at(words, page.wrong, name)}
                }
            }
            fieldset { class: "times",
                legend { {say!(words, "matching-availability")} }
                for part in Availability::ALL {
                    label {
                        input { r#type: "checkbox", name: "time_{part.word()}", value: "yes", checked: ticked(part) }
                        {say!(words, "matching-time", part: part.word())}
                    }
                }
            }
            button { class: "btn quiet", {say!(words, "matching-profile-do")} }
        }
    }
}

/// A language by its name, where the catalogue has one.
pub fn language_name(words: Words, written: &str) -> String {
    let tag = daymark_domain::language_key(written);
    say!(words, "home-language", tag: tag, written: written)
}
