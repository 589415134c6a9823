//! The kick-off: the event with its form, and the sheets that are printed for it.

pub mod sheets;

use axum::response::Html;
use daymark_components::{Language, Words, say};
use dioxus::prelude::*;
use serde::Deserialize;

use self::sheets::{Paper, Sheet};
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::store::planning::KickOff;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// A room and an address.
pub const PLACE_CHARACTERS_MAX: usize = 200;
/// What fits on an invitation.
pub const NOTE_CHARACTERS_MAX: usize = 500;

/// The form's fields, as stored or as typed.
#[derive(Default, Deserialize)]
pub struct Fields {
    /// The date.
    pub day: String,
    /// The time of day; may be empty.
    pub time: String,
    /// Where.
    pub place: String,
    /// What families should know.
    pub note: String,
}

impl Fields {
    /// Of what is stored.
    pub fn of(event: &KickOff) -> Self {
        let time = event.minute.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60));
        Self {
            day: event.day.to_string(),
            time: time.unwrap_or_default(),
            place: event.place.clone(),
            note: event.note.clone().unwrap_or_default(),
        }
    }
}

/// What the page shows.
pub struct KickOffPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The event in force.
    pub event: Option<&'a KickOff>,
    /// The form.
    pub fields: Fields,
    /// Whether what was sent is stored.
    pub saved: Option<bool>,
}

/// The whole page.
pub fn page(words: Words, page: &KickOffPage<'_>) -> Html<String> {
    let may_set = may(page.who.role, Does::Changes, "/staff/kick-off");
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "kick-off-title")} }
                    p { class: "sub", "{page.school.name}" }
                }
                {steps(words, page.who, "kick-off", rsx! {})}
            }
            main { id: "page", class: "planning",
                p { class: "section", {say!(words, "kick-off-lead")} }
                match page.saved {
                    Some(true) => rsx! { p { class: "notice good", role: "status", {say!(words, "kick-off-saved")} } },
                    Some(false) => rsx! { p { class: "notice bad", role: "alert", {say!(words, "kick-off-wrong")} } },
                    None => rsx! {},
                }
                if may_set {
                    {form(words, page)}
                } else {
                    p { class: "panel", {announced(words, page.event)} }
                }
                section { class: "section",
                    h2 { {say!(words, "kick-off-sheets")} }
                    p { {say!(words, "kick-off-sheets-say")} }
                    ul { class: "sheets",
                        for sheet in Sheet::ALL {
                            {offer(words, sheet)}
                        }
                    }
                }
            }
        }
    };
    document(words, &say!(words, "kick-off-title"), "/staff/kick-off", body)
}

fn announced(words: Words, event: Option<&KickOff>) -> String {
    match event {
        Some(event) => sheets::when_and_where(words, event),
        None => say!(words, "kick-off-none"),
    }
}

fn form(words: Words, page: &KickOffPage<'_>) -> Element {
    let Fields { day, time, place, note } = &page.fields;
    rsx! {
        form { class: "panel", method: "post", action: "/staff/kick-off",
            {form_token(page.who)}
            h2 { {say!(words, "kick-off-event")} }
            div { class: "inline",
                label { class: "field", {say!(words, "kick-off-day")}
                    input { r#type: "date", name: "day", value: "{day}", required: true }
                }
                label { class: "field", {say!(words, "kick-off-time")}
                    input { r#type: "time", name: "time", value: "{time}" }
                }
            }
            label { class: "field", {say!(words, "kick-off-place")}
                input { name: "place", value: "{place}", maxlength: "{PLACE_CHARACTERS_MAX}", required: true }
            }
            label { class: "field", {say!(words, "kick-off-note")}
                textarea { name: "note", rows: "3", maxlength: "{NOTE_CHARACTERS_MAX}", "{note}" }
            }
            button { class: "btn", {say!(words, "kick-off-do")} }
        }
    }
}

fn offer(words: Words, sheet: Sheet) -> Element {
    rsx! {
        li { class: "panel",
            h3 { {say!(words, "sheet-name", word: sheet.word())} }
            p { {say!(words, "sheet-about", word: sheet.word())} }
            p { class: "links",
                for language in Language::ALL {
                    a {
                        lang: language.word(),
                        hreflang: language.word(),
                        href: sheet.address(language, Paper::default(), None),
                        "{language.own_name()}"
                    }
                }
            }
        }
    }
}
