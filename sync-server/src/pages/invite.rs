//! Pairing a phone: the single-use code, as a picture for the phone's camera and as characters to type; then the three
//! words that the phone shows as well.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;

use super::live::waiting;
use super::{document, form_token, steps, waiting_document};
use crate::service::pairing::{Asking, Invite, Progress};
use crate::service::school_time;
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct PairingPage<'a> {
    /// Who looks.
    pub who: &'a SignedIn,
    /// Where.
    pub school: &'a School,
    /// Whose phone.
    pub mentor: &'a MentorSummary,
    /// This server's address.
    pub origin: &'a str,
    /// How far it has come.
    pub progress: &'a Progress,
    /// Now.
    pub now: i64,
}

/// The page. It asks for itself again while something is awaited, so nobody has to reload it.
pub fn page(words: Words, page: &PairingPage<'_>) -> Html<String> {
    let PairingPage { who, school, mentor, progress, now, .. } = page;
    let title = say!(words, "pairing-title", mentor: mentor.name.as_str());
    let awaited = matches!(progress, Progress::Code(_) | Progress::Words(_));
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "", rsx! {
                    a { href: "/staff/mentors/{mentor.id}", {say!(words, "pairing-back")} }
                })}
            }
            main { id: "page", "data-testid": "pairing",
                div { class: "panel pairing", {shown(words, page)} }
                if awaited { {waiting(words, school, *now)} }
            }
        }
    };
    let here = format!("/staff/mentors/{}/pairing", mentor.id);
    if awaited { waiting_document(words, &title, &here, body) } else { document(words, &title, &here, body) }
}

fn shown(words: Words, page: &PairingPage<'_>) -> Element {
    let name = page.mentor.name.as_str();
    match page.progress {
        Progress::Code(Some(invite)) => code(words, page, invite),
        Progress::Code(None) => ended(words, page, &say!(words, "pairing-elsewhere", mentor: name)),
        Progress::Words(asking) => compare(words, page, asking),
        Progress::Paired => ended(words, page, &say!(words, "pairing-done", mentor: name)),
        Progress::Refused => ended(words, page, &say!(words, "pairing-refused")),
        Progress::NoCode => ended(words, page, &say!(words, "pairing-no-code")),
    }
}

fn code(words: Words, page: &PairingPage<'_>, invite: &Invite) -> Element {
    // Behind the '#', so that it never reaches a server's log.
    let picture = picture(&format!("{}/pair#pair={}", page.origin, invite.code));
    let address = format!("{}/pair", page.origin);
    let until = words.time_of_minute(school_time::at(page.school, invite.expires_at).minute);
    rsx! {
        div { role: "img", "aria-label": say!(words, "pairing-picture"), dangerous_inner_html: "{picture}" }
        div {
            p { {say!(words, "pairing-lead", mentor: page.mentor.name.as_str(), address: address)} }
            p { class: "section", {say!(words, "pairing-code")}
                strong { class: "code", id: "pairing-code", "{grouped(&invite.code)}" }
            }
            p { {say!(words, "pairing-until", time: until)} }
        }
    }
}

fn compare(words: Words, page: &PairingPage<'_>, asking: &Asking) -> Element {
    let action = format!("/staff/mentors/{}/pairing", page.mentor.id);
    let name = page.mentor.name.as_str();
    rsx! {
        div {
            p { {say!(words, "pairing-compare", mentor: name)} }
            p { class: "code three-words", lang: "{asking.language}", "data-testid": "pairing-words",
                for word in asking.words { span { "{word}" } " " }
            }
        }
        div {
            form { method: "post", action: "{action}",
                {form_token(page.who)}
                input { r#type: "hidden", name: "phone", value: "{asking.phone}" }
                p { button { class: "btn", name: "said", value: "same", "data-testid": "pairing-same", {say!(words, "pairing-same")} } }
                p { button { class: "small-btn end", name: "said", value: "differ", "data-testid": "pairing-differ", {say!(words, "pairing-differ")} } }
            }
            p { {say!(words, "pairing-why")} }
        }
    }
}

fn ended(words: Words, page: &PairingPage<'_>, sentence: &str) -> Element {
    rsx! {
        p { "data-testid": "pairing-ended", "{sentence}" }
        form { method: "post", action: "/staff/mentors/{page.mentor.id}/invite",
            {form_token(page.who)}
            button { class: "small-btn", {say!(words, "pairing-again")} }
        }
    }
}

/// `7K3M0-119AB`.
fn grouped(code: &str) -> String {
    let (first, second) = code.split_at(code.len() / 2);
    format!("{first}-{second}")
}

/// Empty when the address is too long for a picture: the characters remain.
pub(super) fn picture(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    // Inside of HTML, an SVG has no prologue.
    drawn.find("<svg").map_or_else(String::new, |start| drawn[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_shown_in_two_groups_and_as_a_picture() {
        assert_eq!(grouped("7K3M0119AB"), "7K3M0-119AB");
        let picture = picture("https://daymark.example.org/pair#pair=7K3M0119AB");
        assert!(picture.starts_with("<svg") && picture.ends_with("</svg>"), "{picture}");
    }
}
