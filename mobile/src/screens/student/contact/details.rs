//! What else may be said of it. Nothing here is asked for.

use daymark_components::{Words, say};
use daymark_domain::{ContactDirection, Party, Place};
use dioxus::prelude::*;

use super::{Filled, Form};
use crate::decks::Band;
use crate::parts::{ActivitySelect, Chip, ChipButton, Chips};

#[component]
pub fn Details(form: Form, filled: Filled, grade: Option<String>) -> Element {
    let words = form.words;
    let contact = &filled.contact;
    let they_began = contact.direction == Some(ContactDirection::In);
    rsx! {
        details { class: "form-fold",
            summary { "data-testid": "more", {say!(words, "record-more")} }
            div { class: "stack",
                if filled.has_activity() {
                    ActivitySelect { picked: contact.activity.clone(), band: grade.as_deref().and_then(Band::of),
                        on_pick: move |activity| form.fill(|filled| filled.contact.activity = activity) }
                }
                if !contact.kind.is_call() {
                    Chips::<Party> { legend: say!(words, "record-with"), chips: parties(words), picked: Some(contact.party.unwrap_or(contact.kind.usual_party())),
                        on_pick: move |party| form.fill(|filled| filled.contact.party = party) }
                }
                if filled.has_place() {
                    Chips::<Place> { legend: say!(words, "record-where"), chips: places(words), picked: contact.place,
                        on_pick: move |place| form.fill(|filled| filled.contact.place = place) }
                }
                ChipButton { on: they_began, hook: "they-began", label: say!(words, "log-they-began"),
                    on_tap: move |()| form.fill(|filled| filled.contact.direction = (!they_began).then_some(ContactDirection::In)) }
            }
        }
    }
}

fn parties(words: Words) -> Vec<Chip<Party>> {
    let chip = |party: Party| {
        Chip::new(party, format!("with-{party}"), say!(words, "contact-party", word: party.word()))
    };
    Party::ALL.iter().copied().map(chip).collect()
}

fn places(words: Words) -> Vec<Chip<Place>> {
    let chip = |place: Place| {
        Chip::new(place, format!("where-{place}"), say!(words, "contact-place", word: place.word()))
    };
    Place::ALL.iter().copied().map(chip).collect()
}
