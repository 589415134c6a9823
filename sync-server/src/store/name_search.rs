//! Names as people look for them: without the accents that they leave out, in whichever way a keyboard or an export spells
//! a letter. Only compared, never shown: what is shown is what the school wrote.

use icu_normalizer::DecomposingNormalizer;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// What of a name counts in a search. Two names of different people may have the same: a search finds both.
pub fn folded(name: &str) -> String {
    let lower = name.chars().filter(|c| !is_left_out(*c)).flat_map(char::to_lowercase);
    // Decomposed, the accents of a letter stand behind it, each a character of its own.
    let decomposed = DecomposingNormalizer::new_nfkd().normalize_iter(lower);
    let accents = CanonicalCombiningClassMapBorrowed::new();
    let mut folded = String::with_capacity(name.len());
    for c in decomposed.filter(|c| accents.get_u8(*c) == 0) {
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// Whether each word of the search stands somewhere in the name; both are [`folded`].
pub fn has_each_word(name: &str, search: &str) -> bool {
    search.split_whitespace().all(|word| name.contains(word))
}

/// What nobody sees or everybody types differently: apostrophes and the letters used for them, hyphens within a word, what
/// joins letters or turns the reading direction.
fn is_left_out(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '´' | '\u{2018}'..='\u{201b}' | '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{a78b}' | '\u{a78c}'
        | '\u{5f3}' | '\u{ff07}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that have no accent to take away and are typed as these nevertheless.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        '\u{2010}'..='\u{2015}' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_people_type_it() {
        for (name, typed) in [
            ("Núñez", "Nunez"),
            ("Nu\u{301}n\u{303}ez", "núñez"),
            ("Łukasz", "LUKASZ"),
            ("Sørensen", "sorensen"),
            ("Nguyễn", "nguyen"),
            ("İpek", "ipek"),
            ("Işık", "isik"),
            ("O’Brien", "o'brien"),
            ("Kaʻiulani", "kaiulani"),
            ("Weiß", "weiss"),
            ("Ｍａｒｉａ", "maria"),
            ("مُحَمَّد", "محمد"),
            ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
            ("한별", "\u{1112}\u{1161}\u{11ab}\u{1107}\u{1167}\u{11af}"),
            ("\u{202e}Ana", "ana"),
        ] {
            assert_eq!(folded(name), folded(typed), "{name}");
        }
    }

    #[test]
    fn letters_that_only_look_alike_are_other_letters() {
        assert_ne!(folded("Аnnа"), folded("Anna"), "the first is written with Cyrillic letters");
        assert_ne!(folded("कमला"), folded("कमल"), "a vowel sign is no accent");
    }

    #[test]
    fn each_word_of_the_search_may_stand_anywhere() {
        let name = folded("José María Núñez");
        assert!(has_each_word(&name, &folded("nune jose")));
        assert!(!has_each_word(&name, &folded("nunez juan")));
    }
}
