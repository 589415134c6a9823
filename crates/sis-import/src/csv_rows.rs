//! Bytes into rows of fields, one row in memory at a time.
//!
//! Written out instead of taken from the `csv` crate, because that one reads what must be refused here: it lets a
//! quotation mark that nobody closed swallow the rest of the file without a word, joins text behind a closing mark
//! to the field, and sets no bound on a field. What both accept they read alike (`tests/properties.rs`).
//!
//! Lines end in LF, CRLF or CR. A quotation mark inside an unquoted field is an ordinary character.

use std::io::{ErrorKind, Read};

use crate::Refused;

/// The longest field that is read.
pub const FIELD_BYTES_MAX: usize = 64 * 1024;
/// The longest row that is read, quoted line breaks included.
pub const ROW_BYTES_MAX: usize = 1024 * 1024;
/// The most fields that a row may have.
pub(crate) const FIELDS_MAX: usize = 1_000;

const BUFFER_BYTES: usize = 64 * 1024;

/// One row: valid UTF-8, quotation marks resolved, nothing trimmed.
#[derive(Default)]
pub(crate) struct RawRow {
    /// The line that it starts on.
    pub line: u64,
    /// Whether text stands behind a closing quotation mark, so that nobody can say where its fields end.
    pub stray_quote: bool,
    text: String,
    ends: Vec<usize>,
}

impl RawRow {
    pub fn field_count(&self) -> usize {
        self.ends.len()
    }
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|place| self.field(place))
    }
    /// The field at that place, empty when the row is shorter.
    pub fn field(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        match (start, self.ends.get(place)) {
            (Some(start), Some(&end)) => &self.text[start..end],
            _ => "",
        }
    }
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && !self.stray_quote
    }
}

/// Where in a row the next byte stands.
enum At {
    RowStart,
    FieldStart,
    Plain,
    Quoted,
    /// Behind a quotation mark in a quoted field: doubled, or the end.
    Quote,
}

/// The rows of one file.
pub(crate) struct CsvRows<'a> {
    source: &'a mut dyn Read,
    file: &'a str,
    buffer: Vec<u8>,
    place: usize,
    filled: usize,
    line: u64,
    previous: u8,
    row: RawRow,
}

impl<'a> CsvRows<'a> {
    /// Looks at the first bytes, so that a file which is no CSV is refused by what it is.
    pub fn open(source: &'a mut dyn Read, file: &'a str) -> Result<Self, Refused> {
        let buffer = vec![0; BUFFER_BYTES];
        let mut rows =
            Self { source, file, buffer, place: 0, filled: 0, line: 1, previous: 0, row: RawRow::default() };
        while rows.filled < 4 && rows.fill()? {}
        let name = || file.to_owned();
        match &rows.buffer[..rows.filled] {
            [0xEF, 0xBB, 0xBF, ..] => rows.place = 3,
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(Refused::Utf16 { file: name() }),
            [b'P', b'K', 3, 4, ..] => return Err(Refused::Workbook { file: name() }),
            _ => {}
        }
        Ok(rows)
    }

    /// The next row, blank ones included; `None` at the end of the file.
    pub fn next(&mut self) -> Result<Option<&RawRow>, Refused> {
        let mut bytes = std::mem::take(&mut self.row.text).into_bytes();
        bytes.clear();
        self.row.ends.clear();
        self.row.stray_quote = false;
        self.row.line = self.line;
        if !self.scan(&mut bytes)? {
            return Ok(None);
        }
        self.row.text = self.decode(bytes)?;
        Ok(Some(&self.row))
    }

