//! Rows for a spreadsheet, inert: a cell is never a formula, whatever a school typed into its system.

use std::fmt::Display;

use crate::face::FaceError;
use crate::head::Head;

/// A header and rows of the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Without rows yet.
    pub fn new(header: &[&str]) -> Self {
        Self { header: header.iter().map(|name| (*name).to_owned()).collect(), rows: Vec::new() }
    }
    /// One more column at the end of the header.
    pub(crate) fn column(&mut self, name: impl Display) {
        self.header.push(name.to_string());
    }
    /// One more row.
    pub fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.header.len(), "{:?}", self.header);
        self.rows.push(cells);
    }
    /// With the day and the rules in two columns at the end, so that rows that are copied elsewhere keep them.
    pub(crate) fn headed(mut self, head: &Head) -> Self {
        self.header.extend(["as_of".to_owned(), "rule_version".to_owned()]);
        for row in &mut self.rows {
            row.extend([head.as_of.to_string(), head.rule.version.to_string()]);
        }
        self
    }
    /// The table that a CSV face holds.
    pub fn read(csv: &[u8]) -> Result<Self, FaceError> {
        let mut reader = csv::Reader::from_reader(csv);
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let header = cells(reader.headers()?);
        let rows = reader.records().map(|record| Ok(cells(&record?))).collect::<Result<_, csv::Error>>()?;
        Ok(Self { header, rows })
    }
    /// The names of its columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }
    /// Its rows, each as long as the header.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }
    /// Empties that column in the rows of which it is so.
    pub(crate) fn blank(&mut self, column: usize, is_so: impl Fn(&[String]) -> bool) {
        for row in &mut self.rows {
            if is_so(row)
                && let Some(cell) = row.get_mut(column)
            {
                cell.clear();
            }
        }
    }
    /// With what was said to whoever it was given to in columns at the end: a row that is copied elsewhere keeps it.
    pub(crate) fn stamped(mut self, stamp: &[(&str, String)]) -> Self {
        self.header.extend(stamp.iter().map(|(name, _)| (*name).to_owned()));
        for row in &mut self.rows {
            row.extend(stamp.iter().map(|(_, value)| value.clone()));
        }
        self
    }
    /// With who took it along, and when, in two columns at the end.
    pub fn taken_by(mut self, who: &str, when: &str) -> Self {
        self.header.extend(["taken_by".to_owned(), "taken_at".to_owned()]);
        for row in &mut self.rows {
            row.extend([who.to_owned(), when.to_owned()]);
        }
        self
    }
    /// The table as CSV.
    pub fn csv(&self) -> Result<Vec<u8>, FaceError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.header).chain(&self.rows) {
            writer.write_record(row.iter().map(|cell| inert(cell)))?;
        }
        writer.into_inner().map_err(|error| FaceError::Csv(error.into_error().into()))
    }
}

/// A quote in front of what a spreadsheet would take for a formula.
fn inert(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// A cell of a value.
pub(crate) fn cell(value: impl Display) -> String {
    value.to_string()
}

/// A cell of a value that may be missing; then it is empty.
pub(crate) fn maybe(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A cell of several values.
pub(crate) fn list(values: impl IntoIterator<Item = impl Display>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        let mut table = Table::new(&["student_id"]);
        for cell in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "0042", "a=b"] {
            table.row(vec![cell.to_owned()]);
        }
        let csv = String::from_utf8(table.csv().unwrap()).unwrap();
        assert_eq!(csv, "student_id\n'=1+1\n'+1\n'-1\n'@sum\n'\t=1\n\"'\r=1\"\n0042\na=b\n");
    }

    #[test]
    fn commas_and_quotes_stay_inside_of_their_cell() {
        let mut table = Table::new(&["name"]);
        table.row(vec!["Lincoln \"Middle\", north".to_owned()]);
        assert_eq!(table.csv().unwrap(), b"name\n\"Lincoln \"\"Middle\"\", north\"\n");
    }
}
