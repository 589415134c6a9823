//! What is said of the district's own sign-in.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::document;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is them; they go on in another window.
    Proved,
    /// The district did not answer, or gave no proof.
    Failed,
    /// The district knows them, and there is no account here.
    NoAccount,
    /// Somebody else is signed in here.
    SomebodyElse,
    /// The district asked for less than is asked for here.
    TooLittle,
    /// The link does not hold, or one of both is connected already.
    NotConnected,
}

/// One sentence and the way on.
pub fn outcome_page(words: Words, district: &str, outcome: Outcome) -> Html<String> {
    let title = say!(words, "district-sign-in-title", district: district);
    let sentence = match outcome {
        Outcome::Proved => say!(words, "district-sign-in-proved"),
        Outcome::Failed => say!(words, "district-sign-in-failed", district: district),
        Outcome::NoAccount => say!(words, "district-sign-in-no-account", district: district),
        Outcome::SomebodyElse => say!(words, "district-sign-in-somebody-else", district: district),
        Outcome::TooLittle => say!(words, "district-sign-in-too-little", district: district),
        Outcome::NotConnected => say!(words, "district-sign-in-not-connected", district: district),
    };
    let is_good = outcome == Outcome::Proved;
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { "{title}" }
            p { class: if is_good { "notice" } else { "notice bad" }, role: if is_good { "status" } else { "alert" }, "{sentence}" }
            if !is_good {
                p { class: "section", a { class: "btn quiet", href: "/sign-in", {say!(words, "district-sign-in-back")} } }
            }
        }
    };
    // What it says cannot be asked for again in another language: the answer of the district is used up.
    document(words, &title, "", body)
}

/// Whose account a link connects, and the way to the district.
pub fn connect_page(words: Words, district: &str, login: &str, code: &str) -> Html<String> {
    let title = say!(words, "district-connect-title", district: district);
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { "{title}" }
            p { {say!(words, "district-connect-lead", login: login, district: district)} }
            p { class: "section",
                a { class: "btn", href: "/sign-in/district/connect/{code}/go", {say!(words, "sign-in-district", district: district)} }
            }
        }
    };
    document(words, &title, "", body)
}

/// The link by which somebody comes in.
pub(super) fn way_in(words: Words, district: Option<&str>) -> Element {
    let Some(district) = district else { return rsx! {} };
    rsx! {
        p { class: "panel",
            a { class: "btn", href: "/sign-in/district", {say!(words, "sign-in-district", district: district)} }
        }
    }
}
