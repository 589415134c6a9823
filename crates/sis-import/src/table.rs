//! A kind of file: its columns, how the header is matched to them, and how each row is read.

use std::collections::HashMap;
use std::io::Read;

use crate::csv_rows::{CsvRows, RawRow};
use crate::problem::{FileReport, Note, Problem, shown};
use crate::refused::Refused;
use crate::row::{Bad, Row};

/// A column by its canonical name.
pub(crate) struct Column {
    pub name: &'static str,
    pub required: bool,
    /// Whether its values are about a person and no report may repeat them.
    pub personal: bool,
    /// Misspellings seen in published files.
    misspelt: &'static [&'static str],
}

impl Column {
    pub const fn required(name: &'static str) -> Self {
        Self { name, required: true, personal: false, misspelt: &[] }
    }
    pub const fn optional(name: &'static str) -> Self {
        Self { required: false, ..Self::required(name) }
    }
    pub const fn personal(self) -> Self {
        Self { personal: true, ..self }
    }
    pub const fn misspelt(self, misspelt: &'static [&'static str]) -> Self {
        Self { misspelt, ..self }
    }
    /// Case, spaces, hyphens and underscores tell no two columns apart.
    fn is_named(&self, header: &str) -> bool {
        let header = folded(header);
        folded(self.name) == header || self.misspelt.iter().any(|misspelt| folded(misspelt) == header)
    }
}

/// A kind of file whose rows become `T`.
pub(crate) struct Table<T> {
    pub file: &'static str,
    pub columns: &'static [Column],
    /// Columns of the format that nothing here needs.
    pub unused: &'static [&'static str],
    /// Columns that together may stand once in the file.
    pub unique: &'static [&'static str],
    pub rows_max: u64,
    pub parse: fn(&mut Row<'_>) -> Result<T, Bad>,
}

impl<T> Table<T> {
    /// Reads the file row by row into the sink: `Ok` for each good row, one `Err` for each problem of a bad one.
    pub fn read(
        &self,
        source: &mut dyn Read,
        file: &str,
        sink: &mut dyn FnMut(Result<T, Problem>),
    ) -> Result<FileReport, Refused> {
        self.read_mode(source, file, false, sink)
    }

    /// As [`read`](Self::read); under `is_delta` each row must say what became of its record.
    pub fn read_mode(
        &self,
        source: &mut dyn Read,
        file: &str,
        is_delta: bool,
        sink: &mut dyn FnMut(Result<T, Problem>),
    ) -> Result<FileReport, Refused> {
        let shape = Shape {
            columns: self.columns,
            unused: self.unused,
            unique: self.unique,
            rows_max: self.rows_max,
            is_delta,
            dialect: Dialect::default(),
        };
        shape.read(source, file, &mut |row| (self.parse)(row), sink)
    }
}

/// How one school's own file differs from the format.
#[derive(Clone, Copy, Default)]
pub(crate) struct Dialect<'a> {
    /// The school's own name of a column, by the canonical one.
    pub names: &'a [(&'static str, String)],
    /// Columns that are stated elsewhere.
    pub not_needed: &'a [&'static str],
    /// Whether a header that is no column may be one of the file's own kind, and is not noted.
    pub open: bool,
}

impl Dialect<'_> {
    fn own_name(&self, column: &Column) -> Option<&str> {
        self.names.iter().find(|(name, _)| *name == column.name).map(|(_, own)| own.as_str())
    }
    fn is_named(&self, column: &Column, header: &str) -> bool {
        match self.own_name(column) {
            Some(own) => folded(own) == folded(header),
            None => column.is_named(header),
        }
    }
    fn is_needed(&self, column: &Column) -> bool {
        let is_required = column.required && !self.not_needed.contains(&column.name);
        is_required || self.own_name(column).is_some()
    }
    fn shown(&self, column: &Column) -> String {
        match self.own_name(column) {
            Some(own) => format!("'{}' (which the map reads as {})", shown(own), column.name),
            None => column.name.to_owned(),
        }
    }
}

/// What is to be known of a file before a row can be read.
pub(crate) struct Shape<'a> {
    pub columns: &'static [Column],
    pub unused: &'a [&'static str],
    pub unique: &'a [&'static str],
    pub rows_max: u64,
    pub is_delta: bool,
    pub dialect: Dialect<'a>,
}

