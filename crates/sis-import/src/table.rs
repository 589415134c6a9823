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
            let mut row = Row::new(raw, file, self.columns, &header);
            let parsed = self.parse_row(&mut row, &mut first_lines);
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

    fn parse_row(&self, row: &mut Row<'_>, first_lines: &mut HashMap<String, u64>) -> Result<T, Bad> {
        row.check_shape()?;
        let parsed = (self.parse)(row);
        let key: Vec<&str> = self.unique.iter().map(|column| row.text(column)).collect();
        if !key.is_empty() && key.iter().all(|part| !part.is_empty()) {
            row.check_unique(self.unique[0], key.join("\n"), first_lines);
        }
        parsed
    }

    fn header(&self, rows: &mut CsvRows<'_>, file: &str, notes: &mut Vec<Note>) -> Result<Header, Refused> {
        while let Some(raw) = rows.next()? {
            if !raw.is_blank() {
                return Header::read(raw, file, self.columns, self.unused, notes);
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
}

impl Header {
    fn read(
        raw: &RawRow,
        file: &str,
        columns: &'static [Column],
        unused: &[&str],
        notes: &mut Vec<Note>,
    ) -> Result<Self, Refused> {
        let mut places = vec![None; columns.len()];
        let mut extra = Vec::new();
        for (place, name) in raw.fields().map(str::trim).enumerate() {
            let Some(found) = columns.iter().position(|column| column.is_named(name)) else {
                extra.push(name);
                continue;
            };
            let column = &columns[found];
            if places[found].replace(place).is_some() {
                return Err(Refused::ColumnTwice { file: file.to_owned(), column: column.name });
            }
            if name != column.name {
                notes.push(Note::new(
                    file,
                    format!("has '{}', read as the column {}", shown(name), column.name),
                ));
            }
        }
        let header = Self { places, width: raw.field_count() };
        header.check_required(raw, file, columns)?;
        // Only now is it sure that the first line holds names of columns and not somebody's data.
        let extra = extra.into_iter().filter(|name| !is_silent(name, unused));
        notes
            .extend(extra.map(|name| Note::new(file, format!("has the column '{}', not used", shown(name)))));
        Ok(header)
    }

    fn check_required(&self, raw: &RawRow, file: &str, columns: &[Column]) -> Result<(), Refused> {
        let is_missing = |&(column, place): &(&Column, &Option<usize>)| column.required && place.is_none();
        let missing: Vec<&str> =
            columns.iter().zip(&self.places).filter(is_missing).map(|(column, _)| column.name).collect();
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
