//! A mentor's note: short, and for a named audience.

use std::fmt;

use crate::words::words;

use serde::{Deserialize, Serialize};

/// Who may read a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Whoever may read the match: its mentor and the coordinator.
    Match,
    /// The whole school team.
    Team,
}

impl Audience {
    /// The word as stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Team => "team",
        }
    }
    /// From the stored word; what is unknown is kept to the narrower audience.
    pub fn from_word(word: &str) -> Self {
        if word == "team" { Self::Team } else { Self::Match }
    }
}

words!(
    /// How carefully a note is kept. What is private to its author is a draft, and never leaves the phone.
    NoteClass, "note class" {
        /// May be read out at the team's table.
        Shareable = "shareable",
        /// Personal to the student or the family: on no list, no printed page and in no export.
        Sensitive = "sensitive",
    }
);

/// Trimmed text of 1 to 2,000 characters. Families may ask to read it (`domain.md` section 6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NoteText(String);

/// Why a text is no note.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidNote {
    /// Nothing but white space.
    #[error("the note is empty")]
    Empty,
    /// Too long.
    #[error("the note has {characters} characters, {} is the most", NoteText::MAX_CHARACTERS)]
    TooLong {
        /// How many it has.
        characters: usize,
    },
}

impl NoteText {
    /// The most characters that a note may have.
    pub const MAX_CHARACTERS: usize = 2_000;
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for NoteText {
    type Error = InvalidNote;
    fn try_from(text: String) -> Result<Self, InvalidNote> {
        let text = text.trim();
        match text.chars().count() {
            0 => Err(InvalidNote::Empty),
            characters if characters > Self::MAX_CHARACTERS => Err(InvalidNote::TooLong { characters }),
            _ => Ok(Self(text.to_owned())),
        }
    }
}

impl From<NoteText> for String {
    fn from(note: NoteText) -> String {
        note.0
    }
}

/// A child's record does not reach a log by way of `{:?}`.
impl fmt::Debug for NoteText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NoteText({} characters)", self.0.chars().count())
    }
}
