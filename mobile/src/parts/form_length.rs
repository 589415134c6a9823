//! How long it took.

use daymark_components::say;
use daymark_domain::Contact;
use dioxus::prelude::*;

use super::{Chip, Chips, Stepper};
use crate::phone::use_words;

/// The usual lengths, and any other by steps of five.
#[component]
pub fn LengthChips(minutes: Option<u16>, on_minutes: EventHandler<Option<u16>>) -> Element {
    let words = use_words();
    let said = |minutes: u16| say!(words, "student-one-on-one-minutes", n: minutes);
    let chips = LENGTHS
        .iter()
        .map(|&minutes| Chip::new(minutes, format!("minutes-{minutes}"), said(minutes)))
        .collect();
    rsx! {
        Chips::<u16> { legend: say!(words, "record-length"), chips, picked: minutes, on_pick: move |minutes| on_minutes.call(minutes) }
        if let Some(minutes) = minutes {
            Stepper { label: say!(words, "record-length-other"), hook: "minutes", value: minutes, step: 5, least: 5, most: Contact::MINUTES_MAX,
                shown: said(minutes), on_change: move |minutes| on_minutes.call(Some(minutes)) }
        }
    }
}

const LENGTHS: [u16; 6] = [5, 10, 20, 30, 45, 60];