impl Shape<'_> {
    /// Reads the file row by row: what `parse` makes of each good row, one `Err` for each problem of a bad one.
    pub fn read<T>(
        &self,
        source: &mut dyn Read,
        file: &str,
        parse: &mut dyn FnMut(&mut Row<'_>) -> Result<T, Bad>,
        sink: &mut dyn FnMut(Result<T, Problem>),
    ) -> Result<FileReport, Refused> {
        let mut rows = CsvRows::open(source, file)?;
        let mut report = FileReport { file: file.to_owned(), ..FileReport::default() };
        let header = self.header(&mut rows, file, &mut report.notes)?;
        let mut first_lines = HashMap::new();
        while let Some(raw) = rows.next()? {
            if raw.is_blank() {
                continue;
            }
            if report.rows + report.bad_rows == self.rows_max {
                return Err(Refused::TooManyRows { file: file.to_owned() });
            }
            let mut row = Row::new(raw, file, self.columns, &header, self.is_delta);
            let parsed = self.parse_row(&mut row, parse, &mut first_lines);
            match (parsed, row.into_problems()) {
                (Ok(parsed), problems) if problems.is_empty() => {
                    report.rows += 1;
                    sink(Ok(parsed));
                }
                (_, problems) => {
                    report.bad_rows += 1;
                    problems.into_iter().for_each(|problem| sink(Err(problem)));
                }
            }
        }
        if report.rows + report.bad_rows == 0 {
            report.notes.push(Note::new(file, "has a header and no rows"));
        }
        Ok(report)
    }

    fn parse_row<T>(
        &self,
        row: &mut Row<'_>,
        parse: &mut dyn FnMut(&mut Row<'_>) -> Result<T, Bad>,
        first_lines: &mut HashMap<String, u64>,
    ) -> Result<T, Bad> {
        row.check_shape()?;
        let parsed = parse(row);
        let key: Vec<&str> = self.unique.iter().map(|column| row.text(column)).collect();
        if !key.is_empty() && key.iter().all(|part| !part.is_empty()) {
            row.check_unique(self.unique[0], key.join("\n"), first_lines);
        }
        parsed
    }

    fn header(&self, rows: &mut CsvRows<'_>, file: &str, notes: &mut Vec<Note>) -> Result<Header, Refused> {
        while let Some(raw) = rows.next()? {
            if !raw.is_blank() {
                return Header::read(raw, file, self, notes);
            }
        }
        Err(Refused::Empty { file: file.to_owned() })
    }
}

/// Where each column stands in the file.
pub(crate) struct Header {
    /// By the column's place in the table.
    pub places: Vec<Option<usize>>,
    /// The number of fields that each row must have.
    pub width: usize,
    /// Headers that are no column of the table, with their places.
    pub extra: Vec<(usize, String)>,
}

impl Header {
    fn read(raw: &RawRow, file: &str, shape: &Shape<'_>, notes: &mut Vec<Note>) -> Result<Self, Refused> {
        let mut places = vec![None; shape.columns.len()];
        let mut extra = Vec::new();
        for (place, name) in raw.fields().map(str::trim).enumerate() {
            let is_named = |column: &Column| shape.dialect.is_named(column, name);
            let Some(found) = shape.columns.iter().position(is_named) else {
                extra.push((place, name.to_owned()));
                continue;
            };
            let column = &shape.columns[found];
            if places[found].replace(place).is_some() {
                return Err(Refused::ColumnTwice { file: file.to_owned(), column: column.name.to_owned() });
            }
            if name != column.name {
                notes.push(Note::new(
                    file,
                    format!("has '{}', read as the column {}", shown(name), column.name),
                ));
            }
        }
        let header = Self { places, width: raw.field_count(), extra };
        header.check_required(raw, file, shape)?;
        if !shape.dialect.open {
            // Only now is it sure that the first line holds names of columns and not somebody's data.
            header.note_unused(file, shape.unused, notes);
        }
        Ok(header)
    }

    fn note_unused(&self, file: &str, unused: &[&str], notes: &mut Vec<Note>) {
        let extra = self.extra.iter().filter(|(_, name)| !is_silent(name, unused));
        notes.extend(
            extra.map(|(_, name)| Note::new(file, format!("has the column '{}', not used", shown(name)))),
        );
    }

    fn check_required(&self, raw: &RawRow, file: &str, shape: &Shape<'_>) -> Result<(), Refused> {
        let dialect = &shape.dialect;
        let columns = shape.columns.iter().zip(&self.places);
        let missing: Vec<String> = columns
            .filter(|(column, place)| place.is_none() && dialect.is_needed(column))
            .map(|(column, _)| dialect.shown(column))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let file = file.to_owned();
        let separators = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
        match separators.iter().find(|(character, _)| self.width == 1 && raw.field(0).contains(*character)) {
            Some((_, separator)) => Err(Refused::Separator { file, separator }),
            None => Err(Refused::MissingColumns { file, columns: missing.join(", ") }),
        }
    }
}

fn is_silent(name: &str, unused: &[&str]) -> bool {
    let header = folded(name);
    header.is_empty()
        || name.to_lowercase().starts_with("metadata.")
        || unused.iter().any(|unused| folded(unused) == header)
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
