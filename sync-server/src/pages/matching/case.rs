//! One match: how far it has come, what it still needs, and whether the mentor's phone may hold the student.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{AccessBasis, ActivationBlock, BasisPeriod, MatchStatus, SchoolDay};
use dioxus::prelude::*;

use super::case_forms::{basis_form, end_form, pause_form, step_button, withdraw_form};
use super::family_form::{consent_form, notice_form, withdrawal_form};
use super::history::history;
use super::{gaps, not_saved};
use crate::pages::mentors::grade;
use crate::pages::{document, steps};
use crate::service::matching::form::{Fields, Wrong};
use crate::store::proposals::{CaseEvent, MatchCase};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct CasePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Today at the school.
    pub today: SchoolDay,
    /// The match.
    pub case: &'a MatchCase,
    /// What is spoken at home.
    pub language: String,
    /// What happened to it, the latest first.
    pub events: &'a [CaseEvent],
    /// Which form was not taken: its name, empty for none.
    pub form: &'static str,
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

impl CasePage<'_> {
    /// What was typed into that form.
    pub fn typed_in(&self, form: &str) -> Fields {
        if self.form == form { self.typed.clone() } else { Fields::new() }
    }
    /// What is wrong in that form.
    pub fn wrong_in(&self, form: &str) -> Option<Wrong> {
        self.wrong.filter(|_| self.form == form)
    }
    /// Where the match is.
    pub fn address(&self) -> String {
        format!("/staff/matches/{}", self.case.id)
    }
}

/// The page.
pub fn page(words: Words, page: &CasePage<'_>) -> Html<String> {
    let case = page.case;
    let title =
        say!(words, "matching-pair", student: case.student_name.as_str(), mentor: case.mentor_name.as_str());
    let back = rsx! { a { href: "/staff/matches", {say!(words, "matching-to-board")} } };
    let is_over = case.status == MatchStatus::Closed;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub",
                        {grade(words, case.grade.as_deref())} " · "
                        a { href: "/staff/students/{case.student_id}", {say!(words, "matching-to-student")} } " · "
                        a { href: "/staff/mentors/{case.mentor_id}", {say!(words, "matching-to-mentor")} }
                    }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "matching",
                {not_saved(words, page.wrong)}
                {standing(words, page)}
                if !is_over {
                    {family(words, page)}
                    {others(words, page)}
                }
                {history(words, page)}
            }
        }
    };
    document(words, &say!(words, "matching-case-title"), &page.address(), body)
}

/// Where it is, what it waits for, and the next step.
fn standing(words: Words, page: &CasePage<'_>) -> Element {
    let case = page.case;
    let blocks = waits_for(words, case, page.today);
    let next = match case.status {
        MatchStatus::Proposed | MatchStatus::FamilyNotified => {
            Some(("activate", say!(words, "matching-activate")))
        }
        MatchStatus::Paused => Some(("resume", say!(words, "matching-resume"))),
        MatchStatus::Active | MatchStatus::Closed => None,
    };
    rsx! {
        section { class: "panel standing", "data-testid": "standing",
            p { class: "state", span { class: "badge sky", {say!(words, "matching-status", word: case.status.word())} } }
            {facts(words, case)}
            if let Some((step, label)) = next {
                if blocks.is_empty() {
                    {step_button(page, step, label)}
                } else {
                    div { class: "notice", "data-testid": "blocks",
                        p { class: "n", {say!(words, "matching-waits-for")} }
                        ul { for block in blocks { li { "{block}" } } }
                    }
                }
            } else if case.status == MatchStatus::Active {
                p { "data-testid": "phone", {phone_line(words, case, page.today)} }
            }
        }
    }
}

