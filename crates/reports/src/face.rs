//! The faces of a report: JSON for programs, CSV for spreadsheets. The same report gives the same bytes.

use serde::Serialize;

use crate::table::Table;

/// A report as a value.
pub trait Report: Serialize {
    /// Its rows for a spreadsheet.
    fn table(&self) -> Table;
}

/// A report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FaceError {
    /// As JSON.
    #[error("the report cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// As CSV.
    #[error("the report cannot be written as CSV: {0}")]
    Csv(#[from] csv::Error),
}

/// Both faces, ready to be printed or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faces {
    /// JSON, with a line feed at the end.
    pub json: Vec<u8>,
    /// CSV (RFC 4180, with line feeds).
    pub csv: Vec<u8>,
}

impl Faces {
    /// Writes both.
    pub fn of(report: &dyn AnyReport) -> Result<Self, FaceError> {
        Ok(Self { json: report.json()?, csv: report.csv()? })
    }

    /// With the mark of whom a copy was given to: in the JSON as its first field, in the CSV in each row.
    pub fn given(self, given: &Given) -> Result<Self, FaceError> {
        let stamp = [("given_to", given.to.clone()), ("given_at", given.at.clone())];
        let csv = Table::read(&self.csv)?.stamped(&stamp).csv()?;
        let mark = serde_json::to_string(given)?;
        let mut json = format!("{{\n  \"given\": {mark},").into_bytes();
        // The faces are objects that are written over several lines, so that the first byte is their bracket.
        json.extend_from_slice(self.json.get(1..).unwrap_or_default());
        Ok(Self { json, csv })
    }
}

/// To whom a copy was given, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// Whose copy it is.
    pub to: String,
    /// The moment, in UTC.
    pub at: String,
}

/// Any of the reports, behind one door.
pub trait AnyReport {
    /// Its JSON.
    fn json(&self) -> Result<Vec<u8>, FaceError>;
    /// Its CSV.
    fn csv(&self) -> Result<Vec<u8>, FaceError>;
}

impl<R: Report> AnyReport for R {
    fn json(&self) -> Result<Vec<u8>, FaceError> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
    fn csv(&self) -> Result<Vec<u8>, FaceError> {
        self.table().csv()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_in_each_row_and_at_its_head_whose_it_is() {
        let faces = Faces { json: b"{\n  \"as_of\": 1\n}\n".to_vec(), csv: b"a,b\n1,'-2\n3,4\n".to_vec() };
        let given = Given { to: "=Grace \"G\"".to_owned(), at: "2025-10-14T14:00:00Z".to_owned() };
        let copy = faces.given(&given).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&copy.json).unwrap();
        assert_eq!((json["as_of"].as_u64(), json["given"]["to"].as_str()), (Some(1), Some("=Grace \"G\"")));
        let rows = "1,'-2,\"'=Grace \"\"G\"\"\",2025-10-14T14:00:00Z\n3,4,";
        assert!(String::from_utf8(copy.csv).unwrap().starts_with(&format!("a,b,given_to,given_at\n{rows}")));
    }
}
