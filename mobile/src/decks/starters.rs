//! Something to talk about: a deck for each band of grades, by us. None comes again until all of its deck were used.

use daymark_components::{Words, say};
use daymark_domain::Tag;
use daymark_mentor_core::api::Asked;

use super::Band;

/// So many in each deck. The catalogue has the sentences; a number that was given out keeps its sentence.
const STARTERS_EACH: usize = 30;

/// The deck of a band, in its own order.
pub fn starters(band: Band) -> Vec<Tag> {
    (1..=STARTERS_EACH).filter_map(|n| format!("{}_{n:02}", band.word()).parse().ok()).collect()
}

/// The question itself.
pub fn starter(words: Words, tag: &Tag) -> String {
    say!(words, "starter", tag: tag.as_str())
}

/// What may come now, the next one first: what was never used; once all were, what was used longest ago.
pub fn in_turn(deck: Vec<Tag>, asked: &[Asked]) -> Vec<Tag> {
    let last_asked = |tag: &Tag| asked.iter().find(|asked| asked.starter == *tag).map(|asked| asked.day);
    let (new, mut used): (Vec<Tag>, Vec<Tag>) = deck.into_iter().partition(|tag| last_asked(tag).is_none());
    used.sort_by_key(last_asked);
    if new.is_empty() { used } else { new }
}

#[cfg(test)]
mod tests {
    use daymark_components::Language;
    use daymark_components::catalogue::entries;
    use std::collections::BTreeSet;

    use super::*;

    fn tags(texts: &[&str]) -> Vec<Tag> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn asked(starter: &str, day: &str) -> Asked {
        Asked { starter: starter.parse().unwrap(), day: day.parse().unwrap() }
    }

    #[test]
    fn every_deck_has_thirty_starters_and_each_is_said_in_every_language() {
        let decks: BTreeSet<String> =
            Band::ALL.into_iter().flat_map(starters).map(|tag| tag.to_string()).collect();
        assert_eq!(decks.len(), 4 * STARTERS_EACH);
        for language in Language::ALL {
            let entries = entries(language);
            let said = entries.iter().find(|entry| entry.id == "starter").unwrap().choices();
            assert_eq!(said, decks.iter().map(String::as_str).collect(), "{}", language.word());
            let sentences: BTreeSet<String> =
                decks.iter().map(|tag| starter(Words::of(language), &tag.parse().unwrap())).collect();
            assert_eq!(sentences.len(), decks.len(), "one stands twice in {}", language.word());
        }
    }

    #[test]
    fn none_comes_again_until_all_were_used_and_then_the_one_of_longest_ago() {
        let deck = tags(&["k2_01", "k2_02", "k2_03", "k2_04"]);
        assert_eq!(in_turn(deck.clone(), &[]), deck);
        let some = [asked("k2_01", "2025-10-14"), asked("k2_03", "2025-10-07")];
        assert_eq!(in_turn(deck.clone(), &some), tags(&["k2_02", "k2_04"]));
        let all = ["k2_04", "k2_02", "k2_03", "k2_01"];
        let all: Vec<Asked> = all.iter().zip(10..).map(|(t, n)| asked(t, &format!("2025-10-{n}"))).collect();
        assert_eq!(in_turn(deck, &all), tags(&["k2_04", "k2_02", "k2_03", "k2_01"]));
    }
}
