//! Rows of a database as text, to tell whether two times it says the same.

use daymark_sqlite::rusqlite::{Connection, Result};

/// Every row of these tables, in the order of their first columns.
///
/// # Errors
/// What SQLite says: no such table, a damaged one.
pub fn rows_of(db: &Connection, tables: &[&str]) -> Result<Vec<String>> {
    let mut rows = Vec::new();
    for table in tables {
        let mut statement = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3"))?;
        let columns = statement.column_count();
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let values: Vec<String> = (0..columns).map(|n| format!("{:?}", row.get_ref(n))).collect();
            rows.push(format!("{table}: {}", values.join(", ")));
        }
    }
    Ok(rows)
}
