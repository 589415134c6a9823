//! The way in.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::document;

/// What went wrong with the last attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Login and password do not fit together.
    Wrong,
    /// Too many attempts.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// The form; the login is not filled in again, so that a shared screen shows nobody's.
pub fn page(words: Words, refusal: Option<Refusal>) -> Html<String> {
    let refusal = refusal.map(|refusal| match refusal {
        Refusal::Wrong => say!(words, "sign-in-refused"),
        Refusal::TooOften { wait_s } => say!(words, "sign-in-too-often", minutes: wait_s.div_ceil(60)),
    });
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { {say!(words, "sign-in-title")} }
            p { {say!(words, "sign-in-lead")} }
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
        }
    };
    document(words, &say!(words, "sign-in-title"), "/sign-in", body)
}
