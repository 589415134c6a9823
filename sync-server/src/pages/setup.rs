//! The first coordinator's account.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::document;
use crate::auth::password::{FEWEST_CHARACTERS, MOST_CHARACTERS};

/// What was typed already; the password is typed again.
#[derive(Default)]
pub struct Typed {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// The login.
    pub login: String,
}

/// What was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The code.
    Code,
    /// Name or login.
    Name,
    /// The password.
    Password,
    /// Anything: too many attempts.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// The whole page.
pub fn page(words: Words, typed: &Typed, wrong: Option<Wrong>) -> Html<String> {
    let wrong = wrong.map(|wrong| match wrong {
        Wrong::Code => say!(words, "setup-code-wrong"),
        Wrong::Name => say!(words, "setup-name-wrong"),
        Wrong::Password => say!(words, "setup-password-wrong", least: FEWEST_CHARACTERS),
        Wrong::TooOften { wait_s } => say!(words, "sign-in-too-often", minutes: wait_s.div_ceil(60)),
    });
    let Typed { code, name, login } = typed;
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { {say!(words, "setup-title")} }
            p { {say!(words, "setup-lead")} }
            form { class: "panel", method: "post", action: "/setup",
                if let Some(wrong) = wrong {
                    p { class: "late", role: "alert", "{wrong}" }
                }
                label { class: "field", {say!(words, "setup-code")}
                    input { name: "code", value: "{code}", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", required: true, maxlength: "40" }
                }
                label { class: "field", {say!(words, "setup-name")}
                    input { name: "name", value: "{name}", autocomplete: "name", required: true, maxlength: "100" }
                }
                label { class: "field", {say!(words, "sign-in-name")}
                    input { name: "login", value: "{login}", autocomplete: "username", autocapitalize: "none", required: true, maxlength: "100" }
                }
                label { class: "field", {say!(words, "sign-in-password")}
                    input { r#type: "password", name: "password", autocomplete: "new-password", required: true,
                        minlength: "{FEWEST_CHARACTERS}", maxlength: "{MOST_CHARACTERS}" }
                }
                p { {say!(words, "setup-password-says", least: FEWEST_CHARACTERS)} }
                button { class: "btn", {say!(words, "setup-do")} }
            }
        }
    };
    document(words, &say!(words, "setup-title"), "/setup", body)
}
