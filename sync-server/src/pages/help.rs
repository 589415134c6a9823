//! What a school says to its mentors: whom to phone when a student may not be safe, whom they may text.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{SafetyContact, TextPolicy};
use dioxus::prelude::*;

use super::{document, form_token, steps};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// So many contacts fit on a phone's screen, and nobody calls a sixth number.
pub const SAFETY_CONTACTS_MAX: usize = 5;

/// What the page shows.
pub struct HelpPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Each with its name, role and phone, as stored or as typed.
    pub contacts: Vec<[String; 3]>,
    /// Whom mentors may text.
    pub texting: TextPolicy,
    /// What came of the form.
    pub outcome: Option<Outcome>,
}

/// What came of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored.
    Saved,
    /// A contact lacks its name or number: nothing was changed.
    Wrong,
}

/// A contact as its three fields.
pub fn fields_of(contact: &SafetyContact) -> [String; 3] {
    let SafetyContact { name, role, phone } = contact.clone();
    [name, role.unwrap_or_default(), phone]
}

/// The whole page.
pub fn page(words: Words, page: HelpPage<'_>) -> Html<String> {
    let HelpPage { who, school, contacts, texting, outcome } = page;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "help-title")} }
                    p { class: "sub", "{school.name}" }
                }
                {steps(words, who, "help", rsx! {})}
            }
            main { id: "page",
                p { class: "section", {say!(words, "help-lead")} }
                match outcome {
                    Some(Outcome::Saved) => rsx! { p { class: "notice good", role: "status", {say!(words, "help-saved")} } },
                    Some(Outcome::Wrong) => rsx! { p { class: "notice bad", role: "alert", {say!(words, "help-safety-wrong")} } },
                    None => rsx! {},
                }
                form { class: "panel", method: "post", action: "/staff/school",
                    {form_token(who)}
                    h2 { {say!(words, "help-safety")} }
                    p { {say!(words, "help-safety-says")} }
                    for n in 0..SAFETY_CONTACTS_MAX {
                        {contact(words, n, contacts.get(n))}
                    }
                    {policies(words, texting)}
                    button { class: "btn", {say!(words, "help-do")} }
                }
            }
        }
    };
    document(words, &say!(words, "help-title"), "/staff/school", body)
}

fn contact(words: Words, n: usize, contact: Option<&[String; 3]>) -> Element {
    let [name, role, phone] = contact.cloned().unwrap_or_default();
    rsx! {
        fieldset { class: "inline",
            legend { {say!(words, "help-safety-contact", n: n + 1)} }
            label { class: "field", {say!(words, "help-safety-name")}
                input { name: "name_{n}", value: "{name}", maxlength: "100", autocomplete: "off" }
            }
            label { class: "field", {say!(words, "help-safety-role")}
                input { name: "role_{n}", value: "{role}", maxlength: "100", autocomplete: "off" }
            }
            label { class: "field", {say!(words, "help-safety-phone")}
                input { r#type: "tel", name: "phone_{n}", value: "{phone}", maxlength: "60", autocomplete: "off" }
            }
        }
    }
}

fn policies(words: Words, texting: TextPolicy) -> Element {
    rsx! {
        fieldset { class: "choices",
            legend { {say!(words, "help-texting")} }
            p { {say!(words, "help-texting-says")} }
            for policy in TextPolicy::ALL {
                label {
                    input { r#type: "radio", name: "texting", value: policy.word(), checked: *policy == texting }
                    {say!(words, "help-texting-word", word: policy.word())}
                }
            }
        }
    }
}
