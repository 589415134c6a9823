//! Names in every script stand in sentences and rows of ours: what turns the reading direction in a name ends with it.

use std::borrow::Cow;

/// Opens a stretch that takes its direction from its own first letter (U+2068).
const OPENS: char = '\u{2068}';
/// Ends it (U+2069).
const ENDS: char = '\u{2069}';

/// A text that somebody else wrote, to be set between words of ours: the letters are the same, and neither they nor a mark
/// among them move what stands beside them. A text that reads left to right is left as it is, so that who copies it
/// copies nothing else.
///
/// A mark that ends more than the text has opened would end our own stretch too, and one that is never ended would take
/// our end for its own: there are as many more of ours.
pub fn apart(text: &str) -> Cow<'_, str> {
    if !text.contains(turns) {
        return Cow::Borrowed(text);
    }
    let (ends_of_ours, left_open) = unbalanced(text);
    let opening = std::iter::repeat_n(OPENS, 1 + ends_of_ours);
    let ending = std::iter::repeat_n(ENDS, 1 + left_open);
    Cow::Owned(opening.chain(text.chars().map(on_one_line)).chain(ending).collect())
}

/// Whether a text holds a mark that could act beyond its end, where letters alone do not.
pub fn acts_beyond(text: &str) -> bool {
    text.contains(is_mark)
}

/// How many stretches it ends that it did not open, and how many it leaves open.
fn unbalanced(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(strays, open), c| match c {
        '\u{2066}'..=OPENS => (strays, open + 1),
        ENDS if open > 0 => (strays, open - 1),
        ENDS => (strays + 1, open),
        _ => (strays, open),
    })
}

/// The end of a paragraph ends every stretch, so that what follows would stand outside of ours.
fn on_one_line(c: char) -> char {
    if matches!(c, '\n' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2029}') { ' ' } else { c }
}

/// Letters that run from right to left, and the marks.
fn turns(c: char) -> bool {
    is_mark(c)
        || matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Embeddings, overrides and stretches, and what ends them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..=ENDS | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Words, say};

    /// How a reader of the bidirectional algorithm would count: never below nothing, and nothing left at the end.
    fn is_closed(text: &str) -> bool {
        text.starts_with(OPENS) && text.ends_with(ENDS) && unbalanced(text) == (0, 0)
    }

    #[test]
    fn what_reads_left_to_right_is_left_as_it_is() {
        for name in ["Núñez", "O’Brien", "Nguyễn", "李小龙", "Зоя", "👩‍🚀 Z", ""] {
            assert!(matches!(apart(name), Cow::Borrowed(same) if same == name), "{name}");
        }
    }

    #[test]
    fn whatever_marks_a_name_has_they_end_with_it() {
        let marks =
            ['\u{202e}', '\u{202a}', '\u{202c}', '\u{2066}', '\u{2067}', OPENS, ENDS, '\u{200f}', 'x', 'ש'];
        // Every name of four of them.
        for n in 0..marks.len().pow(4) {
            let name: String = (0..4).map(|place| marks[n / marks.len().pow(place) % marks.len()]).collect();
            if name != "xxxx" {
                let said = apart(&name);
                assert!(is_closed(&said) && said.contains(&name), "{}", name.escape_unicode());
            }
        }
    }

    #[test]
    fn the_end_of_a_paragraph_ends_no_stretch_of_ours() {
        assert_eq!(apart("a\u{2029}\u{2069}\u{202e}b"), "\u{2068}\u{2068}a \u{2069}\u{202e}b\u{2069}");
    }

    #[test]
    fn a_name_in_a_sentence_moves_no_other_word() {
        for words in [Words::english(), Words::spanish()] {
            let said = say!(words, "call-person", name: "نور\u{202e}", phone: "555 0100");
            let name = said.split_once('\u{2068}').and_then(|(_, rest)| rest.split_once('\u{2069}'));
            assert_eq!(name.map(|(name, _)| name), Some("نور\u{202e}"), "{said}");
            assert_eq!(say!(words, "call-person", name: "Zoë", phone: "1").find('\u{2068}'), None);
        }
    }
}
