//! Setting up an authenticator app, and the recovery codes that come with it.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::auth::one_time_code::OneTimeCodes;
use crate::pages::invite::picture;
use crate::pages::{document, form_token, steps};
use crate::service::school_time;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct SetUp<'a> {
    /// Whose app it will be.
    pub who: &'a SignedIn,
    /// Their school.
    pub school: &'a School,
    /// What they type to sign in.
    pub login: &'a str,
    /// The secret.
    pub codes: &'a OneTimeCodes,
    /// Whether the code that was typed did not fit.
    pub is_wrong: bool,
    /// Whether nothing else opens before this is done.
    pub is_over: bool,
}

/// The secret as picture and text, and the field for the app's first code.
pub fn page(words: Words, page: SetUp<'_>) -> Html<String> {
    let SetUp { who, school, login, codes, is_wrong, is_over } = page;
    let title = say!(words, "authenticator-title");
    let place = format!("{} {}", say!(words, "app-name"), school.name);
    let drawn = picture(&codes.address(login, &place));
    let by = who.second_factor_by.map(|by| words.day_and_year(school_time::at(school, by).day));
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "account", rsx! {})}
            }
            main { id: "page",
                match by {
                    Some(_) if is_over => rsx! { p { class: "notice bad", {say!(words, "authenticator-now")} } },
                    Some(day) => rsx! { p { class: "notice", {say!(words, "account-second-step-by", day: day)} } },
                    None => rsx! {},
                }
                div { class: "panel pairing",
                    div { role: "img", "aria-label": say!(words, "authenticator-picture"), dangerous_inner_html: "{drawn}" }
                    form { method: "post", action: "/account/authenticator",
                        {form_token(who)}
                        input { r#type: "hidden", name: "secret", value: codes.as_typed() }
                        ol {
                            li { {say!(words, "authenticator-get")} }
                            li { {say!(words, "authenticator-scan")}
                                strong { class: "code small", id: "secret", {in_groups(&codes.as_typed())} }
                            }
                            li { {say!(words, "authenticator-type")} }
                        }
                        if is_wrong {
                            p { class: "late", role: "alert", {say!(words, "authenticator-wrong")} }
                        }
                        label { class: "field", {say!(words, "authenticator-code")}
                            input {
                                name: "code",
                                inputmode: "numeric",
                                autocomplete: "one-time-code",
                                required: true,
                                maxlength: "10",
                            }
                        }
                        button { class: "btn", {say!(words, "authenticator-do")} }
                    }
                }
            }
        }
    };
    document(words, &title, "/account/authenticator", body)
}

/// The recovery codes, this once.
pub fn codes_page(words: Words, who: &SignedIn, codes: &[String]) -> Html<String> {
    let title = say!(words, "recovery-title");
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "account", rsx! {})}
            }
            main { id: "page", class: "panel",
                p { {say!(words, "recovery-lead")} }
                ul { class: "recovery", id: "recovery-codes",
                    for code in codes {
                        li { code { "{code}" } }
                    }
                }
                p { {say!(words, "recovery-print")} }
                p { a { class: "small-btn", href: "/account", {say!(words, "recovery-done")} } }
            }
        }
    };
    // They are shown this once: another language would be another request, without them.
    document(words, &title, "", body)
}

/// Four letters at a time are easier to type.
fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}
