//! Bytes into properties: lines unfolded, parameters taken apart, values as they stand.

use std::io::Read;

use crate::problem::Note;
use crate::refused::Refused;

/// The most bytes of a calendar of events.
pub(crate) const CALENDAR_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// `NAME;PARAMETER=value:value`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// The line that it starts on.
    pub line: u64,
    /// In capitals.
    pub name: String,
    /// What stands behind the parameters, none of which is needed: a date is told from a time by its own look.
    pub value: String,
}

impl Property {
    fn parse(line: u64, text: &str) -> Option<Self> {
        let (head, value) = split_outside_quotes(text).filter(|(head, _)| !head.is_empty())?;
        let name = head.split(';').next()?.trim().to_ascii_uppercase();
        Some(Self { line, name, value: value.trim_end().to_owned() })
    }
}

/// The properties of a file. A line that is none, such as the rest of a description that was badly folded, is noted.
pub(super) fn read(
    source: &mut dyn Read,
    file: &str,
    notes: &mut Vec<Note>,
) -> Result<Vec<Property>, Refused> {
    let broken = |reason: String| Refused::BrokenCalendar { file: file.to_owned(), reason };
    let mut bytes = Vec::new();
    let unreadable = |source| Refused::Unreadable { file: file.to_owned(), source };
    source.take(CALENDAR_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > CALENDAR_BYTES_MAX {
        return Err(broken(format!("it has more than {CALENDAR_BYTES_MAX} bytes")));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut properties = Vec::new();
    let mut strange = Vec::new();
    for (line, text) in unfolded(bytes) {
        let text = String::from_utf8(text).map_err(|_| broken(format!("line {line} is not UTF-8")))?;
        match Property::parse(line, &text) {
            Some(property) => properties.push(property),
            None if text.trim().is_empty() => {}
            None => strange.push(line),
        }
    }
    if !properties.first().is_some_and(|first| first.name == "BEGIN" && is_calendar(&first.value)) {
        return Err(broken("it does not start with BEGIN:VCALENDAR".to_owned()));
    }
    if let Some(line) = strange.first() {
        let text = format!(
            "has {} that no property starts (first line {line}), passed over",
            counted(strange.len())
        );
        notes.push(Note::new(file, text));
    }
    Ok(properties)
}

fn is_calendar(value: &str) -> bool {
    value.trim().eq_ignore_ascii_case("VCALENDAR")
}

fn counted(lines: usize) -> String {
    format!("{lines} {}", if lines == 1 { "line" } else { "lines" })
}

/// Joins what was folded, as bytes: a fold may stand in the middle of a character.
fn unfolded(bytes: &[u8]) -> Vec<(u64, Vec<u8>)> {
    let mut lines: Vec<(u64, Vec<u8>)> = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line, lines.last_mut()) {
            ([b' ' | b'\t', rest @ ..], Some((_, before))) => before.extend_from_slice(rest),
            _ => lines.push((number, line.to_vec())),
        }
    }
    lines
}

/// Before and behind the colon that begins the value; one in quotation marks belongs to a parameter.
fn split_outside_quotes(text: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let place = text.find(|c| {
        is_quoted ^= c == '"';
        c == ':' && !is_quoted
    })?;
    Some((&text[..place], &text[place + 1..]))
}

/// A text value with its escapes resolved, on one line.
pub(super) fn text(value: &str) -> String {
    let mut plain = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => plain.push(' '),
                Some(escaped) => plain.push(escaped),
                None => {}
            },
            character => plain.push(character),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn properties(text: &[u8]) -> Vec<Property> {
        read(&mut &text[..], "calendar.ics", &mut Vec::new()).unwrap()
    }

    #[test]
    fn a_folded_line_is_joined_even_within_a_character() {
        let read = properties(b"BEGIN:VCALENDAR\r\nSUMMARY:No sch\r\n ool\\, caf\xC3\r\n\t\xA9\r\nUID:1\r\n");
        assert_eq!(text(&read[1].value), "No school, café");
        assert_eq!((read[2].line, read[2].value.as_str()), (5, "1"));
    }

    #[test]
    fn a_colon_in_a_quoted_parameter_does_not_begin_the_value() {
        let read = properties(b"BEGIN:VCALENDAR\ndtstart;TZID=\"A:B;C\";value=DATE:20211124\n");
        assert_eq!((read[1].name.as_str(), read[1].value.as_str()), ("DTSTART", "20211124"));
    }

    #[test]
    fn escapes_are_resolved_and_line_breaks_become_spaces() {
        assert_eq!(text("A\\, B\\; C\\\\D\\nE\\N  F\\"), "A, B; C\\D E F");
    }
}
