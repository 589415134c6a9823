//! Holds catalogue and sources together: nothing is missing, nothing left over, nothing said past the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::source::{Source, Text};
use super::{Entry, entries};
use crate::Language;

/// Whatever is said to mentors and school teams is said from here.
const SPEAKING: [&str; 3] = ["crates/components/src", "mobile/src", "sync-server/src"];
/// Where nothing but the catalogue may speak: the rest of the server talks to whoever runs it.
const SCREENS: [&str; 4] =
    ["crates/components/src", "mobile/src", "sync-server/src/pages", "sync-server/src/handlers"];

/// Texts that read like sentences and are none for the screen: where they stand, how they begin.
const NOT_SHOWN: [(&str, &str); 1] = [
    // Said to a developer who started it without a shell.
    ("mobile/src/main.rs", "Choose a shell"),
];

fn by_id(entries: &[Entry]) -> BTreeMap<&str, &Entry> {
    entries.iter().map(|entry| (entry.id, entry)).collect()
}

#[test]
fn every_catalogue_can_be_read_and_no_id_stands_twice() {
    for language in Language::ALL {
        for source in language.sources() {
            let read = FluentResource::try_new(source.to_owned());
            assert!(
                read.is_ok(),
                "a sentence of {} is malformed: {:?}",
                language.word(),
                read.err().map(|(_, errors)| errors)
            );
        }
        let entries = entries(language);
        let mut seen = BTreeSet::new();
        for entry in &entries {
            assert!(seen.insert(entry.id), "{} stands twice in {}", entry.id, language.word());
        }
    }
}

#[test]
fn every_folder_of_the_catalogue_is_a_language() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    let names =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let expected = Language::ALL.map(|language| language.word().to_owned());
    assert_eq!(names.collect::<BTreeSet<_>>(), BTreeSet::from(expected));
}

#[test]
fn every_language_has_the_same_sentences_with_the_same_values() {
    let english = entries(Language::English);
    let english = by_id(&english);
    for language in Language::ALL {
        let (name, entries) = (language.word(), entries(language));
        let other = by_id(&entries);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let extra: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{name}: missing {missing:?}, in no other language {extra:?}"
        );
        for (id, entry) in other {
            assert_eq!(entry.variables(), english[id].variables(), "{name}: the values of {id}");
            assert_eq!(entry.choices(), english[id].choices(), "{name}: what {id} chooses by");
        }
    }
}

#[test]
fn every_sentence_that_a_source_says_is_there_with_its_values_and_none_is_left_over() {
    let english = entries(Language::English);
    let known = by_id(&english);
    let mut said_ids = BTreeSet::new();
    let sources = Source::below(&SPEAKING);
    for source in &sources {
        for said in source.said() {
            let place = &source.place;
            let entry = known.get(said.id).unwrap_or_else(|| panic!("{place}: no sentence '{}'", said.id));
            let given: BTreeSet<&str> = said.values.into_iter().collect();
            let needed = entry.variables();
            assert!(
                needed.is_subset(&given),
                "{place}: {} is said with {given:?} and needs {needed:?}",
                said.id
            );
            said_ids.insert(said.id);
        }
    }
    // Names of months and weekdays are chosen by number; what the page says when the app cannot stands in its HTML.
    let elsewhere = ["month-", "weekday-", "failure-not-started", "failure-no-javascript"];
    let is_left_over =
        |id: &&&str| !said_ids.contains(**id) && !elsewhere.iter().any(|start| id.starts_with(start));
    let left_over: Vec<_> = known.keys().filter(is_left_over).collect();
    assert!(left_over.is_empty(), "sentences that nothing says: {left_over:?}");
}

#[test]
fn whatever_the_phone_says_is_in_the_files_that_it_loads() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let loaded = files.filter(|file| !file.file_name().to_string_lossy().starts_with("team"));
    let sentences: String = loaded.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect();
    let is_loaded = |id: &str| sentences.lines().any(|line| line.split(" =").next() == Some(id));
    let sources = Source::below(&["mobile/src"]);
    let said = sources.iter().flat_map(|source| source.said().into_iter().map(|said| said.id.to_owned()));
    let missing: BTreeSet<_> = said.filter(|id| !is_loaded(id)).collect();
    assert!(missing.is_empty(), "only the server has these: {missing:?}");
}

#[test]
fn the_pages_own_words_are_the_catalogues() {
    let page = include_str!("../../../../mobile/web/index.html");
    for language in Language::ALL {
        let words = crate::Words::of(language);
        for sentence in [words.say("failure-not-started"), words.say("failure-no-javascript")] {
            let wanted = format!("lang=\"{}\">{sentence}<", language.word());
            assert!(page.contains(&wanted), "mobile/web/index.html lacks {wanted}");
        }
    }
}

#[test]
fn no_screen_and_no_page_says_a_sentence_past_the_catalogue() {
    let mut found = Vec::new();
    for source in Source::below(&SCREENS) {
        let shown = source.texts().iter().filter(|text| is_shown(&source, text));
        let is_known = |text: &Text| {
            NOT_SHOWN.iter().any(|(place, start)| source.place == *place && text.text.starts_with(start))
        };
        found.extend(
            shown.filter(|text| !is_known(text)).map(|text| format!("{}: \"{}\"", source.place, text.text)),
        );
    }
    assert!(found.is_empty(), "say these from the catalogue:\n{}", found.join("\n"));
}

/// Whether people would read it: a text between tags, an attribute that is heard, or what begins like a sentence.
fn is_shown(source: &Source, text: &Text) -> bool {
    const HEARD: [&str; 6] = ["aria-label", "title", "alt", "placeholder", "label", "data-label"];
    let words = without_values(&text.text);
    match source.attribute_of(text) {
        Some(name) => has_word(&words) && HEARD.contains(&name),
        None => {
            reads_like_a_sentence(&words)
                || (text.in_rsx && is_between_tags(source, text) && has_word(&words))
        }
    }
}

/// In `rsx!` a text stands after its element's brace, a value, another text; the name of an attribute has a colon behind.
fn is_between_tags(source: &Source, text: &Text) -> bool {
    let before = source.before(text);
    // The two sides of `class: if … { "here" } else { "" }` stand after a brace too.
    let chosen = before.strip_suffix('{').is_some_and(|before| {
        let clause = before.rsplit(['{', ',', ';', '\n']).next().unwrap_or(before);
        clause.contains("if ") || clause.trim_end().ends_with("else")
    });
    before.ends_with(['{', '}', ',', '"']) && !chosen && !source.names_an_attribute(text)
}

fn without_values(text: &str) -> String {
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

fn has_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1)
}

fn reads_like_a_sentence(text: &str) -> bool {
    let mut words = text.split(' ');
    let is_word = |word: &str| {
        word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || ",.:;'?!".contains(c))
    };
    let first = words.next().unwrap_or_default();
    first.starts_with(char::is_uppercase) && is_word(first) && words.next().is_some_and(is_word)
}
