//! What helps, kept on the phone: activities, conversation starters, the library's leaves. The words stand in the catalogue.

mod activities;
mod band;
mod library;
mod starters;

pub use activities::{ACTIVITIES, Activity, ActivityKind, activity, activity_how, activity_kind};
pub use band::Band;
pub use library::{LEAVES, Leaf, Topic};
pub use starters::{in_turn, starter, starters};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use daymark_components::Language;
    use daymark_components::catalogue::entries;

    use super::*;

    #[test]
    fn every_card_of_every_deck_is_said_in_every_language_and_none_is_left_over() {
        fn said(id: &str, keys: impl IntoIterator<Item = &'static str>) {
            let keys: BTreeSet<&str> = keys.into_iter().collect();
            for language in Language::ALL {
                let entries = entries(language);
                let entry = entries.iter().find(|entry| entry.id == id).unwrap();
                assert_eq!(entry.choices(), keys, "{id} in {}", language.word());
            }
        }
        said("activity", ACTIVITIES.iter().map(|activity| activity.tag));
        said("activity-how", ACTIVITIES.iter().map(|activity| activity.tag));
        said("activity-kind", ActivityKind::ALL.map(ActivityKind::word));
        said("leaf", LEAVES.iter().map(|leaf| leaf.key));
        said("leaf-title", LEAVES.iter().map(|leaf| leaf.key));
        said("library-topic", Topic::ALL.map(Topic::word));
        said("band", Band::ALL.map(Band::word));
    }

    #[test]
    fn every_topic_of_the_library_leads_to_something() {
        let with_leaves = |topic: &Topic| LEAVES.iter().any(|leaf| leaf.topics.contains(topic));
        let without: Vec<Topic> = Topic::ALL.into_iter().filter(|topic| !with_leaves(topic)).collect();
        // These two have a section of their own.
        assert_eq!(without, [Topic::Activities, Topic::Sources]);
    }
}
