//! The page that asks again who one is, with everything that was already typed.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::account::passkeys::show_button;
use super::document;
pub use super::sign_in::Refusal;
use crate::auth::proof::{ASK, FRESH_SECONDS, escaped};
use crate::store::factors::Factors;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct AskPage<'a> {
    /// Whoever is asked.
    pub who: &'a SignedIn,
    /// What they can show.
    pub factors: &'a Factors,
    /// What people call the district, when its sign-in proves who they are.
    pub district: Option<&'a str>,
    /// Where the form goes on to.
    pub action: &'a str,
    /// What it said already.
    pub fields: &'a [(String, String)],
    /// What was wrong with the last attempt.
    pub refusal: Option<Refusal>,
}

/// The whole page. It is shown in place of another, so it cannot be asked for in another language.
pub fn page(words: Words, page: AskPage<'_>) -> Html<String> {
    let AskPage { who, factors, district, action, fields, refusal } = page;
    let district = district.map(|name| AtTheDistrict { name, to: to_of(action, fields) });
    let title = say!(words, "proof-title");
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { "{title}" }
            p { {say!(words, "proof-lead", name: who.name.as_str(), minutes: FRESH_SECONDS / 60)} }
            form { class: "panel", method: "post", action: "{action}",
                for (name, value) in fields {
                    input { r#type: "hidden", name: "{name}", value: "{value}" }
                }
                {refused(words, refusal)}
                {field(words, factors, district)}
                button { class: "btn", {say!(words, "proof-do")} }
            }
        }
    };
    document(words, &title, "", body)
}

/// What went wrong with the last attempt.
pub(super) fn refused(words: Words, refusal: Option<Refusal>) -> Element {
    let sentence = match refusal {
        None => return rsx! {},
        Some(Refusal::Wrong | Refusal::Passkey) => say!(words, "proof-refused"),
        Some(Refusal::TooOften { wait_s }) => say!(words, "sign-in-too-often", minutes: wait_s.div_ceil(60)),
    };
    rsx! { p { class: "late", role: "alert", "{sentence}" } }
}

/// Proving it at the district's own sign-in.
#[derive(Clone, Copy)]
pub(super) struct AtTheDistrict<'a> {
    name: &'a str,
    /// The page that one was on the way to. None: a form is held up, and goes on from its own window.
    to: Option<&'a str>,
}

/// A page that was asked for can be come back to; what a form says stands in its own window alone.
fn to_of<'a>(action: &str, fields: &'a [(String, String)]) -> Option<&'a str> {
    let to = fields.iter().find(|(name, _)| name == "to").map(|(_, to)| to.as_str());
    to.filter(|_| action == ASK)
}

fn at_the_district(words: Words, district: AtTheDistrict<'_>) -> Element {
    let AtTheDistrict { name, to } = district;
    match to {
        Some(to) => rsx! {
            p {
                a { class: "btn quiet", href: "/sign-in/district/again?to={escaped(to)}",
                    {say!(words, "proof-district-do", district: name)}
                }
            }
        },
        None => rsx! {
            p { {say!(words, "proof-district", district: name)} }
            p {
                a { class: "btn quiet", href: "/sign-in/district/again", target: "_blank", rel: "noopener",
                    {say!(words, "proof-district-window", district: name)}
                }
            }
        },
    }
}

/// What somebody shows: a code, or the password where there is nothing else; or it is proved at the district.
pub(super) fn field(words: Words, factors: &Factors, district: Option<AtTheDistrict<'_>>) -> Element {
    let elsewhere = match district {
        Some(district) => at_the_district(words, district),
        None => rsx! {},
    };
    if !factors.second() && !factors.password {
        return elsewhere;
    }
    rsx! {
        {own_field(words, factors, district.is_none())}
        {elsewhere}
    }
}

/// The one field; it may stay empty where there is another way.
fn own_field(words: Words, factors: &Factors, is_required: bool) -> Element {
    if !factors.second() {
        return rsx! {
            label { class: "field", {say!(words, "sign-in-password")}
                input { name: "proof_password", r#type: "password", autocomplete: "current-password", required: is_required }
            }
        };
    }
    let (label, hint) = match factors.authenticator_since {
        Some(_) => (say!(words, "proof-code"), Some(say!(words, "proof-code-or"))),
        None => (say!(words, "proof-recovery-code"), None),
    };
    rsx! {
        label { class: "field", "{label}"
            input {
                name: "proof_code",
                autocomplete: "one-time-code",
                autocapitalize: "none",
                spellcheck: "false",
                required: is_required,
                maxlength: "40",
            }
        }
        if let Some(hint) = hint {
            p { "{hint}" }
        }
        if !factors.passkeys.is_empty() {
            {show_button(words)}
        }
    }
}
