//! A new password by a code.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::document;
use crate::auth::password::{FEWEST_CHARACTERS, MOST_CHARACTERS};
use crate::service::new_passwords::PAGE;

/// What was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The code.
    Code,
    /// The password.
    Password,
    /// Anything: too many attempts.
    TooOften {
        /// When to try again.
        wait_s: u64,
    },
}

/// The whole page; the code stands as it was typed.
pub fn page(words: Words, code: &str, wrong: Option<Wrong>) -> Html<String> {
    let wrong = wrong.map(|wrong| match wrong {
        Wrong::Code => say!(words, "new-password-code-wrong"),
        Wrong::Password => say!(words, "setup-password-wrong", least: FEWEST_CHARACTERS),
        Wrong::TooOften { wait_s } => say!(words, "sign-in-too-often", minutes: wait_s.div_ceil(60)),
    });
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { {say!(words, "new-password-title")} }
            p { {say!(words, "new-password-lead")} }
            form { class: "panel", method: "post", action: PAGE,
                if let Some(wrong) = wrong {
                    p { class: "late", role: "alert", "{wrong}" }
                }
                label { class: "field", {say!(words, "setup-code")}
                    input { name: "code", value: "{code}", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", required: true, maxlength: "40" }
                }
                label { class: "field", {say!(words, "sign-in-password")}
                    input { r#type: "password", name: "password", autocomplete: "new-password", required: true,
                        minlength: "{FEWEST_CHARACTERS}", maxlength: "{MOST_CHARACTERS}" }
                }
                p { {say!(words, "setup-password-says", least: FEWEST_CHARACTERS)} }
                button { class: "btn", {say!(words, "new-password-do")} }
            }
        }
    };
    document(words, &say!(words, "new-password-title"), PAGE, body)
}
