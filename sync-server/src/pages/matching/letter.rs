//! What goes home on paper: who the mentor is and what they do, and the consent to sign.

use axum::response::Html;
use daymark_components::{Language, Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use crate::pages::document;
use crate::pages::kick_off::sheets::Paper;
use crate::store::proposals::MatchCase;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    /// The family is told.
    Notice,
    /// The family is asked to sign.
    Consent,
}

impl Letter {
    /// Its word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Consent => "consent",
        }
    }
    /// The letter with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Notice, Self::Consent].into_iter().find(|letter| letter.word() == word)
    }
}

/// What stands in it.
pub struct LetterPage<'a> {
    /// Which.
    pub letter: Letter,
    /// On what.
    pub paper: Paper,
    /// Who writes it.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Today at the school.
    pub today: SchoolDay,
    /// The match.
    pub case: &'a MatchCase,
}

/// What a mentor does, in the order in which a family meets it.
const ROLE: [&str; 5] = ["greets", "calls", "talks", "calendar", "helps"];

/// The letter, in the language in which the family reads it.
pub fn page(words: Words, page: &LetterPage<'_>) -> Html<String> {
    let case = page.case;
    let title = say!(words, "letter-title", kind: page.letter.word());
    let body = rsx! {
        {bar(words, page)}
        main { id: "page", class: "sheet family-letter {page.paper.word()}",
            p { class: "letter-head", "{page.school.name}" }
            p { "{words.day_and_year(page.today)}" }
            h1 { "{title}" }
            p { {say!(words, "letter-dear", student: case.student_name.as_str())} }
            match page.letter {
                Letter::Notice => notice(words, page),
                Letter::Consent => consent(words, page),
            }
        }
    };
    document(words, &title, "", body)
}

fn bar(words: Words, page: &LetterPage<'_>) -> Element {
    let address = format!("/staff/matches/{}", page.case.id);
    let of = |language: Language, paper: Paper| {
        format!("{address}/letter?kind={}&in={}&paper={}", page.letter.word(), language.word(), paper.word())
    };
    rsx! {
        header { class: "page sheet-bar",
            nav { class: "steps", "aria-label": say!(words, "sheet-choices"),
                a { href: "{address}", {say!(words, "matching-to-case")} }
                for language in Language::ALL {
                    a {
                        lang: language.word(),
                        hreflang: language.word(),
                        class: if language == words.language() { "here" },
                        "aria-current": if language == words.language() { "true" },
                        href: of(language, page.paper),
                        "{language.own_name()}"
                    }
                }
                for paper in [Paper::Letter, Paper::A4] {
                    a {
                        class: if paper == page.paper { "here" },
                        "aria-current": if paper == page.paper { "true" },
                        href: of(words.language(), paper),
                        {say!(words, "sheet-paper", word: paper.word())}
                    }
                }
            }
            p { class: "quiet-text", {say!(words, "sheet-how-to-print")} }
        }
    }
}

fn notice(words: Words, page: &LetterPage<'_>) -> Element {
    let (case, school) = (page.case, page.school.name.as_str());
    let (student, mentor) = (case.given_name.as_str(), case.mentor_name.as_str());
    rsx! {
        p { {say!(words, "letter-who", student: student, mentor: mentor, school: school, day: words.day_and_year(case.start_day))} }
        p { {say!(words, "letter-why", student: student)} }
        p { {say!(words, "letter-does", mentor: mentor)} }
        {role(words, student)}
        p { {say!(words, "letter-knows", mentor: mentor, student: student)} }
        p { {say!(words, "letter-choice", student: student)} }
        {closing(words, page)}
        section { class: "strip",
            h2 { {say!(words, "letter-answer")} }
            ul { class: "ticks",
                {tick(say!(words, "letter-agree", student: student, mentor: mentor))}
                {tick(say!(words, "letter-questions"))}
                {tick(say!(words, "letter-decline"))}
            }
            {blank(say!(words, "letter-best-way"))}
            {signature(words)}
        }
    }
}

/// Records, purpose, recipient, days, signature and date (34 CFR 99.30).
fn consent(words: Words, page: &LetterPage<'_>) -> Element {
    let case = page.case;
    let (student, mentor, school) =
        (case.given_name.as_str(), case.mentor_name.as_str(), page.school.name.as_str());
    let until = case.expected_end.map(|day| words.day_and_year(day));
    rsx! {
        p { {say!(words, "letter-who", student: student, mentor: mentor, school: school, day: words.day_and_year(case.start_day))} }
        p { {say!(words, "letter-consent-asks", school: school)} }
        dl { class: "facts",
            dt { {say!(words, "letter-consent-records")} }
            dd {
                ul { class: "ticks",
                    {tick(say!(words, "matching-scope-word", word: "attendance_and_contacts"))}
                    {tick(say!(words, "matching-scope-word", word: "attendance"))}
                }
            }
            dt { {say!(words, "matching-purpose")} }
            dd { {say!(words, "matching-purpose-usual")} }
            dt { {say!(words, "matching-recipient")} }
            dd { "{mentor}" }
            dt { {say!(words, "letter-consent-until")} }
            dd {
                match until {
                    Some(until) => rsx! { "{until}" },
                    None => rsx! { span { class: "line" } },
                }
            }
        }
        p { {say!(words, "letter-consent-free", mentor: mentor)} }
        p { {say!(words, "letter-consent-back", school: school)} }
        {signature(words)}
        {closing(words, page)}
    }
}

fn role(words: Words, student: &str) -> Element {
    rsx! {
        ul { class: "role",
            for what in ROLE {
                li { {say!(words, "letter-role", what: what, student: student)} }
            }
        }
    }
}

fn closing(words: Words, page: &LetterPage<'_>) -> Element {
    rsx! {
        p { {say!(words, "letter-contact", coordinator: page.who.name.as_str())} }
        {blank(say!(words, "letter-phone"))}
        p { {say!(words, "letter-thanks")} }
        p { class: "signed", "{page.who.name}" br {} "{page.school.name}" }
    }
}

fn signature(words: Words) -> Element {
    rsx! {
        {blank(say!(words, "letter-name"))}
        div { class: "sign",
            {blank(say!(words, "letter-signature"))}
            {blank(say!(words, "letter-date"))}
        }
    }
}

/// Its name and a line to write on.
fn blank(label: String) -> Element {
    rsx! { p { class: "blank", span { "{label}" } span { class: "line" } } }
}

/// A box to tick by hand.
fn tick(label: String) -> Element {
    rsx! { li { class: "to-tick", span { class: "box", "aria-hidden": "true" } "{label}" } }
}
