//! The deck of activities: a few minutes together, by kind and by grades.

use daymark_components::say;
use dioxus::prelude::*;

use crate::decks::{self, ACTIVITIES, Activity, ActivityKind, Band};
use crate::parts::{Chip, Chips};
use crate::phone::use_words;

#[component]
pub fn Activities() -> Element {
    let words = use_words();
    let mut band = use_signal(|| None::<Band>);
    let bands = Band::ALL
        .map(|band| Chip::new(band, format!("band-{}", band.word()), say!(words, "band", word: band.word())));
    let of = |kind: ActivityKind| -> Vec<&Activity> {
        let fits = |activity: &&Activity| band().is_none_or(|band| activity.bands.contains(&band));
        ACTIVITIES.iter().filter(|activity| activity.kind == kind).filter(fits).collect()
    };
    rsx! {
        h2 { class: "sec", {say!(words, "library-activities")} }
        section { class: "card leaves",
            Chips { legend: say!(words, "starters-grades"), chips: bands.to_vec(), picked: band(), on_pick: move |picked: Option<Band>| band.set(picked) }
            for kind in ActivityKind::ALL {
                details { key: "{kind.word()}", class: "more leaf",
                    summary { "data-testid": "activities-{kind.word()}", "{decks::activity_kind(words, kind)}" }
                    ul { class: "told",
                        for activity in of(kind) {
                            li { key: "{activity.tag}", "data-testid": "activity-{activity.tag}",
                                b { {say!(words, "activity", tag: activity.tag)} }
                                p { "{decks::activity_how(words, activity)}" }
                            }
                        }
                    }
                }
            }
        }
    }
}