    /// Collects one row's bytes; `false` when there is none left.
    fn scan(&mut self, bytes: &mut Vec<u8>) -> Result<bool, Refused> {
        let mut at = At::RowStart;
        let mut quote_line = self.line;
        loop {
            let before = self.previous;
            let Some(byte) = self.byte()? else {
                match at {
                    At::RowStart => return Ok(false),
                    At::Quoted => {
                        return Err(Refused::OpenQuote { file: self.file.to_owned(), line: quote_line });
                    }
                    At::FieldStart | At::Plain | At::Quote => self.end_field(bytes)?,
                }
                return Ok(true);
            };
            at = match (at, byte) {
                // The second half of CRLF belongs to the row before.
                (At::RowStart, b'\n') if before == b'\r' => At::RowStart,
                (At::Quoted, b'"') => At::Quote,
                (At::Quoted, _) => self.keep(bytes, byte, At::Quoted)?,
                (At::RowStart | At::FieldStart, b'"') => {
                    quote_line = self.line;
                    At::Quoted
                }
                (At::Quote, b'"') => self.keep(bytes, byte, At::Quoted)?,
                (_, b',') => {
                    self.end_field(bytes)?;
                    At::FieldStart
                }
                (_, b'\r' | b'\n') => {
                    self.end_field(bytes)?;
                    return Ok(true);
                }
                (At::Quote, _) => {
                    self.row.stray_quote = true;
                    self.keep(bytes, byte, At::Plain)?
                }
                (At::RowStart | At::FieldStart | At::Plain, _) => self.keep(bytes, byte, At::Plain)?,
            };
        }
    }

    fn keep(&self, bytes: &mut Vec<u8>, byte: u8, then: At) -> Result<At, Refused> {
        let field_bytes = bytes.len() - self.row.ends.last().copied().unwrap_or(0);
        if field_bytes >= FIELD_BYTES_MAX {
            return Err(Refused::FieldTooLong { file: self.file.to_owned(), line: self.row.line });
        }
        if bytes.len() >= ROW_BYTES_MAX {
            return Err(self.row_too_long());
        }
        bytes.push(byte);
        Ok(then)
    }

    fn end_field(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        if self.row.ends.len() >= FIELDS_MAX {
            return Err(self.row_too_long());
        }
        self.row.ends.push(bytes.len());
        Ok(())
    }

    fn row_too_long(&self) -> Refused {
        Refused::RowTooLong { file: self.file.to_owned(), line: self.row.line }
    }

    /// Each field by itself: a sequence cut by a comma must not be made whole by its neighbour.
    fn decode(&self, bytes: Vec<u8>) -> Result<String, Refused> {
        let mut start = 0;
        for &end in &self.row.ends {
            if let Err(error) = std::str::from_utf8(&bytes[start..end]) {
                return Err(self.not_utf8(&bytes[..start + error.valid_up_to()]));
            }
            start = end;
        }
        String::from_utf8(bytes).map_err(|_| self.not_utf8(&[]))
    }

    fn not_utf8(&self, before: &[u8]) -> Refused {
        let mut previous = 0;
        let mut line = self.row.line;
        for &byte in before {
            line += u64::from(starts_line(previous, byte));
            previous = byte;
        }
        Refused::NotUtf8 { file: self.file.to_owned(), line }
    }

    fn byte(&mut self) -> Result<Option<u8>, Refused> {
        if self.place == self.filled {
            self.place = 0;
            self.filled = 0;
            if !self.fill()? {
                return Ok(None);
            }
        }
        let byte = self.buffer[self.place];
        self.place += 1;
        if byte == 0 {
            return Err(Refused::NulByte { file: self.file.to_owned(), line: self.line });
        }
        self.line += u64::from(starts_line(self.previous, byte));
        self.previous = byte;
        Ok(Some(byte))
    }

    /// Reads on; `false` at the end of the source.
    fn fill(&mut self) -> Result<bool, Refused> {
        loop {
            match self.source.read(&mut self.buffer[self.filled..]) {
                Ok(count) => {
                    self.filled += count;
                    return Ok(count > 0);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(source) => return Err(Refused::Unreadable { file: self.file.to_owned(), source }),
            }
        }
    }
}

fn starts_line(previous: u8, byte: u8) -> bool {
    byte == b'\r' || (byte == b'\n' && previous != b'\r')
}
