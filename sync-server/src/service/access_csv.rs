//! The record of access as a file: keys and words, no name of a child.

use chrono::DateTime;
use daymark_reports::{Faces, Given, Table};

use crate::reports::ReportError;
use crate::store::access_log::Access;

/// Rows for a spreadsheet, each with the mark of whose copy it is.
pub fn access_csv(rows: &[Access], given: &Given) -> Result<Vec<u8>, ReportError> {
    let mut table = Table::new(&["number", "at", "by", "what", "detail", "student_id", "school"]);
    for row in rows {
        let at = DateTime::from_timestamp(row.at, 0).unwrap_or_default();
        table.row(vec![
            row.id.to_string(),
            at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            row.by.clone().unwrap_or_default(),
            row.what.clone(),
            row.detail.clone().unwrap_or_default(),
            row.student_key.clone().unwrap_or_default(),
            row.school.clone().unwrap_or_default(),
        ]);
    }
    Ok(Faces { json: b"{}".to_vec(), csv: table.csv()? }.given(given)?.csv)
}
