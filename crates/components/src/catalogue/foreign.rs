//! Finds sentences of one language on a page of another.

use std::collections::BTreeSet;

use super::{entries, plain};
use crate::Language;

/// Attributes that people hear or read.
const READ: [&str; 5] = ["aria-label", "title", "alt", "placeholder", "data-label"];

/// What a page in `spoken` says in another language's words: nothing, when it was made well.
pub fn foreign_sentences(html: &str, spoken: Language) -> Vec<String> {
    let read = what_is_read(html);
    let pieces: BTreeSet<&str> =
        read.iter().flat_map(|text| text.split(['·', ',', ':', ';', '.', '…'])).map(plain).collect();
    let own: Vec<String> = fragments(spoken).collect();
    let others = Language::ALL.into_iter().filter(|language| *language != spoken).flat_map(fragments);
    let stands = |fragment: &String| match fragment.contains(' ') {
        true => {
            read.iter().any(|text| text.contains(fragment)) && !own.iter().any(|own| own.contains(fragment))
        }
        false => pieces.contains(fragment.as_str()) && !own.contains(fragment),
    };
    others.filter(stands).collect::<BTreeSet<_>>().into_iter().collect()
}

fn fragments(language: Language) -> impl Iterator<Item = String> {
    entries(language).into_iter().flat_map(|entry| entry.fragments())
}

fn what_is_read(html: &str) -> Vec<String> {
    let mut read = Vec::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        // The names of languages stand on every page in themselves.
        if !tag.contains("lang=") || tag.starts_with("html") {
            read.push(text);
        }
        for name in READ {
            let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
            read.extend(value.map(|(value, _)| value));
        }
    }
    read.into_iter()
        .map(|text| text.replace("&#39;", "'").replace("&#34;", "\"").replace("&amp;", "&"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_english_sentence_on_a_spanish_page_is_found_and_names_are_not() {
        let clean =
            r#"<html lang="es"><h1>Buenos días, Ana</h1><p>7 guardados aquí</p><a lang="en">English</a>"#;
        assert_eq!(foreign_sentences(clean, Language::Spanish), Vec::<String>::new());
        let mixed = r#"<h1>Good morning, Ana</h1><b>1 greeted</b><i aria-label="Monday: no school"></i>"#;
        assert_eq!(
            foreign_sentences(mixed, Language::Spanish),
            ["Good morning", "Monday", "greeted", "no school"]
        );
        assert_eq!(foreign_sentences(clean, Language::English), ["Buenos días", "guardados aquí"]);
    }
}
