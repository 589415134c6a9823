//! What can be done for this student: a tile each.

use daymark_components::{Sign, SignIcon, Words, say};
use daymark_domain::MatchId;
use dioxus::prelude::*;

use super::page::StudentPageName;
use crate::app::Route;

/// What is done most comes first. A safety concern stands apart, and calm.
#[component]
pub fn Actions(words: Words, match_id: MatchId) -> Element {
    rsx! {
        h2 { class: "sec", {say!(words, "do-title")} }
        ul { class: "tiles",
            for (page, sign, name) in tiles(words) {
                li { key: "{page}",
                    Link { class: "tile", "data-testid": "to-{page}", to: Route::StudentPage { match_id, page },
                        SignIcon { sign }
                        span { "{name}" }
                    }
                }
            }
        }
        p { class: "apart",
            Link { class: "btn quiet", "data-testid": "to-safety",
                to: Route::StudentPage { match_id, page: StudentPageName::Safety },
                SignIcon { sign: Sign::Shield }
                {say!(words, "do-safety")}
            }
        }
    }
}

fn tiles(words: Words) -> [(StudentPageName, Sign, String); 13] {
    use StudentPageName as P;
    [
        (P::Contact, Sign::Contact, say!(words, "do-contact")),
        (P::Note, Sign::Note, say!(words, "do-note")),
        (P::Goals, Sign::Goal, say!(words, "do-goals")),
        (P::Praise, Sign::Heart, say!(words, "do-praise")),
        (P::Barriers, Sign::Stone, say!(words, "do-barriers")),
        (P::Ask, Sign::Question, say!(words, "do-ask")),
        (P::Starters, Sign::Speech, say!(words, "do-starters")),
        (P::Steps, Sign::Steps, say!(words, "do-steps")),
        (P::WakeUp, Sign::Clock, say!(words, "do-wake-up")),
        (P::Family, Sign::House, say!(words, "do-family")),
        (P::Together, Sign::People, say!(words, "do-together")),
        (P::Year, Sign::Calendar, say!(words, "do-year")),
        (P::Log, Sign::List, say!(words, "do-log")),
    ]
}
