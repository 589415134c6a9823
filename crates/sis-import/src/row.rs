//! One row under its header, read field by field into values that cannot be wrong.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use daymark_domain::SchoolDay;

use crate::csv_rows::RawRow;
use crate::date_form::DateForm;
use crate::problem::{Found, Problem};
use crate::table::{Column, Header};

const ID_CHARS_MAX: usize = 255;
const A_DATE: &str = "a date written as 2021-08-23";
const A_SPREADSHEETS_DATE: &str = "a date written as 2021-08-23 (this is how a spreadsheet writes one; set the \
                                   column's format to yyyy-mm-dd and export again)";

/// A field that could not be read; its problem is already in the row.
#[derive(Debug)]
pub(crate) struct Bad(());

/// A row with the problems found in it so far.
pub(crate) struct Row<'a> {
    raw: &'a RawRow,
    file: &'a str,
    columns: &'static [Column],
    header: &'a Header,
    is_delta: bool,
    problems: Vec<Problem>,
}

impl<'a> Row<'a> {
    pub fn new(
        raw: &'a RawRow,
        file: &'a str,
        columns: &'static [Column],
        header: &'a Header,
        is_delta: bool,
    ) -> Self {
        Self { raw, file, columns, header, is_delta, problems: Vec::new() }
    }

    pub fn line(&self) -> u64 {
        self.raw.line
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The field without the spaces around it; empty when the file has no such column.
    pub fn text(&self, column: &str) -> &'a str {
        let place = self.columns.iter().position(|known| known.name == column);
        place.and_then(|place| self.header.places[place]).map_or("", |place| self.raw.field(place).trim())
    }

    /// Whether the file has the column.
    pub fn has(&self, column: &str) -> bool {
        let place = self.columns.iter().position(|known| known.name == column);
        place.is_some_and(|place| self.header.places[place].is_some())
    }

    /// The headers that are no column of the table, with their places.
    pub fn extra(&self) -> &'a [(usize, String)] {
        &self.header.extra
    }

    /// The field at a place, without the spaces around it.
    pub fn text_at(&self, place: usize) -> &'a str {
        self.raw.field(place).trim()
    }

    /// The field, or `None` when it is empty.
    pub fn optional_text(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// An id: text as it stands, so that leading zeros survive.
    pub fn id(&mut self, column: &'static str) -> Result<String, Bad> {
        let text = self.text(column);
        match id_expected(text) {
            None => Ok(text.to_owned()),
            Some(expected) => Err(self.problem(column, expected)),
        }
    }

    /// An id, or `None` when the field is empty.
    pub fn optional_id(&mut self, column: &'static str) -> Result<Option<String>, Bad> {
        if self.text(column).is_empty() { Ok(None) } else { self.id(column).map(Some) }
    }

    /// Ids with commas between them.
    pub fn ids(&mut self, column: &'static str) -> Result<Vec<String>, Bad> {
        let ids: Vec<&str> =
            self.text(column).split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
        match ids.iter().find_map(|id| id_expected(id)) {
            None => Ok(ids.into_iter().map(str::to_owned).collect()),
            Some(expected) => Err(self.problem(column, expected)),
        }
    }

    /// A date, in ISO's form only.
    pub fn date(&mut self, column: &'static str) -> Result<SchoolDay, Bad> {
        parse_date(self.text(column)).map_err(|expected| self.problem(column, expected))
    }

    /// A date in the school's own form.
    pub fn date_in(&mut self, column: &'static str, form: &DateForm) -> Result<SchoolDay, Bad> {
        form.read(self.text(column)).map_err(|expected| self.problem(column, &expected))
    }

    /// A date, or `None` when the field is empty.
    pub fn optional_date(&mut self, column: &'static str) -> Result<Option<SchoolDay>, Bad> {
        if self.text(column).is_empty() { Ok(None) } else { self.date(column).map(Some) }
    }

    /// Whatever `parse` makes of the field.
    pub fn value<T>(
        &mut self,
        column: &'static str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Bad> {
        parse(self.text(column)).ok_or_else(|| self.problem(column, expected))
    }

    /// Yes or no, or `None` when the field is empty.
    pub fn flag(&mut self, column: &'static str) -> Result<Option<bool>, Bad> {
        self.value(column, "true, false or nothing", |text| match text.to_ascii_lowercase().as_str() {
            "" => Some(None),
            "true" | "yes" | "1" => Some(Some(true)),
            "false" | "no" | "0" => Some(Some(false)),
            _ => None,
        })
    }

    /// Whether the record is in force: OneRoster's `status`, blank in a bulk set and never in a set of changes.
    pub fn active(&mut self) -> Result<bool, Bad> {
        let is_delta = self.is_delta;
        let expected = if is_delta {
            "active or tobedeleted, since the manifest says that this file holds changes only (delta)"
        } else {
            "active, tobedeleted, inactive or nothing"
        };
        self.value("status", expected, |text| match text.to_ascii_lowercase().as_str() {
            "" if is_delta => None,
            "" | "active" => Some(true),
            "tobedeleted" | "inactive" => Some(false),
            _ => None,
        })
    }

    /// That a period does not end before it begins.
    pub fn check_period(
        &mut self,
        begin: Option<SchoolDay>,
        end: Option<SchoolDay>,
        column: &'static str,
    ) -> Result<(), Bad> {
        match (begin, end) {
            (Some(begin), Some(end)) if end < begin => {
                Err(self.problem(column, &format!("a date not before {begin}, when it begins")))
            }
            _ => Ok(()),
        }
    }

    /// That the row has the header's fields and that one can say where they end.
    pub fn check_shape(&mut self) -> Result<(), Bad> {
        if self.raw.stray_quote {
            let expected = "each quotation mark inside a quoted field to be doubled".to_owned();
            return Err(self.push(None, Found::StrayQuote, expected));
        }
        if self.raw.field_count() != self.header.width {
            let expected = format!("{} fields as in the header", self.header.width);
            return Err(self.push(None, Found::Fields(self.raw.field_count()), expected));
        }
        Ok(())
    }

    /// That no row before this one has the same key.
    pub fn check_unique(
        &mut self,
        column: &'static str,
        key: String,
        first_lines: &mut HashMap<String, u64>,
    ) {
        match first_lines.entry(key) {
            Entry::Vacant(vacant) => {
                vacant.insert(self.raw.line);
            }
            Entry::Occupied(first) => {
                let expected = format!("what stands once in the file; line {} has the same", first.get());
                self.problem(column, &expected);
            }
        }
    }

    /// Notes that the field is not what was expected.
    pub fn problem(&mut self, column: &'static str, expected: &str) -> Bad {
        let personal = self.columns.iter().any(|known| known.name == column && known.personal);
        let found = match self.text(column) {
            "" => Found::Nothing,
            _ if personal => Found::Hidden,
            text => Found::value(text),
        };
        self.push(Some(column), found, expected.to_owned())
    }

    /// Notes that the field under a header of the file's own is not what was expected.
    pub fn problem_under(&mut self, header: &str, text: &str, expected: &str) -> Bad {
        let found = if text.is_empty() { Found::Nothing } else { Found::value(text) };
        self.push(None, found, format!("under {header} {expected}"))
    }

    fn push(&mut self, column: Option<&'static str>, found: Found, expected: String) -> Bad {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: self.raw.line,
            column,
            found,
            expected,
        });
        Bad(())
    }
}

