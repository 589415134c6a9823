//! The languages there are, and which of them somebody asks for.

use super::Words;
use crate::say;

macro_rules! files {
    ($language:literal $($name:literal)*) => {
        &[$(include_str!(concat!("../../locales/", $language, "/", $name, ".ftl"))),*]
    };
}

macro_rules! phone {
    ($language:literal) => {
        files!($language "shared" "phone" "phone-today" "phone-student" "phone-progress" "phone-record" "phone-shell" "phone-lock")
    };
}

#[cfg(any(test, feature = "team"))]
macro_rules! team {
    ($language:literal) => {
        files!($language "team" "team-imports" "team-meeting" "team-referrals" "team-mentors" "team-matching" "team-district" "team-home" "team-numbers" "team-student" "team-planning" "team-keeping" "team-account")
    };
}
#[cfg(not(any(test, feature = "team")))]
macro_rules! team {
    ($language:literal) => {
        &[]
    };
}

/// A language that every sentence is there in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// What is spoken when nobody asks for another.
    #[default]
    English,
    /// Of the schools of the United States: nearest to Mexico's.
    Spanish,
}

/// Which way a language is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left: no language here yet; the style sheets are ready for one.
    RightToLeft,
}

impl Direction {
    /// For `<html dir>`.
    pub fn word(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// All of them, as a switch offers them.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The primary subtag of BCP 47: for `<html lang>`, a cookie, a folder of `locales/`.
    pub fn word(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.word() == word)
    }

    /// The one of these that a list of tags asks for most: `es-MX, en;q=0.8`, as browsers send it and systems list it.
    pub fn preferred(tags: &str) -> Option<Self> {
        let mut wanted: Vec<(Self, f32)> = tags.split(',').filter_map(wish).collect();
        // Stable: of equal wishes the first one listed counts.
        wanted.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        wanted.first().map(|(language, _)| *language)
    }

    /// Which way it is read.
    pub fn direction(self) -> Direction {
        match self {
            Self::English | Self::Spanish => Direction::LeftToRight,
        }
    }

    /// The language's name in itself, so that whoever needs it can read it.
    pub fn own_name(self) -> String {
        say!(Words::of(self), "own-name")
    }

    /// The files of its catalogue. The school team's are in the server's build only: a phone need not load them.
    pub(crate) fn sources(self) -> impl Iterator<Item = &'static str> {
        let (phone, team): (&[&str], &[&str]) = match self {
            Self::English => (phone!("en"), team!("en")),
            Self::Spanish => (phone!("es"), team!("es")),
        };
        phone.iter().chain(team).copied()
    }
}

/// One item of the list: the language, if it is one of these, and how much it is wished for.
fn wish(item: &str) -> Option<(Language, f32)> {
    let (tag, parameters) = item.split_once(';').unwrap_or((item, ""));
    let primary = tag.trim().split(['-', '_', '.']).next()?.to_ascii_lowercase();
    let quality = match parameters.trim().strip_prefix("q=") {
        Some(quality) => quality.parse().unwrap_or(0.0),
        None => 1.0,
    };
    // "q=0" means: not this one.
    Language::from_word(&primary).filter(|_| quality > 0.0).map(|language| (language, quality))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_is_wished_for_most_is_spoken() {
        use Language::{English, Spanish};
        for (tags, expected) in [
            ("es", Some(Spanish)),
            ("es-MX,es;q=0.9,en-US;q=0.8", Some(Spanish)),
            ("en-US,en;q=0.9,es;q=0.8", Some(English)),
            ("fr-CA, en;q=0.4, es;q=0.7", Some(Spanish)),
            ("ES-419", Some(Spanish)),
            ("es_US.UTF-8", Some(Spanish)),
            ("es;q=0, en;q=0.1", Some(English)),
            ("es;q=much, en;q=0.1", Some(English)),
            ("fr, de", None),
            ("est", None),
            ("*", None),
            ("", None),
        ] {
            assert_eq!(Language::preferred(tags), expected, "{tags}");
        }
    }

    #[test]
    fn each_language_is_named_in_itself() {
        assert_eq!(Language::ALL.map(Language::own_name), ["English", "Español"]);
    }

    #[test]
    fn a_word_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_word(language.word()), Some(language));
        }
        assert_eq!(Language::from_word("ES"), None);
        assert_eq!(Direction::RightToLeft.word(), "rtl");
    }
}
