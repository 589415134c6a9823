//! The confidentiality agreement: to read, to print for a signature on paper, and to sign.

use axum::response::Html;
use daymark_components::{Language, Words, say};
use daymark_domain::{AgreementSigning, SchoolDay, agreement_through};
use dioxus::prelude::*;

use super::super::{document, form_token, steps};
use super::fields::{Typed, choice, day, line};
use crate::service::agreement::{Agreement, Part};
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct AgreementPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Who signs.
    pub mentor: &'a MentorSummary,
    /// The text.
    pub agreement: Agreement,
    /// As typed.
    pub typed: Typed<'a>,
}

/// The agreement, in its own language whatever the page speaks.
pub fn agreement(words: Words, page: &AgreementPage<'_>) -> Html<String> {
    let (mentor, language) = (page.mentor, page.agreement.language);
    let own = Words::of(language);
    let address = format!("/staff/mentors/{}/agreement?text={}", mentor.id, language.word());
    let back = rsx! { a { href: "/staff/mentors/{mentor.id}", {say!(words, "mentors-back")} } };
    let body = rsx! {
        div { class: "page mentor agreement",
            header { class: "head",
                div { lang: language.word(),
                    h1 { {say!(own, "mentors-agreement-title")} }
                    p { class: "sub", "{page.school.name} · " {say!(own, "mentors-agreement-version", n: page.agreement.version)} }
                }
                {steps(words, page.who, "staff", back)}
            }
            main { id: "page",
                {languages(words, page)}
                {text(page.agreement)}
                {on_paper(own, page)}
                {sign(words, page)}
            }
        }
    };
    document(words, &say!(words, "mentors-agreement-title"), &address, body)
}

fn languages(words: Words, page: &AgreementPage<'_>) -> Element {
    rsx! {
        p { class: "no-print mentor-filters",
            for language in Language::ALL {
                a { href: "/staff/mentors/{page.mentor.id}/agreement?text={language.word()}", lang: language.word(),
                    class: if language == page.agreement.language { "here" },
                    "aria-current": (language == page.agreement.language).then_some("true"),
                    "{language.own_name()}"
                }
            }
            span { {say!(words, "mentors-agreement-print")} }
        }
    }
}

fn text(agreement: Agreement) -> Element {
    rsx! {
        article { class: "agreement-text", lang: agreement.language.word(),
            for part in agreement.parts() {
                match part {
                    Part::Heading(heading) => rsx! { h2 { "{heading}" } },
                    Part::Paragraph(text) => rsx! { p { "{text}" } },
                    Part::Points(points) => rsx! { ul { for point in points { li { "{point}" } } } },
                }
            }
        }
    }
}

/// Lines for pen and ink, which a screen does not show.
fn on_paper(own: Words, page: &AgreementPage<'_>) -> Element {
    rsx! {
        dl { class: "signature-lines", lang: own.language().word(), "aria-hidden": "true",
            dt { {say!(own, "mentors-agreement-name")} }
            dd { "{page.mentor.name}" }
            dt { {say!(own, "mentors-agreement-signature")} }
            dd { "" }
            dt { {say!(own, "mentors-agreement-date")} }
            dd { "" }
        }
    }
}

fn sign(words: Words, page: &AgreementPage<'_>) -> Element {
    let ways = [AgreementSigning::Paper, AgreementSigning::Screen]
        .iter()
        .map(|how| (how.word(), say!(words, "mentors-signed-how", word: how.word())))
        .collect();
    let through = words.day_and_year(agreement_through(page.today));
    rsx! {
        form { class: "panel", method: "post",
            action: "/staff/mentors/{page.mentor.id}/agreement?text={page.agreement.language.word()}",
            {form_token(page.who)}
            h2 { {say!(words, "mentors-agreement-sign")} }
            if page.typed.wrong.is_some() {
                p { class: "notice bad", role: "alert", {say!(words, "mentors-not-saved")} }
            }
            p { {say!(words, "mentors-agreement-hint", name: page.mentor.name.as_str(), through: through)} }
            {choice(words, &page.typed, "how", say!(words, "mentors-field", word: "how"), ways)}
            div { class: "inline",
                {line(words, &page.typed, "signed_name", say!(words, "mentors-field", word: "signed_name"), true)}
                {day(words, &page.typed, "day", say!(words, "mentors-field", word: "signed_day"), Some(page.today))}
            }
            button { class: "btn", "data-testid": "sign", {say!(words, "mentors-agreement-do-sign")} }
        }
    }
}
