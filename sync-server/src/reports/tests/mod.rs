//! Whole reports from a real store.

mod district;
mod frozen;
mod golden;
mod grand_bend;
mod less;
mod rules;
mod told;

use daymark_domain::SchoolDay;
use serde_json::Value;

use super::*;

fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

/// A report's JSON, read as any program would.
async fn json(store: &dyn Store, name: &str, question: &Question) -> Value {
    let name: daymark_reports::ReportName = name.parse().unwrap();
    let facts = facts(store, question).await.unwrap();
    serde_json::from_slice(&name.make(&facts).json().unwrap()).unwrap()
}

/// The rows of a report with these values of some columns.
fn rows_where<'a>(report: &'a Value, rows: &str, wanted: &[(&str, &str)]) -> Vec<&'a Value> {
    let rows = report[rows].as_array().unwrap().iter();
    rows.filter(|row| wanted.iter().all(|(column, value)| row[*column] == *value)).collect()
}
