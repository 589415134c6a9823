//! Passkeys: what somebody has, a new one, and the button that shows one.

use std::sync::LazyLock;

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::auth::{hex, sha256};
use crate::pages::{document, form_token, steps};
use crate::service::passkeys::Asked;
use crate::service::school_time;
use crate::store::factors::{Factors, PasskeyLine};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The script that asks the browser.
pub const PASSKEYS_JS: &str = include_str!("../passkeys.js");

/// The first of its hash, so that a browser may keep it for ever and never has an old one.
pub static PASSKEYS_VERSION: LazyLock<String> = LazyLock::new(|| hex(&sha256(PASSKEYS_JS.as_bytes())[..8]));

/// What somebody has, with a way to add and remove.
pub(super) fn list(words: Words, who: &SignedIn, school: &School, factors: &Factors) -> Element {
    rsx! {
        section { class: "panel", id: "passkeys",
            h2 { {say!(words, "account-passkeys")} }
            p { {say!(words, "account-passkeys-says")} }
            if !factors.passkeys.is_empty() {
                ul { class: "keys",
                    for passkey in &factors.passkeys {
                        {line(words, who, school, passkey)}
                    }
                }
            }
            a { class: "small-btn", href: "/account/passkeys/new", {say!(words, "account-passkey-add")} }
        }
    }
}

fn line(words: Words, who: &SignedIn, school: &School, passkey: &PasskeyLine) -> Element {
    let day = |moment| words.day_and_year(school_time::at(school, moment).day);
    let used = match passkey.used_at {
        Some(at) => say!(words, "account-passkey-used", day: day(at)),
        None => say!(words, "account-passkey-unused"),
    };
    rsx! {
        li {
            form { class: "inline", method: "post", action: "/account/passkeys/remove",
                {form_token(who)}
                input { r#type: "hidden", name: "passkey", value: hex(&passkey.credential_id) }
                span {
                    b { "{passkey.name}" }
                    " · "
                    {say!(words, "account-passkey-added", day: day(passkey.added_at))}
                    " · {used}"
                }
                button { class: "small-btn end",
                    "aria-label": say!(words, "account-passkey-remove-which", name: passkey.name.as_str()),
                    {say!(words, "account-passkey-remove")}
                }
            }
        }
    }
}

/// The page on which a browser makes a key.
pub fn new_page(words: Words, who: &SignedIn, asked: Option<&Asked<serde_json::Value>>) -> Html<String> {
    let title = say!(words, "passkey-new-title");
    let options = asked.and_then(|asked| serde_json::to_string(asked).ok());
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "account", rsx! {})}
            }
            main { id: "page",
                match options {
                    None => rsx! { p { class: "panel", {say!(words, "passkey-nowhere")} } },
                    Some(options) => rsx! {
                        form { class: "panel", method: "post", action: "/account/passkeys",
                            {form_token(who)}
                            input { r#type: "hidden", name: "passkey" }
                            p { {say!(words, "passkey-new-lead")} }
                            label { class: "field", {say!(words, "passkey-name")}
                                input { name: "name", required: true, maxlength: "60", autocomplete: "off" }
                            }
                            {failed(words)}
                            button { class: "btn", r#type: "button", "data-passkey": "make", "data-options": "{options}", hidden: true,
                                {say!(words, "passkey-make")}
                            }
                            noscript { p { {say!(words, "passkey-nowhere")} } }
                        }
                        {script()}
                    },
                }
            }
        }
    };
    document(words, &title, "/account", body)
}

/// The button that shows a key, inside of the form that the answer goes with; hidden where the browser cannot.
pub fn show_button(words: Words) -> Element {
    rsx! {
        input { r#type: "hidden", name: "proof_passkey" }
        {failed(words)}
        button { class: "btn quiet", r#type: "button", "data-passkey": "show", hidden: true, {say!(words, "passkey-show")} }
        {script()}
    }
}

fn failed(words: Words) -> Element {
    rsx! {
        p { class: "late", role: "alert", "data-passkey-failed": "", hidden: true, {say!(words, "passkey-failed")} }
    }
}

fn script() -> Element {
    rsx! { script { r#type: "module", src: "/assets/team/passkeys.{*PASSKEYS_VERSION}.js" } }
}
