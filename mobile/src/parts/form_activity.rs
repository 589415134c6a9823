//! What was done together, from the deck of activities.

use daymark_components::{Words, say};
use daymark_domain::Tag;
use dioxus::prelude::*;

use crate::decks::{ACTIVITIES, Band, activity};
use crate::phone::use_words;

/// Those for the student's grades; all of them where no grade is known, as with a group.
#[component]
pub fn ActivitySelect(
    picked: Option<Tag>,
    #[props(default)] band: Option<Band>,
    on_pick: EventHandler<Option<Tag>>,
) -> Element {
    let words = use_words();
    let chosen = picked.as_ref().map(Tag::to_string).unwrap_or_default();
    rsx! {
        label { class: "field",
            {say!(words, "record-activity")}
            select { name: "activity", "data-testid": "activity", onchange: move |event| on_pick.call(event.value().parse().ok()),
                option { value: "", selected: chosen.is_empty(), {say!(words, "record-activity-none")} }
                for (tag, name) in offered(words, band) {
                    option { key: "{tag}", value: "{tag}", selected: tag.as_str() == chosen, "{name}" }
                }
            }
        }
    }
}

fn offered(words: Words, band: Option<Band>) -> Vec<(Tag, String)> {
    let fitting = ACTIVITIES.iter().filter(|activity| band.is_none_or(|band| activity.bands.contains(&band)));
    fitting.filter_map(|fits| fits.tag()).map(|tag| (tag.clone(), activity(words, &tag))).collect()
}