/// What to ask for in place of a text that is no id.
pub(crate) fn id_expected(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        Some("an id")
    } else if text.chars().nth(ID_CHARS_MAX).is_some() {
        Some("an id of at most 255 characters")
    } else if text.chars().any(|c| c.is_control() || c == '"') {
        Some("an id without line breaks and quotation marks")
    } else if is_scientific(text) {
        Some("the whole id (a spreadsheet has shortened this one; set the column's format to text)")
    } else if is_decimal_zero(text) {
        Some(
            "the id without '.0' (a spreadsheet has read this one as a number; set the column's format to text)",
        )
    } else if is_spreadsheet_error(text) {
        Some("an id (this is a spreadsheet's own message that it has none)")
    } else {
        None
    }
}

/// `6.0525E+05`: what a spreadsheet makes of a long number.
fn is_scientific(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == '.');
    text.to_ascii_uppercase()
        .split_once("E+")
        .is_some_and(|(number, power)| is_number(number) && is_number(power))
}

/// `#N/A`, `#REF!`, `########`.
fn is_spreadsheet_error(text: &str) -> bool {
    ["#N/A", "#REF!", "#NAME?", "#VALUE!", "####"].iter().any(|error| text.starts_with(error))
}

/// `605250.0`: an id that was taken for a number, and may have lost its leading zeros.
fn is_decimal_zero(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, part)| {
        let is_all = |part: &str, kind: fn(&u8) -> bool| !part.is_empty() && part.bytes().all(|b| kind(&b));
        is_all(whole, u8::is_ascii_digit) && is_all(part, |byte| *byte == b'0')
    })
}

pub(crate) fn parse_date(text: &str) -> Result<SchoolDay, &'static str> {
    let is_iso = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(n, byte)| if n == 4 || n == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if is_iso {
        let in_reach = ("1900"..="2199").contains(&&text[..4]);
        return text.parse().ok().filter(|_| in_reach).ok_or("a date that exists, from 1900 to 2199");
    }
    let is_numeric =
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "/.-: APMapm".contains(c));
    let is_serial = text.len() == 5 && text.chars().all(|c| c.is_ascii_digit());
    if is_serial || (is_numeric && text.contains(['/', '.', ':'])) {
        Err(A_SPREADSHEETS_DATE)
    } else {
        Err(A_DATE)
    }
}
