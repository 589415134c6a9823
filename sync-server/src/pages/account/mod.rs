//! One's own account: the second step, the password, and where one is signed in.

pub mod authenticator;
pub mod passkeys;
mod sessions;

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::{document, form_token, steps};
use crate::auth::password::{FEWEST_CHARACTERS, MOST_CHARACTERS};
use crate::service::school_time;
use crate::store::factors::Factors;
use crate::store::schools::School;
use crate::store::sessions::{SessionLine, SignedIn};

/// What the page shows.
pub struct AccountPage<'a> {
    /// Whose account it is.
    pub who: &'a SignedIn,
    /// What they type to sign in.
    pub login: &'a str,
    /// Their school, for the time of day.
    pub school: &'a School,
    /// What they have besides the password.
    pub factors: &'a Factors,
    /// What people call the district, when its sign-in knows them.
    pub district: Option<&'a str>,
    /// Where they are signed in.
    pub sessions: &'a [SessionLine],
    /// The hash of this session's token.
    pub here: [u8; 32],
    /// What was not taken.
    pub wrong: Option<Wrong>,
}

/// What was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The new password is too short or too long.
    Password,
    /// What the browser sent is no passkey, or is known already.
    Passkey,
}

/// The whole page.
pub fn page(words: Words, page: AccountPage<'_>) -> Html<String> {
    let AccountPage { who, login, school, factors, district, sessions, here, wrong } = page;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "account-title")} }
                    p { class: "sub", "{who.name} · {login}" }
                }
                {steps(words, who, "account", rsx! {})}
            }
            main { id: "page",
                if let Some(district) = district {
                    p { class: "notice", {say!(words, "account-district", district: district)} }
                }
                {second_step(words, who, school, factors)}
                if wrong == Some(Wrong::Passkey) {
                    p { class: "notice bad", role: "alert", {say!(words, "account-passkey-wrong")} }
                }
                {passkeys::list(words, who, school, factors)}
                {password(words, who, factors, wrong)}
                {sessions::list(words, who, school, sessions, here)}
            }
        }
    };
    document(words, &say!(words, "account-title"), "/account", body)
}

fn second_step(words: Words, who: &SignedIn, school: &School, factors: &Factors) -> Element {
    let day = |moment| words.day_and_year(school_time::at(school, moment).day);
    rsx! {
        section { class: "panel", id: "second-step",
            h2 { {say!(words, "account-second-step")} }
            match (factors.authenticator_since, who.second_factor_by) {
                (Some(since), _) => rsx! {
                    p { {say!(words, "account-app-since", day: day(since))} }
                },
                (None, Some(by)) => rsx! {
                    p { class: "notice", {say!(words, "account-second-step-by", day: day(by))} }
                },
                (None, None) => rsx! { p { {say!(words, "account-app-none")} } },
            }
            div { class: "inline",
                a { class: "small-btn", href: "/account/authenticator",
                    if factors.authenticator_since.is_some() {
                        {say!(words, "account-app-another")}
                    } else {
                        {say!(words, "account-app-add")}
                    }
                }
                if factors.authenticator_since.is_some() {
                    form { method: "post", action: "/account/authenticator/remove",
                        {form_token(who)}
                        button { class: "small-btn end", {say!(words, "account-app-remove")} }
                    }
                }
            }
            if factors.second() {
                p { {say!(words, "account-codes-left", n: factors.recovery_codes)} }
                form { method: "post", action: "/account/recovery-codes",
                    {form_token(who)}
                    button { class: "small-btn", {say!(words, "account-codes-new")} }
                }
            }
        }
    }
}

fn password(words: Words, who: &SignedIn, factors: &Factors, wrong: Option<Wrong>) -> Element {
    if !factors.password {
        return rsx! {
            section { class: "panel",
                h2 { {say!(words, "account-password")} }
                p { {say!(words, "account-password-none")} }
            }
        };
    }
    rsx! {
        form { class: "panel", method: "post", action: "/account/password",
            {form_token(who)}
            h2 { {say!(words, "account-password")} }
            if wrong == Some(Wrong::Password) {
                p { class: "notice bad", role: "alert", {say!(words, "account-password-wrong", least: FEWEST_CHARACTERS)} }
            }
            p { {say!(words, "account-password-says", least: FEWEST_CHARACTERS)} }
            label { class: "field", {say!(words, "account-password-new")}
                input {
                    r#type: "password",
                    name: "new_password",
                    autocomplete: "new-password",
                    required: true,
                    minlength: "{FEWEST_CHARACTERS}",
                    maxlength: "{MOST_CHARACTERS}",
                }
            }
            button { class: "btn", {say!(words, "account-password-do")} }
        }
    }
}
