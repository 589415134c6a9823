//! The single-use code, as a picture for the phone's camera and as characters to type.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;

use super::{document, steps};
use crate::service::pairing::Invite;
use crate::service::school_time;
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Shown once: the server keeps only the code's hash.
pub fn page(
    words: Words,
    who: &SignedIn,
    school: &School,
    mentor: &MentorSummary,
    origin: &str,
    invite: &Invite,
) -> Html<String> {
    let name = mentor.name.as_str();
    // Behind the '#', so that it never reaches a server's log.
    let picture = picture(&format!("{origin}/pair#pair={}", invite.code));
    let address = format!("{origin}/pair");
    let until = words.time_of_minute(school_time::at(school, invite.expires_at).minute);
    let title = say!(words, "pairing-title", mentor: name);
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "", rsx! {
                    a { href: "/staff/mentors/{mentor.id}", {say!(words, "pairing-back")} }
                })}
            }
            main { id: "page", class: "panel pairing",
                div { role: "img", "aria-label": say!(words, "pairing-picture"), dangerous_inner_html: "{picture}" }
                div {
                    p { {say!(words, "pairing-lead", mentor: name, address: address)} }
                    p { class: "section", {say!(words, "pairing-code")}
                        strong { class: "code", id: "pairing-code", "{grouped(&invite.code)}" }
                    }
                    p { {say!(words, "pairing-until", time: until)} }
                }
            }
        }
    };
    // The code is shown this once: another language would be another request, without it.
    document(words, &title, "", body)
}

/// `7K3M0-119AB`.
fn grouped(code: &str) -> String {
    let (first, second) = code.split_at(code.len() / 2);
    format!("{first}-{second}")
}

/// Empty when the address is too long for a picture: the characters remain.
fn picture(address: &str) -> String {
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
