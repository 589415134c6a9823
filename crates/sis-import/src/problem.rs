//! What an import has to say about a file that it could read.

use std::fmt;

/// One place in a file that is not as expected. The row that it stands in is not delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's own name, without folders.
    pub file: String,
    /// The line that the row starts on, from 1; the header is a line too.
    pub line: u64,
    /// The column by its canonical name; `None` when the row as a whole is wrong.
    pub column: Option<&'static str>,
    /// What stands there, as far as it may be shown.
    pub found: Found,
    /// What should stand there.
    pub expected: String,
}

/// What stands in the place of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The field is empty.
    Nothing,
    /// This value: an id, a date or a word, never a name or a number to call.
    Value(String),
    /// A value of a personal column, which no report repeats.
    Hidden,
    /// So many fields in the row.
    Fields(usize),
    /// Text behind a closing quotation mark.
    StrayQuote,
}

impl Found {
    /// A value, cut and escaped so that it cannot fill a screen or reorder a line.
    pub fn value(text: &str) -> Self {
        Self::Value(shown(text))
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Value(value) => write!(f, "'{value}'"),
            Self::Hidden => f.write_str("something else (a personal column is not shown)"),
            Self::Fields(count) => write!(f, "{count}"),
            Self::StrayQuote => f.write_str("text behind a closing quotation mark"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line {}", self.file, self.line)?;
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": expected {}, found {}", self.expected, self.found)
    }
}

/// Something worth knowing that stops nothing: a header read by another spelling, a file that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file's own name, without folders.
    pub file: String,
    /// The rest of the sentence that the file's name begins.
    pub text: String,
}

impl Note {
    /// A note on a file.
    pub fn new(file: &str, text: impl Into<String>) -> Self {
        Self { file: file.to_owned(), text: text.into() }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.file, self.text)
    }
}

/// What became of one file's rows. Blank lines are in neither count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    /// The file's own name, without folders.
    pub file: String,
    /// Rows that were delivered.
    pub rows: u64,
    /// Rows that were named in one problem or more, and not delivered.
    pub bad_rows: u64,
    /// What was noticed on the way.
    pub notes: Vec<Note>,
    /// What the school's own codes or events were read as; empty for a file that has none of its own.
    pub preview: Vec<ReadAs>,
}

/// A word or an event of the school's own and what was made of it, for a person to look over before anything counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// What stands in the file: a code, or an event with its dates.
    pub found: String,
    /// What it was read as, in words.
    pub read_as: String,
    /// How many times, or for how many dates.
    pub times: u64,
}

impl fmt::Display for ReadAs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.times == 1 { "time" } else { "times" };
        match self.found.as_str() {
            "" => f.write_str("an empty field")?,
            found => write!(f, "'{found}'")?,
        }
        write!(f, " is read as {} ({} {plural})", self.read_as, self.times)
    }
}

/// At most 60 characters, with control and direction marks escaped.
pub(crate) fn shown(text: &str) -> String {
    let mut cut = String::new();
    for character in text.chars().take(60) {
        match character {
            '\'' | '"' => cut.push(character),
            _ => cut.extend(character.escape_debug()),
        }
    }
    if text.chars().nth(60).is_some() {
        cut.push('…');
    }
    cut
}
