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
