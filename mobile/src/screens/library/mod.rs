//! What helps, kept on the phone: scripts, tips, activities, sheets, and the names of what to read.

mod activities;
mod leaves;
mod parent_tips;
mod sources;

use daymark_components::say;
use dioxus::prelude::*;

use self::activities::Activities;
use self::leaves::{CallHome, Leaves};
use self::parent_tips::ParentTips;
use self::sources::Sources;
use crate::app::Route;
use crate::decks::Topic;
use crate::parts::{Chip, Chips, Page, Tab};
use crate::phone::use_words;

#[component]
pub fn LibraryScreen() -> Element {
    let words = use_words();
    // `None`: everything.
    let mut topic = use_signal(|| None::<Topic>);
    let chips = Topic::ALL.map(|topic| {
        Chip::new(topic, format!("topic-{}", topic.word()), say!(words, "library-topic", word: topic.word()))
    });
    let shown = |wanted: Topic| topic().is_none_or(|topic| topic == wanted);
    rsx! {
        Page { title: say!(words, "library-title"), sub: say!(words, "library-lead"), back: Route::Students {}, tab: Tab::Students, ready: true,
            div { class: "card",
                Chips { legend: say!(words, "library-find"), chips: chips.to_vec(), picked: topic(), on_pick: move |picked: Option<Topic>| topic.set(picked) }
            }
            if shown(Topic::Calls) { CallHome {} }
            Leaves { topic: topic() }
            if shown(Topic::Families) { ParentTips {} }
            if shown(Topic::Activities) { Activities {} }
            if shown(Topic::Sources) { Sources {} }
        }
    }
}
