//! Findings: what, who said so and when; one tap says that it is over.

use daymark_components::{CheckIcon, say};
use daymark_mentor_core::api::{BarrierView, Request};
use dioxus::prelude::*;

use crate::parts::use_once;
use crate::screens::student::desk::Desk;
use crate::voice;

/// It still stands in the way.
#[component]
pub fn Found(n: usize, desk: Desk, barrier: BarrierView) -> Element {
    let words = desk.words;
    let once = use_once();
    let factor = voice::barrier_factor(words, barrier.barrier.factor);
    let told = voice::barrier_told(words, &barrier.barrier);
    let resolve = {
        let (factor, key) = (factor.clone(), barrier.key.clone());
        move |_| {
            let request = Request::ResolveBarrier { match_id: desk.match_id, barrier: key.clone() };
            let saved = say!(words, "barriers-resolved-saved", factor: factor.as_str());
            once.write(|| desk.act(request, saved), || ());
        }
    };
    rsx! {
        li { "data-testid": "barrier-{n}",
            div {
                span { class: "what said", "{factor}" }
                small { class: "num", {say!(words, "barriers-told", told: told, day: words.day_short(barrier.day))} }
            }
            button { r#type: "button", class: "link", "data-testid": "barrier-resolve-{n}",
                "aria-label": say!(words, "barriers-resolve-says", factor: factor.as_str()), onclick: resolve,
                CheckIcon { size: 20 }
                {say!(words, "barriers-resolve")}
            }
        }
    }
}

/// What stands in the way no longer: kept, out of sight.
#[component]
pub fn Over(desk: Desk, barriers: Vec<BarrierView>) -> Element {
    let words = desk.words;
    rsx! {
        details { class: "card more",
            summary { "data-testid": "barriers-over", {say!(words, "barriers-over", n: barriers.len())} }
            ul { class: "log",
                for barrier in barriers {
                    li { key: "{barrier.key}",
                        div {
                            span { class: "what said", "{voice::barrier_factor(words, barrier.barrier.factor)}" }
                            if let Some(day) = barrier.resolved {
                                small { class: "num", {say!(words, "barriers-from-to", first: words.day_short(barrier.day), last: words.day_short(day))} }
                            }
                        }
                    }
                }
            }
        }
    }
}
