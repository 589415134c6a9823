//! What is handed round: cards to talk about, certificates.

use daymark_components::{SunIcon, Words, say};
use dioxus::prelude::*;

use super::blank;

/// The bands of grades, as the starters' tags begin.
const BANDS: [&str; 4] = ["k2", "g35", "g68", "g912"];
/// Of each band, so that it is one table's cards.
const STARTERS_EACH: usize = 8;

/// Cards to cut out, a table for each band of grades.
pub fn starters(words: Words) -> Element {
    rsx! {
        h1 { {say!(words, "sheet-name", word: "starters")} }
        p { class: "lead", {say!(words, "starters-say")} }
        for band in BANDS {
            section { class: "band",
                h2 { {say!(words, "starters-band", band: band)} }
                ul { class: "cards",
                    for n in 1..=STARTERS_EACH {
                        li { {say!(words, "starter", tag: format!("{band}_{n:02}"))} }
                    }
                }
            }
        }
    }
}

/// One for the student, one for the family, one for the mentor. They thank for what was done, and compare nobody.
pub fn certificates(words: Words, school: &str) -> Element {
    rsx! {
        h1 { class: "heard", {say!(words, "sheet-name", word: "certificates")} }
        for whom in ["student", "family", "mentor"] {
            article { class: "certificate",
                p { class: "suns-row", "aria-hidden": "true", SunIcon { size: 64 } }
                h2 { {say!(words, "sheet-certificate-title", whom: whom)} }
                p { {say!(words, "certificate-to")} }
                {blank(say!(words, "certificate-name", whom: whom))}
                p { class: "lead", {say!(words, "sheet-certificate-for", whom: whom)} }
                {blank(say!(words, "certificate-what"))}
                p { "{school}" }
                div { class: "side-by-side",
                    {blank(say!(words, "sheet-signature"))}
                    {blank(say!(words, "sheet-date"))}
                }
            }
        }
    }
}