fn facts(words: Words, case: &MatchCase) -> Element {
    let until =
        case.expected_end.map_or_else(|| say!(words, "matching-not-known"), |day| words.day_and_year(day));
    let codes: Vec<_> =
        case.rationale.iter().map(|code| say!(words, "matching-rationale", code: code.word())).collect();
    rsx! {
        dl { class: "facts",
            dt { {say!(words, "match-start")} }
            dd { "{words.day_and_year(case.start_day)}" }
            dt { {say!(words, "matching-expected-end")} }
            dd { "{until}" }
            if let Some(end) = case.end_day {
                dt { {say!(words, "matching-ended")} }
                dd { "{words.day_and_year(end)}" }
            }
            dt { {say!(words, "matching-basis")} }
            dd { {basis(words, case.basis)}
                if let Some(scope) = &case.basis_scope { small { {say!(words, "matching-scope-word", word: scope.as_str())} } }
            }
            dt { {say!(words, "matching-family")} }
            dd {
                match case.answer {
                    Some(answer) => rsx! { {say!(words, "matching-answer-word", word: answer.word())} },
                    None => rsx! { {say!(words, "matching-told-not-yet")} },
                }
            }
            dt { {say!(words, "matching-why")} }
            dd { {codes.join(" · ")}
                if let Some(text) = &case.rationale_text { p { class: "as-typed", "{text}" } }
            }
        }
    }
}

/// What allows the mentor to know of the student, and until when.
pub fn basis(words: Words, of: Option<BasisPeriod>) -> String {
    let Some(BasisPeriod { basis, until, .. }) = of else { return say!(words, "matching-basis-none") };
    let basis = match basis {
        AccessBasis::SchoolOfficial => say!(words, "matching-basis-official"),
        AccessBasis::Consent => say!(words, "matching-basis-consent"),
    };
    match until {
        Some(until) => say!(words, "matching-basis-until", basis: basis, day: words.day_and_year(until)),
        None => basis,
    }
}

/// What keeps it from becoming active, each as a sentence that says what to do.
pub fn waits_for(words: Words, case: &MatchCase, today: SchoolDay) -> Vec<String> {
    let blocks: Vec<ActivationBlock> = case.preparation().blocks(today);
    blocks.into_iter().map(|block| say!(words, "matching-block", word: block.word())).collect()
}

/// Whether the mentor's phone holds the student, and what keeps it from that.
pub fn phone_line(words: Words, case: &MatchCase, today: SchoolDay) -> Element {
    if case.on_phones {
        let sentence = match case.phones {
            0 => say!(words, "matching-no-phone"),
            _ => say!(words, "matching-on-phone"),
        };
        return rsx! { span { class: "badge leaf", "{sentence}" } };
    }
    let blocks = waits_for(words, case, today);
    rsx! {
        span { class: "badge", {say!(words, "matching-not-on-phone")} }
        if !case.gaps.is_empty() {
            small { class: "late", {say!(words, "matching-mentor-lacks", gaps: gaps(words, &case.gaps))} }
        }
        for block in blocks { small { class: "late", "{block}" } }
    }
}

/// What the family was told, and the forms that write it down.
fn family(words: Words, page: &CasePage<'_>) -> Element {
    let case = page.case;
    let letter = |kind: &str, language: &str| {
        format!("{}/letter?kind={kind}&in={language}&paper=letter", page.address())
    };
    rsx! {
        section { class: "section",
            h2 { {say!(words, "matching-family-title")} }
            p { class: "letters",
                for language in daymark_components::Language::ALL {
                    a { lang: language.word(), hreflang: language.word(), href: letter("notice", language.word()),
                        {say!(Words::of(language), "matching-letter-notice")}
                    }
                    a { lang: language.word(), hreflang: language.word(), href: letter("consent", language.word()),
                        {say!(Words::of(language), "matching-letter-consent")}
                    }
                }
            }
            {notice_form(words, page, case.answer.is_none())}
            {consent_form(words, page)}
            if case.answer.is_some() || case.basis.is_some() { {withdrawal_form(words, page)} }
        }
    }
}

fn others(words: Words, page: &CasePage<'_>) -> Element {
    let status = page.case.status;
    rsx! {
        section { class: "section",
            h2 { {say!(words, "matching-others")} }
            {basis_form(words, page, page.case.basis.is_none())}
            p { a { href: "{page.address()}/fields", "data-testid": "to-grants", {say!(words, "grant-to-grants")} } }
            if status == MatchStatus::Active { {pause_form(words, page)} }
            {end_form(words, page)}
            if status.is_in_preparation() { {withdraw_form(words, page)} }
        }
    }
}
