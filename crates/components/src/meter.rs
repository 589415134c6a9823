//! Bars, drawn as SVG: an attribute needs no inline style, which the pages' security policy refuses.

use daymark_domain::AbsenceFigure;
use dioxus::prelude::*;

use crate::{Words, say};

/// Shown at full width from here on: a rate of 20 % is severe, and more is told by the figure.
const WIDEST_PER_MILLE: u32 = 200;

/// How much of a whole is done, or missed. Silent: the words beside it say the same.
#[component]
pub fn Meter(part: u32, whole: u32, #[props(default)] tone: &'static str) -> Element {
    let percent = if whole == 0 { 0.0 } else { 100.0 * f64::from(part.min(whole)) / f64::from(whole) };
    rsx! {
        svg { class: "meter", "aria-hidden": "true",
            rect { class: "rest", y: "3", width: "100%", height: "8", rx: "4" }
            rect { class: "part {tone}", y: "3", width: "{percent:.1}%", height: "8", rx: "4" }
        }
    }
}

/// A rate of absence with its figure, against the line of 10 %.
#[component]
pub fn RateBar(words: Words, figure: AbsenceFigure) -> Element {
    let per_mille = figure.per_mille().unwrap_or(0).min(WIDEST_PER_MILLE);
    let percent = f64::from(per_mille) * 100.0 / f64::from(WIDEST_PER_MILLE);
    let (tier, rate) = (figure.tier().word(), words.rate(figure.per_mille()));
    rsx! {
        div { class: "rate",
            span { class: "num", "{rate}" }
            svg { class: "meter", role: "img", "aria-label": say!(words, "rate-says", rate: rate.as_str()),
                rect { class: "rest", y: "3", width: "100%", height: "8", rx: "4" }
                rect { class: "part {tier}", y: "3", width: "{percent:.1}%", height: "8", rx: "4" }
                line { class: "limit", x1: "50%", x2: "50%", y1: "0", y2: "14" }
            }
        }
    }
}
