//! A small TOML file of the school's own, taken apart key by key, so that each sentence names the key it is about.

use toml::{Table, Value};

use crate::problem::shown;

/// What is wrong with a map, and what would be right.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[allow(missing_docs, reason = "each sentence says what its variant and fields mean")]
pub enum InvalidMap {
    #[error("{file} line {line} is no TOML: {reason}")]
    Syntax { file: String, line: usize, reason: String },
    #[error("{file} has the key {key}, which means nothing here; expected {expected}")]
    UnknownKey { file: String, key: String, expected: String },
    #[error("{file}, key {key}: expected {expected}, found {found}")]
    Value { file: String, key: String, found: String, expected: String },
}

/// The keys of a table that nobody has taken yet.
pub(crate) struct Keys<'a> {
    file: &'a str,
    /// The table's own name with a point behind it; empty for the file itself.
    prefix: String,
    table: Table,
    known: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    pub fn parse(file: &'a str, text: &str) -> Result<Self, InvalidMap> {
        let table = text.parse::<Table>().map_err(|error| {
            let start = error.span().map_or(0, |span| span.start).min(text.len());
            let line = 1 + text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count();
            InvalidMap::Syntax { file: file.to_owned(), line, reason: error.message().to_owned() }
        })?;
        Ok(Self { file, prefix: String::new(), table, known: Vec::new() })
    }

    /// What `read` makes of the value, `None` when the key is not there.
    pub fn take<T>(
        &mut self,
        key: &'static str,
        expected: &str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<Option<T>, InvalidMap> {
        self.known.push(key);
        let Some(value) = self.table.remove(key) else { return Ok(None) };
        read(&value).map(Some).ok_or_else(|| self.invalid(key, &value, expected))
    }

    pub fn table(&mut self, key: &'static str) -> Result<Self, InvalidMap> {
        let table =
            self.take(key, "a table, under a line such as [codes]", |value| value.as_table().cloned())?;
        let prefix = format!("{}{key}.", self.prefix);
        Ok(Self { file: self.file, prefix, table: table.unwrap_or_default(), known: Vec::new() })
    }

    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// All that is left, for a table whose keys are the school's own.
    pub fn entries(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.table.iter()
    }

    /// What to say when a key that is needed is not there.
    pub fn missing(&self, key: &str, expected: &str) -> InvalidMap {
        InvalidMap::Value {
            file: self.file.to_owned(),
            key: format!("{}{key}", self.prefix),
            found: "nothing".to_owned(),
            expected: expected.to_owned(),
        }
    }

    /// That no key is left, so that a misspelt one is not passed over.
    pub fn finish(self) -> Result<(), InvalidMap> {
        let Some(key) = self.table.keys().next() else { return Ok(()) };
        let key = format!("{}{key}", self.prefix);
        Err(InvalidMap::UnknownKey { file: self.file.to_owned(), key, expected: one_of(&self.known) })
    }

    pub fn invalid(&self, key: &str, value: &Value, expected: &str) -> InvalidMap {
        InvalidMap::Value {
            file: self.file.to_owned(),
            key: format!("{}{key}", self.prefix),
            found: found(value),
            expected: expected.to_owned(),
        }
    }
}

fn one_of(words: &[&str]) -> String {
    format!("one of {}", words.join(", "))
}

/// A number as it was typed, with or without quotation marks.
pub(crate) fn number_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        _ => None,
    }
}

fn found(value: &Value) -> String {
    match value {
        Value::String(text) => format!("'{}'", shown(text)),
        Value::Boolean(truth) => truth.to_string(),
        Value::Array(_) => "a list".to_owned(),
        Value::Table(_) => "a table that says something else".to_owned(),
        Value::Datetime(_) => "a date".to_owned(),
        number => number_text(number).unwrap_or_default(),
    }
}
