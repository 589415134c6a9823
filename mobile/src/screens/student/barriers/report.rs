//! Something new in the way: one tap for what, one for who said so. What happens most stands first.

use daymark_components::{Words, say};
use daymark_domain::{Barrier, BarrierCategory, BarrierFactor, BarrierSource, Confidence};
use daymark_mentor_core::api::Request;
use dioxus::prelude::*;

use crate::parts::{Chip, ChipButton, Chips, use_once};
use crate::screens::student::desk::Desk;
use crate::voice;

/// The programme's own examples (`domain.md` section 3).
const OFTEN: [BarrierFactor; 4] =
    [BarrierFactor::Health, BarrierFactor::ChildCare, BarrierFactor::Transport, BarrierFactor::FamilyTrouble];

#[component]
pub fn Report(desk: Desk) -> Element {
    let words = desk.words;
    let mut factor = use_signal(|| None::<BarrierFactor>);
    rsx! {
        section { class: "card stack",
            match factor() {
                Some(picked) => rsx! { Told { desk, factor: picked, on_done: move |()| factor.set(None) } },
                None => rsx! { Choose { words, on_pick: move |picked| factor.set(Some(picked)) } },
            }
            p { class: "quiet-text", {say!(words, "barriers-health")} }
        }
    }
}

#[component]
fn Choose(words: Words, on_pick: EventHandler<BarrierFactor>) -> Element {
    let of = |category: BarrierCategory| -> Vec<BarrierFactor> {
        let rare = BarrierFactor::ALL.iter().filter(|factor| !OFTEN.contains(factor));
        rare.copied().filter(|factor| factor.category() == category).collect()
    };
    rsx! {
        fieldset { class: "form-asked",
            legend { {say!(words, "barriers-what")} }
            Factors { words, factors: OFTEN.to_vec(), on_pick }
        }
        for &category in BarrierCategory::ALL {
            details { key: "{category}", class: "more",
                summary { "data-testid": "category-{category}", {say!(words, "barrier-category", word: category.word())} }
                Factors { words, factors: of(category), on_pick }
            }
        }
    }
}

#[component]
fn Factors(words: Words, factors: Vec<BarrierFactor>, on_pick: EventHandler<BarrierFactor>) -> Element {
    rsx! {
        div { class: "form-chips",
            for factor in factors {
                ChipButton { key: "{factor}", on: false, hook: "factor-{factor}", label: voice::barrier_factor(words, factor),
                    on_tap: move |()| on_pick.call(factor) }
            }
        }
    }
}

/// What was chosen, who said so, and how sure that is.
#[component]
fn Told(desk: Desk, factor: BarrierFactor, on_done: EventHandler<()>) -> Element {
    let words = desk.words;
    let once = use_once();
    let mut source = use_signal(|| BarrierSource::Student);
    let mut confidence = use_signal(|| Confidence::Sure);
    let sources = BarrierSource::ALL.iter().map(|source| {
        let label = say!(words, "barriers-source", word: source.word());
        Chip::new(*source, format!("source-{source}"), label)
    });
    let sureness = Confidence::ALL.iter().map(|sure| {
        Chip::new(*sure, format!("confidence-{sure}"), say!(words, "barrier-confidence", word: sure.word()))
    });
    let save = move |_| {
        let barrier = Barrier { factor, source: source(), confidence: Some(confidence()) };
        let request = Request::ReportBarrier { match_id: desk.match_id, barrier };
        let saved = say!(words, "barriers-saved", factor: voice::barrier_factor(words, factor));
        once.write(|| desk.act(request, saved), move || on_done.call(()));
    };
    rsx! {
        div { class: "stack", "data-testid": "barrier-told",
            div { class: "picked",
                h3 { class: "said", "{voice::barrier_factor(words, factor)}" }
                button { r#type: "button", class: "link", "data-testid": "factor-change", onclick: move |_| on_done.call(()),
                    {say!(words, "barriers-change")}
                }
            }
            Chips { legend: say!(words, "barriers-who"), chips: sources.collect::<Vec<_>>(), picked: Some(source()),
                on_pick: move |picked: Option<BarrierSource>| picked.into_iter().for_each(|picked| source.set(picked)) }
            Chips { legend: say!(words, "barriers-how-sure"), chips: sureness.collect::<Vec<_>>(), picked: Some(confidence()),
                on_pick: move |picked: Option<Confidence>| picked.into_iter().for_each(|picked| confidence.set(picked)) }
            button { r#type: "button", class: "btn", "data-testid": "barrier-save", onclick: save, {say!(words, "barriers-save")} }
        }
    }
}
