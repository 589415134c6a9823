//! The catalogue as text, for tests: what each sentence needs, and whether another language's stands on a page.

mod foreign;
#[cfg(test)]
mod source;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use foreign::foreign_sentences;

use crate::Language;

/// One sentence of a catalogue.
pub struct Entry {
    /// What code asks for.
    pub id: &'static str,
    text: String,
}

/// All sentences of a language, in their order.
pub fn entries(language: Language) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in language.sources().flat_map(str::lines) {
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        match line.split_once(" =").filter(|_| begins) {
            Some((id, text)) => entries.push(Entry { id, text: text.trim().to_owned() }),
            None if line.starts_with([' ', '}']) => {
                entries
                    .iter_mut()
                    .next_back()
                    .into_iter()
                    .for_each(|entry| entry.text += &format!("\n{line}"));
            }
            None => {}
        }
    }
    entries
}

impl Entry {
    /// The values that it needs.
    pub fn variables(&self) -> BTreeSet<&str> {
        self.text.split('$').skip(1).map(|rest| head(rest, |c| c.is_alphanumeric() || c == '_')).collect()
    }

    /// What it chooses by, plurals and other numbers aside: those are each language's own.
    pub fn choices(&self) -> BTreeSet<&str> {
        let keys = self.text.lines().filter_map(|line| variant(line.trim()).0);
        keys.filter(|key| !PLURALS.contains(key) && key.parse::<u32>().is_err()).collect()
    }

    /// The words between the values.
    pub fn fragments(&self) -> Vec<String> {
        self.text.lines().flat_map(|line| words_of(variant(line.trim()).1)).collect()
    }
}

const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// `[one] 1 student`: key and text.
fn variant(line: &str) -> (Option<&str>, &str) {
    let inside = line.strip_prefix('*').unwrap_or(line).strip_prefix('[');
    match inside.and_then(|inside| inside.split_once(']')) {
        Some((key, text)) => (Some(key), text.trim()),
        None => (None, line),
    }
}

/// A line's words, without `{ $name }`, `{ $name ->` and `}`.
fn words_of(line: &str) -> impl Iterator<Item = String> {
    let pieces = line.split('{').enumerate();
    let outside = pieces
        .map(|(n, piece)| if n == 0 { piece } else { piece.split_once('}').map_or("", |(_, rest)| rest) });
    outside
        .map(|text| plain(text).to_owned())
        .filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 1)
}

/// Without what stands around the first and last letter: figures, signs, spaces.
fn plain(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

fn head(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    text.split_once(|c| !belongs(c)).map_or(text, |(head, _)| head)
}
