//! The way in.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::account::passkeys::show_button;
use super::district_sign_in::way_in;
use super::{document, proof};
use crate::store::factors::Factors;

/// What went wrong with the last attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Login and password do not fit together.
    Wrong,
    /// The passkey is nobody's here.
    Passkey,
    /// Too many attempts.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// The form; the login is not filled in again, so that a shared screen shows nobody's.
pub fn page(words: Words, district: Option<&str>, refusal: Option<Refusal>) -> Html<String> {
    let refusal = refusal.map(|refusal| match refusal {
        Refusal::Wrong => say!(words, "sign-in-refused"),
        Refusal::Passkey => say!(words, "sign-in-passkey-refused"),
        Refusal::TooOften { wait_s } => say!(words, "sign-in-too-often", minutes: wait_s.div_ceil(60)),
    });
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { {say!(words, "sign-in-title")} }
            p { {say!(words, "sign-in-lead")} }
            {way_in(words, district)}
            form { class: "panel", method: "post", action: "/sign-in",
                if let Some(refusal) = refusal {
                    p { class: "late", role: "alert", "{refusal}" }
                }
                label { class: "field", {say!(words, "sign-in-name")}
                    input { name: "login", autocomplete: "username", autocapitalize: "none", required: true }
                }
                label { class: "field", {say!(words, "sign-in-password")}
                    input { name: "password", r#type: "password", autocomplete: "current-password", required: true }
                }
                button { class: "btn", {say!(words, "sign-in-do")} }
            }
            form { class: "panel", method: "post", action: "/sign-in/passkey", "data-passkey-only": "", hidden: true,
                p { {say!(words, "sign-in-passkey-lead")} }
                {show_button(words)}
            }
        }
    };
    document(words, &say!(words, "sign-in-title"), "/sign-in", body)
}

/// The second step, after a password that was right.
pub fn code_page(words: Words, factors: &Factors, refusal: Option<Refusal>) -> Html<String> {
    let title = say!(words, "sign-in-code-title");
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { "{title}" }
            p { {say!(words, "sign-in-code-lead")} }
            form { class: "panel", method: "post", action: "/sign-in/code",
                {proof::refused(words, refusal)}
                {proof::field(words, factors, None)}
                button { class: "btn", {say!(words, "sign-in-do")} }
            }
            p { class: "section", a { href: "/sign-in", {say!(words, "sign-in-code-back")} } }
        }
    };
    document(words, &title, "/sign-in/code", body)
}
